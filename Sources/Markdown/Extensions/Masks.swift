/// Lines that stand in a text as empty headings (`#`), so that libcmark reads what follows as after a table or a
/// footnote's definition: fresh blocks, in containers that stay open, in lists that stay tight.
struct Masks {
  /// What a masked line was.
  enum Line {
    case footnote(Int)
    case table(TableShape)
    /// A later line of the table or definition that starts on an earlier line.
    case rest
  }

  private var lines: [Int: Line] = [:]
  /// First lines of masks that the parse gave back as headings.
  var met: Set<Int> = []
  /// Tables that need a mask: text stands before them, or their last lines belong to other blocks.
  var wanted: [TableShape] = []
  /// Whether no more masks can be had.
  var isFinal = false

  var isEmpty: Bool { lines.isEmpty }

  func isMasked(_ line: Int) -> Bool { !lines.isEmpty && lines[line] != nil }

  subscript(line: Int) -> Line? { lines[line] }

  /// The first lines of masks that were not met: they stand in code or the like.
  var missed: Set<Int> {
    var missed: Set<Int> = []
    for (line, kind) in lines {
      if case .rest = kind { continue }
      if !met.contains(line) { missed.insert(line) }
    }
    return missed
  }

  mutating func add(_ line: Int, _ kind: Line) { lines[line] = kind }

  /// Lays the mask of a footnote over its lines.
  mutating func cover(_ definition: FootnoteDefinition, _ number: Int, in text: inout ParseText) {
    for line in definition.line...definition.lastLine {
      let range = text.range(ofLine: line)
      let content = range.first { text.bytes[$0] != 0x20 && text.bytes[$0] != 0x09 }
      guard let content else { continue }
      // Later lines take the column of the first one, or they would be code.
      let first = text.range(ofLine: definition.line)
      let indent = (first.first { text.unmasked[$0] != 0x20 } ?? first.lowerBound) - first.lowerBound
      Masks.cover(range, from: min(range.lowerBound + indent, content), in: &text)
      lines[line] = line == definition.line ? .footnote(number) : .rest
    }
  }

  /// Lays the mask of a table over its lines.
  mutating func cover(_ table: TableShape, in text: inout ParseText) {
    for (offset, start) in table.starts.enumerated() {
      let line = table.line + offset
      Masks.cover(text.range(ofLine: line), from: start, in: &text)
      lines[line] = offset == 0 ? .table(table) : .rest
    }
  }

  private static func cover(_ range: Range<Int>, from start: Int, in text: inout ParseText) {
    for index in start..<max(start, range.upperBound) { text.bytes[index] = index == start ? 0x23 : 0x20 }
  }
}
