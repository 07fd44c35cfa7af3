import Diagnostics
import Procedures

extension Rule {
  /// Versions that do not grow.
  static let versionOrder = Rule(
    .versionOrder, .control, .always(.error),
    summary: Localized(
      zh: "版本号只增不减，写法前后一致。",
      en: "Versions only grow, and are written in one way."),
    advice: Localized(
      zh: "文件头的版本要不低于修订记录里的，日期晚的版本要更大，1.2 和 A/2 两种写法不能混用。改正文件头或修订记录。已发布的版本由台账判断。",
      en:
        "The version of the front matter is at least that of the change log, a later one is greater, and 1.2 and A/2 are not mixed. Mend the front matter or the log. Issued versions are judged by the ledger."
    ),
    bad: Example(
      card: "版本: 1.1",
      sections: [
        "修订记录": """
        - 1.2 2026-03-01 丁某：增加盘点
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
    .document(findOrder))

  private static func findOrder(_ inspection: inout Inspection) {
    guard !inspection.article.entry.isTranslation, let card = inspection.article.entry.card.control,
      let current = card.version
    else { return }
    let changes = inspection.article.changes.compactMap { change in
      Version(parsing: change.version).map { (version: $0, change: change) }
    }.sorted { $0.version < $1.version }
    for (version, change) in changes where version.form != current.value.form {
      reportForm(version, change, current, &inspection)
      return
    }
    if let (version, change) = changes.last, version > current.value {
      inspection.report(
        current.range,
        Localized(
          zh: "版本是 \(current.text)，修订记录里已有 \(version)", en: "the version is \(current.text), but the log has \(version)"
        ),
        help: Localized(zh: "改文件头的版本，或改修订记录", en: "mend the version or the log"),
        notes: [note(change, &inspection)])
    }
    for (older, newer) in zip(changes, changes.dropFirst()) where older.version < newer.version {
      guard let before = Day(parsing: older.change.date), let after = Day(parsing: newer.change.date), after < before
      else { continue }
      inspection.report(
        newer.change.range,
        Localized(
          zh: "版本 \(newer.version)（\(after)）早于版本 \(older.version)（\(before)）",
          en: "version \(newer.version) of \(after) is older than version \(older.version) of \(before)"),
        help: Localized(zh: "改正日期或版本", en: "mend the date or the version"), notes: [note(older.change, &inspection)])
    }
  }

  private static func note(_ change: Change, _ inspection: inout Inspection) -> Diagnostic.Note {
    .init(
      path: inspection.article.path, range: change.range, message: Localized(zh: "修订记录在这里", en: "the log has it here"))
  }

  private static func reportForm(
    _ version: Version, _ change: Change, _ current: Written<Version>, _ inspection: inout Inspection
  ) {
    inspection.report(
      change.range,
      Localized(
        zh: "版本 \(version) 和 \(current.text) 是两种写法",
        en: "the versions \(version) and \(current.text) are written in two ways"),
      help: Localized(zh: "统一写成 1.2 或 A/2", en: "write all of them as 1.2 or as A/2"))
  }
}
