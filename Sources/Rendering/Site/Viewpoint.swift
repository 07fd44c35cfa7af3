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
  private var folder: [UInt8] { _read { yield storage[0].folder } }
  /// The handbook, lent without a copy.
  var handbook: Handbook { _read { yield storage[0].site.handbook } }

  /// An article, lent without a copy.
  subscript(id: ArticleID) -> Article { _read { yield storage[0].site.handbook.articles[Int(id.index)] } }

  /// What lists say of an article, lent without a copy.
  func facts(_ id: ArticleID) -> DocFacts { storage[0].site.docs[Int(id.index)] }

  /// Looks from a page.
  init(_ site: Site, address: Address, language: Language) {
    let folder = Array(Address.encoded(address.folder).utf8)
    // A server shows the 404 page at any address, so its links start at the root of the site where that is known.
    let isAnywhere = address == Place.notFound.address && !site.rootPath.isEmpty
    let up = isAnywhere ? site.rootPath : String(repeating: "../", count: folder.count { $0 == 0x2F })
    storage = [Storage(site: site, address: address, strings: site.theme[language], up: up, folder: folder)]
  }

  /// The page's language.
  var language: Language { strings.language }

  /// The link to a page or file; it names the file, so that it works from a disk.
  ///
  /// - Parameters:
  ///   - target: where it leads.
  ///   - fragment: a place in the target, without `#`; empty for its start.
  func href(_ target: Address, _ fragment: String = "") -> String {
    let inside = !folder.isEmpty && target.link.utf8.starts(with: folder)
    var link = inside ? String(decoding: target.link.utf8.dropFirst(folder.count), as: UTF8.self) : up + target.link
    if !fragment.isEmpty { link += "#" + Address.encoded(fragment) }
    return link
  }

  /// The link to one of the fixed pages, in the page's language.
  func href(_ place: Place) -> String { href(site.place(place, in: language)) }

  /// The link to an article, in the page's language where it exists.
  func href(_ id: ArticleID, _ fragment: String = "") -> String {
    let target = site.addresses.articles[Int(localized(id).index)]
    return target == address && !fragment.isEmpty ? "#" + Address.encoded(fragment) : href(target, fragment)
  }

  /// The link to an article, or to the permanent page of one of its versions where that has one.
  func href(_ id: ArticleID, version: Version?) -> String {
    guard let version, let code = facts(id).code, let issued = site.issued(code), issued.place(of: version) != nil
    else { return href(id) }
    return href(issued.page(of: version))
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

  /// The link to a role's or department's page; nil for who has none.
  func href(_ party: Party) -> String? {
    switch party {
    case .role(let id): leads(to: handbook.roles[Int(id.index)].article) ? href(id) : nil
    case .department(let id):
      site.addresses.departments[Int(id.index)] == Place.notFound.address ? nil : href(id)
    case .everyone, .allDepartments, .unknown: nil
    }
  }

  /// The article at an address, without a copy of it.
  func article<R>(_ id: ArticleID, _ read: (borrowing Article) -> R) -> R {
    read(self[id])
  }
}
