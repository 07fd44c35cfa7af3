/// A document's tree while it is being built.
struct FlatTree {
  var nodes: [Node] = [Node(.document)]
  var text: [UInt8] = []
  var footnoteRoot: Int32 = 0
  /// Bytes of destinations and titles of all links so far.
  var linkBytes = 0

  /// Adds a node as the last child of `parent`.
  ///
  /// - Parameter last: the last child so far, 0 for none; becomes the new one.
  @inline(__always)
  mutating func append(_ node: Node, to last: inout Int32, of parent: Int32) -> Int32 {
    let index = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(node)
    nodes[Int(index)].parent = parent
    if last == 0 { nodes[Int(parent)].first = index } else { nodes[Int(last)].next = index }
    last = index
    return index
  }

  /// Adds bytes to the text buffer.
  mutating func store(_ bytes: some Sequence<UInt8>) -> (start: Int32, count: Int32) {
    let start = text.count
    text.append(contentsOf: bytes)
    return (Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: text.count - start))
  }

  /// Whether an HTML inline is `<br>`, which breaks the line in a table cell (spec/format.md 7).
  func isLineBreakTag(_ node: Node) -> Bool {
    let tag = text[Int(node.text)..<Int(node.text + node.textCount)].filter { $0 != 0x20 && $0 != 0x2F }
    return tag.count == 4 && tag[0] == 0x3C && tag[1] | 0x20 == 0x62 && tag[2] | 0x20 == 0x72 && tag[3] == 0x3E
  }
}
