import Markdown

/// One line of author text as bytes with the inlines they came from, so that syntax is read from plain bytes and every
/// part of it can be shown as Markdown again. It belongs to the `Lines` that lent it.
struct Line {
  /// What a stretch of bytes came from.
  enum Origin: UInt8 { case plain, strong, code, other, lineEnd }

  /// A stretch of bytes from one inline of the line's own level.
  struct Segment {
    let start: Int32
    let end: Int32
    let inline: Inline
    /// Where the first byte of the stretch stands in the inline's text.
    let offset: Int32
    let origin: Origin

    var range: Range<Int> { Int(start)..<Int(end) }

    /// Whether offsets into the inline's text mean anything.
    var hasOffsets: Bool { origin == .plain || origin == .code }
  }

  let bytes: Bytes
  let segments: UnsafeBufferPointer<Segment>

  /// Whether nothing but blanks is left from an index on.
  func isEmpty(from index: Int) -> Bool { skippingBlanks(index) >= bytes.count }

  /// The first index at or after `index` that is no blank.
  func skippingBlanks(_ index: Int) -> Int {
    var index = min(index, bytes.count)
    while index < bytes.count {
      let length = blankLength(bytes, index)
      if length == 0 { break }
      index += length
    }
    return index
  }

  /// The stretch that holds a byte; nil behind the end.
  func segment(at index: Int) -> Segment? {
    for segment in segments where Int(segment.start) <= index && index < Int(segment.end) { return segment }
    return nil
  }

  /// Whether a byte is the author's plain text, where syntax may stand.
  func isPlain(_ index: Int) -> Bool { segment(at: index)?.origin == .plain }

  /// The bytes of a range as text.
  func text(_ range: Range<Int>) -> String { trimmed(bytes[range]).string }

  /// The whole line as text.
  var text: String { text(0..<bytes.count) }

  /// The part of the line in a range, without blanks at its ends; a cut inside bold or a link keeps all of it.
  func phrase(_ range: Range<Int>) -> Phrase {
    let range = trimmed(bytes[range]).indices
    guard !range.isEmpty, let first = segment(at: range.lowerBound), let last = segment(at: range.upperBound - 1)
    else { return .empty }
    let start = first.hasOffsets ? Int32(truncatingIfNeeded: range.lowerBound) - first.start + first.offset : 0
    let end = last.hasOffsets ? Int32(truncatingIfNeeded: range.upperBound) - last.start + last.offset : 0
    return Phrase(first: first.inline, start: start, last: last.inline, end: end)
  }
}
