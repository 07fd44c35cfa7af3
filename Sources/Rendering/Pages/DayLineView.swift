internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// A step of the day on the home page.
struct DayLineView: Sendable {
  var href: String
  var when: WhenView
  var action: Markup
  var who: [ChipView]

  static let schema = Schema<DayLineView>(
    "dayLine",
    [
      .text("href", "The place of the step.") { $0.href },
      .record("when", WhenView.schema, "When it is done.") { $0.when },
      .html("actionHtml", "What is done, without links.") { $0.action },
      .list("who", ChipView.schema, "Who does it.") { $0.who },
    ])

  /// The most lines of a day.
  static let longest = 12

  /// What some documents have done at a time of every day, in the order of the day. When there is too much, lines are
  /// left out evenly, so that the whole day stays in sight. Linear in the steps, but for sorting.
  static func lines(_ documents: [ArticleID], _ view: Viewpoint) -> [DayLineView] {
    var found = documents.flatMap { DayStep.all(of: view.handbook.articles[Int($0.index)]) }
    found.sort { ($0.minute, $0.article, $0.step) < ($1.minute, $1.article, $1.step) }
    let kept = min(found.count, longest)
    return (0..<kept).map { place in
      found[kept > 1 ? place * (found.count - 1) / (kept - 1) : 0].line(view)
    }
  }
}

/// A step with its minute of the day.
private struct DayStep {
  let minute: Int
  let article: ArticleID
  let step: Int

  /// The steps of a procedure that have a time of every day; none when it runs from the day of an event.
  static func all(of article: Article) -> [DayStep] {
    guard article.kind == .procedure else { return [] }
    var anchors: AnchorTable?
    var found: [DayStep] = []
    for (index, step) in article.steps.enumerated() {
      switch step.fields.time?.kind {
      case .day: return []
      case .clock(let clock): found.append(DayStep(minute: clock.start, article: article.id, step: index))
      case .anchor:
        let table = anchors ?? AnchorTable(article.entry.card.anchors)
        anchors = table
        if table.entries.contains(where: \.isEventDay) { return [] }
        guard let place = step.fields.time?.position(anchors: table), place.day == 0, let minute = place.minute
        else { continue }
        found.append(DayStep(minute: minute, article: article.id, step: index))
      case .within, .workdays, .monthday, .recurrence, .limit, .unread, nil:
        guard case .recurrence(let rule, let clock?)? = step.fields.every?.kind, rule == "FREQ=DAILY" else { continue }
        found.append(DayStep(minute: clock.start, article: article.id, step: index))
      }
    }
    return found
  }

  func line(_ view: Viewpoint) -> DayLineView {
    let source = view.handbook.articles[Int(article.index)]
    let translation = view.handbook.articles[Int(view.localized(article).index)]
    let shown = translation.steps.count == source.steps.count ? translation : source
    let text = shown.document.plainText(of: shown.steps[step].action)
    return DayLineView(
      href: view.href(article, shown.steps[step].anchor), when: when(shown.steps[step]),
      action: .text(text), who: source.steps[step].participation.responsible.map(view.chip))
  }

  private func when(_ step: Step) -> WhenView {
    let main = Moment.Clock.text(minute)
    switch step.fields.time?.kind {
    case .clock(let clock): return WhenView(main: main, sub: clock.until.map { "–" + Moment.Clock.text($0) })
    case .anchor: return WhenView(main: main, sub: step.fields.time?.text)
    case .day, .within, .workdays, .monthday, .recurrence, .limit, .unread, nil:
      return WhenView(main: main, isRecurring: true)
    }
  }
}
