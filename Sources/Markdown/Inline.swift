package import Diagnostics

/// The address of an inline in its document.
package struct Inline: Hashable, Sendable {
  @usableFromInline let index: Int32

  @inlinable init(index: Int32) { self.index = index }
}

extension Inline {
  /// What an inline is, with the properties that come with it.
  package enum Kind: Hashable, Sendable {
    case text
    case softBreak
    case lineBreak
    case code
    case html
    case emphasis
    case strong
    case strikethrough
    /// A link; entities and escapes are undone in both texts, nothing is percent-encoded, no scheme is filtered yet.
    case link(destination: ArraySlice<UInt8>, title: ArraySlice<UInt8>)
    /// An image; its children are the alternative text.
    case image(destination: ArraySlice<UInt8>, title: ArraySlice<UInt8>)
    /// A reference to the footnote with this number.
    case footnoteReference(number: Int)
  }
}

/// Sibling inlines in order.
package struct Inlines: Sequence, Sendable {
  let nodes: [Node]
  let firstIndex: Int32

  /// The first inline.
  package var first: Inline? { firstIndex == 0 ? nil : Inline(index: firstIndex) }
  /// Whether there is none.
  package var isEmpty: Bool { firstIndex == 0 }

  /// Walks from the first to the last sibling.
  package struct Iterator: IteratorProtocol {
    let nodes: [Node]
    var index: Int32

    /// The next sibling.
    package mutating func next() -> Inline? {
      guard index != 0 else { return nil }
      defer { index = nodes[Int(index)].next }
      return Inline(index: index)
    }
  }

  /// Starts at the first inline.
  package func makeIterator() -> Iterator { Iterator(nodes: nodes, index: firstIndex) }
}

extension Document {
  /// What an inline is.
  package func kind(of inline: Inline) -> Inline.Kind {
    let node = nodes[Int(inline.index)]
    switch node.kind {
    case .softBreak: return .softBreak
    case .lineBreak: return .lineBreak
    case .codeSpan: return .code
    case .htmlSpan: return .html
    case .emphasis: return .emphasis
    case .strong: return .strong
    case .strikethrough: return .strikethrough
    case .link: return .link(destination: firstPart(node), title: secondPart(node))
    case .image: return .image(destination: firstPart(node), title: secondPart(node))
    case .footnoteReference: return .footnoteReference(number: Int(node.extra))
    case .text, .document, .paragraph, .heading, .thematicBreak, .quote, .list, .item, .code, .html, .table, .tableRow,
      .tableCell, .footnoteList, .footnote:
      return .text
    }
  }

  /// The inlines inside emphasis, a link, an image and the like; empty for leaves.
  package func children(of inline: Inline) -> Inlines {
    Inlines(nodes: nodes, firstIndex: nodes[Int(inline.index)].first)
  }

  /// The inline around an inline; nil directly under its block.
  package func parent(of inline: Inline) -> Inline? {
    let index = nodes[Int(inline.index)].parent
    return nodes[Int(index)].kind.isInline ? Inline(index: index) : nil
  }

  /// The paragraph, heading or cell that an inline stands in. Linear in the nesting.
  package func block(of inline: Inline) -> Block {
    var index = nodes[Int(inline.index)].parent
    while nodes[Int(index)].kind.isInline { index = nodes[Int(index)].parent }
    return Block(index: index)
  }

  /// The inline after an inline, under the same parent.
  package func next(after inline: Inline) -> Inline? {
    let index = nodes[Int(inline.index)].next
    return index == 0 ? nil : Inline(index: index)
  }

  /// The bytes of the source that an inline covers, its delimiters included.
  package func range(of inline: Inline) -> SourceRange {
    let node = nodes[Int(inline.index)]
    return SourceRange(Int(node.start), Int(node.end))
  }

  /// The literal bytes of a text, code or html inline, escapes and entities undone; else empty.
  package func bytes(of inline: Inline) -> ArraySlice<UInt8> {
    let node = nodes[Int(inline.index)]
    switch node.kind {
    case .text, .codeSpan, .htmlSpan: return slice(node)
    default: return []
    }
  }

  /// Lends the literal bytes of a text, code or html inline without a copy; offsets in them are those of `TextLink`.
  package func withBytes<R>(of inline: Inline, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    let node = nodes[Int(inline.index)]
    let isLeaf = node.kind == .text || node.kind == .codeSpan || node.kind == .htmlSpan
    let range = isLeaf ? Int(node.text)..<Int(node.text + node.textCount) : 0..<0
    return try text.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// All text, code and html leaves of a block in reading order, at any depth below it.
  package func leaves(of block: Block) -> [Inline] {
    leaves(below: block.index)
  }

  /// All text, code and html leaves of an inline in reading order; the inline itself when it is a leaf.
  package func leaves(of inline: Inline) -> [Inline] {
    nodes[Int(inline.index)].first == 0 ? [inline] : leaves(below: inline.index)
  }

  private func leaves(below root: Int32) -> [Inline] {
    var found: [Inline] = []
    walk(below: root) { index in
      switch nodes[Int(index)].kind {
      case .text, .codeSpan, .htmlSpan: found.append(Inline(index: index))
      default: break
      }
    }
    return found
  }

  /// Calls `visit` for every node below `root` in reading order, without recursion.
  func walk(below root: Int32, _ visit: (Int32) -> Void) {
    var index = nodes[Int(root)].first
    while index != 0 {
      visit(index)
      var following = nodes[Int(index)].first
      while following == 0 {
        following = nodes[Int(index)].next
        if following != 0 { break }
        index = nodes[Int(index)].parent
        if index == root || index == 0 { return }
      }
      index = following
    }
  }
}
