import Diagnostics
import Procedures

extension Rule {
  /// More than one action in a step or box.
  ///
  /// Measured (see `Precision`): 45 found, 41 judged, 38 worth a writer's time; what was not: two duties that stood
  /// among steps, and a line whose list had lost its bullets.
  static let multiAction = Rule(
    .multiAction, .wording, .always(.warning), measured: Precision(found: 45, judged: 41, worth: 38),
    summary: Localized(zh: "一个步骤、一个勾选项只写一个动作。", en: "A step or box holds one action."),
    advice: Localized(
      zh: "写在一起的第二个动作最容易漏掉，打勾时也说不清做到了哪一个。拆成两步；记录写成字段“记录：”，通知写成“知会：”，有条件的写成分支“如果 …：…”。“检查并确认”算一个动作。",
      en:
        "The second action of a step is the one that gets lost, and a tick does not say which of the two was done. Split it; write records and people to tell as fields, and what depends on a condition as a branch. “Check and confirm” counts as one."
    ),
    bad: Example(
      steps: """
        1. **店员** 打扫店面并登记库存
        2. **店长** 检查店面
        """),
    good: Example(
      steps: """
        1. **店员** 打扫店面
        2. **店员** 登记库存
        3. **店长** 检查店面
        """),
    .document { inspection in
      let passages = inspection.passages
      for passage in passages.all {
        guard let step = passage.place.numberedStep else { continue }
        // What is twice too long is said by step-long; its parts are no list of actions.
        if TextMeasure(passages.bytes, passage.range).han > 80 { continue }
        let actions = Action.all(in: passages.bytes, passages.clauses(of: passage))
        guard actions.count > 1 else { continue }
        let number = inspection.article.steps[step].number
        let isBox = passage.place == .box(step)
        let named = actions.prefix(3).map { "“\(passages.excerpt($0.range))”" }.joined()
        let more = actions.count > 3 ? "…" : ""
        inspection.report(
          passages.source(actions[1].range, of: passage),
          Localized(
            zh: "步骤 \(number) \(isBox ? "的这个勾选项" : "")有 \(actions.count) 个动作：\(named)\(more)",
            en: "\(isBox ? "this box of step" : "step") \(number) holds \(actions.count) actions: \(named)\(more)"),
          help: passages.remedy(of: actions[1], isBox: isBox))
      }
    })
}

extension Passages {
  /// Where the second action belongs.
  fileprivate func remedy(of action: Action, isBox: Bool) -> Localized {
    if action.isConditional {
      return Localized(zh: "有条件的动作写成分支“- 如果 …：…”", en: "write what depends on a condition as a branch “- if …: …”")
    }
    let start = action.range.lowerBound
    if bytes.holdsAny(ActionWords.records, at: start) {
      return Localized(zh: "记录写成字段“- 记录：《…》”，否则另写一步", en: "write the record as a field “- record: 《…》”, else as a step")
    }
    if bytes.holdsAny(ActionWords.notices, at: start) {
      return Localized(zh: "通知写成字段“- 知会：…”，否则另写一步", en: "write whom to tell as a field “- informed: …”, else as a step")
    }
    return isBox
      ? Localized(zh: "拆成两个勾选项", en: "split the box in two")
      : Localized(zh: "拆成两个步骤，或写成勾选项“- [ ] …”", en: "split the step in two, or list the actions as boxes “- [ ] …”")
  }
}
