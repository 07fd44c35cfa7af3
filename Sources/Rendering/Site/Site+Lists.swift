internal import Diagnostics
internal import Procedures

/// Which part of a long list a page shows.
struct ListPart: Sendable {
  /// The number of the page, from 1.
  let number: Int
  /// How many pages the list has, at least 1.
  let count: Int
  /// The rows that it shows.
  let rows: Range<Int>

  /// The only part of a short list.
  static func whole(_ rows: Int) -> ListPart { ListPart(number: 1, count: 1, rows: 0..<rows) }

  /// The parts of a list, one at least. Linear in the parts.
  static func parts(of rows: Int, each limit: Int = Site.rowsPerPage) -> [ListPart] {
    let count = max(1, (rows + limit - 1) / limit)
    return (0..<count).map { ListPart(number: $0 + 1, count: count, rows: $0 * limit..<min(rows, ($0 + 1) * limit)) }
  }
}

extension Site {
  /// The most rows on one page of a list (spec/site.md, At scale).
  static let rowsPerPage = 1000

  /// The handbook's language, then the others that it has articles in, in the order of `Language.allCases`.
  static func languages(_ handbook: Handbook) -> [Language] {
    let own = handbook.settings.language
    let found = Set(handbook.articles.compactMap { $0.entry.language.flatMap { Language(tag: $0) } })
    return [own] + Language.allCases.filter { $0 != own && found.contains($0) }
  }

  /// Where a fixed page is in a language; long lists have several.
  func address(of place: Place, in language: Language, page: Int = 1) -> Address {
    let address = page > 1 ? Address("\(place.rawValue.dropLast(5))-\(page).html") : place.address
    let isForeign = language != handbook.settings.language && languages.contains(language) && place != .notFound
    return isForeign ? address.translated(language.rawValue) : address
  }

  /// The pages of a list: one for each part and language.
  func jobs(
    _ place: Place, _ parts: [ListPart] = [.whole(0)], make: @escaping @Sendable (Viewpoint, ListPart) -> Page
  ) -> [PageJob] {
    languages.flatMap { language in
      parts.map { part in
        PageJob(address(of: place, in: language, page: part.number), language) { make($0, part) }
      }
    }
  }

  /// The articles of a kind in the order of the handbook, without translations.
  func sources(of kinds: ArticleKind...) -> [ArticleID] {
    handbook.articles.indices.map { ArticleID($0) }.filter { id in
      addresses.sources[Int(id.index)] == nil && kinds.contains(handbook.articles[Int(id.index)].kind)
    }
  }

  /// The path that the site lies under on its server, with a `/` at both ends; empty where handbook.yml gives no address.
  var rootPath: String {
    guard let base else { return "" }
    let rest = base.utf8.dropFirst(base.hasPrefix("https://") ? 8 : 7)
    guard let slash = rest.firstIndex(of: 0x2F) else { return "/" }
    // Two slashes at the start would name another server.
    return "/" + base[slash...].drop { $0 == "/" }
  }

  /// The address under which the handbook is published, with a `/` at its end; nil unless it is one of the web.
  var base: String? {
    guard let written = handbook.settings.url?.text else { return nil }
    let bare = written.prefix { $0 != "?" && $0 != "#" }
    let scheme = ["https://", "http://"].first { bare.lowercased().hasPrefix($0) }
    guard let scheme, bare.utf8.count > scheme.utf8.count else { return nil }
    let base = scheme + bare.dropFirst(scheme.count)
    return base.hasSuffix("/") ? base : base + "/"
  }
}

extension Viewpoint {
  /// The head of a page that lists things.
  ///
  /// - Parameters:
  ///   - place: which page it is.
  ///   - word: its heading.
  ///   - part: the part of the list that it shows.
  func listHead(_ place: Place, _ word: Word, _ part: ListPart = .whole(0)) -> PageHead {
    var head = PageHead(strings[word], place: place)
    head.crumbs = [LinkView(text: head.heading)]
    if part.number > 1 { head.title = "\(head.heading) (\(part.number)/\(part.count))" }
    head.languages = languages(of: place, page: part.number)
    return head
  }

  /// The same list in the other languages of the handbook.
  func languages(of place: Place, page: Int = 1) -> [LanguageView] {
    site.languages.filter { $0 != language }.map { other in
      LanguageView(
        text: site.theme[other][.languageName], lang: other.rawValue,
        href: href(site.address(of: place, in: other, page: page)))
    }
  }

  /// The links to all parts of a list; none where there is one part.
  func pages(_ place: Place, _ part: ListPart) -> [MenuView] {
    guard part.count > 1 else { return [] }
    return (1...part.count).map { number in
      MenuView(
        text: String(number), href: href(site.address(of: place, in: language, page: number)),
        isCurrent: number == part.number)
    }
  }
}

/// Addresses within a page, each unique.
struct AnchorRegister {
  private var used: [String: Int] = [:]

  /// An address that nobody has yet: the text's own, else with a number behind it.
  mutating func take(_ text: String) -> String {
    let slug = Slug.anchor(text)
    var number = used[slug, default: 0] + 1
    used[slug] = number
    guard number > 1 else { return slug }
    while used["\(slug)-\(number)"] != nil { number += 1 }
    used[slug] = number
    used["\(slug)-\(number)"] = 1
    return "\(slug)-\(number)"
  }
}
