import Diagnostics
import Procedures

extension Rule {
  /// One role with two steps at the same time.
  ///
  /// Roles that several people hold (编制 over 1), groups and departments can do two things at once, and so can steps of
  /// different variants. A time that a stage sets for all its steps is no time of a step.
  static let timeClash = Rule(
    .timeClash, .logic, .always(.warning),
    summary: Localized(zh: "一个岗位在同一时刻只有一个步骤。", en: "A role has one step at a time."),
    advice: Localized(
      zh: "一个人不能在 08:30 同时开晨会和巡场。改时间，或把一个步骤交给别的岗位。岗位不止一人时，在岗位文件里写“编制：3”，就不再提示。",
      en:
        "One person cannot hold the briefing and walk the floor at 08:30. Change a time or give one step to another role. Where several people hold the role, write 编制/headcount: 3 in its file."
    ),
    bad: Example(
      steps: """
        1. 08:30–09:00 **店长** 召开晨会
        2. 08:45 **店长** 检查店面
        """),
    good: Example(
      steps: """
        1. 08:30–08:45 **店长** 召开晨会
        2. 08:45 **店长** 检查店面
        """),
    .document { inspection in
      for (role, spans) in inspection.spans() {
        var longest = spans[0]
        for span in spans.dropFirst() {
          defer { if span.end > longest.end { longest = span } }
          guard span.meets(longest), let clash = inspection.clash(longest, span) else { continue }
          let (first, second) = clash
          let name = inspection.handbook[role].name
          let (one, two) = (first.fields.time?.text ?? "", second.fields.time?.text ?? "")
          inspection.report(
            inspection.place(of: two, in: second),
            Localized(
              zh: "“\(name)”在步骤 \(first.number)（\(one)）和步骤 \(second.number)（\(two)）同时有事",
              en: "“\(name)” has step \(first.number) (\(one)) and step \(second.number) (\(two)) at the same time"),
            help: Localized(
              zh: "改时间或换岗位；岗位不止一人时，在岗位文件里写“编制：”",
              en: "change a time or a role; where several people hold it, state 编制/headcount in its file"),
            notes: [
              .init(
                path: inspection.article.path, range: inspection.place(of: one, in: first),
                message: Localized(zh: "步骤 \(first.number) 在这里", en: "step \(first.number) is here"))
            ])
        }
      }
    })
}

/// When a role is busy with a step, in minutes from midnight of T日.
private struct Span {
  let step: Int
  let start: Int
  let end: Int

  /// Whether this later span begins while another lasts; two points meet when they are the same.
  func meets(_ other: Span) -> Bool { start < other.end || start == other.start }
}

extension Inspection {
  /// The spans of every role that one person holds, by role in the order of their first steps, each list by time.
  fileprivate func spans() -> [(role: RoleID, spans: [Span])] {
    var order: [RoleID: Int] = [:]
    var found: [(role: RoleID, spans: [Span])] = []
    var anchors: AnchorTable?
    let steps = article.steps
    for index in steps.indices where steps[index].fields.time != nil {
      let step = steps[index]
      guard let time = ownTime(of: step), !step.participation.responsible.isEmpty else { continue }
      let table = anchors ?? AnchorTable(article.entry.card.anchors)
      anchors = table
      guard let place = time.position(anchors: table), let minute = place.minute else { continue }
      let start = place.day &* 1440 &+ minute
      let span = Span(step: index, start: start, end: start + time.length)
      for case .role(let role) in step.participation.responsible where isOnePerson(role) {
        if let place = order[role] {
          found[place].spans.append(span)
        } else {
          order[role] = found.count
          found.append((role, [span]))
        }
      }
    }
    return found.map { ($0.role, $0.spans.sorted { ($0.start, $0.step) < ($1.start, $1.step) }) }
  }

  private func isOnePerson(_ role: RoleID) -> Bool {
    if !handbook[role].members.isEmpty { return false }
    guard let written = handbook[handbook[role].article].entry.card.role?.headcount?.text else { return true }
    let digits = written.prefix { $0 >= "0" && $0 <= "9" }
    return Int(digits) == 1
  }

  /// The two steps in the order of the text; nil when they cannot meet or one is part of the other.
  fileprivate func clash(_ one: Span, _ other: Span) -> (Step, Step)? {
    let (first, second) = (min(one.step, other.step), max(one.step, other.step))
    let (a, b) = (article.steps[first], article.steps[second])
    guard first != second, mayMeet(a, b) else { return nil }
    var parent = b.parent
    while let index = parent {
      if index == first { return nil }
      parent = article.steps[index].parent
    }
    return (a, b)
  }
}

extension Moment {
  /// How many minutes it lasts; 0 where no end was written.
  fileprivate var length: Int {
    let clock: Clock?
    switch kind {
    case .clock(let written): clock = written
    case .day(_, let written): clock = written
    case .anchor, .within, .workdays, .monthday, .recurrence, .limit, .unread: clock = nil
    }
    guard let clock, let until = clock.until else { return 0 }
    return until - clock.start + (clock.overMidnight ? 1440 : 0)
  }
}
