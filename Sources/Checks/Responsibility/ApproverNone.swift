import Diagnostics
import Procedures

extension Rule {
  /// Steps that nobody approves, in a document without an owner.
  static let approverNone = Rule(
    .approverNone, .responsibility, .always(.warning),
    summary: Localized(
      zh: "步骤有批准人，或文件有负责人可以继承。",
      en: "Steps have an approver, or inherit the owner of the document."),
    advice: Localized(
      zh: "没有单独写批准人的步骤，由阶段的批准人或文件的负责人承担。都没有，就没有人对结果负责。在文件头写“负责人”，或在步骤下写“- 批准：…”。",
      en:
        "A step without an approver of its own falls to its stage’s, else to the owner of the document. Without either nobody answers for the result. Name an owner in the front matter, or add “- approves: …”."
    ),
    bad: Example(
      files: [
        "content/procedures/门店/MD-001-开店流程.md": """
        ---
        编号: MD-001
        名称: 开店流程
        部门: 门店部
        版本: 1.0
        状态: 草稿
        用法: 边读边做
        ---

        ## 适用范围

        本店。

        ## 术语

        无

        ## 步骤

        1. **店长** 检查店面

        ## 风险

        无

        ## 相关文件

        无

        """
      ],
      also: [.keyMissing]),
    good: Example(
      card: "负责人: 店长"),
    .document(findUnapproved))

  private static func findUnapproved(_ inspection: inout Inspection) {
    let article = inspection.article
    guard article.kind.isControlled, !article.entry.isTranslation else { return }
    let open = article.steps.filter { $0.participation.approves == nil }
    guard let first = open.first else { return }
    inspection.report(
      first.range,
      Localized(
        zh: "\(open.count) 个步骤没有批准人，文件也没有负责人", en: "\(open.count) steps have no approver, and the document has no owner"
      ),
      help: Localized(
        zh: "在文件头写“负责人: …”，或在步骤下写“- 批准：…”", en: "add `owner: …` to the front matter, or “- approves: …” below the step")
    )
  }
}
