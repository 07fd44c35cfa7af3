package import Diagnostics

/// The way back from the text of an inline to its source, where escapes and entities take more room.
struct SourceOffset {
  /// The offset in the literal, and in the file.
  private(set) var index = 0
  private(set) var place: Int
  private let start: Int
  private let end: Int

  /// Starts at the first byte of a literal that stands at `start..<end` in a file of `count` bytes.
  init(from start: Int, to end: Int, of count: Int) {
    self.start = start
    place = start
    self.end = max(min(end, count), start)
  }

  /// Moves on to a byte of the literal; going back is not possible.
  mutating func advance(to offset: Int, in literal: UnsafeBufferPointer<UInt8>, of file: UnsafeBufferPointer<UInt8>) {
    if end - start == literal.count {
      index = offset
      place = min(start + offset, end)
      return
    }
    while index < offset, place < end {
      if file[place] == 0x5C, place + 1 < end, ASCII.isPunctuation(file[place + 1]), index < literal.count {
        place = min(place + 2, end)
        index += literal[index] == 0xC2 ? 2 : 1
      } else if file[place] == 0x26, let semicolon = Self.entityEnd(file, place, end),
        !Self.isSame(literal, index, file, place)
      {
        place = semicolon + 1
        index += Scalars.length(literal, at: index)
      } else {
        place += 1
        index += 1
      }
    }
  }

  private static func entityEnd(_ file: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = start + 1
    while index < min(end, start + 34) {
      if file[index] == 0x3B { return index > start + 1 ? index : nil }
      guard file[index] == 0x23 || ASCII.isLetterOrDigit(file[index]) else { return nil }
      index += 1
    }
    return nil
  }

  /// Whether literal and source go on alike after an ampersand, so that it starts no entity.
  private static func isSame(
    _ literal: UnsafeBufferPointer<UInt8>, _ index: Int, _ file: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> Bool {
    index + 1 < literal.count && literal[index] == 0x26 && literal[index + 1] == file[place + 1]
  }
}

extension ASCII {
  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension Document {
  /// The source offset of a byte in the text of an inline; for other inlines their start or end.
  func sourceOffset(of offset: Int, in inline: Inline, end: Bool = false) -> Int {
    let node = nodes[Int(inline.index)]
    guard node.kind == .text || node.kind == .codeSpan || node.kind == .htmlSpan else {
      return Int(end ? node.end : node.start)
    }
    if offset <= 0, !end { return Int(node.start) }
    if offset >= node.textCount { return Int(node.end) }
    if node.kind == .codeSpan { return codeOffset(of: offset, in: node) }
    return withBytes(of: inline) { literal in
      source.bytes.withUnsafeBufferPointer { file in
        var place = SourceOffset(from: Int(node.start), to: Int(node.end), of: file.count)
        place.advance(to: offset, in: literal, of: file)
        return place.place
      }
    }
  }

  /// The source range of some bytes of a text, code or html inline.
  package func range(of inline: Inline, _ bytes: Range<Int>) -> SourceRange {
    SourceRange(
      sourceOffset(of: bytes.lowerBound, in: inline), sourceOffset(of: bytes.upperBound, in: inline, end: true))
  }

  private func codeOffset(of offset: Int, in node: Node) -> Int {
    var start = Int(node.start)
    while start < Int(node.end), start < source.bytes.count, source.bytes[start] == 0x60 { start += 1 }
    let padding = (Int(node.end) - start) - (start - Int(node.start)) - Int(node.textCount)
    return min(start + (padding == 2 ? 1 : 0) + offset, Int(node.end))
  }
}
