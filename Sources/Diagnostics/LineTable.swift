/// Where the lines of a text begin: turns byte offsets into the lines and columns that people count.
package struct LineTable: Sendable {
  private let starts: [Int]
  private let bytes: [UInt8]

  /// A place as editors show it.
  package struct Position: Sendable, Hashable {
    /// The line, counted from 1.
    package let line: Int
    /// The column in Unicode scalars, counted from 1.
    package let column: Int
  }

  /// Finds all line starts; LF, CR LF and lone CR end a line (CommonMark 2.1). Linear in the text.
  package init(_ file: SourceFile) {
    bytes = file.bytes
    var found = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { found.append(index) }
    }
    starts = found
  }

  /// The number of lines; a text that ends in a line end has an empty last one.
  package var count: Int { starts.count }

  /// The place of a byte; an offset outside the text is held at its nearest end. Logarithmic in the lines.
  package func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    // A byte order mark is no part of the text that editors count.
    let start = low == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : starts[low]
    let scalars = bytes[start..<offset].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return Position(line: low + 1, column: scalars + 1)
  }

  /// The bytes of a line without its end.
  ///
  /// - Parameter line: the line, counted from 1; held inside the text.
  package func range(ofLine line: Int) -> Range<Int> {
    let index = min(max(line - 1, 0), starts.count - 1)
    var end = index + 1 < starts.count ? starts[index + 1] : bytes.count
    while end > starts[index], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return starts[index]..<end
  }
}
