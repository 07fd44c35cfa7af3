import Diagnostics

extension Rule {
  /// A key that stands twice, also by its other names.
  static let keyDuplicate = Rule(
    .keyDuplicate, .frontMatter, .always(.error),
    summary: Localized(
      zh: "同一项只写一次。",
      en: "A key stands once."),
    advice: Localized(
      zh: "同一项写两次（名称和 title 是同一项），程序不猜哪个是对的。删去多余的一行。",
      en:
        "When a key stands twice (名称 and title are one key), nobody can tell which one holds. Delete the one too many."),
    bad: Example(
      card: """
        名称: 开店流程
        title: Opening
        """),
    good: Example(
      card: "名称: 开店流程"),
    .reading)
}
