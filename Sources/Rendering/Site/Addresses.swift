package import Procedures

/// Where every page of a handbook is (spec/site.md, Addresses).
package struct Addresses: Sendable {
  /// The page of each article, in the order of `Handbook.articles`; of a role or department its page.
  package internal(set) var articles: [Address]
  /// The page of each role.
  package internal(set) var roles: [Address]
  /// The page of each department; those without an article have one too.
  package internal(set) var departments: [Address]
  /// The article that each article translates; nil for what is no translation.
  package internal(set) var sources: [ArticleID?]
  /// The translations of each article, in the order of their addresses.
  package internal(set) var translations: [[ArticleID]]

  /// Gives every article, role and department its address. Names that are equal but for case get a number.
  package init(_ handbook: Handbook) {
    sources = Self.sources(handbook)
    var translations: [[ArticleID]] = Array(repeating: [], count: handbook.articles.count)
    for (index, source) in sources.enumerated() {
      if let source { translations[Int(source.index)].append(ArticleID(index)) }
    }
    self.translations = translations
    var names = FolderNames()
    var articles: [Address?] = Array(repeating: nil, count: handbook.articles.count)
    for (index, article) in handbook.articles.enumerated() where sources[index] == nil {
      articles[index] = names.take(article.kind, article.addressName)
    }
    departments = handbook.departments.map { department in
      if let id = department.article, let address = articles[Int(id.index)] { return address }
      return names.take(.department, department.code ?? department.name)
    }
    for (index, source) in sources.enumerated() {
      guard let source, let address = articles[Int(source.index)] else { continue }
      articles[index] = address.translated(handbook.articles[index].entry.language ?? "")
    }
    self.articles = articles.map { $0 ?? Place.notFound.address }
    let all = self.articles
    roles = handbook.roles.map { all[Int($0.article.index)] }
  }

  /// Whether an article has a page: one that is only remembered by a sealed version may have none.
  func leads(to id: ArticleID) -> Bool { articles[Int(id.index)] != Place.notFound.address }

  /// Where an attachment is published: below `attachments/`, its path below `content/` unchanged.
  package static func attachment(_ path: String) -> Address {
    Address("attachments/" + (path.hasPrefix("content/") ? path.dropFirst("content/".count) : path[...]))
  }

  /// A translation lies beside its source: `X.en.md` beside `X.md`; without one it stands for itself.
  private static func sources(_ handbook: Handbook) -> [ArticleID?] {
    var places: [String: ArticleID] = [:]
    for article in handbook.articles where !article.entry.isTranslation { places[article.path] = article.id }
    return handbook.articles.map { article in
      guard let language = article.entry.language else { return nil }
      return places[article.path.dropLast(".\(language).md".count) + ".md"]
    }
  }
}

extension Article {
  /// What its folder is named after: the code; of an event the file; else the name.
  fileprivate var addressName: String {
    switch kind {
    case .event: entry.stem
    case .procedure, .policy, .form, .role, .department: entry.code ?? entry.title
    }
  }
}

extension ArticleKind {
  /// The folder of its pages.
  package var folder: String {
    switch self {
    case .procedure: "procedures"
    case .policy: "policies"
    case .form: "forms"
    case .role: "roles"
    case .department: "departments"
    case .event: "events"
    }
  }

  /// The page that lists them.
  package var place: Place {
    switch self {
    case .procedure: .procedures
    case .policy: .policies
    case .form: .forms
    case .role: .roles
    case .department: .departments
    case .event: .events
    }
  }
}

/// The names that were given out, per folder.
private struct FolderNames {
  private var folders: [ArticleKind: NameRegister] = [:]

  /// The page of a name in the folder of its kind; each has a folder of its own, so that nothing overwrites an index.
  mutating func take(_ kind: ArticleKind, _ name: String) -> Address {
    let reserved = ["index.html", "index.en.html", "index.zh-cn.html", "index.zh.html"]
    let folder = folders[kind, default: NameRegister(reserved: reserved)].take(name)
    return Address("\(kind.folder)/\(folder)/index.html")
  }
}
