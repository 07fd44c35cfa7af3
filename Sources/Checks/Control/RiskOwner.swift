import Diagnostics
import Procedures

extension Rule {
  /// A risk for which nobody answers.
  static let riskOwner = Rule(
    .riskOwner, .control, .always(.error),
    summary: Localized(
      zh: "每个风险都有负责的岗位。",
      en: "Every risk has a role that sees to it."),
    advice: Localized(
      zh: "没有负责人的风险，控制措施没有人落实。在风险下面写“- 负责：岗位”。",
      en: "Controls that nobody sees to do not happen. Add “- responsible: role” under the risk."),
    bad: Example(
      sections: [
        "风险": """
        - 备用金遗失
          - 控制：两人护送
        """
      ]),
    good: Example(
      sections: [
        "风险": """
        - 备用金遗失
          - 控制：两人护送
          - 负责：店长
        """
      ]),
    .document(findRisks))

  private static func findRisks(_ inspection: inout Inspection) {
    if inspection.article.entry.isTranslation { return }
    for risk in inspection.article.risks where risk.owner.isEmpty {
      inspection.report(
        risk.range,
        Localized(
          zh: "风险“\(inspection.text(risk.risk))”没有负责岗位", en: "no role sees to the risk “\(inspection.text(risk.risk))”"),
        help: Localized(zh: "在下面加一行“- 负责：岗位”", en: "add “- responsible: role” below it"))
    }
  }
}
