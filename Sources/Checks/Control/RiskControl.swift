import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A risk without a control.
  static let riskControl = Rule(
    .riskControl, .control, .always(.error),
    summary: Localized(
      zh: "每个风险都有控制措施。",
      en: "Every risk has a control."),
    advice: Localized(
      zh: "只列风险不写措施，等于没有准备。在风险下面写“- 控制：怎么做”。步骤里写了“风险”字段的，也要写“控制”。",
      en:
        "A risk without a control is a worry, not a plan. Add “- control: what is done” under it. A step with a risk field has a control field as well."
    ),
    bad: Example(
      sections: [
        "风险": """
        - 备用金遗失
          - 负责：店长
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
    for risk in inspection.article.risks where risk.control == nil { report(risk.risk, risk.range, &inspection) }
    for step in inspection.article.steps {
      guard let risk = step.fields.risk, step.fields.control == nil else { continue }
      report(risk, step.range, &inspection)
    }
  }

  private static func report(_ risk: Phrase, _ range: SourceRange, _ inspection: inout Inspection) {
    let text = inspection.text(risk)
    inspection.report(
      range, Localized(zh: "风险“\(text)”没有控制措施", en: "the risk “\(text)” has no control"),
      help: Localized(zh: "在下面加一行“- 控制：怎么做”", en: "add “- control: what is done” below it"))
  }
}
