import Diagnostics

extension Rule {
  /// A full-width colon after a key.
  static let colonWidth = Rule(
    .colonWidth, .frontMatter, .always(.warning),
    summary: Localized(
      zh: "文件头里的冒号用半角，后面空一格。",
      en: "A key is followed by a half-width colon and a blank."),
    advice: Localized(
      zh: "中文输入法打出的“：”本程序能读懂，别的工具（编辑器、GitHub）读不懂。handrail format 会改好。",
      en: "This program reads a full-width colon, other tools do not. handrail format repairs it."),
    bad: Example(
      card: "关键词：[开店, 开门]"),
    good: Example(
      card: "关键词: [开店, 开门]"),
    .reading)
}
