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
  /// Whether it is past and so says nothing about a role any more.
  let isWithdrawn: Bool
  /// The first day of the version, and the day by which it is to be looked at again: its cycle, else the handbook's,
  /// after the first day.
  let effective: Day?
  let nextReview: Day?
  /// The named times of its card.
  let anchors: AnchorTable
  /// Where each of its steps stands in the rhythm of the work.
  let rhythm: [RhythmPlace?]

  /// The code, or the title of what has none.
  var name: String { code ?? title }

  /// Gathers the facts of an article. Linear in its steps.
  init(_ article: Article, in handbook: Handbook, theme: Theme, today: Day) {
    let control = article.entry.card.control
    code = article.code
    title = article.title
    kind = article.kind
    version = control?.version?.value.text
    status = Language.allCases.compactMap { language in
      StatusView(control, article, strings: theme[language], today: today) { handbook.articles[Int($0.index)].name }
    }
    let state = control?.status?.value
    isInForce = state.map { $0 == .effective && control?.effective.map { $0.value <= today } ?? true } ?? true
    isWithdrawn = state == .withdrawn
    anchors = AnchorTable(article.entry.card.anchors)
    rhythm = article.rhythm(anchors: anchors)
    effective = control?.effective?.value
    let cycle = control?.review?.value ?? handbook.settings.review.usual?.value
    nextReview = isWithdrawn ? nil : effective.flatMap { day in cycle.map { day.adding(months: $0.months) } } ?? nil
  }
}

extension StatusView {
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
