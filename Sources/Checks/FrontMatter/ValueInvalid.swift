import Diagnostics

extension Rule {
  /// A value that its key does not take.
  static let valueInvalid = Rule(
    .valueInvalid, .frontMatter, .always(.error),
    summary: Localized(
      zh: "每一项的值要写成规定的形式，一个步骤里的单值字段只写一次。",
      en: "Values have the form that their key asks for; a single-valued field stands once under a step."),
    advice: Localized(
      zh:
        "日期写 2026-03-01，版本写 1.2 或 A/0，状态写 草稿、评审、批准、生效或废止，审批写“动作 岗位 姓名 日期”。提示里写明接受什么；2026年3月1日、V1.0 和全角数字由 handrail format 改正。",
      en:
        "Dates are 2026-03-01, versions 1.2 or A/0, a status one of draft, in-review, approved, effective, withdrawn; an approval is “action role person date”. The message says what is accepted; handrail format repairs 2026年3月1日, V1.0 and full-width digits."
    ),
    bad: Example(
      card: """
        版本: V1.0
        生效日期: 2026年3月1日
        """),
    good: Example(
      card: """
        版本: 1.0
        生效日期: 2026-03-01
        """),
    .reading)
}
