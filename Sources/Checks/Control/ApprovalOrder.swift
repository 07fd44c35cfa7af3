import Diagnostics
import Procedures

extension Rule {
  /// Approvals whose dates contradict their order.
  static let approvalOrder = Rule(
    .approvalOrder, .control, .always(.error),
    summary: Localized(
      zh: "审批的日期先编制、后审核、再批准，不晚于生效日期。",
      en: "Drafted, reviewed and approved come in this order, and before the effective date."),
    advice: Localized(
      zh: "批准早于审核，说明记录写错，或者审核是后补的；批准晚于生效，就有几天按没有批准的文件做事。改正日期，或推迟生效日期。",
      en:
        "An approval dated before the review is a slip or a review after the fact; one dated after the effective date means that people worked by what was not approved. Mend the dates."
    ),
    bad: Example(
      card: """
        状态: 生效
        生效日期: 2026-03-01
        审批:
          - 编制 值班主管 丁某 2026-02-10
          - 审核 店长 乙某 2026-02-24
          - 批准 店长 甲某 2026-02-18
        """),
    good: Example(
      card: """
        状态: 生效
        生效日期: 2026-03-01
        审批:
          - 编制 值班主管 丁某 2026-02-10
          - 审核 店长 乙某 2026-02-14
          - 批准 店长 甲某 2026-02-18
        """),
    .document(findOrder))

  private static func findOrder(_ inspection: inout Inspection) {
    let order: [Approval.Action] = [.drafted, .consulted, .reviewed, .approved, .published]
    var latest: Approval?
    for action in order {
      let lines = inspection.article.card.approvals.filter { $0.action == action }
      if let latest {
        for line in lines where line.day < latest.day { report(line, before: latest, &inspection) }
      }
      // What people said on the way may come late; only who drafts, reviews and approves has an order.
      if action == .consulted { continue }
      for line in lines where latest.map({ $0.day < line.day }) ?? true { latest = line }
    }
    guard let effective = inspection.article.entry.card.control?.effective else { return }
    for line in inspection.article.card.approvals where line.action == .approved && line.day > effective.value {
      inspection.report(
        line.range,
        Localized(
          zh: "批准（\(line.day)）晚于生效日期（\(effective.value)）",
          en: "approved on \(line.day), after the effective date \(effective.value)"),
        help: Localized(zh: "改正日期，或推迟生效日期", en: "mend the date, or put the effective date off"),
        notes: [
          .init(
            path: inspection.article.path, range: effective.range,
            message: Localized(zh: "生效日期在这里", en: "the effective date stands here"))
        ],
        // An old history is brought in with the dates that it has (spec/versions.md 1); `issue` asks for the reason.
        severity: .warning)
    }
  }

  private static func report(_ line: Approval, before other: Approval, _ inspection: inout Inspection) {
    inspection.report(
      line.range,
      Localized(
        zh: "\(line.action.label.zh)（\(line.day)）早于\(other.action.label.zh)（\(other.day)）",
        en: "\(line.action.label.en) on \(line.day), before it was \(other.action.label.en) on \(other.day)"),
      help: Localized(zh: "改正其中一个日期", en: "mend one of the dates"),
      notes: [
        .init(
          path: inspection.article.path, range: other.range,
          message: Localized(zh: "\(other.action.label.zh)在这里", en: "\(other.action.label.en) here"))
      ])
  }
}
