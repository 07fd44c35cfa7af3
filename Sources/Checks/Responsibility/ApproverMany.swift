import Diagnostics

extension Rule {
  /// A step with several approvers.
  static let approverMany = Rule(
    .approverMany, .responsibility, .always(.error),
    summary: Localized(
      zh: "一个步骤只有一个批准人。",
      en: "A step has one approver."),
    advice: Localized(
      zh: "几个人都批准，等于没有人承担责任。留下最后决定的一个，其余写成“审核：”。",
      en: "When several approve, nobody answers for it. Keep the one who decides, and list the others under 审核/reviews."
    ),
    bad: Example(
      steps: """
        1. **店员** 制定促销方案
           - 批准：店长、值班主管
        """),
    good: Example(
      steps: """
        1. **店员** 制定促销方案
           - 审核：值班主管
           - 批准：店长
        """),
    .reading)
}
