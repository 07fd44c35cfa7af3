import Diagnostics
import Procedures

extension Rule {
  /// A document that is to be reviewed within thirty days.
  static let reviewDue = Rule(
    .reviewDue, .control, .always(.info),
    summary: Localized(
      zh: "复审日期前三十天提醒。",
      en: "A review is announced thirty days ahead."),
    advice: Localized(
      zh: "复审日期是生效日期（或上次复审）加复审周期。现在就安排人看一遍：没有变化也要留下记录，有变化就出新版本。",
      en:
        "The next review is the effective date, or the last review, plus the cycle. Have somebody go through it now: record that nothing changed, or write a new version."
    ),
    bad: Example(
      card: """
        状态: 生效
        生效日期: 2025-12-01
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
    .document(findDue))

  private static func findDue(_ inspection: inout Inspection) {
    guard let review = NextReview(inspection) else { return }
    let left = review.daysLeft(inspection.facts.today)
    guard (0...30).contains(left)
    else { return }
    inspection.report(
      review.range,
      Localized(zh: "距复审日期 \(review.day) 还有 \(left) 天", en: "\(left) days until the review on \(review.day)"),
      help: Localized(
        zh: "安排复审：没有变化也留下记录，有变化就出新版本", en: "have it reviewed: record that nothing changed, or write a new version"))
  }
}
