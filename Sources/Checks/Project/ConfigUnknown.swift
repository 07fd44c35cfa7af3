import Diagnostics
import Procedures

extension Rule {
  /// A key of handbook.yml, or a rule in it, that is not known.
  static let configUnknown = Rule(
    .configUnknown, .project, .always(.error), isFirm: true,
    summary: Localized(
      zh: "handbook.yml 里只用认识的项和规则名。",
      en: "handbook.yml holds only known keys and rules."),
    advice: Localized(
      zh: "写错的设置不起作用，而写的人以为它起作用。照提示改成最接近的名称；规则名见规则手册。",
      en:
        "A misspelt setting does nothing while its author believes it does. Write the nearest name; the names of rules are in the manual."
    ),
    bad: Example(
      files: [
        "content/handbook.yml": """
        名称: 门店手册
        规则: {vague-tme: 关闭}
        单位名: 示例公司

        """
      ]),
    good: Example(
      files: [
        "content/handbook.yml": """
        名称: 门店手册
        单位: 示例公司

        """
      ]),
    .handbook { survey in
      for change in survey.handbook.settings.rules.changes where RuleName(rawValue: change.rule.text) == nil {
        let near = EditDistance.nearest(change.rule.text, among: RuleName.allCases.map(\.rawValue))
        survey.report(
          path: "content/handbook.yml", change.rule.range,
          Localized(zh: "没有规则“\(change.rule.text)”", en: "there is no rule “\(change.rule.text)”"),
          help: near.map { Localized(zh: "改为“\($0)”", en: "write “\($0)”") }
            ?? Localized(zh: "规则名见 docs/rules.md", en: "docs/rules.md lists the rules"))
      }
    })
}
