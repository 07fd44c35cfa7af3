import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A part in a step that stands only in its text.
  static let verbHint = Rule(
    .verbHint, .responsibility, .always(.info),
    summary: Localized(
      zh: "谁审核、谁批准写成字段，不只写在句子里。",
      en: "Who reviews or approves is a field, not only a phrase."),
    advice: Localized(
      zh: "写在句子里的“由店长审核”不会进职责矩阵，也不会出现在店长的清单里。在步骤下加一行“- 审核：店长”，句子里就可以省去。",
      en:
        "“Reviewed by the manager” within a sentence reaches neither the matrix nor the manager’s checklist. Add a line “- reviews: …” under the step; the sentence can then do without it."
    ),
    bad: Example(
      steps: "1. **店员** 盘点并由店长审核"),
    good: Example(
      steps: """
        1. **店员** 盘点
           - 审核：店长
        """),
    .document(findVerbs))

  private static func findVerbs(_ inspection: inout Inspection) {
    if inspection.article.entry.isTranslation { return }
    for step in inspection.article.steps {
      let bytes = inspection.document.plainBytes(of: step.action)
      for hint in VerbScan(bytes).hints where !isStated(hint, step, &inspection) { report(hint, step, &inspection) }
    }
  }

  /// Whether the name is none of the handbook, or has this part already.
  private static func isStated(_ hint: VerbScan.Hint, _ step: Step, _ inspection: inout Inspection) -> Bool {
    guard let party = inspection.handbook.party(named: hint.name, in: inspection.article) else { return true }
    return step.participation.all.contains { $0.1 == party && ($0.0 == hint.letter || $0.0 == .responsible) }
  }

  private static func report(_ hint: VerbScan.Hint, _ step: Step, _ inspection: inout Inspection) {
    let phrase = inspection.document.subphrase(of: step.action, hint.range)
    inspection.report(
      inspection.document.range(of: phrase),
      Localized(
        zh: "“\(hint.text)”只写在句子里，不进职责矩阵", en: "“\(hint.text)” is only a phrase; the matrix does not know it"),
      help: Localized(
        zh: "在步骤下加“- \(hint.field)：\(hint.name)”", en: "add “- \(hint.field)：\(hint.name)” below the step"))
  }
}
