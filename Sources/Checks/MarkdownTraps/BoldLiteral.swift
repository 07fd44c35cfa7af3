import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// `**` that stays in the text (CommonMark 6.2).
  static let boldLiteral = Rule(
    .boldLiteral, .markdown, .always(.warning),
    summary: Localized(zh: "粗体的 ** 贴着文字，标点放在外面。", en: "The ** of bold text touch words; punctuation stands outside."),
    advice: Localized(
      zh: """
        “**注意：**请”在 Markdown 里不是粗体，星号会原样显示：结束的 ** 前面是标点、后面紧跟文字时不起作用。\
        标点移到粗体外面，或在 ** 外面空一格；handrail format 会改好。
        """,
      en: """
        `**注意：**请` is no bold text in Markdown: closing ** between punctuation and a letter do nothing, and the stars \
        are shown. Move the punctuation out, or leave a blank outside; handrail format does it.
        """),
    bad: Example(steps: "1. **店员** 打扫店面\n   - **注意：**先扫后拖"),
    good: Example(steps: "1. **店员** 打扫店面\n   - **注意**：先扫后拖"),
    .document { inspection in
      for block in inspection.document.blocks { lookForStars(block, &inspection) }
    })

  private static func lookForStars(_ block: Block, _ inspection: inout Inspection) {
    if inspection.view.firstInline(of: block) != nil {
      let stars = LiteralStars.all(in: block, of: inspection.document)
      var index = 0
      while index < stars.count {
        let file = inspection.view.file
        let isPair =
          index + 1 < stars.count
          && !file[(stars[index] + 2)..<stars[index + 1]].contains { $0 == 0x0A || $0 == 0x0D }
        if isPair {
          report(BoldRepair(stars[index], stars[index + 1], block, inspection.view), &inspection)
        } else {
          reportSingle(stars[index], &inspection)
        }
        index += isPair ? 2 : 1
      }
    }
    for child in inspection.view.children(of: block) { lookForStars(child, &inspection) }
  }

  private static func report(_ repair: BoldRepair, _ inspection: inout Inspection) {
    inspection.report(
      repair.range,
      Localized(
        zh: "这里的 ** 不会变成粗体，星号会原样显示", en: "these ** make nothing bold; the stars are shown"),
      help: repair.text.map { Localized(zh: "写成“\($0)”", en: "write `\($0)`") }
        ?? Localized(zh: "** 外面空一格，或把标点移到外面", en: "leave a blank outside of **, or move the punctuation out"),
      fix: repair.text.map { [Replacement(repair.range, with: $0)] } ?? [])
  }

  private static func reportSingle(_ place: Int, _ inspection: inout Inspection) {
    inspection.report(
      SourceRange(place, place + 2),
      Localized(zh: "“**”没有配对，星号会原样显示", en: "`**` has no partner; the stars are shown"),
      help: Localized(zh: "补上另一半，或删去", en: "put in the other half, or remove it"))
  }
}

/// The `**` of a block that are text.
enum LiteralStars {
  /// Where they stand in the source.
  static func all(in block: Block, of document: Document) -> [Int] {
    document.leaves(of: block).flatMap { inline -> [Int] in
      guard case .text = document.kind(of: inline) else { return [] }
      let places = document.withBytes(of: inline) { bytes in
        var places: [Int] = []
        var index = 0
        while index + 1 < bytes.count {
          let isPair = bytes[index] == 0x2A && bytes[index + 1] == 0x2A
          if isPair { places.append(index) }
          index += isPair ? 2 : 1
        }
        return places
      }
      return places.compactMap { place in
        let range = document.range(of: inline, place..<(place + 2))
        let start = Int(range.start)
        let file = document.source.bytes
        // Written with backslashes, they are meant.
        return range.end - range.start == 2 && start + 1 < file.count && file[start] == 0x2A && file[start + 1] == 0x2A
          ? start : nil
      }
    }
  }
}

/// How two `**` become bold: the first of several ways that Markdown reads so.
struct BoldRepair {
  /// What is replaced.
  let range: SourceRange
  /// By what; nil when no way works.
  let text: String?

  init(_ open: Int, _ close: Int, _ block: Block, _ view: DocumentView) {
    range = SourceRange(open, close + 2)
    let inner = String(decoding: view.file[(open + 2)..<close], as: UTF8.self)
    let place = view.range(of: block).clamped(to: view.file.count)
    var start = open
    while start > place.lowerBound, view.file[start - 1] != 0x0A, view.file[start - 1] != 0x0D { start -= 1 }
    var end = close + 2
    while end < place.upperBound, view.file[end] != 0x0A, view.file[end] != 0x0D { end += 1 }
    let before = String(decoding: view.file[start..<open], as: UTF8.self)
    let after = String(decoding: view.file[(close + 2)..<max(end, close + 2)], as: UTF8.self)
    text = Self.ways(inner).first { Self.isBold(before, $0, after) }
  }

  private static let marks: Set<Unicode.Scalar> = ["：", ":", "，", ",", "。", "；", ";", "、", "！", "!", "？", "?"]

  private static func ways(_ inner: String) -> [String] {
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\u{3000}" }
    var words = inner.unicodeScalars[...]
    while let first = words.first, isBlank(first) { words.removeFirst() }
    while let last = words.last, isBlank(last) { words.removeLast() }
    let whole = String(words)
    var tail: [Unicode.Scalar] = []
    while let last = words.last, marks.contains(last) || isBlank(last) {
      tail.insert(last, at: 0)
      words.removeLast()
    }
    let (core, rest) = (String(words), String(String.UnicodeScalarView(tail)))
    let ways = core.isEmpty || rest.isEmpty ? [] : ["**\(core)**\(rest)", " **\(core)**\(rest)"]
    return whole.isEmpty ? [] : ways + ["**\(whole)**", "**\(whole)** ", " **\(whole)**", " **\(whole)** "]
  }

  /// Whether a line reads without literal stars where there were two.
  private static func isBold(_ before: String, _ way: String, _ after: String) -> Bool {
    // Without its indentation, which would make code of it; the markers of lists and headings may stay.
    let line = String(before.replacingStars.drop { $0 == " " || $0 == "\t" }) + way + after.replacingStars
    var findings: [Diagnostic] = []
    let document = Document(parsing: SourceFile(path: "", bytes: Array(line.utf8)), diagnostics: &findings)
    guard let block = document.blocks.first else { return false }
    return LiteralStars.all(in: block, of: document).isEmpty
  }
}

extension String {
  /// The text with its stars made letters, so that only one pair is looked at.
  fileprivate var replacingStars: String { String(unicodeScalars.map { $0 == "*" ? "x" : Character($0) }) }
}
