import Diagnostics
import Procedures

extension Rule {
  /// One person who drafts and approves.
  static let approvalSelf = Rule(
    .approvalSelf, .control, .always(.warning),
    summary: Localized(
      zh: "编制和批准不是同一个人。",
      en: "Whoever drafts does not approve."),
    advice: Localized(
      zh: "自己批准自己写的，等于没有批准。请另一个人批准；人手确实不够就写明原因并忽略这一条。",
      en:
        "Approving one’s own draft is no approval. Have somebody else do it; where that cannot be, ignore this rule with the reason."
    ),
    bad: Example(
      card: """
        状态: 生效
        生效日期: 2026-03-01
        审批:
          - 编制 店长 甲某 2026-02-10
          - 审核 值班主管 乙某 2026-02-14
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
    .document(findSelf))

  private static func findSelf(_ inspection: inout Inspection) {
    let approvals = inspection.article.card.approvals
    for approval in approvals where approval.action == .approved && !approval.person.isEmpty {
      guard let draft = approvals.first(where: { $0.action == .drafted && $0.person == approval.person }) else {
        continue
      }
      inspection.report(
        approval.range,
        Localized(zh: "编制和批准都是\(approval.person)", en: "\(approval.person) both drafted and approved"),
        help: Localized(zh: "请另一个人批准", en: "have somebody else approve it"),
        notes: [
          .init(
            path: inspection.article.path, range: draft.range, message: Localized(zh: "编制在这里", en: "drafted here"))
        ])
    }
  }
}
