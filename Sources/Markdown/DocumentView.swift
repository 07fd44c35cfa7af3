package import Diagnostics

/// A document, lent to a pass over its nodes: plain pointers, so that nothing is counted on the way.
///
/// Valid only inside `Document.withView`. Blocks and inlines must be of the same document.
package struct DocumentView {
  @usableFromInline let nodes: UnsafeBufferPointer<Node>
  @usableFromInline let text: UnsafeBufferPointer<UInt8>
  /// The whole source file.
  package let file: UnsafeBufferPointer<UInt8>

  fileprivate init(
    nodes: UnsafeBufferPointer<Node>, text: UnsafeBufferPointer<UInt8>, file: UnsafeBufferPointer<UInt8>
  ) {
    self.nodes = nodes
    self.text = text
    self.file = file
  }

  /// The number of addresses; every block's `place` is below it.
  package var count: Int { nodes.count }

  /// The bytes of all texts together.
  package var textCount: Int { text.count }

  // MARK: Blocks

  /// What kind of node a block is.
  @inlinable package func kind(of block: Block) -> NodeKind { nodes[Int(block.index)].kind }

  /// The level of a heading; 0 for other blocks.
  package func level(of block: Block) -> Int {
    let node = nodes[Int(block.index)]
    return node.kind == .heading ? Int(node.level) : 0
  }

  /// Whether a block is a list with numbers.
  package func isOrdered(_ list: Block) -> Bool {
    let node = nodes[Int(list.index)]
    return node.kind == .list && node.flags & Node.ordered != 0
  }

  /// The box at the start of an item.
  package func checkbox(of item: Block) -> Checkbox { Checkbox(rawValue: nodes[Int(item.index)].level) ?? .none }

  /// The kind of alert that a quote is, if it is one.
  package func alert(of quote: Block) -> Alert? {
    let node = nodes[Int(quote.index)]
    return node.kind == .quote ? Alert(rawValue: node.level &- 1) : nil
  }

  /// The blocks inside a quote, list, item, table, row or footnote; empty for every other kind.
  @inlinable package func children(of block: Block) -> BlockRun {
    let node = nodes[Int(block.index)]
    return BlockRun(nodes: nodes, index: node.kind.holdsInlines ? 0 : node.first)
  }

  /// The block after a block, under the same parent.
  @inlinable package func next(after block: Block) -> Block? {
    let index = nodes[Int(block.index)].next
    return index == 0 ? nil : Block(index: index)
  }

  /// The number of an ordered item as it is written in the source; nil for a bullet.
  package func number(of item: Block) -> Int? {
    let node = nodes[Int(item.index)]
    return node.kind == .item && node.flags & Node.ordered != 0 ? Int(node.extra) : nil
  }

  /// The column of an item's marker counted from 0, tabs to stops of four.
  package func markerColumn(of item: Block) -> Int {
    let node = nodes[Int(item.index)]
    return node.kind == .item ? Int(node.textCount) : 0
  }

  /// The bytes of the source that a block covers.
  @inlinable package func range(of block: Block) -> SourceRange {
    let node = nodes[Int(block.index)]
    return SourceRange(Int(node.start), Int(node.end))
  }

  /// Calls `visit` for every paragraph, heading and cell with its first inline, in the order of their addresses.
  package func forEachLeaf(_ visit: (Block, Inline) -> Void) {
    for index in nodes.indices where nodes[index].kind.holdsInlines && nodes[index].first != 0 {
      visit(Block(index: Int32(truncatingIfNeeded: index)), Inline(index: nodes[index].first))
    }
  }

  // MARK: Inlines

  /// The first inline of a paragraph, heading or cell.
  @inlinable package func firstInline(of block: Block) -> Inline? {
    let node = nodes[Int(block.index)]
    return node.kind.holdsInlines && node.first != 0 ? Inline(index: node.first) : nil
  }

  /// What kind of node an inline is.
  @inlinable package func kind(of inline: Inline) -> NodeKind { nodes[Int(inline.index)].kind }

  /// The first inline inside an inline.
  @inlinable package func first(in inline: Inline) -> Inline? {
    let index = nodes[Int(inline.index)].first
    return index == 0 ? nil : Inline(index: index)
  }

  /// The inline after an inline, under the same parent.
  @inlinable package func next(after inline: Inline) -> Inline? {
    let index = nodes[Int(inline.index)].next
    return index == 0 ? nil : Inline(index: index)
  }

  /// The literal bytes of a text, code or html inline; else empty.
  @inlinable package func bytes(of inline: Inline) -> UnsafeBufferPointer<UInt8> {
    let node = nodes[Int(inline.index)]
    guard node.kind == .text || node.kind == .codeSpan || node.kind == .htmlSpan else {
      return .init(start: nil, count: 0)
    }
    return UnsafeBufferPointer(rebasing: text[Int(node.text)..<Int(node.text + node.textCount)])
  }

  /// The destination of a link or image, entities and escapes undone; else empty.
  package func destination(of inline: Inline) -> UnsafeBufferPointer<UInt8> {
    let node = nodes[Int(inline.index)]
    guard node.kind == .link || node.kind == .image else { return .init(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: text[Int(node.text)..<Int(node.text + node.extra)])
  }

  /// The bytes of the source that an inline covers, its delimiters included.
  package func range(of inline: Inline) -> SourceRange {
    let node = nodes[Int(inline.index)]
    return SourceRange(Int(node.start), Int(node.end))
  }

  /// The bytes of the source between two places in texts; nil where that takes a closer look at escapes, which
  /// `Document.range(of:)` has.
  package func range(of phrase: Phrase) -> SourceRange? {
    guard let first = phrase.first, let last = phrase.last else { return .start }
    guard let start = offset(of: Int(phrase.start), in: first, end: false),
      let end = offset(of: Int(phrase.end), in: last, end: true)
    else { return nil }
    return SourceRange(start, end)
  }

  private func offset(of offset: Int, in inline: Inline, end: Bool) -> Int? {
    let node = nodes[Int(inline.index)]
    guard node.kind == .text || node.kind == .codeSpan || node.kind == .htmlSpan else {
      return Int(end ? node.end : node.start)
    }
    if offset <= 0, !end { return Int(node.start) }
    if offset >= node.textCount { return Int(node.end) }
    let isLiteral = node.kind != .codeSpan && node.end - node.start == node.textCount && Int(node.end) <= file.count
    return isLiteral ? min(Int(node.start) + offset, Int(node.end)) : nil
  }
}

/// Sibling blocks in order, in a document that is lent.
package struct BlockRun: Sequence, IteratorProtocol {
  @usableFromInline let nodes: UnsafeBufferPointer<Node>
  @usableFromInline var index: Int32

  @inlinable init(nodes: UnsafeBufferPointer<Node>, index: Int32) {
    self.nodes = nodes
    self.index = index
  }

  /// All but the first.
  @inlinable package func dropFirst() -> BlockRun {
    var rest = self
    _ = rest.next()
    return rest
  }

  /// The first block that is left.
  @inlinable package var first: Block? { index == 0 ? nil : Block(index: index) }

  /// The next sibling.
  @inlinable package mutating func next() -> Block? {
    guard index != 0 else { return nil }
    defer { index = nodes[Int(index)].next }
    return Block(index: index)
  }
}

extension Block {
  /// The address as an index, for tables beside a document.
  @inlinable package var place: Int { Int(index) }
}

extension Document {
  /// Lends the document to one pass. Nothing of the view may be kept.
  package func withView<R>(_ body: (DocumentView) throws -> R) rethrows -> R {
    try nodes.withUnsafeBufferPointer { nodes in
      try text.withUnsafeBufferPointer { text in
        try source.bytes.withUnsafeBufferPointer { file in
          try body(DocumentView(nodes: nodes, text: text, file: file))
        }
      }
    }
  }
}
