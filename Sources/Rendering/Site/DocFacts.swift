internal import Diagnostics
internal import Procedures
internal import Templates

/// What lists and gathering pages say of an article, found once: mentions are many, and reading an article anew for
/// each would cost.
package struct DocFacts: Sendable {
  let code: String?
  let title: String
  let kind: ArticleKind
  let version: String?
  /// The state in each language, by `Language.place`; none for what is not under control.
  let status: [StatusView]
  /// Whether people work by it today: it is in force, or it is not under control, like an event.
  let isInForce: Bool
  /// What the ledger makes of it in the words of its card, or the card itself where nothing was ever issued.
  let state: Status?
  /// The first day of the version, and the day by which it is to be looked at again: its cycle, else the handbook's,
  /// after the first day or the last review.
  let effective: Day?
  let nextReview: Day?
  /// The named times of its card.
  let anchors: AnchorTable
  /// Where each of its steps stands in the rhythm of the work.
  let rhythm: [RhythmPlace?]

  /// Whether it is past and so says nothing about a role any more.
  var isWithdrawn: Bool { state == .withdrawn }
  /// The code, or the title of what has none.
  var name: String { code ?? title }

  /// Gathers the facts of an article. Linear in its steps.
  ///
  /// - Parameter isSealed: whether the article is as it was sealed: it does not change, and so nothing is said of its state.
  init(_ article: Article, in handbook: Handbook, theme: Theme, facts: BuildFacts, isSealed: Bool = false) {
    let control = article.entry.card.control
    let standing = facts.standing(of: article)
    code = article.code
    title = article.title
    kind = article.kind
    version = isSealed ? nil : control?.version?.value.text
    status =
      isSealed ? [] : StatusView.inAllLanguages(article, standing, in: handbook, theme: theme, today: facts.today)
    state = standing.map(\.state.status) ?? control?.status?.value
    let first = control?.effective?.value
    effective = first
    isInForce = control == nil || state.map { $0 == .effective && first.map { $0 <= facts.today } ?? true } ?? true
    anchors = AnchorTable(article.entry.card.anchors)
    rhythm = article.rhythm(anchors: anchors)
    let cycle = control?.review?.value ?? handbook.settings.review.usual?.value
    let looked = first.map { max($0, standing?.reviewed ?? $0) }
    nextReview =
      state == .withdrawn ? nil : looked.flatMap { day in cycle.map { day.adding(months: $0.months) } } ?? nil
  }
}

extension ArticleStanding.State {
  /// What the ledger makes of a document in the words of its card.
  fileprivate var status: Status {
    switch self {
    case .draft: .draft
    case .scheduled, .held: .approved
    case .inForce: .effective
    case .superseded, .withdrawn: .withdrawn
    }
  }
}

extension StatusView {
  /// The state of an article in each language, by the ledger or else by its card; none for what is not under control.
  fileprivate static func inAllLanguages(
    _ article: Article, _ standing: ArticleStanding?, in handbook: Handbook, theme: Theme, today: Day
  ) -> [StatusView] {
    Language.allCases.compactMap { language in
      if let standing { return StatusView(standing, strings: theme[language]) }
      return StatusView(article.entry.card.control, article, strings: theme[language], today: today) {
        handbook.articles[Int($0.index)].name
      }
    }
  }

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
  fileprivate init?(
    _ card: Control?, _ article: Article, strings: Strings, today: Day, name: (ArticleID) -> String
  ) {
    guard let card, let status = card.status?.value else { return nil }
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
