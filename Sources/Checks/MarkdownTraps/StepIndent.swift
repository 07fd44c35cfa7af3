import Diagnostics

extension Rule {
  /// Fields that are not indented under their step.
  static let stepIndent = Rule(
    .stepIndent, .markdown, .always(.warning),
    summary: Localized(
      zh: "步骤的字段缩进到步骤文字下面。",
      en: "The fields of a step are indented under its text."),
    advice: Localized(
      zh: "Markdown 里没有缩进的“-”会结束编号列表，下一个步骤就成了新列表。字段前空三格（10 以后空四格），和步骤的文字对齐；handrail format 会改好。现在仍按上一步的字段处理。",
      en:
        "An unindented “-” ends a numbered list in Markdown. Indent fields to the text of the step: three blanks, four from 10 on. handrail format does it; until then they are read as fields of the step above."
    ),
    bad: Example(
      steps: """
        1. **店员** 清点备用金
        - 批准：店长
        - 记录：《开店记录》

        2. **店长** 检查店面
        """),
    good: Example(
      steps: """
        1. **店员** 清点备用金
           - 批准：店长
           - 记录：《开店记录》
        2. **店长** 检查店面
        """),
    .reading)
}
