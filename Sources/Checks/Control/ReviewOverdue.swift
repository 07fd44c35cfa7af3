import Diagnostics
import Procedures

extension Rule {
  /// A document whose review is overdue.
  static let reviewOverdue = Rule(
    .reviewOverdue, .control, .always(.warning),
    summary: Localized(
      zh: "过了复审日期的文件要复审。",
      en: "Documents are reviewed in time."),
    advice: Localized(
      zh: "很久没人看过的规程，写的和做的往往已经不同。安排复审：没有变化也留下记录，有变化就出新版本。时间过去只会带来警告，不会让发布失败。",
      en:
        "What nobody has looked at for long seldom matches what is done. Review it: record that nothing changed, or write a new version. The passing of time only ever warns; it never makes a build fail."
    ),
    bad: Example(
      card: """
        状态: 生效
        生效日期: 2025-10-01
        复审周期: 12个月
        审批:
          - 编制 值班主管 丁某 2025-02-10
          - 审核 店长 乙某 2025-02-14
          - 批准 店长 甲某 2025-02-18
        """),
    good: Example(
      card: """
        状态: 生效
        生效日期: 2026-03-01
        复审周期: 12个月
        审批:
          - 编制 值班主管 丁某 2025-02-10
          - 审核 店长 乙某 2025-02-14
          - 批准 店长 甲某 2025-02-18
        """),
    .document(findOverdue))

  private static func findOverdue(_ inspection: inout Inspection) {
    guard let review = NextReview(inspection) else { return }
    let left = review.daysLeft(inspection.facts.today)
    guard left < 0 else { return }
    inspection.report(
      review.range,
      Localized(
        zh: "复审日期 \(review.day) 已过 \(-left) 天", en: "the review was due on \(review.day), \(-left) days ago"),
      help: Localized(
        zh: "安排复审：没有变化也留下记录，有变化就出新版本", en: "have it reviewed: record that nothing changed, or write a new version"))
  }
}
