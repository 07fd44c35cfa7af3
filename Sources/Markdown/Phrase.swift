package import Diagnostics

/// A run of sibling inlines, cut by bytes inside the first and the last where those are text or code.
package struct Phrase: Hashable, Sendable {
  // The root stands for none: a model holds tens of phrases for each document, so they are small.
  private let firstIndex: Int32
  /// The first byte of the phrase in the text of `first`; 0 when `first` has no text of its own.
  package let start: Int32
  private let lastIndex: Int32
  /// The byte after the phrase in the text of `last`; 0 when `last` has no text of its own.
  package let end: Int32

  /// Marks the inlines from `first`, cut at the byte `start` of its text, to `last`, cut before the byte `end` of its.
  package init(first: Inline?, start: Int32, last: Inline?, end: Int32) {
    firstIndex = first?.index ?? 0
    self.start = start
    lastIndex = last?.index ?? 0
    self.end = end
  }

  /// The first inline; nil in an empty phrase.
  package var first: Inline? { firstIndex == 0 ? nil : Inline(index: firstIndex) }

  /// The last inline; nil in an empty phrase.
  package var last: Inline? { lastIndex == 0 ? nil : Inline(index: lastIndex) }

  /// A phrase of nothing.
  package static let empty = Phrase(first: nil, start: 0, last: nil, end: 0)

  /// Whether it holds nothing at all.
  package var isEmpty: Bool { firstIndex == 0 }
}

extension Document {
  /// All inlines of a paragraph, heading or cell.
  package func phrase(of block: Block) -> Phrase {
    phrase(from: inlines(of: block).first)
  }

  /// All inlines inside an inline, or the inline itself when it is a leaf.
  package func phrase(of inline: Inline) -> Phrase {
    if let child = children(of: inline).first { return phrase(from: child) }
    return Phrase(first: inline, start: 0, last: inline, end: textCount(inline))
  }

  /// An inline and all siblings after it.
  package func phrase(from first: Inline?) -> Phrase {
    guard let first else { return .empty }
    var last = first
    while let next = next(after: last) { last = next }
    return Phrase(first: first, start: 0, last: last, end: textCount(last))
  }

  /// The inlines of a phrase in order; its cuts are not applied.
  package func inlines(of phrase: Phrase) -> [Inline] {
    var found: [Inline] = []
    var inline = phrase.first
    while let current = inline {
      found.append(current)
      inline = current == phrase.last ? nil : next(after: current)
    }
    return found
  }

  /// The text of a phrase as a reader sees it, as UTF-8: a soft break is a blank, or nothing between two wide
  /// characters; a line break is a line feed; comments and footnote references are nothing.
  package func plainBytes(of phrase: Phrase) -> [UInt8] {
    var reader = PlainText(self)
    reader.read(phrase)
    return reader.bytes
  }

  /// The text of a phrase as a reader sees it.
  package func plainText(of phrase: Phrase) -> String { String(decoding: plainBytes(of: phrase), as: UTF8.self) }

  /// The text of the inlines of a block and of all blocks below it, one line each; code blocks as they are.
  package func plainText(of block: Block) -> String { String(decoding: plainBytes(of: block), as: UTF8.self) }

  /// The UTF-8 of `plainText(of:)`.
  package func plainBytes(of block: Block) -> [UInt8] {
    var reader = PlainText(self)
    reader.read(block)
    return reader.bytes
  }

  /// The text of an inline as a reader sees it.
  package func plainText(of inline: Inline) -> String {
    var reader = PlainText(self)
    reader.read(inline)
    return String(decoding: reader.bytes, as: UTF8.self)
  }

  /// A phrase without the first bytes of its plain text and without blanks at the new start.
  ///
  /// - Parameter count: bytes of `plainBytes(of:)`; a cut inside emphasis, a link or the like keeps all of it.
  package func dropping(_ count: Int, from phrase: Phrase) -> Phrase {
    let bytes = plainBytes(of: phrase)
    var start = min(max(count, 0), bytes.count)
    while start < bytes.count, let blank = PlainText.blank(in: bytes, at: start) { start += blank }
    return subphrase(of: phrase, start..<bytes.count)
  }

  /// The part of a phrase between two offsets of its plain text. Linear in the phrase.
  ///
  /// - Parameter range: bytes of `plainBytes(of:)`; a cut inside emphasis, a link or the like keeps all of it.
  package func subphrase(of phrase: Phrase, _ range: Range<Int>) -> Phrase {
    var reader = PlainText(self)
    return reader.cut(phrase, range)
  }

  /// The bytes of the source between the cuts of a phrase; the empty range at 0 for the empty phrase.
  package func range(of phrase: Phrase) -> SourceRange {
    guard let first = phrase.first, let last = phrase.last else { return .start }
    return SourceRange(
      sourceOffset(of: Int(phrase.start), in: first), sourceOffset(of: Int(phrase.end), in: last, end: true))
  }

  func textCount(_ inline: Inline) -> Int32 {
    let node = nodes[Int(inline.index)]
    return node.kind == .text || node.kind == .codeSpan || node.kind == .htmlSpan ? node.textCount : 0
  }
}
