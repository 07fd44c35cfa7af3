package import Diagnostics

/// A role or group as the handbook knows it.
package struct Role: Sendable {
  /// Its own article.
  package let article: ArticleID
  /// Its name.
  package let name: String
  /// Its department.
  package let department: DepartmentID?
  /// The roles and departments of a group; empty for a role.
  package var members: [Party]
  /// The steps it takes part in, in the order of the articles, then of the steps.
  package var parts: [Part] = []
}

/// A department as the handbook knows it.
package struct Department: Sendable {
  /// Its own article; nil when it follows from 部门 fields or from handbook.yml alone.
  package let article: ArticleID?
  /// Its name.
  package let name: String
  /// Its code.
  package let code: String?
  /// The department above it.
  package var parent: DepartmentID?
  /// The role at its head.
  package var head: RoleID?
  /// The roles that belong to it.
  package var roles: [RoleID] = []
  /// The procedures, policies and forms that it owns.
  package var articles: [ArticleID] = []
  /// The steps it takes part in as a department.
  package var parts: [Part] = []
}

/// One role's or department's part in one step.
package struct Part: Sendable {
  /// Where the step is.
  package let article: ArticleID
  private let place: Int32
  private let letterSet: LetterSet
  /// Whether it is so only through a group that it belongs to.
  package let group: RoleID?

  init(article: ArticleID, step: Int32, letters: LetterSet, group: RoleID?) {
    self.article = article
    place = step
    letterSet = letters
    self.group = group
  }

  /// Which step: an index into `Article.steps`.
  package var step: Int { Int(place) }
  /// How it takes part, sorted.
  package var letters: [Letter] { letterSet.letters }
}

/// The whole handbook: every name an address; what did not resolve is kept as written and reported.
package struct Handbook: Sendable {
  /// The names of all cards.
  let register: Register
  /// All articles, by kind, then code or name.
  package let articles: [Article]
  /// All roles and groups, in the order of their articles.
  package let roles: [Role]
  /// All departments: first those of handbook.yml in its order, then by name.
  package let departments: [Department]
  /// The glossary: every defined term with the articles that define it, by term.
  package let glossary: [GlossaryTerm]

  /// The settings of handbook.yml.
  package var settings: Settings { register.settings }

  /// The article at an address.
  package subscript(id: ArticleID) -> Article { articles[Int(id.index)] }
  /// The role at an address.
  package subscript(id: RoleID) -> Role { roles[Int(id.index)] }
  /// The department at an address.
  package subscript(id: DepartmentID) -> Department { departments[Int(id.index)] }

  /// The name that a party is shown by: the document's, not the alias that was written.
  package func name(of party: Party) -> String {
    switch party {
    case .role(let id): self[id].name
    case .department(let id): self[id].name
    case .everyone(let written), .allDepartments(let written), .unknown(let written): written
    }
  }
}

/// A term of the glossary.
package struct GlossaryTerm: Sendable {
  /// The term.
  package let term: String
  /// The definitions: the article and the index into its definitions.
  package var definitions: [(article: ArticleID, index: Int)]
}
