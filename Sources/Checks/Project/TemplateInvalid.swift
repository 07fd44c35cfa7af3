import Diagnostics

extension Rule {
  /// A template, style or text of the handbook that cannot be used.
  static let templateInvalid = Rule(
    .templateInvalid, .project, .always(.error), isFirm: true,
    summary: Localized(
      zh: "templates/ 里的文件要能用。",
      en: "The files below templates/ can be used."),
    advice: Localized(
      zh: "模板里写错的名称、没有关闭的块、缺少的词条会让每个网页都出错，所以发布前就报告，并指出文件和行。照提示改正，或删除这个文件以使用内置的模板。",
      en:
        "A wrong name, an unclosed block or a missing string in a template would spoil every page, so it is reported before anything is published. Mend it, or delete the file to use the built-in one."
    ),
    bad: Example(
      files: [
        "templates/notfound.mustache": """
        <p>{{#title}}</p>

        """
      ]),
    good: Example(
      steps: "1. **店长** 检查店面"),
    .reading)
}
