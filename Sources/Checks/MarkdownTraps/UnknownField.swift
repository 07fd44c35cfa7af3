import Diagnostics

extension Rule {
  /// A bullet `key：value` under a step whose key is nearly a field.
  static let unknownField = Rule(
    .unknownField, .markdown, .always(.info),
    summary: Localized(zh: "步骤下的“键：值”用格式认识的键。", en: "The keys of fields under a step are those of the format."),
    advice: Localized(
      zh: "“- 责任人：店长”只是一行普通文字，不会出现在岗位的清单里；写成“- 负责：店长”才是字段。只在写法和某个字段很接近时提示；确实是普通文字就不用管，或换个说法。",
      en:
        "`- 责任人：店长` is a line of plain text and reaches no role's checklist; `- 负责：店长` is a field. Only keys that are close to a field are mentioned; reword the line when plain text is meant."
    ),
    bad: Example(steps: "1. **店员** 打扫店面\n   - 责任人：值班主管\n2. **店长** 检查店面"),
    good: Example(steps: "1. **店员** 打扫店面\n   - 负责：值班主管\n2. **店长** 检查店面"),
    .reading)
}
