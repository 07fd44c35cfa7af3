import Diagnostics

extension Rule {
  /// A link to a heading that is not there.
  static let anchorBroken = Rule(
    .anchorBroken, .links, .always(.error),
    summary: Localized(
      zh: "链接的标题要存在。",
      en: "Linked headings exist."),
    advice: Localized(
      zh: "标题改了名，指向它的链接就断了。标题的地址就是标题的文字，英文小写，空格写成“-”；步骤写 #step-3。",
      en:
        "A renamed heading breaks the links to it. Its address is its text, Latin letters small, “-” for blanks; a step is #step-3."
    ),
    bad: Example(
      steps: "1. **店长** 按[应急](#应急)处理"),
    good: Example(
      steps: "1. **店长** 按[风险](#风险)处理"),
    .reading)
}
