import Diagnostics

extension Rule {
  /// A part of a value that YAML takes for a comment.
  static let yamlComment = Rule(
    .yamlComment, .frontMatter, .always(.error),
    summary: Localized(
      zh: "值里有“ #”时整个值加引号。",
      en: "A value that holds “ #” is quoted."),
    advice: Localized(
      zh: "“ #”后面的文字在 YAML 里是注释，会无声地丢掉，例如“3 # 楼仓库”只剩“3”。给整个值加引号；真是注释就另起一行写。",
      en:
        "What follows “ #” is a comment in YAML and is lost without a word. Quote the whole value; give a real comment a line of its own."
    ),
    bad: Example(
      card: "关键词: 开店 #门店"),
    good: Example(
      card: "关键词: \"开店 #门店\""),
    .reading)
}
