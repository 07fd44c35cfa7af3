import Diagnostics

extension Rule {
  /// A target that does not exist.
  static let gotoMissing = Rule(
    .gotoMissing, .logic, .always(.error),
    summary: Localized(
      zh: "“→”指向的步骤、阶段、章节或文件要存在。",
      en: "The target of “→” exists."),
    advice: Localized(
      zh: "照着做的人跳到一个不存在的步骤就停住了。写现有的步骤编号、阶段名、章节名、文件编号或“结束”；增删步骤后用 handrail format 改编号。",
      en:
        "Whoever follows the procedure is stuck at a target that is not there. Write a step number, a stage, a section, a code or “end”; handrail format renumbers after steps were added or removed."
    ),
    bad: Example(
      steps: """
        1. **店员** 盘点
           - 如果 数量不符：→ 步骤 9
        2. **店长** 检查店面
        """),
    good: Example(
      steps: """
        1. **店员** 盘点
           - 如果 数量不符：→ 步骤 2
        2. **店长** 检查店面
        """),
    .reading)
}
