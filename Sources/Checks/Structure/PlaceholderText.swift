import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// Text that stands for something still to be written.
  static let placeholderText = Rule(
    .placeholderText, .structure, .byStatus,
    summary: Localized(
      zh: "没有“待定”“XX”“TBD”之类没写完的文字。",
      en: "No text such as TBD, TODO, XX or 待定 is left."),
    advice: Localized(
      zh: "照着“XX分钟”“待确定”没法做事，印出来也不能改。补上内容；暂时没有就写明由谁在什么时候确定。草稿里是警告，评审起是错误。",
      en:
        "Nobody can act on “XX minutes” or “TBD”, and paper cannot be changed later. Fill it in, or say who decides it by when. It is a warning in a draft and an error from in-review on."
    ),
    bad: Example(
      steps: "1. **店员** 每XX分钟巡视一次，路线待定"),
    good: Example(
      steps: "1. **店员** 每半小时巡视一次，路线见《开店记录》背面"),
    .document(findPlaceholders))

  private static func findPlaceholders(_ inspection: inout Inspection) {
    // A form has blanks and crosses to be filled in.
    if inspection.article.kind == .form { return }
    var found: [SourceRange] = []
    inspection.forEachText { inline, bytes in
      var index = 0
      while index < bytes.count {
        let length = PlaceholderScan(bytes).length(at: index)
        if length > 0 { found.append(inspection.range(in: inline, index..<index + length)) }
        index += max(length, 1)
      }
    }
    for range in found { reportPlaceholder(range, &inspection) }
    for field in [inspection.article.entry.card.titleField, inspection.article.entry.card.control?.changeNote] {
      guard let field, PlaceholderScan.isAnywhere(in: field.text) else { continue }
      reportPlaceholder(field.range, &inspection)
    }
  }

  private static func reportPlaceholder(_ range: SourceRange, _ inspection: inout Inspection) {
    let text = inspection.source(range)
    inspection.report(
      range, Localized(zh: "没写完的内容“\(text)”", en: "“\(text)” is still to be written"),
      help: Localized(zh: "补上内容，或写明由谁在什么时候确定", en: "fill it in, or say who decides it by when"))
  }
}
