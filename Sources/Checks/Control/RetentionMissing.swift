import Diagnostics
import Procedures

extension Rule {
  /// A form without a term of keeping.
  static let retentionMissing = Rule(
    .retentionMissing, .control, .always(.warning),
    summary: Localized(
      zh: "每个表单都写明保管期限。",
      en: "Every form says how long its records are kept."),
    advice: Localized(
      zh: "不写期限，记录要么早早丢掉，要么永远堆着；检查时拿不出来。在表单的文件头写“保管期限: 3年”；使用它的流程都写了保管期限的，表单可以不写。",
      en:
        "Without a term, records are thrown away too soon or kept for ever. Add `retention: 3 years` to the form; a form whose procedures all state one may do without."
    ),
    bad: Example(
      files: [
        "content/forms/MD-102-交接单.md": """
        ---
        编号: MD-102
        名称: 交接单
        ---

        | 日期 |
        |---|
        | |

        """
      ]),
    good: Example(
      files: [
        "content/forms/MD-102-交接单.md": """
        ---
        编号: MD-102
        名称: 交接单
        保管期限: 1年
        ---

        | 日期 |
        |---|
        | |

        """
      ]),
    .document(findForms))

  private static func findForms(_ inspection: inout Inspection) {
    let article = inspection.article
    guard article.kind == .form, !article.entry.isTranslation, article.entry.card.control?.retention == nil else {
      return
    }
    let users = article.linkedFrom.map { inspection.handbook[$0] }.filter {
      $0.kind == .procedure || $0.kind == .policy
    }
    if !users.isEmpty, users.allSatisfy({ $0.entry.card.control?.retention != nil }) { return }
    inspection.report(
      article.entry.card.titleField?.range ?? .start,
      Localized(zh: "《\(article.title)》没有保管期限", en: "《\(article.title)》 does not say how long it is kept"),
      help: Localized(zh: "在文件头写一行“保管期限: 3年”", en: "add a line `retention: 3 years` to the front matter"))
  }
}
