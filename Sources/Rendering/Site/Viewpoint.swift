internal import Diagnostics
internal import Procedures
internal import Templates

/// The site as it is seen from one page: addresses relative to it, in the page's language.
struct Viewpoint: Sendable {
  private struct Storage: Sendable {
    let site: Site
    let address: Address
    let strings: Strings
    let up: String
    let folder: [UInt8]
    /// `up` as bytes.
    let ups: [UInt8]
    let startsAtRoot: Bool
  }

  /// One element: a viewpoint is handed to everything that makes a page, and so its copy is one reference.
  private let storage: [Storage]

  /// The site, lent without a copy.
  var site: Site { _read { yield storage[0].site } }
  /// Where the page is.
  var address: Address { _read { yield storage[0].address } }
  /// The words of the page's language.
  var strings: Strings { _read { yield storage[0].strings } }
  /// What leads from the page's folder to the site's, such as `../../`.
  var up: String { _read { yield storage[0].up } }
  /// The handbook, lent without a copy.
  var handbook: Handbook { _read { yield storage[0].site.handbook } }

  /// An article, lent without a copy.
  subscript(id: ArticleID) -> Article { _read { yield storage[0].site.handbook.articles[Int(id.index)] } }

  /// What lists say of an article, lent without a copy.
  func facts(_ id: ArticleID) -> DocFacts { storage[0].site.docs[Int(id.index)] }

  /// Looks from a page.
  init(_ site: Site, address: Address, language: Language) {
    // A server shows the 404 page at any address, so its links start at the root of the site where that is known.
    let isAnywhere = address == Place.notFound.address && !site.rootPath.isEmpty
    let folder = isAnywhere ? [] : Array(Address.encoded(address.folder).utf8)
    let up = isAnywhere ? site.rootPath : String(repeating: "../", count: folder.count { $0 == 0x2F })
    storage = [
      Storage(
        site: site, address: address, strings: site.theme[language], up: up, folder: folder, ups: Array(up.utf8),
        startsAtRoot: isAnywhere)
    ]
  }

  /// The page's language.
  var language: Language { strings.language }

  /// The link to a page or file; it names the file, so that it works from a disk.
  ///
  /// - Parameters:
  ///   - target: where it leads.
  ///   - fragment: a place in the target, without `#`; empty for its start.
  func href(_ target: Address, _ fragment: String = "") -> String {
    var bytes: [UInt8] = []
    relate(target) { bytes.append(contentsOf: $0) }
    if !fragment.isEmpty {
      bytes.append(0x23)
      bytes.append(contentsOf: Address.encoded(fragment).utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the link to a page or file, escaped.
  func write(_ target: Address, _ fragment: String = "", into out: inout [UInt8]) {
    relate(target) { Escape.html($0, into: &out) }
    if fragment.isEmpty { return }
    out.append(0x23)
    Escape.html(Address.encoded(fragment), into: &out)
  }

  /// Writes the link to an article, escaped, in the page's language where it exists.
  func write(_ id: ArticleID, _ fragment: String = "", into out: inout [UInt8]) {
    let target = Int(localized(id).index)
    if !fragment.isEmpty, storage[0].site.addresses.articles[target] == address {
      out.append(0x23)
      return Escape.html(Address.encoded(fragment), into: &out)
    }
    write(storage[0].site.addresses.articles[target], fragment, into: &out)
  }

  /// The way from the page to a target in pieces. The part that both share is left out, whole folders at a time.
  private func relate(_ target: Address, _ write: (UnsafeBufferPointer<UInt8>) -> Void) {
    var link = target.link
    link.withUTF8 { link in
      storage[0].folder.withUnsafeBufferPointer { folder in
        var (shared, index, last) = (0, 0, min(folder.count, link.count))
        while index < last, folder[index] == link[index] {
          index += 1
          if folder[index - 1] == 0x2F { shared = index }
        }
        last = 0
        for index in shared..<folder.count where folder[index] == 0x2F { last += 1 }
        storage[0].ups.withUnsafeBufferPointer { ups in
          write(UnsafeBufferPointer(rebasing: storage[0].startsAtRoot ? ups[...] : ups[..<(3 * last)]))
        }
        write(UnsafeBufferPointer(rebasing: link[shared...]))
      }
    }
  }

  /// The link to one of the fixed pages, in the page's language.
  func href(_ place: Place) -> String { href(site.place(place, in: language)) }

  /// The link to an article, in the page's language where it exists.
  func href(_ id: ArticleID, _ fragment: String = "") -> String {
    let target = site.addresses.articles[Int(localized(id).index)]
    return target == address && !fragment.isEmpty ? "#" + Address.encoded(fragment) : href(target, fragment)
  }

  /// The permanent page of a version of an article; nil where it has none.
  func page(of id: ArticleID, _ version: Version) -> Address? {
    guard let issued = facts(id).code.flatMap({ site.issued($0) }), issued.place(of: version) != nil else { return nil }
    return issued.page(of: version)
  }

  /// Whether an article has a page: one that is only remembered by a sealed version may have none.
  func leads(to id: ArticleID) -> Bool { site.addresses.leads(to: id) }

  /// Whether this is the article's own page.
  func isPage(of id: ArticleID) -> Bool { site.addresses.articles[Int(id.index)] == address }

  /// The link to a role's page.
  func href(_ id: RoleID) -> String { href(handbook.roles[Int(id.index)].article) }

  /// The link to a department's page.
  func href(_ id: DepartmentID) -> String {
    guard let article = handbook.departments[Int(id.index)].article else {
      return href(site.addresses.departments[Int(id.index)])
    }
    return href(article)
  }

  /// The link to a file that is published because something links to it.
  func href(attachment path: String) -> String { href(Addresses.attachment(path)) }

  /// The article in the page's language: its translation, its source, or itself.
  func localized(_ id: ArticleID) -> ArticleID {
    let source = site.addresses.sources[Int(id.index)] ?? id
    let others = site.addresses.translations[Int(source.index)]
    if others.isEmpty || site.language(of: source) == language { return source }
    return others.first { site.language(of: $0) == language } ?? source
  }

  /// The name of a role, department or whatever was written, in the page's language.
  func name(_ party: Party) -> String {
    switch party {
    case .role(let id): site.names.role(id, in: language)
    case .department(let id): site.names.department(id, in: language)
    case .everyone(let written), .allDepartments(let written), .unknown(let written): written
    }
  }

  /// What scripts know a role or department by: unique, without blanks.
  func key(_ party: Party) -> String {
    switch party {
    case .role(let id): site.names.key(id)
    case .department(let id): site.names.key(id)
    case .everyone(let written), .allDepartments(let written), .unknown(let written): FileName.safe(written)
    }
  }

  /// Whether a role or department has a page.
  func leads(to party: Party) -> Bool {
    switch party {
    case .role(let id): leads(to: handbook.roles[Int(id.index)].article)
    case .department(let id): site.addresses.departments[Int(id.index)] != Place.notFound.address
    case .everyone, .allDepartments, .unknown: false
    }
  }

  /// The link to a role's or department's page; nil for who has none.
  func href(_ party: Party) -> String? { Link(party, self)?.text }

  /// The article at an address, without a copy of it.
  func article<R>(_ id: ArticleID, _ read: (borrowing Article) -> R) -> R {
    read(self[id])
  }
}
