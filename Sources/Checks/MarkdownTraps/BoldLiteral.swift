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
    if hasStars(inspection.view.firstInline(of: block), inspection.view) {
      let literal = LiteralStars.all(in: block, of: inspection.document)
      if !literal.isEmpty {
        for line in StarredLine.all(literal, block, inspection) { report(line, &inspection) }
      }
    }
    for child in inspection.view.children(of: block) { lookForStars(child, &inspection) }
  }

  /// Whether some text holds a star, which nearly none does; without a copy of anything.
  private static func hasStars(_ first: Inline?, _ view: DocumentView) -> Bool {
    var next = first
    while let inline = next {
      if view.kind(of: inline) == .text, view.bytes(of: inline).contains(0x2A) { return true }
      if hasStars(view.first(in: inline), view) { return true }
      next = view.next(after: inline)
    }
    return false
  }

  private static func report(_ line: StarredLine, _ inspection: inout Inspection) {
    guard let first = line.broken.first else {
      inspection.report(
        SourceRange(line.literal, line.literal + 2),
        Localized(zh: "“**”没有配对，星号会原样显示", en: "`**` has no partner; the stars are shown"),
        help: Localized(zh: "补上另一半，或删去", en: "put in the other half, or remove it"))
      return
    }
    inspection.report(
      first.range,
      Localized(zh: "这里的 ** 不会变成粗体，星号会原样显示", en: "these ** make nothing bold; the stars are shown"),
      help: first.text.map { Localized(zh: "写成“\($0)”", en: "write `\($0)`") }
        ?? Localized(zh: "** 外面空一格，或把标点移到外面", en: "leave a blank outside of **, or move the punctuation out"),
      fix: line.fix)
  }
}

/// A line in which `**` are text, and how its pairs become bold.
struct StarredLine {
  /// The first `**` that is text.
  let literal: Int
  /// The pairs that do not work; none where the stars of the line have no pairs.
  let broken: [BoldRepair]
  /// The repair of all of them; empty when the line would still not read as meant.
  let fix: [Replacement]

  /// The lines of a block that hold some literal stars.
  static func all(_ literal: [Int], _ block: Block, _ inspection: Inspection) -> [StarredLine] {
    let file = inspection.view.file
    let stars = (literal + LiteralStars.effective(in: block, inspection.document)).sorted()
    var lines: [StarredLine] = []
    var rest = stars[...]
    let place = inspection.view.range(of: block).clamped(to: file.count)
    while let first = rest.first {
      let line = SourceLine.around(first, within: place, file)
      let own = rest.prefix { $0 < line.upperBound }
      rest = rest.dropFirst(own.count)
      guard let text = own.first(where: { literal.contains($0) }) else { continue }
      lines.append(StarredLine(text, Array(own), line, file))
    }
    return lines
  }

  /// Pairs the stars of a line in their order, as their author meant them.
  private init(_ literal: Int, _ stars: [Int], _ line: Range<Int>, _ file: UnsafeBufferPointer<UInt8>) {
    self.literal = literal
    // Each pair is tried by reading the line again, so that only lines of a human size are paired.
    guard stars.count % 2 == 0, stars.count <= 32, line.count <= 4096 else {
      (broken, fix) = ([], [])
      return
    }
    let pairs = stride(from: 0, to: stars.count, by: 2).map { BoldRepair(stars[$0], stars[$0 + 1], line, file) }
    broken = pairs.filter { !$0.isSound }
    let replacements = broken.compactMap { pair in pair.text.map { Replacement(pair.range, with: $0) } }
    let base = line.lowerBound
    let local = replacements.map {
      Replacement(SourceRange(Int($0.range.start) - base, Int($0.range.end) - base), with: $0.text)
    }
    let repaired = Repairs([local], to: Array(file[line])).bytes
    let isWhole = replacements.count == broken.count && BoldRepair.isBold(repaired[...])
    fix = isWhole ? replacements : []
  }
}

/// Lines of the source.
enum SourceLine {
  /// The line around an offset, without its end, held inside a range.
  static func around(_ offset: Int, within place: Range<Int>, _ file: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (offset, offset)
    while start > place.lowerBound, file[start - 1] != 0x0A, file[start - 1] != 0x0D { start -= 1 }
    while end < place.upperBound, file[end] != 0x0A, file[end] != 0x0D { end += 1 }
    return start..<end
  }
}

/// The `**` of a block by what they do.
enum LiteralStars {
  /// Where those stand in the source that make something bold.
  static func effective(in block: Block, _ document: Document) -> [Int] {
    var places: [Int] = []
    var open = Array(document.inlines(of: block))
    while let inline = open.popLast() {
      if case .strong = document.kind(of: inline) {
        let range = document.range(of: inline)
        let (start, end) = (Int(range.start), Int(range.end) - 2)
        if end >= start + 2, end + 2 <= document.source.bytes.count, document.source.bytes[start] == 0x2A {
          places += [start, end]
        }
      }
      open += document.children(of: inline)
    }
    return places
  }

  /// Where those stand in the source that are text.
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
  /// The pair with what it holds.
  let range: SourceRange
  /// Whether it is bold as it stands.
  let isSound: Bool
  /// What makes it bold; nil when no way does.
  let text: String?

  /// - Parameter line: the line that it stands in.
  init(_ open: Int, _ close: Int, _ line: Range<Int>, _ file: UnsafeBufferPointer<UInt8>) {
    range = SourceRange(open, close + 2)
    let end = min(close + 2, line.upperBound)
    let inner = String(decoding: file[min(open + 2, close)..<close], as: UTF8.self)
    // Other stars are made letters, so that only this pair is looked at.
    let before = file[line.lowerBound..<open].map { $0 == 0x2A ? 0x78 : $0 }
    let after = file[end..<line.upperBound].map { $0 == 0x2A ? 0x78 : $0 }
    isSound = Self.isBold((before + Array("**\(inner)**".utf8) + after)[...])
    text = isSound ? nil : Self.ways(inner).first { Self.isBold((before + Array($0.utf8) + after)[...]) }
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

  /// Whether a line reads without literal stars.
  static func isBold(_ line: ArraySlice<UInt8>) -> Bool {
    // Without its indentation, which would make code of it; the markers of lists and headings may stay.
    let bytes = Array(line.drop { $0 == 0x20 || $0 == 0x09 })
    var findings: [Diagnostic] = []
    let document = Document(parsing: SourceFile(path: "", bytes: bytes), diagnostics: &findings)
    guard let block = document.blocks.first else { return false }
    return LiteralStars.all(in: block, of: document).isEmpty
  }
}
