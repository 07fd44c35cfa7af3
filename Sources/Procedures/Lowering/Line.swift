import Markdown

/// One line of author text as bytes with the inlines they came from, so that syntax is read from plain bytes and every
/// part of it can be shown as Markdown again.
struct Line {
  /// What a stretch of bytes came from.
  enum Origin { case plain, strong, code, other, lineEnd }

  /// A stretch of bytes from one inline of the line's own level.
  struct Segment {
    let range: Range<Int>
    let inline: Inline
    let origin: Origin
    /// Where the first byte of the stretch stands in the inline's text.
    let offset: Int
  }

  let document: Document
  let bytes: [UInt8]
  let segments: [Segment]

  /// Flattens a phrase. Linear.
  init(_ phrase: Phrase, of document: Document) {
    self.document = document
    var bytes: [UInt8] = []
    var segments: [Segment] = []
    var next = phrase.first
    while let inline = next {
      let start = bytes.count
      var offset = 0
      let origin: Origin
      switch document.kind(of: inline) {
      case .text, .code:
        let text = document.bytes(of: inline)
        offset = inline == phrase.first ? Int(phrase.start) : 0
        let end = inline == phrase.last ? Int(phrase.end) : text.count
        bytes += text.dropFirst(offset).prefix(max(0, end - offset))
        if case .code = document.kind(of: inline) { origin = .code } else { origin = .plain }
      case .softBreak, .lineBreak:
        bytes.append(0x0A)
        origin = .lineEnd
      case .strong:
        bytes += document.plainBytes(of: document.phrase(of: inline))
        origin = .strong
      case .emphasis, .strikethrough, .link, .image, .html, .footnoteReference:
        bytes += document.plainBytes(of: Phrase(first: inline, start: 0, last: inline, end: 0))
        origin = .other
      }
      segments.append(Segment(range: start..<bytes.count, inline: inline, origin: origin, offset: offset))
      next = inline == phrase.last ? nil : document.next(after: inline)
    }
    self.bytes = bytes
    self.segments = segments
  }

  /// Flattens the inlines of a paragraph, heading or cell.
  init(_ block: Block, of document: Document) { self.init(document.phrase(of: block), of: document) }

  /// Whether nothing but blanks is left from an index on.
  func isEmpty(from index: Int) -> Bool { skippingBlanks(index) >= bytes.count }

  /// The first index at or after `index` that is no blank.
  func skippingBlanks(_ index: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var index = min(index, bytes.count)
      while index < bytes.count {
        let length = blankLength(bytes, index)
        if length == 0 { break }
        index += length
      }
      return index
    }
  }

  /// The stretch that holds a byte; nil behind the end.
  func segment(at index: Int) -> Segment? { segments.first { $0.range.contains(index) } }

  /// Whether a byte is the author's plain text, where syntax may stand.
  func isPlain(_ index: Int) -> Bool { segment(at: index)?.origin == .plain }

  /// The bytes of a range as text.
  func text(_ range: Range<Int>) -> String { String(decoding: trimmed(bytes[range]), as: UTF8.self) }

  /// The whole line as text.
  var text: String { text(0..<bytes.count) }

  /// The part of the line in a range, without blanks at its ends; a cut inside bold or a link keeps all of it.
  func phrase(_ range: Range<Int>) -> Phrase {
    let range = trimmed(bytes[range]).indices
    guard !range.isEmpty, let first = segment(at: range.lowerBound), let last = segment(at: range.upperBound - 1)
    else { return .empty }
    return Phrase(
      first: first.inline, start: Int32(first.hasOffsets ? range.lowerBound - first.range.lowerBound + first.offset : 0),
      last: last.inline, end: Int32(last.hasOffsets ? range.upperBound - last.range.lowerBound + last.offset : 0))
  }
}

extension Line.Segment {
  /// Whether offsets into the inline's text mean anything.
  var hasOffsets: Bool { origin == .plain || origin == .code }
}
