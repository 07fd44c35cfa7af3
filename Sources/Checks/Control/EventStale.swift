import Diagnostics
import Procedures

extension Rule {
  /// An event that pins an older version.
  static let eventStale = Rule(
    .eventStale, .control, .always(.warning),
    summary: Localized(
      zh: "活动引用的版本是当天有效的版本。",
      en: "An event runs the version that is in force on its day."),
    advice: Localized(
      zh: "活动写了 MD-001@1.0，而当天有效的是 1.1，现场的清单就是旧的。改成新版本，或不写版本，由程序取当天有效的。已经过去的活动保留当时的版本，不提示。",
      en:
        "When an event pins MD-001@1.0 and 1.1 is in force that day, its checklists are out of date. Pin the new version, or none: then the one in force that day is taken. Events of the past keep theirs."
    ),
    bad: Example(
      card: """
        版本: 1.1
        状态: 生效
        生效日期: 2026-03-01
        修订说明: 增加盘点。
        审批:
          - 编制 值班主管 丁某 2026-02-10
          - 审核 店长 乙某 2026-02-14
          - 批准 店长 甲某 2026-02-18
        """,
      files: [
        "content/events/开业.md": """
        ---
        名称: 开业
        日期: 2026-12-01
        流程: [MD-001@1.0]
        人员: {店长: 甲某, 店员: 乙某, 保安员: 丙某}
        ---

        """
      ]),
    good: Example(
      card: """
        版本: 1.1
        状态: 生效
        生效日期: 2026-03-01
        修订说明: 增加盘点。
        审批:
          - 编制 值班主管 丁某 2026-02-10
          - 审核 店长 乙某 2026-02-14
          - 批准 店长 甲某 2026-02-18
        """,
      files: [
        "content/events/开业.md": """
        ---
        名称: 开业
        日期: 2026-12-01
        流程: [MD-001@1.1]
        人员: {店长: 甲某, 店员: 乙某, 保安员: 丙某}
        ---

        """
      ]),
    .document(findStale))

  private static func findStale(_ inspection: inout Inspection) {
    let article = inspection.article
    guard let days = article.entry.card.event?.date?.value, days.last >= inspection.facts.today else { return }
    for reference in article.card.procedures {
      guard let id = reference.article, let pinned = reference.version else { continue }
      let other = inspection.handbook[id]
      guard let card = other.entry.card.control, let version = card.version, card.status?.value == .effective,
        let effective = card.effective, effective.value <= days.first, pinned < version.value
      else { continue }
      inspection.report(
        reference.range,
        Localized(
          zh: "引用了 \(other.name)@\(pinned)，\(effective.value) 起有效的是 \(version.text)",
          en: "\(other.name)@\(pinned) is pinned; \(version.text) is in force since \(effective.value)"),
        help: Localized(
          zh: "改为 \(other.name)@\(version.text)，或不写版本", en: "write \(other.name)@\(version.text), or no version"),
        notes: [
          .init(
            path: other.path, range: version.range, message: Localized(zh: "现在的版本在这里", en: "the version stands here"))
        ])
    }
  }
}
