import Diagnostics
import Procedures

extension Rule {
  /// A record that has no form.
  static let recordNoForm = Rule(
    .recordNoForm, .control, .always(.warning),
    summary: Localized(
      zh: "每个记录都有表单文件。",
      en: "Every record has a form."),
    advice: Localized(
      zh: "步骤要求填的记录，手册里要有对应的表单，打印出来就能用，也才有保管期限。在 content/forms/ 加一个表单，或改成已有表单的名称。",
      en:
        "A record that a step asks for needs a form in the handbook, to be printed and to be kept for a stated time. Add one under content/forms/, or write the title of an existing one."
    ),
    bad: Example(
      steps: """
        1. **店员** 巡视店面
           - 记录：《巡视记录》
        """),
    good: Example(
      steps: """
        1. **店员** 巡视店面
           - 记录：《开店记录》
        """),
    .document(findRecords))

  private static func findRecords(_ inspection: inout Inspection) {
    if inspection.article.entry.isTranslation { return }
    var seen: Set<SourceRange> = []
    // What a stage hands down stands in one place.
    for record in inspection.article.records + inspection.article.steps.flatMap(\.fields.records)
    where record.article == nil && seen.insert(record.range).inserted {
      let near = inspection.handbook.nearestForm(to: record.title)
      inspection.report(
        record.range, Localized(zh: "记录《\(record.title)》没有表单文件", en: "the record 《\(record.title)》 has no form"),
        help: near.map {
          Localized(zh: "改为《\($0)》，或在 content/forms/ 新建表单", en: "write 《\($0)》, or add a form under content/forms/")
        }
          ?? Localized(
            zh: "在 content/forms/ 新建“\(record.title).md”", en: "add “\(record.title).md” under content/forms/"))
    }
  }
}

extension Handbook {
  /// The title of a form that is nearest to one that does not exist.
  fileprivate func nearestForm(to title: String) -> String? {
    let forms = articles.lazy.filter { $0.kind == .form && !$0.entry.isTranslation }
    return articles.count > 4_000 ? nil : EditDistance.suggestion(for: title, among: forms.map(\.title))
  }
}
