package import Diagnostics

/// The address of a block in its document.
package struct Block: Hashable, Sendable {
  @usableFromInline let index: Int32

  @inlinable init(index: Int32) { self.index = index }
}

/// The kinds of GitHub-style alerts.
package enum Alert: UInt8, Hashable, Sendable, CaseIterable {
  case note, tip, important, warning, caution

  /// The word between `[!` and `]`, in lower case.
  package var word: String {
    switch self {
    case .note: "note"
    case .tip: "tip"
    case .important: "important"
    case .warning: "warning"
    case .caution: "caution"
    }
  }
}

/// How the cells of a table column stand.
package enum Alignment: UInt8, Hashable, Sendable {
  case none, left, center, right
}

/// The check box at the start of a list item.
package enum Checkbox: UInt8, Hashable, Sendable {
  case none, unchecked, checked
}

/// The marker of a list.
package enum ListKind: Hashable, Sendable {
  case bullet
  /// - Parameter start: the first number as written.
  case ordered(start: Int)
}

extension Block {
  /// What a block is, with the properties that come with it.
  package enum Kind: Hashable, Sendable {
    case paragraph
    case heading(level: Int)
    case thematicBreak
    case quote
    /// A quote that starts with `[!NOTE]` or its like; that line is no longer among its children.
    case alert(Alert)
    case list(ListKind, tight: Bool)
    /// A list item; the text of its first paragraph no longer holds the box.
    case item(Checkbox)
    /// A code block; `info` is the unescaped info string of its fence.
    case code(info: ArraySlice<UInt8>)
    case html
    /// A pipe table; its children are rows, the first is the header.
    case table(columns: [Alignment])
    case tableRow(header: Bool)
    case tableCell(Alignment)
    /// A footnote that is referred to; found only in `Document.footnotes`.
    case footnote(number: Int, label: ArraySlice<UInt8>)
  }
}

/// Sibling blocks in order.
package struct Blocks: Sequence, Sendable {
  let nodes: [Node]
  let firstIndex: Int32

  /// The first block.
  package var first: Block? { firstIndex == 0 ? nil : Block(index: firstIndex) }
  /// Whether there is none.
  package var isEmpty: Bool { firstIndex == 0 }

  /// Walks from the first to the last sibling.
  package struct Iterator: IteratorProtocol {
    let nodes: [Node]
    var index: Int32

    /// The next sibling.
    package mutating func next() -> Block? {
      guard index != 0 else { return nil }
      defer { index = nodes[Int(index)].next }
      return Block(index: index)
    }
  }

  /// Starts at the first block.
  package func makeIterator() -> Iterator { Iterator(nodes: nodes, index: firstIndex) }
}

extension Document {
  /// What a block is.
  package func kind(of block: Block) -> Block.Kind {
    let node = nodes[Int(block.index)]
    switch node.kind {
    case .heading: return .heading(level: Int(node.level))
    case .thematicBreak: return .thematicBreak
    case .quote: return Alert(rawValue: node.level &- 1).map { .alert($0) } ?? .quote
    case .list:
      let kind: ListKind = node.flags & Node.ordered != 0 ? .ordered(start: Int(node.extra)) : .bullet
      return .list(kind, tight: node.flags & Node.tight != 0)
    case .item: return .item(Checkbox(rawValue: node.level) ?? .none)
    case .code: return .code(info: text[Int(node.text)..<Int(node.text + node.extra)])
    case .html: return .html
    case .table: return .table(columns: slice(node).map { Alignment(rawValue: $0) ?? .none })
    case .tableRow: return .tableRow(header: node.level != 0)
    case .tableCell: return .tableCell(Alignment(rawValue: node.level) ?? .none)
    case .footnote: return .footnote(number: Int(node.extra), label: slice(node))
    case .paragraph, .document, .footnoteList, .text, .softBreak, .lineBreak, .codeSpan, .htmlSpan, .emphasis, .strong,
      .strikethrough, .link, .image, .footnoteReference:
      return .paragraph
    }
  }

  /// The blocks inside a quote, list, item, table, row or footnote; empty for every other kind.
  package func children(of block: Block) -> Blocks {
    let node = nodes[Int(block.index)]
    return Blocks(nodes: nodes, firstIndex: holdsInlines(node.kind) ? 0 : node.first)
  }

  /// The inlines of a paragraph, heading or table cell; empty for every other kind.
  package func inlines(of block: Block) -> Inlines {
    let node = nodes[Int(block.index)]
    return Inlines(nodes: nodes, firstIndex: holdsInlines(node.kind) ? node.first : 0)
  }

  /// The block around a block; nil at the top level.
  package func parent(of block: Block) -> Block? {
    let index = nodes[Int(block.index)].parent
    switch nodes[Int(index)].kind {
    case .document, .footnoteList: return nil
    default: return Block(index: index)
    }
  }

  /// The block after a block, under the same parent.
  package func next(after block: Block) -> Block? {
    let index = nodes[Int(block.index)].next
    return index == 0 ? nil : Block(index: index)
  }

  /// The bytes of the source that a block covers, from its first marker to the end of its last line.
  package func range(of block: Block) -> SourceRange {
    let node = nodes[Int(block.index)]
    return SourceRange(Int(node.start), Int(node.end))
  }

  /// The text of a code block or the raw bytes of an HTML block, without container markers; else empty.
  package func bytes(of block: Block) -> ArraySlice<UInt8> {
    let node = nodes[Int(block.index)]
    switch node.kind {
    case .code, .html: return text[Int(node.text + node.extra)..<Int(node.text + node.textCount)]
    default: return []
    }
  }

  /// The number of an ordered item as it is written in the source; nil for a bullet.
  package func number(of item: Block) -> Int? {
    let node = nodes[Int(item.index)]
    return node.kind == .item && node.flags & Node.ordered != 0 ? Int(node.extra) : nil
  }

  /// The bytes of an item's marker in the source, such as `12.` or `-`, without blanks.
  package func marker(of item: Block) -> SourceRange {
    let node = nodes[Int(item.index)]
    guard node.kind == .item else { return SourceRange(Int(node.start), Int(node.start)) }
    var end = Int(node.start)
    let bytes = source.bytes
    while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
    return SourceRange(Int(node.start), min(end + 1, bytes.count))
  }

  /// The column of an item's marker counted from 0, tabs to stops of four.
  package func markerColumn(of item: Block) -> Int {
    let node = nodes[Int(item.index)]
    return node.kind == .item ? Int(node.textCount) : 0
  }

  private func holdsInlines(_ kind: NodeKind) -> Bool {
    kind == .paragraph || kind == .heading || kind == .tableCell
  }
}
