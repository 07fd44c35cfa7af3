import Diagnostics
import Procedures

extension Rule {
  /// A step for which nobody answers.
  static let stepNoOwner = Rule(
    .stepNoOwner, .responsibility, .always(.error),
    summary: Localized(
      zh: "每个步骤都有负责的岗位。",
      en: "Every step has a role that does it."),
    advice: Localized(
      zh: "没有写谁做的步骤，最后没有人做。在动作前写加粗的岗位：“1. **店员** 打扫店面”，或在下面加“- 负责：店员”。整个阶段都是一个岗位，就写在阶段标题下面。分步骤各有岗位的，上一级可以不写。",
      en:
        "A step that names nobody is done by nobody. Put the role in bold before the action, or add “- responsible: …” under the step or under its stage. A step whose sub-steps all name a role needs none of its own."
    ),
    bad: Example(
      steps: """
        1. **保安员** 打开大门
        2. 打扫店面
        """),
    good: Example(
      steps: """
        1. **保安员** 打开大门
        2. **店员** 打扫店面
        """),
    .document(findOwnerless))

  private static func findOwnerless(_ inspection: inout Inspection) {
    let steps = inspection.article.steps
    if inspection.article.entry.isTranslation { return }
    // A step is covered by its sub-steps when every one of them is; they stand behind it.
    var isCovered = Array(repeating: false, count: steps.count)
    var hasChildren = isCovered
    var hasBareChild = isCovered
    for index in steps.indices.reversed() {
      let isOwned = !steps[index].participation.responsible.isEmpty || isShared(steps[index])
      isCovered[index] = isOwned || (hasChildren[index] && !hasBareChild[index])
      if let parent = steps[index].parent {
        hasChildren[parent] = true
        hasBareChild[parent] = hasBareChild[parent] || !isCovered[index]
      }
    }
    for index in steps.indices where !isCovered[index] && !hasChildren[index] { report(steps[index], &inspection) }
  }

  /// Whether every box under a step says whose it is.
  private static func isShared(_ step: Step) -> Bool {
    !step.boxes.isEmpty && step.boxes.allSatisfy { !$0.parties.isEmpty }
  }

  private static func report(_ step: Step, _ inspection: inout Inspection) {
    inspection.report(
      step.range,
      Localized(zh: "步骤 \(step.number) 没有负责岗位", en: "step \(step.number) has no role that does it"),
      help: Localized(
        zh: "在动作前写加粗的岗位，如“**店员** …”，或在下面加“- 负责：…”",
        en: "put a role in bold before the action, or add “- responsible: …” below it"))
  }
}
