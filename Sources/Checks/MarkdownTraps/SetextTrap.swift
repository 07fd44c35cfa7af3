import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A line of `---` straight below text, which makes the text a heading.
  static let setextTrap = Rule(
    .setextTrap, .markdown, .always(.warning),
    summary: Localized(zh: "分隔线 --- 上面空一行。", en: "A blank line stands above a rule `---`."),
    advice: Localized(
      zh: "紧接在一段文字下面的 --- 会把那段文字变成标题，后面的内容也跟着归到它下面。在 --- 上面空一行；handrail format 会补上。",
      en:
        "A line `---` straight below a paragraph turns the paragraph into a heading, and what follows falls under it. Leave a blank line above; handrail format puts it in."
    ),
    bad: Example(sections: ["风险": "顾客滑倒，由店长负责。\n---\n以上由店长每月复核。"]),
    good: Example(sections: ["风险": "顾客滑倒，由店长负责。\n\n---\n以上由店长每月复核。"]),
    .document { inspection in
      for block in inspection.document.blocks where inspection.view.level(of: block) == 2 {
        report(block, &inspection)
      }
    })

  private static func report(_ heading: Block, _ inspection: inout Inspection) {
    guard let (underline, isMeant) = underline(of: heading, inspection), !isMeant else { return }
    let end = underline.lowerBound
    inspection.report(
      SourceRange(underline.lowerBound, underline.upperBound),
      Localized(zh: "--- 紧接在文字下面，把上面的文字变成了标题", en: "`---` straight below the text makes a heading of it"),
      help: Localized(zh: "在 --- 上面空一行", en: "leave a blank line above `---`"),
      fix: [Replacement(SourceRange(end, end), with: inspection.view.lineEnd(before: end))])
  }

  /// The underline of a heading that has one, and whether the heading is meant: one short line without punctuation.
  private static func underline(of heading: Block, _ inspection: Inspection) -> (Range<Int>, isMeant: Bool)? {
    let file = inspection.view.file
    guard let first = inspection.view.firstInline(of: heading) else { return nil }
    let range = inspection.view.range(of: heading).clamped(to: file.count)
    let textStart = Int(inspection.view.range(of: first).start)
    let isMarked = file[range].prefix(max(0, textStart - range.lowerBound)).contains(0x23)
    guard !isMarked, !range.isEmpty else { return nil }
    var end = range.upperBound
    while end > range.lowerBound, file[end - 1] == 0x0A || file[end - 1] == 0x0D || file[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > range.lowerBound, file[start - 1] != 0x0A, file[start - 1] != 0x0D { start -= 1 }
    guard start > range.lowerBound, file[start..<end].contains(0x2D) else { return nil }
    let text = inspection.document.plainBytes(of: heading)
    let marks: [[UInt8]] = ["。", "，", "；", "：", "！", "？", ". ", ", ", ": "].map { Array($0.utf8) }
    let isSentence = marks.contains { mark in text.indices.contains { text[$0...].starts(with: mark) } }
    let lines = file[range].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).count
    return (start..<end, lines == 2 && !isSentence)
  }
}
