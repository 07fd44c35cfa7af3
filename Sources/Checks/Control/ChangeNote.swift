import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A new version without a word about what changed.
  static let changeNote = Rule(
    .changeNote, .control, .always(.warning),
    summary: Localized(
      zh: "第二版起写明修订说明。",
      en: "From the second version on there is a change note."),
    advice: Localized(
      zh: "没有说明，读者要逐字对照才知道改了什么，培训也不知道讲什么。在文件头写“修订说明: 改了什么，为什么”，或在“修订记录”里加一行。",
      en:
        "Without it readers must compare word by word, and trainers do not know what to train. Add `change-note: what changed and why` to the front matter, or a line to Changes."
    ),
    bad: Example(
      card: "版本: 1.1"),
    good: Example(
      card: """
        版本: 1.1
        修订说明: 增加盘点，减少差错。
        """),
    .document(findNote))

  private static func findNote(_ inspection: inout Inspection) {
    let article = inspection.article
    guard article.kind.isControlled, !article.entry.isTranslation, let card = article.entry.card.control,
      let version = card.version, card.changeNote == nil, !isFirst(version.value)
    else { return }
    if article.changes.contains(where: { Version(parsing: $0.version) == version.value && !$0.note.isEmpty }) { return }
    inspection.report(
      version.range,
      Localized(zh: "版本 \(version.text) 没有修订说明", en: "version \(version.text) has no change note"),
      help: Localized(
        zh: "在文件头写“修订说明: 改了什么，为什么”", en: "add `change-note: what changed and why` to the front matter"))
  }

  /// Whether a version is the first of its document by its number: 1, 1.0, 0.x, A/0, A/1.
  private static func isFirst(_ version: Version) -> Bool {
    if version.text.hasPrefix("0") { return true }
    return [Version(parsing: "1"), Version(parsing: "A/0"), Version(parsing: "A/1")].contains(version)
  }
}
