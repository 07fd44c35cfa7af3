import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A warning that is read when the step is done.
  static let warningAfter = Rule(
    .warningAfter, .checklists, .always(.warning),
    summary: Localized(zh: "警告放在它保护的步骤之前。", en: "A warning stands before the step it protects."),
    advice: Localized(
      zh:
        "读到警告时手已经动了。在步骤之前另起一段，写“> 警告：…”或“> [!WARNING]”。阶段末尾的警告、步骤下面写成“注意：…”的小点、写成一个步骤的警告都会提示；写在步骤里的“> 警告”显示在步骤之前，不提示。",
      en:
        "By the time it is read, the hand has moved. Write it as a block of its own before the step: “> Warning: …” or “> [!WARNING]”. A warning at the end of a stage, a bullet “Warning: …” under a step and a step that is a warning are reported."
    ),
    bad: Example(
      steps: """
        1. **店员** 用消毒液拖地
           - 注意：消毒液不能与洁厕剂混用
        2. **店长** 检查店面
        """),
    good: Example(
      steps: """
        > 注意：消毒液与洁厕剂混用会产生毒气。

        1. **店员** 用消毒液拖地
        2. **店长** 检查店面
        """),
    .document { inspection in
      for section in inspection.article.sections where section.kind == .steps {
        for warning in section.lastWarnings {
          inspection.report(
            inspection.view.range(of: warning.block),
            Localized(zh: "这条警告后面没有步骤", en: "no step follows this warning"),
            help: Localized(zh: "移到它保护的步骤之前", en: "move it before the step that it protects"))
        }
      }
      let steps = inspection.article.steps
      for index in steps.indices where !steps[index].fields.unknown.isEmpty {
        let step = steps[index]
        for (key, value) in step.fields.unknown where SignalKey.isSignal(key) {
          inspection.report(
            inspection.document.range(of: value),
            Localized(
              zh: "步骤 \(step.number) 的“\(key)”写在动作之后", en: "“\(key)” of step \(step.number) stands behind the action"),
            help: Localized(zh: "移到步骤之前，写成“> \(key)：…”", en: "move it before the step as “> \(key): …”"))
        }
      }
      for passage in inspection.passages.all {
        guard case .action(let index) = passage.place, inspection.article.steps.indices.contains(index) else {
          continue
        }
        guard SignalKey.opens(inspection.passages.bytes, passage.range.lowerBound) else { continue }
        let number = inspection.article.steps[index].number
        inspection.report(
          inspection.passages.source(passage.range, of: passage),
          Localized(zh: "步骤 \(number) 是一条警告，不是动作", en: "step \(number) is a warning, not an action"),
          help: Localized(
            zh: "放到它保护的步骤之前，写成“> 警告：…”", en: "write it as “> Warning: …” before the step that it protects"))
      }
    })
}

extension Section {
  /// The warnings behind the last step of the section or of one of its stages.
  fileprivate var lastWarnings: [Warning] {
    var found: [Warning] = []
    var waiting: [Warning] = []
    for content in content {
      switch content {
      case .warning(let warning): if warning.level != .note { waiting.append(warning) }
      case .step: waiting = []
      case .stage:
        found += waiting
        waiting = []
      case .prose, .definition, .risk, .material, .reference, .change, .duty: break
      }
    }
    return found + waiting
  }
}

/// The words that open a warning.
enum SignalKey {
  private static let words = ["危险", "警告", "注意", "警示", "注意事项", "小心", "danger", "warning", "caution"]

  /// Whether a key is one of them.
  static func isSignal(_ key: String) -> Bool { words.contains(key.lowercased()) }

  /// Whether one of them with a colon stands at an index.
  static func opens(_ bytes: [UInt8], _ index: Int) -> Bool {
    for word in ["危险", "警告", "注意", "警示", "注意事项", "小心", "Danger", "Warning", "Caution", "DANGER", "WARNING", "CAUTION"]
    where bytes.holds(word, at: index) {
      if bytes.holdsAny(["：", ":", "！", "!"], at: index + word.utf8.count) { return true }
    }
    return false
  }
}
