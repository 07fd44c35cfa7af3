/// A footnote's definition at the top level of a text.
struct FootnoteDefinition {
  let label: [UInt8]
  /// The first and the last line, counted from 1; blank lines at the end are not part of it.
  let line: Int
  var lastLine: Int
  /// Where the text after `[^label]:` and its blanks starts.
  let content: Int
}

/// The labels of the footnotes that are defined, ASCII letters folded.
struct FootnoteLabels {
  private var numbers: [[UInt8]: Int32] = [:]

  var isEmpty: Bool { numbers.isEmpty }

  init(_ definitions: [FootnoteDefinition]) {
    for (index, definition) in definitions.enumerated() {
      let key = definition.label.map(ASCII.lower)
      if numbers[key] == nil { numbers[key] = Int32(truncatingIfNeeded: index) }
    }
  }

  /// The place of a label among the definitions.
  subscript(label: some Sequence<UInt8>) -> Int32? { numbers[label.map(ASCII.lower)] }
}

/// Finds the definitions of footnotes before the parse; those that turn out to stand in code are given back.
struct FootnoteFinder {
  private let text: ParseText
  private(set) var found: [FootnoteDefinition] = []

  /// Looks through all lines. Linear.
  init(_ text: ParseText) {
    self.text = text
    var line = 1
    while line <= text.lineCount {
      let (indent, start) = indentation(of: line)
      let range = text.range(ofLine: line)
      if indent < 4, let fence = fence(at: start, range.upperBound) {
        line = lineAfter(fence, from: line + 1)
      } else if indent < 4, starts(with: [0x3C, 0x21, 0x2D, 0x2D], at: start) {
        line = lineAfterComment(from: line)
      } else if indent < 4, let definition = definition(at: start, line) {
        found.append(definition)
        line = definition.lastLine + 1
      } else {
        line += 1
      }
    }
  }

  private func indentation(of line: Int) -> (columns: Int, start: Int) {
    let range = text.range(ofLine: line)
    var start = range.lowerBound
    while start < range.upperBound, text.bytes[start] == 0x20 { start += 1 }
    let isTab = start < range.upperBound && text.bytes[start] == 0x09
    return (isTab ? 4 : start - range.lowerBound, start)
  }

  private func starts(with prefix: [UInt8], at start: Int) -> Bool { text.bytes[start...].starts(with: prefix) }

  private func isBlank(_ line: Int) -> Bool {
    text.bytes[text.range(ofLine: line)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private func fence(at start: Int, _ end: Int) -> (byte: UInt8, count: Int)? {
    guard start < end, text.bytes[start] == 0x60 || text.bytes[start] == 0x7E else { return nil }
    let byte = text.bytes[start]
    var index = start
    while index < end, text.bytes[index] == byte { index += 1 }
    guard index - start >= 3, byte == 0x7E || !text.bytes[index..<end].contains(0x60) else { return nil }
    return (byte, index - start)
  }

  private func lineAfter(_ open: (byte: UInt8, count: Int), from line: Int) -> Int {
    var line = line
    while line <= text.lineCount {
      let start = indentation(of: line).start
      var index = start
      let end = text.range(ofLine: line).upperBound
      while index < end, text.bytes[index] == open.byte { index += 1 }
      let isClosed = index - start >= open.count && text.bytes[index..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      line += 1
      if isClosed { break }
    }
    return line
  }

  private func lineAfterComment(from line: Int) -> Int {
    var line = line
    while line <= text.lineCount {
      let bytes = text.bytes[text.range(ofLine: line)]
      line += 1
      if zip(zip(bytes, bytes.dropFirst()), bytes.dropFirst(2)).contains(where: {
        $0.0.0 == 0x2D && $0.0.1 == 0x2D && $0.1 == 0x3E
      }) {
        break
      }
    }
    return line
  }

  private func definition(at start: Int, _ line: Int) -> FootnoteDefinition? {
    guard starts(with: [0x5B, 0x5E], at: start), let end = Substitutes.labelEnd(in: text.bytes, from: start + 2),
      starts(with: [0x5D, 0x3A], at: end)
    else { return nil }
    var content = end + 2
    let lineEnd = text.range(ofLine: line).upperBound
    while content < lineEnd, text.bytes[content] == 0x20 || text.bytes[content] == 0x09 { content += 1 }
    var last = line
    var next = line + 1
    while next <= text.lineCount {
      if isBlank(next) {
        next += 1
        continue
      }
      let isLazy = last == next - 1 && (last > line || content < lineEnd) && isPlain(next)
      guard indentation(of: next).columns >= 4 || isLazy else { break }
      last = next
      next += 1
    }
    return FootnoteDefinition(
      label: Array(text.bytes[(start + 2)..<end]), line: line, lastLine: last, content: content)
  }

  /// Whether a line can only be the continuation of a paragraph.
  private func isPlain(_ line: Int) -> Bool {
    let (_, start) = indentation(of: line)
    let end = text.range(ofLine: line).upperBound
    var index = start
    while index < end, text.bytes[index] >= 0x30, text.bytes[index] <= 0x39 { index += 1 }
    guard index < end else { return true }
    if index > start { return text.bytes[index] != 0x2E && text.bytes[index] != 0x29 }
    return !ASCII.isPunctuation(text.bytes[index])
  }
}
