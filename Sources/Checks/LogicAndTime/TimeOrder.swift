import Diagnostics
import Procedures

extension Rule {
  /// A step that comes before the step above it in time.
  ///
  /// Steps are compared with the one above in the same stage and of the same parent: stages may run side by side.
  static let timeOrder = Rule(
    .timeOrder, .logic, .always(.warning),
    summary: Localized(zh: "同一阶段的步骤按时间先后排列。", en: "The steps of a stage stand in the order of their times."),
    advice: Localized(
      zh: "清单和日程按时间排，正文按书写顺序排，两处不一致会漏做。调整顺序；如果是次日，写“T+1天 00:30”；不同阶段、不同适用范围之间不比较。",
      en:
        "Checklists and timelines go by time, the text by its order; where they differ something is missed. Change the order; a time of the next day is written “T+1天 00:30”. Stages and variants are not compared with each other."
    ),
    bad: Example(
      steps: """
        1. 09:00 **店员** 打开收银机
        2. 08:30 **店员** 打扫店面
        """),
    good: Example(
      steps: """
        1. 08:30 **店员** 打扫店面
        2. 09:00 **店员** 打开收银机
        """),
    .document { inspection in
      let steps = inspection.article.steps
      let anchors = AnchorTable(inspection.article.entry.card.anchors)
      var last: [StepRow: (index: Int, position: Moment.Position, time: Moment)] = [:]
      for index in steps.indices where steps[index].fields.time != nil {
        let step = steps[index]
        guard let time = inspection.ownTime(of: step), let position = time.position(anchors: anchors) else { continue }
        let row = StepRow(section: step.section, stage: step.stage, parent: step.parent)
        defer { last[row] = (index, position, time) }
        guard let before = last[row], position.isBefore(before.position), inspection.mayMeet(step, steps[before.index])
        else { continue }
        let other = steps[before.index]
        inspection.report(
          inspection.place(of: time.text, in: step),
          Localized(
            zh: "步骤 \(step.number) 的“\(time.text)”早于步骤 \(other.number) 的“\(before.time.text)”",
            en: "step \(step.number) at “\(time.text)” comes before step \(other.number) at “\(before.time.text)”"),
          help: Localized(
            zh: "按时间调整顺序；如果是次日，写“T+1天 …”", en: "put the steps in order; a time of the next day is written “T+1天 …”"),
          notes: [
            .init(
              path: inspection.article.path, range: inspection.place(of: before.time.text, in: other),
              message: Localized(zh: "步骤 \(other.number) 在这里", en: "step \(other.number) is here"))
          ])
      }
    })
}

/// Steps that follow one another.
private struct StepRow: Hashable {
  let section: Int
  let stage: Int?
  let parent: Int?
}

extension Moment.Position {
  /// Whether it is certainly earlier: two times of one day only where both have a clock.
  fileprivate func isBefore(_ other: Moment.Position) -> Bool {
    if day != other.day { return day < other.day }
    guard let minute, let otherMinute = other.minute else { return false }
    return minute < otherMinute
  }
}
