import Diagnostics

/// The manual of all rules as Markdown: `docs/rules.md`, generated, so that it cannot lag behind.
package enum Manual {
  /// The text. Linear.
  package static var text: String {
    var text = head
    for group in RuleGroup.allCases {
      let rules = Rule.all.filter { $0.group == group }
      if rules.isEmpty { continue }
      text += "\n## \(group.title.zh) · \(group.title.en)\n\n| 规则 Rule | 级别 Weight | |\n|---|---|---|\n"
      for rule in rules { text += row(rule) }
      for rule in rules { text += page(rule) }
    }
    return text
  }

  private static let head = """
    # 规则手册 · The rules

    `handrail check` 按这些规则检查手册，`handrail check --explain 规则名` 在终端里显示其中一页。本文由规则本身生成，例子就是它们的测试；\
    例子只写相关的部分，其余是一本没有问题的小手册。

    `handrail check` holds a handbook against these rules; `handrail check --explain RULE` shows one page in the terminal. \
    This text is generated from the rules, and the examples are their tests; an example shows only what it is about, the \
    rest is a small handbook without findings.

    错误会阻止发布，警告和提示不会；`--strict` 让警告也算不通过。时间过去只会带来提示和警告。

    Errors keep a handbook from being published, warnings and hints do not; with `--strict` warnings fail too. The passing \
    of time alone brings only hints and warnings.

    **忽略一处 · In one place:** `<!-- handrail-ignore 规则名: 理由 -->` 单独一行管下面一段（列表管第一项，标题管整节），写在行末管那一行，\
    写在第一个标题之前管整个文件。 On a line of its own it holds for the next block (of a list the first item, of a heading \
    its section), at the end of a line for that line, before the first heading for the file.

    **改级别 · Weights:** `handbook.yml`:

    ```yaml
    规则:
      vague-time: {级别: 错误, 范围: [procedures/门店], 因为: 门店的检查要准时}
      external-link: {级别: 关闭, 因为: 外部链接由资料员每季度检查}
    ```

    """

  private static func row(_ rule: Rule) -> String {
    "| [`\(rule.name)`](#\(rule.name)) | \(rule.weight.label.zh) · \(rule.weight.label.en) | "
      + "\(rule.summary.zh) \(rule.summary.en) |\n"
  }

  private static func page(_ rule: Rule) -> String {
    var text = "\n### \(rule.name)\n\n**\(rule.summary.zh)** \(rule.summary.en)\n\n"
    text += "\(rule.advice.zh)\n\n\(rule.advice.en)\n\n"
    text += "不好 · Bad:\n\n\(example(rule.bad))\n好 · Good:\n\n\(example(rule.good))"
    if rule.isFirm { text += "\n\(rule.silencing.zh) \(rule.silencing.en)\n" }
    return text
  }

  private static func example(_ example: Example) -> String {
    example.shown.map { piece in
      let lines = piece.text.split(separator: "\n", omittingEmptySubsequences: false).map(ManualPage.visible)
      let caption = piece.caption.map { "`\($0)`\n\n" } ?? ""
      return "\(caption)````markdown\n\(lines.joined(separator: "\n"))\n````\n"
    }.joined(separator: "\n")
  }
}
