import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A deadline without a word on what follows when it passes.
  static let deadlineNoLate = Rule(
    .deadlineNoLate, .logic, .always(.info),
    summary: Localized(zh: "有期限的步骤写明逾期怎么办。", en: "A step with a deadline says what follows when it is missed."),
    advice: Localized(
      zh: "没有后果的期限等于没有期限。加字段：逾期：上报区域经理；或者 升级：区域经理。分支里写了逾期、超时的不提示。",
      en:
        "A deadline without a consequence is none. Add a field if-late: or escalate:. Nothing is said where a branch speaks of it."
    ),
    bad: Example(
      steps: """
        1. **店员** 打扫店面
        2. **店长** 上报缺货
           - 期限：2小时内
        """),
    good: Example(
      steps: """
        1. **店员** 打扫店面
        2. **店长** 上报缺货
           - 期限：2小时内
           - 逾期：值班主管代报
        """),
    .document { inspection in
      let stages = inspection.article.stages
      let steps = inspection.article.steps
      for index in steps.indices where steps[index].fields.due != nil {
        let step = steps[index]
        guard let due = step.fields.due, due.kind != .unread else { continue }
        guard step.fields.ifLate == nil, step.fields.escalate.isEmpty else { continue }
        // What a stage sets for all its steps is said once, at its first step.
        if let stage = step.stage, stages.indices.contains(stage), stages[stage].fields.due == due { continue }
        if step.branches.contains(where: { inspection.speaksOfLateness($0) }) { continue }
        inspection.report(
          inspection.place(of: due.text, in: step),
          Localized(
            zh: "步骤 \(step.number) 的期限“\(due.text)”没有写逾期怎么办",
            en: "step \(step.number) is due “\(due.text)” and does not say what follows when it is late"),
          help: Localized(zh: "加字段“- 逾期：…”或“- 升级：…”", en: "add a field “- if-late: …” or “- escalate: …”"))
      }
    })
}

extension Inspection {
  /// Whether a branch is taken when the deadline has passed.
  fileprivate func speaksOfLateness(_ branch: Branch) -> Bool {
    guard case .when(let condition) = branch.condition else { return false }
    let bytes = document.plainBytes(of: condition)
    let words = ["逾期", "超期", "超时", "过期", "到期", "未按时", "未按期", "late", "overdue", "not in time"]
    return bytes.indices.contains { bytes.holdsAny(words, at: $0) }
  }
}
