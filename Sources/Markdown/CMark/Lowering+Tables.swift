extension Lowering {
  /// The most columns of a table.
  static let mostColumns = 1_000

  /// Takes a paragraph, or an underlined heading, for the table that it is.
  ///
  /// - Parameter underline: the byte that underlines a heading, else 0.
  /// - Returns: false when it is no table, or one that first has to be masked.
  mutating func openTable(_ line: Int, _ last: Int, _ underline: UInt8) -> Bool {
    guard var divider = text.firstDivider(from: line + 1) else { return false }
    while divider < text.dividers.count, Int(text.dividers[divider]) <= last {
      let head = Int(text.dividers[divider]) - 1
      if var shape = shape(head, isFirst: head == line) {
        let end = addRows(to: &shape, through: last, underline)
        if head == line, end == last || masks.isFinal {
          addTable(shape)
          return true
        }
        if !masks.isFinal { masks.wanted.append(shape) }
        return false
      }
      divider += 1
    }
    return false
  }

  /// The head and the divider of a table, if these two lines are that.
  private func shape(_ line: Int, isFirst: Bool) -> TableShape? {
    guard let dividerStart = content(of: line + 1), let start = isFirst ? anyContent(of: line) : content(of: line),
      let alignments = TableRow.alignments(text.unmasked, dividerStart..<text.range(ofLine: line + 1).upperBound),
      TableRow.split(text.unmasked, start..<text.range(ofLine: line).upperBound).count == alignments.count
    else { return nil }
    return TableShape(line: line, starts: [start, dividerStart], alignments: alignments)
  }

  /// Adds the rows of a table up to the first line that belongs to something else.
  ///
  /// - Returns: the last line of the table.
  private func addRows(to shape: inout TableShape, through last: Int, _ underline: UInt8) -> Int {
    var line = shape.line + 2
    while line <= last {
      guard let start = content(of: line), !endsTable(start, text.range(ofLine: line).upperBound) else { break }
      shape.starts.append(start)
      line += 1
    }
    return line - 1
  }

  /// Where the content of a line starts; nil when the line lacks a marker of its containers or is indented as code.
  private func content(of line: Int) -> Int? {
    var prefix = LinePrefix(line: line, of: text, in: containers)
    guard prefix.matched == containers.count else { return nil }
    let column = prefix.column
    skipBlanks(&prefix, line)
    return prefix.column - column < 4 ? prefix.offset : nil
  }

  private func anyContent(of line: Int) -> Int? {
    var prefix = LinePrefix(line: line, of: text, in: containers)
    skipBlanks(&prefix, line)
    return prefix.offset
  }

  private func skipBlanks(_ prefix: inout LinePrefix, _ line: Int) {
    prefix.skipBlanks(in: text.bytes, until: text.range(ofLine: line).upperBound)
  }

  /// Whether a line that libcmark took into a paragraph starts a block after a table: a thematic break, an empty
  /// bullet or a number other than 1.
  private func endsTable(_ start: Int, _ end: Int) -> Bool {
    let bytes = text.unmasked[start..<max(start, end)]
    var digits = 0
    for byte in bytes {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2E, 0x29:
        guard digits > 0, digits < 10 else { return false }
        let next = start + digits + 1
        return next >= end || bytes[next] == 0x20 || bytes[next] == 0x09
      case 0x2D, 0x2A, 0x2B:
        return digits == 0 && isRule(bytes, of: byte)
      default: return false
      }
    }
    return false
  }

  private func isRule(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, of byte: UInt8) -> Bool {
    let marks = bytes.filter { $0 != 0x20 && $0 != 0x09 }
    return marks.allSatisfy { $0 == byte } && (marks.count == 1 || (marks.count >= 3 && byte != 0x2B))
  }

  /// Adds the nodes of a table and collects its cells.
  mutating func addTable(_ shape: TableShape) {
    let first = shape.starts[0]
    let start = text.source(first, line: shape.line)
    if shape.alignments.count > Self.mostColumns { return fault = .columns(start) }
    let stored = tree.store(shape.alignments.map(\.rawValue))
    var table = Node(.table)
    (table.text, table.textCount) = stored
    table.start = Int32(truncatingIfNeeded: start)
    table.end = end(ofLine: shape.line + shape.starts.count - 1)
    let index = append(table)
    var lastRow: Int32 = 0
    for (offset, start) in shape.starts.enumerated() where offset != 1 {
      addRow(shape, offset, start, to: index, after: &lastRow)
      if fault != nil { return }
    }
    let parent = Int(level.index)
    tree.nodes[parent].end = max(tree.nodes[parent].end, table.end)
  }

  private mutating func addRow(
    _ shape: TableShape, _ offset: Int, _ start: Int, to table: Int32, after last: inout Int32
  ) {
    let line = shape.line + offset
    let end = text.range(ofLine: line).upperBound
    var row = Node(.tableRow)
    row.level = offset == 0 ? 1 : 0
    row.start = Int32(truncatingIfNeeded: text.source(start, line: line))
    row.end = self.end(ofLine: line)
    let index = tree.append(row, to: &last, of: table)
    let parts = TableRow.split(text.unmasked, start..<max(start, end))
    // Missing cells are filled up, so a wide head over many short rows would grow without bound.
    padding += max(shape.alignments.count - parts.count, 0)
    if padding > text.file.count + 1_000 { return fault = .cells(Int(row.start)) }
    var lastCell: Int32 = 0
    for (column, alignment) in shape.alignments.enumerated() {
      let part = column < parts.count ? parts[column] : end..<end
      var cell = Node(.tableCell)
      cell.level = alignment.rawValue
      let source = text.source(part.lowerBound, line: line)
      cell.start = Int32(truncatingIfNeeded: source)
      cell.end = Int32(truncatingIfNeeded: text.source(part.upperBound, line: line))
      let node = tree.append(cell, to: &lastCell, of: index)
      let bytes = UnsafeBufferPointer(rebasing: text.unmasked[part])
      guard let mark = bytes.firstIndex(where: Self.isMarkup) else {
        if !bytes.isEmpty { addText(bytes, at: cell.start, to: node) }
        continue
      }
      if !addMarked(bytes, mark, cell, node) { cells.add(node, bytes, source: source) }
    }
  }

  /// Adds the inlines of a cell that is one bold word, or text with one code span: what most cells with marks are.
  ///
  /// - Parameter mark: where the first byte stands that is more than text.
  /// - Returns: false when it takes a parse.
  private mutating func addMarked(_ bytes: UnsafeBufferPointer<UInt8>, _ mark: Int, _ cell: Node, _ index: Int32)
    -> Bool
  {
    guard let next = bytes[(mark + 1)...].firstIndex(where: Self.isMarkup) else { return false }
    if mark == 0, next == 1, let inner = Self.boldWord(bytes) {
      var strong = Node(.strong)
      (strong.start, strong.end) = (cell.start, cell.end)
      var last: Int32 = 0
      let parent = tree.append(strong, to: &last, of: index)
      addText(UnsafeBufferPointer(rebasing: bytes[inner]), at: cell.start + 2, to: parent)
      return true
    }
    guard bytes[mark] == 0x60, bytes[next] == 0x60, next > mark + 1, bytes[mark + 1] != 0x20, bytes[next - 1] != 0x20,
      !bytes[(next + 1)...].contains(where: Self.isMarkup)
    else { return false }
    addCode(bytes, mark..<next + 1, cell.start, index)
    return true
  }

  /// The word between two pairs of stars that are all of a cell; at both ends of it stands a letter, a digit or a Han
  /// character, so that the stars can only open and close (CommonMark 6.2).
  private static func boldWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let inner = 2..<max(2, bytes.count - 2)
    guard !inner.isEmpty, bytes[0] == 0x2A, bytes[1] == 0x2A, bytes[inner.upperBound] == 0x2A,
      bytes[inner.upperBound + 1] == 0x2A, !bytes[inner].contains(where: isMarkup),
      ASCII.isLetterOrDigit(bytes[inner.lowerBound]) || isHan(bytes, inner.lowerBound),
      ASCII.isLetterOrDigit(bytes[inner.upperBound - 1]) || isHan(bytes, inner.upperBound - 3)
    else { return nil }
    return inner
  }

  /// Whether a Han character begins at an index, behind the first two bytes.
  private static func isHan(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index >= 2 && (bytes[index] == 0xE4 ? bytes[index + 1] >= 0xB8 : bytes[index] >= 0xE5 && bytes[index] <= 0xE9)
  }

  /// Adds a cell's code span with its backticks, and the text before and after it.
  private mutating func addCode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ start: Int32, _ index: Int32
  ) {
    var last: Int32 = 0
    func place(_ offset: Int) -> Int32 { start + Int32(truncatingIfNeeded: offset) }
    let before = UnsafeBufferPointer(rebasing: bytes[..<range.lowerBound])
    if !before.isEmpty { addText(before, at: start, to: index, after: &last) }
    var code = Node(.codeSpan)
    (code.text, code.textCount) = tree.store(bytes[(range.lowerBound + 1)..<(range.upperBound - 1)])
    (code.start, code.end) = (place(range.lowerBound), place(range.upperBound))
    _ = tree.append(code, to: &last, of: index)
    let after = UnsafeBufferPointer(rebasing: bytes[range.upperBound...])
    if !after.isEmpty { addText(after, at: place(range.upperBound), to: index, after: &last) }
  }

  /// Whether a byte can be anything but itself in an inline.
  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2A, 0x5F, 0x60, 0x5B, 0x5D, 0x3C, 0x26, 0x5C, 0x7E, 0x21, 0xC2, 0..<0x20: true
    default: false
    }
  }

  /// Adds the text of a cell that needs no parse.
  private mutating func addText(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int32, to index: Int32) {
    var last: Int32 = 0
    addText(bytes, at: start, to: index, after: &last)
  }

  private mutating func addText(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int32, to index: Int32, after last: inout Int32
  ) {
    var node = Node(.text)
    (node.text, node.textCount) = tree.store(bytes)
    (node.start, node.end) = (start, start + Int32(truncatingIfNeeded: bytes.count))
    _ = tree.append(node, to: &last, of: index)
  }

  /// Takes an empty heading for what its mask covers.
  mutating func openMask(_ line: Int) {
    masks.met.insert(line)
    if case .table(let shape)? = masks[line] { addTable(shape) }
  }
}
