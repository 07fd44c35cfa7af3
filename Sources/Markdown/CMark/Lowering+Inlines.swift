internal import CCMark

extension Lowering {
  mutating func openInline(_ pointer: OpaquePointer, _ type: cmark_node_type) -> Bool {
    var node: Node
    switch type {
    case CMARK_NODE_TEXT: return openText(pointer)
    case CMARK_NODE_SOFTBREAK: node = breakNode(.softBreak)
    case CMARK_NODE_LINEBREAK: node = breakNode(.lineBreak)
    case CMARK_NODE_CODE: node = literalNode(pointer, .codeSpan)
    case CMARK_NODE_HTML_INLINE:
      node = literalNode(pointer, .htmlSpan)
      if tree.nodes[Int(leaf.index)].kind == .tableCell, tree.isLineBreakTag(node) { node.kind = .lineBreak }
    case CMARK_NODE_EMPH: node = placed(Node(.emphasis), pointer)
    case CMARK_NODE_STRONG: node = placed(Node(.strong), pointer)
    case CMARK_NODE_LINK: node = targetNode(pointer, .link)
    default: node = targetNode(pointer, .image)
    }
    let previous = level.last
    if previous != 0, tree.nodes[Int(previous)].kind == .softBreak || tree.nodes[Int(previous)].kind == .lineBreak {
      tree.nodes[Int(previous)].end = max(tree.nodes[Int(previous)].start, node.start)
    }
    _ = append(node)
    return true
  }

  private mutating func openText(_ pointer: OpaquePointer) -> Bool {
    var node = placed(Node(.text), pointer)
    let literal = cmark_node_get_literal(pointer)
    var bytes = UnsafeRawBufferPointer(start: literal, count: text_length(literal))
    if bytes.isEmpty { return false }
    let parent = level
    if parent.last == 0, parent.index == leaf.index, tree.nodes[Int(leaf.index)].kind == .tableCell {
      // The mark before a cell is no part of it.
      let mark = min(ParseText.cellMark.count, bytes.count)
      bytes = UnsafeRawBufferPointer(rebasing: bytes[mark...])
      node.start += Int32(mark)
      if bytes.isEmpty { return false }
    }
    node.text = Int32(tree.text.count)
    node.textCount = Int32(bytes.count)
    tree.text.append(contentsOf: bytes)
    if bytes[0] == 0x60 { correctStart(&node, bytes) }
    if node.end - node.start != node.textCount { correctEnd(&node, bytes) }
    if text.hasTilde || hasSubstitutes {
      if !leaf.mayHoldMarks { leaf.mayHoldMarks = bytes.contains { $0 == 0x7E || $0 == 0xC2 || $0 == 0x03 } }
    }
    if parent.last != 0 {
      let kind = tree.nodes[Int(parent.last)].kind
      if kind == .softBreak || kind == .lineBreak {
        tree.nodes[Int(parent.last)].end = max(tree.nodes[Int(parent.last)].start, node.start)
      }
    }
    _ = append(node)
    return true
  }

  /// libcmark starts a text that begins with a run of backticks after the run.
  private func correctStart(_ node: inout Node, _ bytes: UnsafeRawBufferPointer) {
    let count = bytes.prefix { $0 == 0x60 }.count
    let start = Int(node.start)
    guard start >= count, start <= text.file.count else { return }
    if text.file[(start - count)..<start].allSatisfy({ $0 == 0x60 }) { node.start -= Int32(truncatingIfNeeded: count) }
  }

  /// Where a text stands letter by letter in the source its length tells the end; libcmark's is one too far after a
  /// run of backticks that closes nothing.
  private func correctEnd(_ node: inout Node, _ bytes: UnsafeRawBufferPointer) {
    let end = Int(node.start) + bytes.count
    guard end <= text.file.count else { return }
    let isSame = UnsafeBufferPointer(rebasing: text.file[Int(node.start)..<end]).elementsEqual(bytes)
    if isSame { node.end = Int32(truncatingIfNeeded: end) }
  }

  private mutating func placed(_ node: Node, _ pointer: OpaquePointer) -> Node {
    var node = node
    let first = leaf.isOneLine ? 0 : Int(cmark_node_get_start_line(pointer))
    let last = leaf.isOneLine ? 0 : Int(cmark_node_get_end_line(pointer))
    node.start = inlinePlace(first, Int(cmark_node_get_start_column(pointer)))
    node.end = max(inlinePlace(last, Int(cmark_node_get_end_column(pointer)) + 1), node.start)
    return node
  }

  /// A break starts where the inline before it ends; the next inline says where it ends.
  private mutating func breakNode(_ kind: NodeKind) -> Node {
    var node = Node(kind)
    let last = level.last
    node.start = last != 0 ? tree.nodes[Int(last)].end : tree.nodes[Int(level.index)].start
    node.end = node.start
    guard kind == .lineBreak else { return node }
    // After another break the place is still the end of the line before.
    var start = Int(node.start)
    if last == 0 || tree.nodes[Int(last)].kind == .softBreak || tree.nodes[Int(last)].kind == .lineBreak {
      while start < text.file.count, text.file[start] <= 0x20 || text.file[start] == 0x3E { start += 1 }
    }
    if start < text.file.count, text.file[start] == 0x5C { leaf.uncountedHere += 1 }
    return node
  }

  private mutating func literalNode(_ pointer: OpaquePointer, _ kind: NodeKind) -> Node {
    var node = placed(Node(kind), pointer)
    node.text = Int32(tree.text.count)
    append(cmark_node_get_literal(pointer), isLiteral: true)
    node.textCount = Int32(tree.text.count) - node.text
    guard kind == .codeSpan else { return node }
    // libcmark leaves the backticks out.
    while node.start > 0, text.file[Int(node.start) - 1] == 0x60 { node.start -= 1 }
    while Int(node.end) < text.file.count, text.file[Int(node.end)] == 0x60 { node.end += 1 }
    return node
  }

  private mutating func targetNode(_ pointer: OpaquePointer, _ kind: NodeKind) -> Node {
    var node = placed(Node(kind), pointer)
    node.text = Int32(tree.text.count)
    append(cmark_node_get_url(pointer), isLiteral: false)
    node.extra = Int32(tree.text.count) - node.text
    append(cmark_node_get_title(pointer), isLiteral: false)
    node.textCount = Int32(tree.text.count) - node.text
    // One long definition can be referred to often: what comes out is bounded by what went in.
    tree.linkBytes += Int(node.textCount)
    if tree.linkBytes > 3 * text.file.count + 65_536 { fault = .links(Int(node.start)) }
    return node
  }

  /// Corrects the place of a link, which libcmark starts on its last line, and of autolinks; every other inline at
  /// least covers its children.
  mutating func finishInline(_ index: Int32) {
    let node = tree.nodes[Int(index)]
    guard node.first != 0 else { return }
    let inner = tree.nodes[Int(node.first)].start
    var last = node.first
    while tree.nodes[Int(last)].next != 0 { last = tree.nodes[Int(last)].next }
    let innerEnd = tree.nodes[Int(last)].end
    var start = min(node.start, inner)
    var end = max(node.end, innerEnd)
    if node.kind == .emphasis || node.kind == .strong {
      let width: Int32 = node.kind == .strong ? 2 : 1
      start = max(inner - width, 0)
      end = innerEnd + width
    }
    if node.kind == .link || node.kind == .image {
      start = max(inner - (node.kind == .image ? 2 : 1), 0)
      if Int(start) < text.file.count, text.file[Int(start)] == 0x3C { end = innerEnd + 1 }
    }
    tree.nodes[Int(index)].start = start
    tree.nodes[Int(index)].end = min(end, Int32(truncatingIfNeeded: text.file.count))
  }

  /// Copies a text of libcmark with the substitutes of footnote brackets and escaped tildes undone.
  ///
  /// - Parameter isLiteral: whether escapes stay as they are written, as in code and HTML.
  mutating func append(_ literal: UnsafePointer<CChar>?, isLiteral: Bool) {
    let bytes = UnsafeRawBufferPointer(start: literal, count: text_length(literal))
    if hasSubstitutes {
      Substitutes.undo(bytes, isLiteral: isLiteral, into: &tree.text)
    } else {
      tree.text.append(contentsOf: bytes)
    }
  }
}
