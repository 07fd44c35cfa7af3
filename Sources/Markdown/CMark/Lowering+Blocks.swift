internal import CCMark

extension Lowering {
  mutating func openContainer(_ pointer: OpaquePointer, _ type: cmark_node_type, _ line: Int) {
    let column = Int(cmark_node_get_start_column(pointer))
    let start = place(line, column)
    switch type {
    case CMARK_NODE_LIST:
      var node = Node(.list)
      node.start = start
      node.extra = Int32(truncatingIfNeeded: cmark_node_get_list_start(pointer))
      if cmark_node_get_list_tight(pointer) != 0 { node.flags |= Node.tight }
      if cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST { node.flags |= Node.ordered }
      _ = append(node)
    case CMARK_NODE_ITEM: openItem(start, line, column)
    default:
      var node = Node(.quote)
      node.start = start
      node.end = start + 1
      _ = append(node)
      var prefix = LinePrefix(line: line, of: text, in: containers)
      let end = text.range(ofLine: line).upperBound
      prefix.skipBlanks(in: text.bytes, until: end)
      prefix.offset = min(prefix.offset + 1, end)
      prefix.column += 1
      prefix.skipBlanks(in: text.bytes, until: end, columns: 1)
      containers.append(Container(isQuote: true, line: line, offset: prefix.offset, column: prefix.column))
    }
  }

  /// Adds an item and finds how far its later lines are indented (CommonMark 5.2), which libcmark does not tell.
  private mutating func openItem(_ start: Int32, _ line: Int, _ column: Int) {
    var node = Node(.item)
    node.start = start
    var prefix = LinePrefix(line: line, of: text, in: containers)
    let parentColumn = prefix.column
    let end = text.range(ofLine: line).upperBound
    prefix.skipBlanks(in: text.bytes, until: end)
    node.textCount = Int32(truncatingIfNeeded: prefix.column)
    var number: Int32 = 0
    var digits = 0
    while prefix.offset < end, digits < 9, text.bytes[prefix.offset] >= 0x30, text.bytes[prefix.offset] <= 0x39 {
      number = number * 10 + Int32(text.bytes[prefix.offset] - 0x30)
      digits += 1
      prefix.offset += 1
    }
    if digits > 0 { node.flags |= Node.ordered }
    node.extra = number
    node.end = start + Int32(digits + 1)
    prefix.offset = min(prefix.offset + 1, end)
    prefix.column += digits + 1
    let afterMarker = prefix
    prefix.skipBlanks(in: text.bytes, until: end)
    let blanks = prefix.column - afterMarker.column
    var width = prefix.column - parentColumn
    if blanks >= 5 || blanks < 1 || prefix.offset >= end {
      prefix = afterMarker
      prefix.skipBlanks(in: text.bytes, until: end, columns: 1)
      width = afterMarker.column + 1 - parentColumn
    }
    _ = append(node)
    containers.append(
      Container(isQuote: false, width: width, line: line, offset: prefix.offset, column: prefix.column))
  }

  mutating func openLiteral(_ pointer: OpaquePointer, _ kind: NodeKind, _ line: Int) {
    var node = Node(kind)
    node.start = place(line, Int(cmark_node_get_start_column(pointer)))
    node.text = Int32(tree.text.count)
    if kind == .code { append(cmark_node_get_fence_info(pointer), isLiteral: false) }
    node.extra = Int32(tree.text.count) - node.text
    append(cmark_node_get_literal(pointer), isLiteral: true)
    node.textCount = Int32(tree.text.count) - node.text
    var last = Int(cmark_node_get_end_line(pointer))
    if kind == .html || last < line {
      // libcmark ends an HTML block of one line on the line before it.
      let literal = tree.text[Int(node.text + node.extra)...]
      last = line + max(literal.count(where: { $0 == 0x0A }) - 1, 0)
    }
    node.end = max(end(ofLine: last), node.start)
    _ = append(node)
  }

  /// Adds a paragraph or heading, or the table that it is; false when its inlines are not to be read.
  mutating func openLeaf(_ pointer: OpaquePointer, _ type: cmark_node_type, _ line: Int) -> Bool {
    var last = max(Int(cmark_node_get_end_line(pointer)), line)
    var node = Node(.paragraph)
    let column = Int(cmark_node_get_start_column(pointer))
    let content = text.range(ofLine: line)
    leaf = Leaf(firstLine: line, content: content, indent: column - 1, lastLine: line)
    var underline: UInt8 = 0
    if type == CMARK_NODE_HEADING {
      if masks.isMasked(line) {
        openMask(line)
        return false
      }
      node.kind = .heading
      node.level = UInt8(truncatingIfNeeded: cmark_node_get_heading_level(pointer))
      (underline, last) = headingEnd(line, last)
    }
    if underline != 0 || (node.kind == .paragraph && last > line), text.hasDivider(in: line + 1...last),
      openTable(line, last, underline)
    {
      return false
    }
    let start = min(content.lowerBound + max(column - 1, 0), content.upperBound)
    node.start = Int32(truncatingIfNeeded: text.source(start, line: line))
    node.end = max(end(ofLine: last), node.start)
    let contentEnd = underline == 0 ? last : last - 1
    if contentEnd > line {
      leaf.isOneLine = false
      skipDefinitions(pointer, line, contentEnd, &node)
    }
    leaf.index = append(node)
    return true
  }

  /// The last line of a heading and the byte that underlines it; libcmark reports the end of an underlined one late.
  private func headingEnd(_ line: Int, _ last: Int) -> (UInt8, Int) {
    let start = LinePrefix(line: line, of: text, in: containers)
    var first = start.offset
    let end = text.range(ofLine: line).upperBound
    while first < end, text.bytes[first] == 0x20 { first += 1 }
    if first < end, text.bytes[first] == 0x23, isATX(first, end) { return (0, line) }
    var candidate = line + 1
    while candidate <= last {
      let prefix = LinePrefix(line: candidate, of: text, in: containers)
      if prefix.matched == containers.count, let byte = underline(prefix.offset, candidate) { return (byte, candidate) }
      candidate += 1
    }
    return (0, line)
  }

  private func isATX(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, text.bytes[index] == 0x23 { index += 1 }
    return index - start <= 6 && (index == end || text.bytes[index] == 0x20 || text.bytes[index] == 0x09)
  }

  private func underline(_ start: Int, _ line: Int) -> UInt8? {
    var bytes = text.bytes[start..<max(start, text.range(ofLine: line).upperBound)]
    while let first = bytes.first, first == 0x20 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes = bytes.dropLast() }
    guard let byte = bytes.first, byte == 0x3D || byte == 0x2D else { return nil }
    return bytes.allSatisfy { $0 == byte } ? byte : nil
  }

  /// libcmark cuts link definitions from the start of a block but counts the lines of its inlines as if they were not
  /// there; the end of the last inline shows how many are missing. Line breaks by backslash it does not count at all.
  private mutating func skipDefinitions(_ pointer: OpaquePointer, _ line: Int, _ last: Int, _ node: inout Node) {
    guard Int(node.start) < text.file.count, text.file[Int(node.start)] == 0x5B,
      let child = cmark_node_last_child(pointer)
    else { return }
    let breaks = (line..<last).count { text.bytes[text.range(ofLine: $0)].last == 0x5C }
    let cut = last - Int(cmark_node_get_end_line(child)) - breaks
    guard cut > 0, line + cut <= last else { return }
    leaf.cutLines = cut
    leaf.firstLine = 0
    node.start = inlinePlace(line, leaf.indent + 1)
  }
}
