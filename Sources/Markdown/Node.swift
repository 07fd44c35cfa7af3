/// What a node of the flat tree is; blocks first, then inlines.
@usableFromInline package enum NodeKind: UInt8, Sendable {
  case document, paragraph, heading, thematicBreak, quote, list, item, code, html
  case table, tableRow, tableCell, footnoteList, footnote
  case text, softBreak, lineBreak, codeSpan, htmlSpan, emphasis, strong, strikethrough, link, image, footnoteReference

  var isInline: Bool { rawValue >= NodeKind.text.rawValue }

  /// Whether a block holds inlines, not blocks.
  @usableFromInline var holdsInlines: Bool { self == .paragraph || self == .heading || self == .tableCell }
}

// What `DocumentView` needs is usable from inlined code, because passes of other modules ask for it at every step.

/// One node of a document's flat tree; addresses are indices in the document's array, 0 (the root) stands for none.
@usableFromInline struct Node: Sendable {
  static let tight: UInt8 = 1
  static let ordered: UInt8 = 2

  @usableFromInline var kind: NodeKind
  /// Heading level, alert, check box, cell alignment or "header row", by kind.
  var level: UInt8 = 0
  var flags: UInt8 = 0
  var parent: Int32 = 0
  @usableFromInline var first: Int32 = 0
  @usableFromInline var next: Int32 = 0
  /// The node's bytes in the document's text buffer; for an item, `textCount` is the marker's column.
  @usableFromInline var text: Int32 = 0
  @usableFromInline var textCount: Int32 = 0
  /// Where the text parts (destination | title, info | literal), or the number of a list, item or footnote.
  var extra: Int32 = 0
  /// The bytes of the source file that the node covers.
  @usableFromInline var start: Int32 = 0
  @usableFromInline var end: Int32 = 0

  init(_ kind: NodeKind, parent: Int32 = 0) {
    self.kind = kind
    self.parent = parent
  }
}
