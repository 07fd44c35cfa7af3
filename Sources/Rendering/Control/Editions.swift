internal import Diagnostics
internal import Procedures
internal import Templates

/// An edition in a list.
struct EditionLine: Sendable {
  var name: String
  var href: String
  var day: String
  var count: Int
  var note: String?

  static let schema = Schema<EditionLine>(
    "edition",
    [
      .text("name", "Its name.") { $0.name }, .text("href", "Its page.") { $0.href },
      .text("day", "The day on which it was named.") { $0.day },
      .number("count", "How many versions it holds.") { $0.count }, .text("note", "What is said of it.") { $0.note },
    ])
}

/// The named sets of versions of a handbook.
enum Editions {
  /// The editions of a site in the order of time, each with its page.
  static func all(_ site: Site) -> [(event: LedgerEvent, edition: EditionNote, address: Address)] {
    guard let ledger = site.facts.ledger(on: site.facts.today) else { return [] }
    var names = NameRegister(reserved: ["index.html"])
    return ledger.editions.map { ($0.event, $0.edition, Address("editions/\(names.take($0.edition.name))/index.html")) }
  }

  /// The page of an edition.
  static func address(of name: String, _ site: Site) -> Address? {
    all(site).last { $0.edition.name == name }?.address
  }

  /// The editions, the newest first.
  static func lines(_ view: Viewpoint) -> [EditionLine] {
    all(view.site).reversed().map { one in
      EditionLine(
        name: one.edition.name, href: view.href(one.address), day: one.event.at.day.description,
        count: one.edition.versions.count, note: one.edition.note)
    }
  }
}

/// The page of an edition.
struct EditionView: Sendable {
  /// A version in it, or one that left it.
  struct Row: Sendable {
    var code: String
    var title: String
    var kindWord: String
    var version: String?
    var href: String?
    var effective: String?
    var before: String?
    var beforeHref: String?
    var comparison: String?

    static let schema = Schema<Row>(
      "editionVersion",
      [
        .text("code", "The code.") { $0.code }, .text("title", "The title of the version.") { $0.title },
        .text("kindWord", "What kind of document it is.") { $0.kindWord },
        .text("version", "The version.") { $0.version }, .text("href", "Its permanent page.") { $0.href },
        .text("effective", "Its first day.") { $0.effective },
        .text("before", "The version in the edition before.") { $0.before },
        .text("beforeHref", "Its permanent page.") { $0.beforeHref },
        .text("compareHref", "What changed, where there is such a page.") { $0.comparison },
      ])
  }

  var name: String
  var day: String
  var note: String?
  var previous: LinkView?
  var next: LinkView?
  var added: [Row] = []
  var changed: [Row] = []
  var removed: [Row] = []
  var rows: [Row] = []

  static let schema = Schema<EditionView>(
    "editionPage",
    [
      .text("name", "Its name.") { $0.name }, .text("day", "The day on which it was named.") { $0.day },
      .text("note", "What is said of it.") { $0.note },
      .record("prev", LinkView.schema, "The edition before.") { $0.previous },
      .record("next", LinkView.schema, "The edition after.") { $0.next },
      .list("added", Row.schema, "What the edition before did not have.") { $0.added },
      .flag("hasAdded", "Whether there is any.") { !$0.added.isEmpty },
      .list("changed", Row.schema, "What it had in another version.") { $0.changed },
      .flag("hasChanged", "Whether there is any.") { !$0.changed.isEmpty },
      .list("removed", Row.schema, "What it had and this one has not.") { $0.removed },
      .flag("hasRemoved", "Whether there is any.") { !$0.removed.isEmpty },
      .flag("same", "Whether the edition before had the very same versions.") {
        $0.previous != nil && $0.added.isEmpty && $0.changed.isEmpty && $0.removed.isEmpty
      },
      .list("rows", Row.schema, "All its versions, by code.") { $0.rows },
      .number("total", "How many they are.") { $0.rows.count },
    ])

  /// Compares an edition with the one before it. Linear, but for sorting.
  fileprivate init(_ place: Int, _ view: Viewpoint) {
    let all = Editions.all(view.site)
    let (event, edition, _) = all[place]
    name = edition.name
    day = event.at.day.description
    note = edition.note
    previous = place > 0 ? LinkView(text: all[place - 1].edition.name, href: view.href(all[place - 1].address)) : nil
    next =
      place + 1 < all.count ? LinkView(text: all[place + 1].edition.name, href: view.href(all[place + 1].address)) : nil
    let last = place > 0 ? all[place - 1].edition.versions : []
    let before = Dictionary(last.map { ($0.code.lowercased(), $0.version) }) { first, _ in first }
    for (code, version) in edition.versions {
      let old = before[code.lowercased()]
      let row = Row(code, version, before: old, view)
      rows.append(row)
      if place == 0 { continue }
      if old == nil { added.append(row) } else if old != version { changed.append(row) }
    }
    let now = Set(edition.versions.map { $0.code.lowercased() })
    removed = last.filter { !now.contains($0.code.lowercased()) }.map { Row($0.code, nil, before: $0.version, view) }
  }
}

extension EditionView.Row {
  fileprivate init(_ code: String, _ version: Version?, before: Version?, _ view: Viewpoint) {
    let document = view.site.issued(code)
    let place = (version ?? before).flatMap { document?.place(of: $0) }
    self.code = code
    title = place.flatMap { document?.record.versions[$0].issuance.title } ?? document?.title ?? ""
    kindWord = document.map { view.strings[$0.kind.word] } ?? ""
    self.version = version?.text
    href = version.flatMap { one in document?.place(of: one) == nil ? nil : document.map { view.href($0.page(of: one)) }
    }
    effective = version.flatMap { document?.record[$0]?.issuance.effective.description }
    self.before = before?.text
    beforeHref = before.flatMap { one in
      document?.place(of: one) == nil ? nil : document.map { view.href($0.page(of: one)) }
    }
    if let before, let version, let pair = document?.comparison(of: before, with: version) {
      comparison = view.href(pair)
    }
  }
}

extension PageKind {
  /// The page of every edition.
  static let edition = PageKind("edition", EditionView.schema.shape) { site in
    Editions.all(site).enumerated().map { place, edition in
      PageJob(edition.address, site.handbook.settings.language) { view in
        var head = PageHead(edition.edition.name, place: .changes)
        head.crumbs = [
          LinkView(text: view.strings[.changes], href: view.href(.changes)), LinkView(text: edition.edition.name),
        ]
        return Page(head, EditionView.schema, EditionView(place, view))
      }
    }
  }
}
