import Diagnostics

extension Rule {
  /// A key that the format does not know.
  static let keyUnknown = Rule(
    .keyUnknown, .frontMatter, .always(.error),
    summary: Localized(
      zh: "文件头里只用手册认识的项。",
      en: "The front matter holds only keys that the handbook knows."),
    advice: Localized(
      zh: "写错的项不会起任何作用，例如“生效日其”永远不会生效。改成提示里最接近的项；自己要用的项以 x- 开头。",
      en: "A misspelt key does nothing at all. Write the nearest known key, or start a key of your own with x-."),
    bad: Example(
      card: "生效日其: 2026-03-01"),
    good: Example(
      card: """
        生效日期: 2026-03-01
        x-旧系统编号: A17
        """),
    .reading)
}
