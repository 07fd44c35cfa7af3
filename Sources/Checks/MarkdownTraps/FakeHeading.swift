import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// `##步骤` without the blank that makes it a heading.
  static let fakeHeading = Rule(
    .fakeHeading, .markdown, .always(.warning),
    summary: Localized(zh: "标题的 # 后面空一格。", en: "A blank follows the # of a heading."),
    advice: Localized(
      zh: "“##步骤”在 Markdown 里是普通文字，那一章就不存在，它的内容归到上一章。写成“## 步骤”；handrail format 会补上空格，全角的“＃”也会改成半角。",
      en:
        "`##Steps` is plain text in Markdown: the section does not exist, and its text falls to the one above. Write `## Steps`; handrail format puts in the blank."
    ),
    bad: Example(sections: ["风险": "无\n\n##记录\n《开店记录》"]),
    good: Example(sections: ["风险": "无", "记录": "- 《开店记录》"]),
    .document { inspection in
      let article = inspection.article
      let view = inspection.view
      for blocks in [article.preamble] + article.sections.map(\.blocks) {
        TextLines.forEach(blocks, view) { piece in
          if case .line(let line) = piece, !line.isBehindMarker { report(line, &inspection) }
        }
      }
    })

  private static func report(_ line: TextLine, _ inspection: inout Inspection) {
    guard let (marks, level) = headingMarks(inspection.view.file, line.text) else { return }
    let signs = String(repeating: "#", count: level)
    inspection.report(
      SourceRange(marks.lowerBound, marks.upperBound),
      Localized(zh: "“\(signs)”后面没有空格，这一行不是标题", en: "no blank follows `\(signs)`, so this is no heading"),
      help: Localized(zh: "写成“\(signs) 标题”", en: "write `\(signs) heading`"),
      fix: [Replacement(SourceRange(line.whole.lowerBound, marks.upperBound), with: signs + " ")])
  }

  /// The `#` signs at the start of a line that lack the blank, two to six of them; a single one is more often a number.
  private static func headingMarks(_ file: UnsafeBufferPointer<UInt8>, _ text: Range<Int>) -> (Range<Int>, Int)? {
    let wide: [UInt8] = [0xEF, 0xBC, 0x83]
    var (index, level, isWide) = (text.lowerBound, 0, false)
    while index < text.upperBound {
      if file[index] == 0x23 {
        index += 1
      } else if index + 3 <= text.upperBound, wide.indices.allSatisfy({ file[index + $0] == wide[$0] }) {
        (index, isWide) = (index + 3, true)
      } else {
        break
      }
      level += 1
    }
    let marks = text.lowerBound..<index
    while index < text.upperBound, file[index] == 0x20 || file[index] == 0x09 { index += 1 }
    let isBlank = index > marks.upperBound
    guard (2...6).contains(level), index < text.upperBound, isWide || !isBlank else { return nil }
    return (marks.lowerBound..<index, level)
  }
}
