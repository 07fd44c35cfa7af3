import Diagnostics
import Procedures

extension Rule {
  /// A status that its approvals do not bear out.
  static let approvalMissing = Rule(
    .approvalMissing, .control, .always(.error),
    summary: Localized(
      zh: "状态要有相应的审批记录。",
      en: "A status is borne out by approvals."),
    advice: Localized(
      zh: "评审要有编制；批准和生效要有编制、审核、批准，生效还要有生效日期；废止要写接替的文件或废止原因。在“审批”里补一行“动作 岗位 姓名 日期”，或把状态改回草稿。",
      en:
        "In review asks for a drafted line; approved and effective for drafted, reviewed and approved, effective for an effective date as well; withdrawn for a successor or a reason. Add a line “action role person date” under 审批/approvals, or set the status back to draft."
    ),
    bad: Example(
      card: """
        状态: 生效
        生效日期: 2026-03-01
        审批:
          - 编制 值班主管 丁某 2026-02-10
          - 审核 店长 乙某 2026-02-14
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
    .document(findMissing))

  private static func findMissing(_ inspection: inout Inspection) {
    guard !inspection.article.entry.isTranslation, let card = inspection.article.entry.card.control,
      let status = card.status
    else { return }
    let missing = wanted(status.value).filter { action in
      !inspection.article.card.approvals.contains { $0.action == action }
    }
    if !missing.isEmpty { report(missing, status, &inspection) }
    if status.value == .effective, card.effective == nil {
      inspection.report(
        status.range,
        Localized(zh: "状态“\(status.text)”没有生效日期", en: "the status “\(status.text)” has no effective date"),
        help: Localized(zh: "在文件头写“生效日期: 2026-03-01”", en: "add `effective: 2026-03-01` to the front matter"))
    }
    if status.value == .withdrawn, card.replacedBy == nil, card.withdrawnBecause == nil {
      inspection.report(
        status.range,
        Localized(zh: "状态“\(status.text)”没有写接替文件或原因", en: "“\(status.text)” without a successor or a reason"),
        help: Localized(zh: "写“被替代: 编号”或“废止原因: …”", en: "add `replaced-by: code` or `withdrawn-because: …`"))
    }
  }

  private static func wanted(_ status: Status) -> [Approval.Action] {
    switch status {
    case .draft, .withdrawn: []
    case .inReview: [.drafted]
    case .approved, .effective: [.drafted, .reviewed, .approved]
    }
  }

  private static func report(
    _ missing: [Approval.Action], _ status: Written<Status>, _ inspection: inout Inspection
  ) {
    let (zh, en) = (missing.map(\.label.zh), missing.map(\.label.en))
    inspection.report(
      status.range,
      Localized(
        zh: "状态“\(status.text)”缺少审批：\(zh.joined(separator: "、"))",
        en: "the status “\(status.text)” lacks approvals: \(en.joined(separator: ", "))"),
      help: Localized(
        zh: "在“审批”里加一行“\(zh[0]) 岗位 姓名 2026-03-01”，或把状态改回草稿",
        en: "add a line “\(en[0]) role person 2026-03-01” under approvals, or set the status back to draft"))
  }
}
