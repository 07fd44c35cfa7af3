import Diagnostics
import Procedures

extension Rule {
  /// Two texts under one version.
  static let versionSame = Rule(
    .versionSame, .control, .always(.error),
    summary: Localized(
      zh: "内容变了，版本号就要变。",
      en: "A changed text has a new version."),
    advice: Localized(
      zh: "两份内容用同一个版本号，谁也说不清手里的是哪一份。给新的内容一个更大的版本号。现在按修订记录判断：同一版本在不同日期改了两次；已发布的版本由台账判断。",
      en:
        "When two texts bear one version, nobody knows which one they hold. Give the new text a greater version. It is judged by the change log: one version changed on two dates; issued versions are judged by the ledger."
    ),
    bad: Example(
      card: "版本: 1.1",
      sections: [
        "修订记录": """
        - 1.1 2026-03-01 丁某：增加盘点
        - 1.1 2026-02-18 丁某：调整分工
        """
      ]),
    good: Example(
      card: "版本: 1.2",
      sections: [
        "修订记录": """
        - 1.2 2026-03-01 丁某：增加盘点
        - 1.1 2026-02-18 丁某：调整分工
        """
      ]),
    .document(findSame))

  private static func findSame(_ inspection: inout Inspection) {
    if inspection.article.entry.isTranslation { return }
    var first: [Version: Change] = [:]
    for change in inspection.article.changes {
      guard let version = Version(parsing: change.version) else { continue }
      guard let other = first[version] else {
        first[version] = change
        continue
      }
      guard other.date != change.date else { continue }
      inspection.report(
        change.range,
        Localized(
          zh: "版本 \(version) 在 \(other.date) 和 \(change.date) 改了两次",
          en: "version \(version) was changed on \(other.date) and on \(change.date)"),
        help: Localized(zh: "给后一次修改一个更大的版本号", en: "give the later change a greater version"),
        notes: [
          .init(
            path: inspection.article.path, range: other.range,
            message: Localized(zh: "另一次在这里", en: "the other one is here"))
        ])
    }
  }
}
