internal import Diagnostics
internal import Procedures
internal import Templates

/// What lists say of an article, gathered once: mentions are many, and reading an article anew for each would cost.
struct DocFacts: Sendable {
  let code: String?
  let title: String
  let kind: ArticleKind
  let version: String?
  /// The state in each language, by `Language.place`; none for what is not under control.
  let status: [StatusView]

  /// The code, or the title of what has none.
  var name: String { code ?? title }

  /// Gathers the facts of all articles, in the order of the handbook. Linear.
  static func all(of handbook: Handbook, theme: Theme, facts: BuildFacts) -> [DocFacts] {
    handbook.articles.map { article in
      let states = Language.allCases.compactMap { language in
        if let standing = facts.standing(of: article) { return StatusView(standing, strings: theme[language]) }
        return StatusView(article, strings: theme[language], today: facts.today) {
          handbook.articles[Int($0.index)].name
        }
      }
      return DocFacts(
        code: article.code, title: article.title, kind: article.kind,
        version: article.entry.card.control?.version?.value.text, status: states)
    }
  }
}

extension DocFacts {
  /// The facts of a handbook of sealed names: they do not change, and so say nothing of states. Linear.
  static func names(of handbook: Handbook) -> [DocFacts] {
    handbook.articles.map { article in
      DocFacts(code: article.code, title: article.title, kind: article.kind, version: nil, status: [])
    }
  }
}

extension StatusView {
  /// The state of a document by the ledger.
  init(_ standing: ArticleStanding, strings: Strings) {
    switch standing.state {
    case .draft: self.init(key: "draft", word: strings[.statusDraft])
    case .scheduled:
      self.init(key: "scheduled", word: strings[.statusScheduled], detail: standing.effective?.description)
    case .inForce: self.init(key: "effective", word: strings[.statusEffective])
    case .superseded: self.init(key: "superseded", word: strings[.statusSuperseded])
    case .held: self.init(key: "held", word: strings[.statusHeld])
    case .withdrawn:
      self.init(
        key: "withdrawn", word: strings[.statusWithdrawn],
        detail: standing.successor.map { strings.phrase(.replacedBy, $0) })
    }
  }

  /// The state of an article as its card says it; nil for what is not under control.
  fileprivate init?(_ article: Article, strings: Strings, today: Day, name: (ArticleID) -> String) {
    guard let card = article.entry.card.control, let status = card.status?.value else { return nil }
    switch status {
    case .draft: self.init(key: "draft", word: strings[.statusDraft])
    case .inReview: self.init(key: "review", word: strings[.statusReview])
    case .approved: self.init(key: "approved", word: strings[.statusApproved])
    case .effective:
      if let day = card.effective?.value, day > today {
        self.init(key: "scheduled", word: strings[.statusScheduled], detail: day.description)
      } else {
        self.init(key: "effective", word: strings[.statusEffective])
      }
    case .withdrawn:
      let next = article.card.replacedBy.map { strings.phrase(.replacedBy, $0.article.map(name) ?? $0.title) }
      self.init(key: "withdrawn", word: strings[.statusWithdrawn], detail: next)
    }
  }
}
