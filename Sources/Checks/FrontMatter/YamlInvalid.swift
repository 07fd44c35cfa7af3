import Diagnostics

extension Rule {
  /// Front matter that cannot be read.
  static let yamlInvalid = Rule(
    .yamlInvalid, .frontMatter, .always(.error), isFirm: true,
    summary: Localized(
      zh: "文件头每行写“名称: 值”。",
      en: "Each line of the front matter is `key: value`."),
    advice: Localized(
      zh: "冒号后要空一格，缩进用空格不用 Tab，引号和括号要成对。以 @ ` % 等符号开头的值要加引号。读不懂的文件头一项也不算数，所以必须改正。",
      en:
        "A blank follows the colon, indentation is blanks, quotes and brackets are closed. A value that starts with @, ` or % is quoted. Front matter that cannot be read counts for nothing, so it must be mended."
    ),
    bad: Example(
      card: "关键词:[开店, 开门"),
    good: Example(
      card: "关键词: [开店, 开门]"),
    .reading)
}
