internal import Diagnostics
internal import Procedures
internal import Templates

/// One day of an event.
struct DayView: Sendable {
  var anchor: String
  var label: String
  var date: String
  var weekday: String
  var isMain: Bool
  var stages: [StageView]

  static let schema = Schema<DayView>(
    "day",
    [
      .text("anchor", "Its place in the page.") { $0.anchor }, .text("label", "The day, such as `T−3`.") { $0.label },
      .text("date", "The date.") { $0.date }, .text("weekday", "The day of the week.") { $0.weekday },
      .flag("main", "Whether it is a day of the event itself.") { $0.isMain },
      .list("stages", StageView.schema, "What is done that day.") { $0.stages },
    ])
}

/// The own steps of an event in the order of time: day, clock, then the order of the text (spec/format.md 9).
struct EventTimeline {
  /// A step, or a stage without steps, with its place.
  private struct Item {
    var day: Int
    var minute: Int
    let order: Int
    let stage: Int
    let step: StepView?
  }

  private(set) var days: [DayView] = []
  private let span: DaySpan?
  private let strings: Strings

  /// Sorts the steps of an article. Linear, but for sorting.
  init(_ builder: StepBuilder) {
    span = builder.article.entry.card.event?.date?.value
    strings = builder.view.strings
    let indices = builder.article.sections.indices.filter { builder.article.sections[$0].kind == .steps }
    let stages = indices.flatMap { builder.section($0).stages }
    let items = Self.items(stages, builder, lastDay: (span?.count ?? 1) - 1)
    var seen: Set<Int> = []
    var last: (day: Int, stage: Int)?
    for item in items {
      if last?.day != item.day { days.append(day(item.day)) }
      let place = days.count - 1
      if last?.day != item.day || last?.stage != item.stage {
        days[place].stages.append(Self.head(stages[item.stage], isFirst: seen.insert(item.stage).inserted))
      }
      last = (item.day, item.stage)
      if let step = item.step { days[place].stages[days[place].stages.count - 1].steps.append(step) }
    }
  }

  /// All steps with their places: one without a time follows the one before it; at the start it is on the first day.
  private static func items(_ stages: [StageView], _ builder: StepBuilder, lastDay: Int) -> [Item] {
    let steps = Dictionary(builder.article.steps.map { ($0.anchor, $0) }, uniquingKeysWith: { first, _ in first })
    var items: [Item] = []
    var (day, minute) = (0, -1)
    for (stage, shown) in stages.enumerated() {
      if shown.steps.isEmpty {
        items.append(Item(day: day, minute: minute, order: items.count, stage: stage, step: nil))
      }
      for var step in shown.steps {
        let time = step.anchor.flatMap { steps[$0]?.fields.time }
        if let place = time?.position(anchors: builder.anchors, lastDay: lastDay) {
          minute = place.minute ?? (place.day == day ? minute : -1)
          day = place.day
        }
        if case .day(_, let clock)? = time?.kind { step.when = Self.when(clock) }
        items.append(Item(day: day, minute: minute, order: items.count, stage: stage, step: step))
      }
    }
    return items.sorted { ($0.day, $0.minute, $0.order) < ($1.day, $1.minute, $1.order) }
  }

  /// Under the heading of its day a step says only the clock.
  private static func when(_ clock: Moment.Clock?) -> WhenView? {
    clock.map { WhenView(main: Moment.Clock.text($0.start), sub: $0.until.map { "–" + Moment.Clock.text($0) }) }
  }

  /// A stage without its steps; where it goes on after others it has its name alone.
  private static func head(_ stage: StageView, isFirst: Bool) -> StageView {
    var shown = stage
    shown.steps = []
    if isFirst { return shown }
    (shown.anchor, shown.count, shown.when, shown.prose) = (nil, nil, nil, nil)
    (shown.fields, shown.conditions) = ([], [])
    return shown
  }

  private func day(_ offset: Int) -> DayView {
    let date = span?.first.adding(days: offset)
    return DayView(
      anchor: offset == 0 ? "T" : offset < 0 ? "T\(offset)" : "T+\(offset)",
      label: Moment(.day(offset: offset, clock: nil), text: "").label[strings.language],
      date: date?.description ?? "", weekday: date.map { strings.weekday($0) } ?? "",
      isMain: offset >= 0 && offset < (span?.count ?? 1), stages: [])
  }
}
