/// A pipe table in a text (GFM 4.10).
struct TableShape {
  /// The line of its head, counted from 1.
  let line: Int
  /// Where the content of each of its lines starts, head and divider included.
  var starts: [Int]
  let alignments: [Alignment]
}

/// The cells of one line of a table.
enum TableRow {
  /// Splits a row at every pipe that no backslash stands before, in code too, and trims the parts.
  ///
  /// - Returns: ranges of `bytes` without the blanks around them.
  static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var rest = trim(bytes, range)
    if let first = rest.first, bytes[first] == 0x7C { rest = rest.dropFirst() }
    var cells: [Range<Int>] = []
    cells.reserveCapacity(8)
    var start = rest.lowerBound
    var index = start
    while index < rest.upperBound {
      if bytes[index] == 0x7C, index == range.lowerBound || bytes[index - 1] != 0x5C {
        cells.append(trim(bytes, start..<index))
        start = index + 1
      }
      index += 1
    }
    if start < rest.upperBound || cells.isEmpty { cells.append(trim(bytes, start..<rest.upperBound)) }
    return cells
  }

  private static func trim(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// The alignments that a divider states; nil when it is none.
  static func alignments(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Alignment]? {
    var found: [Alignment] = []
    for cell in split(bytes, range) {
      guard let first = cell.first, let last = cell.last else { return nil }
      let isLeft = bytes[first] == 0x3A
      let isRight = bytes[last] == 0x3A
      let dashes = (first + (isLeft ? 1 : 0))..<max(first + (isLeft ? 1 : 0), last + (isRight ? 0 : 1))
      guard !dashes.isEmpty, bytes[dashes].allSatisfy({ $0 == 0x2D }) else { return nil }
      found.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
    }
    return found
  }
}

/// All cells of a document, collected for one parse of their inlines.
struct CellText {
  /// One cell a line, with a blank line after each.
  var text = ParseText()
  /// The nodes of the cells, in order.
  var nodes: [Int32] = []
  /// Whether a cell may refer to a link definition.
  var mayRefer = false

  /// Adds a cell.
  ///
  /// - Parameter source: the offset of its first byte in the source file.
  mutating func add(_ node: Int32, _ bytes: UnsafeBufferPointer<UInt8>, source: Int) {
    guard !bytes.isEmpty else { return }
    let start = Int32(truncatingIfNeeded: text.bytes.count)
    text.bytes += ParseText.cellMark
    var run = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x5C, index + 1 < bytes.count, bytes[index + 1] == 0x7C {
        text.hasPipes = true
        text.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<index]))
        run = index + 1
      } else if byte == 0x5D, index + 1 == bytes.count || bytes[index + 1] != 0x28 {
        mayRefer = true
      }
      index += 1
    }
    text.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run...]))
    let shift = Int32(truncatingIfNeeded: source - ParseText.cellMark.count) - start
    text.bytes.append(0x0A)
    text.bytes.append(0x0A)
    let end = Int32(truncatingIfNeeded: text.bytes.count)
    text.starts.append(end - 1)
    text.starts.append(end)
    text.shifts.append(shift)
    text.shifts.append(shift)
    nodes.append(node)
  }
}
