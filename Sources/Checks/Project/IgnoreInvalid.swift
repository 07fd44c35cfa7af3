import Diagnostics
import Procedures

extension Rule {
  /// A comment or setting that silences a rule to no effect, without a reason, or where that may not be.
  static let ignoreInvalid = Rule(
    .ignoreInvalid, .project, .always(.warning),
    summary: Localized(
      zh: "忽略规则要写理由，并且真有所忽略。", en: "What silences a rule gives a reason and silences something."),
    advice: Localized(
      zh: """
        在一处忽略一条规则：在那一段上面单独写一行 <!-- handrail-ignore 规则名: 理由 -->，或写在那一行的末尾；写在第一个标题之前\
        管整个文件。整个手册或文件夹：在 handbook.yml 的“规则”里写级别、范围和因为。没有理由的忽略，后来的人不敢改也不敢删；\
        什么也没忽略的注释会误导人。
        """,
      en: """
        To silence a rule in one place, write <!-- handrail-ignore rule: reason --> on a line of its own above the block, \
        or at the end of the line; before the first heading it holds for the file. For the handbook or a folder, set \
        level, where and because under 规则/rules in handbook.yml. Without a reason nobody later dares to change it, and \
        a comment that silences nothing misleads.
        """),
    bad: Example(steps: "1. **店员** 打扫店面 <!-- handrail-ignore goto-missing -->"),
    good: Example(
      steps: "1. **店员** 填写《旧登记册》 <!-- handrail-ignore title-unresolved: 纸质册子，用完为止 -->"),
    .handbook { survey in
      guard let path = survey.handbook.settings.rules.changes.first.map({ _ in "content/handbook.yml" }) else { return }
      for change in survey.handbook.settings.rules.changes { look(at: change, path, &survey) }
    })

  private static func look(at change: RuleSettings.Change, _ path: String, _ survey: inout Survey) {
    guard let name = RuleName(rawValue: change.rule.text) else { return }
    if Rule.named(name).isFirm {
      survey.report(
        path: path, change.rule.range,
        Localized(
          zh: "规则 \(name) 保证网页能正确发布，不能改", en: "the rule \(name) keeps the site sound and cannot be changed"),
        help: Localized(zh: "删除这一项，改正它报告的问题", en: "delete this setting and mend what the rule reports"))
    } else if change.level != nil, change.because == nil {
      survey.report(
        path: path, change.rule.range,
        Localized(zh: "改了规则 \(name)，没有写理由", en: "the rule \(name) is changed without a reason"),
        help: Localized(
          zh: "写成 \(name): {级别: 关闭, 因为: …}", en: "write \(name): {level: off, because: …}"))
    }
  }
}
