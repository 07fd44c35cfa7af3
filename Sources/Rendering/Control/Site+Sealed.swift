internal import Diagnostics
internal import Procedures

extension Site {
  /// A site of what names meant when a version was sealed: its links lead to the pages of today, where there are any.
  ///
  /// It has no pages of its own; pages of this site are made by looking through it.
  func sealed(_ names: SealedNames, homes: PartyAddresses) -> Site {
    let handbook = names.handbook
    let own = Addresses(handbook)
    var site = self
    site.look(through: handbook, at: own.leading(handbook, to: homes), names: Names(handbook, own))
    return site
  }

  /// The site of the names of a sealed text, with the text in its place.
  ///
  /// - Parameters:
  ///   - text: the place of the version's text.
  ///   - file: which of its files: the document, or a translation.
  ///   - address: where its page is.
  func reading(_ text: Int, file: Int, at address: Address) -> (site: Site, article: ArticleID) {
    let sealed = facts.sealed.texts[text]
    let (handbook, id) = facts.sealed.names[sealed.names].reading(
      sealed.files[file], at: sealed.files[0].path, attachments: sealed.attachments)
    var site = sealedSites[sealed.names]
    site.look(at: handbook, id, address)
    return (site, id)
  }
}

/// Where roles, departments and documents have their pages today, by every name that they have or had.
struct PartyAddresses: Sendable {
  private var places: [String: Address] = [:]

  /// Gathers the names of a handbook and of the documents of its ledger; the names of today come first.
  init(_ handbook: Handbook, _ addresses: Addresses, _ issued: [IssuedDocument]) {
    for article in handbook.articles where !article.entry.isTranslation {
      let address = addresses.articles[Int(article.id.index)]
      add(article.title, article.kind, address)
      if let code = article.code { add(code, article.kind, address) }
    }
    for (index, department) in handbook.departments.enumerated() {
      add(department.name, .department, addresses.departments[index])
    }
    for document in issued { add(document.record.code, document.kind, document.home) }
    for article in handbook.articles where !article.entry.isTranslation {
      let address = addresses.articles[Int(article.id.index)]
      for name in article.entry.card.otherNames { add(name, article.kind, address) }
    }
  }

  private mutating func add(_ name: String, _ kind: ArticleKind, _ address: Address) {
    let key = Self.key(name, kind)
    if places[key] == nil { places[key] = address }
  }

  private static func key(_ name: String, _ kind: ArticleKind) -> String {
    // A document may change its kind and keep its name; roles and departments are other things.
    switch kind {
    case .role: "r " + name.lowercased()
    case .department: "d " + name.lowercased()
    case .procedure, .policy, .form, .event: "p " + name.lowercased()
    }
  }

  /// The page of an article; nil where nothing bears any of its names.
  func page(of article: Article) -> Address? {
    let names = [article.code, article.title].compactMap(\.self) + article.entry.card.otherNames
    return names.lazy.compactMap { places[Self.key($0, article.kind)] }.first
  }

  /// The page of a department.
  func page(ofDepartment name: String) -> Address? { places[Self.key(name, .department)] }
}

extension Addresses {
  /// The addresses of an older handbook's articles today; those that lead nowhere get the page for lost addresses.
  fileprivate func leading(_ handbook: Handbook, to homes: PartyAddresses) -> Addresses {
    var moved = self
    moved.articles = handbook.articles.map { homes.page(of: $0) ?? Place.notFound.address }
    moved.departments = handbook.departments.enumerated().map { index, department in
      if let id = department.article { return moved.articles[Int(id.index)] }
      return homes.page(ofDepartment: department.name) ?? Place.notFound.address
    }
    moved.roles = handbook.roles.map { moved.articles[Int($0.article.index)] }
    moved.translations = Array(repeating: [], count: handbook.articles.count)
    moved.sources = Array(repeating: nil, count: handbook.articles.count)
    return moved
  }
}
