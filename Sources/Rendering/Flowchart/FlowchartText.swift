/// All texts of one chart in one buffer, broken into lines of measured width.
///
/// Widths are hundredths of an em: 100 for everything outside Latin, less for Latin by letter. The figures are upper
/// bounds of the common fonts, since SVG text neither wraps nor shrinks.
struct FlowchartText {
  /// A stretch of the buffer that is drawn as one line.
  struct Line {
    var start: Int
    var end: Int
    /// Hundredths of an em, with the ellipsis.
    var width: Int
    /// Whether an ellipsis follows.
    var isCut = false
  }

  /// What a text became.
  struct Block {
    var lines: Range<Int>
    /// Hundredths of an em of the widest line.
    var width = 0
    /// Whether less than the whole text is shown.
    var isCut = false

    static let empty = Block(lines: 0..<0)
  }

  /// How much room a text has.
  struct Room {
    /// Hundredths of an em of one line.
    var width: Int
    /// What stands before the text on its first line.
    var indent = 0
    /// Hundredths of an em of all lines together.
    var total = 2400
    var lines = 8
  }

  private(set) var bytes: [UInt8] = []
  private(set) var lines: [Line] = []

  init(capacity: Int) {
    bytes.reserveCapacity(capacity * 64)
    lines.reserveCapacity(capacity * 4)
  }

  /// Breaks a text into lines; the last one is shortened when the room does not suffice. Linear in what is shown.
  mutating func wrap(_ text: String, in room: Room, prefix: StaticString = "") -> Block {
    let start = bytes.count
    prefix.withUTF8Buffer { bytes.append(contentsOf: $0) }
    let isCut = copy(text, limit: 640)
    let end = bytes.count
    guard end > start else { return .empty }
    let first = lines.count
    let whole = breakLines(start..<end, room: room, isCut: isCut)
    if lines.count - first > 1, let narrower = balanced(room, total: whole.total, count: lines.count - first) {
      let kept = lines[first...]
      let count = kept.count
      lines.removeLast(count)
      let again = breakLines(start..<end, room: narrower, isCut: isCut)
      if lines.count - first > count || again.isCut != whole.isCut {
        lines.removeSubrange(first...)
        lines.append(contentsOf: kept)
      }
    }
    return Block(lines: first..<lines.count, width: widest(first), isCut: whole.isCut)
  }

  /// The width of a short text such as a step's number.
  static func width(of text: String) -> Int {
    var total = 0
    for scalar in text.unicodeScalars { total += width(of: scalar.value) }
    return total
  }

  private func widest(_ first: Int) -> Int {
    var widest = 0
    for line in lines[first...] where line.width > widest { widest = line.width }
    return widest
  }

  /// Lines of about the same length read better than a last line of one Han.
  private func balanced(_ room: Room, total: Int, count: Int) -> Room? {
    let even = (total + room.indent + count - 1) / count + 100
    guard even < room.width else { return nil }
    var narrower = room
    narrower.width = even
    return narrower
  }

  /// Takes over a text in one line.
  ///
  /// - Returns: whether the text was longer than the limit.
  private mutating func copy(_ text: String, limit: Int) -> Bool {
    let start = bytes.count
    let utf8 = text.utf8
    let isLong = utf8.count > limit
    if isLong {
      bytes.append(contentsOf: utf8.prefix(limit))
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      bytes.removeLast()
    } else {
      bytes.append(contentsOf: utf8)
    }
    squeeze(from: start)
    return isLong
  }

  /// Puts blanks for control characters and for U+FFFE and U+FFFF, which XML forbids.
  static func blankForbidden(_ bytes: inout [UInt8], from start: Int) {
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte == 0x7F {
        bytes[index] = 0x20
      } else if byte >= 0xBE, index >= start + 2, bytes[index - 1] == 0xBF, bytes[index - 2] == 0xEF {
        for position in index - 2...index { bytes[position] = 0x20 }
      }
    }
  }

  /// Makes every run of blanks one blank, and none at the ends.
  private mutating func squeeze(from start: Int) {
    guard bytes[start...].contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == 0xBF }) else { return }
    Self.blankForbidden(&bytes, from: start)
    var end = start
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte > 0x20 {
        bytes[end] = byte
        end += 1
      } else if end > start, bytes[end - 1] != 0x20 {
        bytes[end] = 0x20
        end += 1
      }
    }
    if end > start, bytes[end - 1] == 0x20 { end -= 1 }
    bytes.removeSubrange(end...)
  }
}

// MARK: - Breaking

extension FlowchartText {
  /// A walk over one text that breaks greedily at the last place where a break is allowed.
  private struct Breaker {
    var lineStart: Int
    var used: Int
    var breakAt = -1
    var usedAtBreak = 0
    var previous: UInt32 = 0
  }

  private mutating func breakLines(_ range: Range<Int>, room: Room, isCut: Bool) -> (total: Int, isCut: Bool) {
    var isCut = isCut
    var total = 0
    let first = lines.count
    var walk = Breaker(lineStart: range.lowerBound, used: room.indent)
    var index = walk.lineStart
    while index < range.upperBound {
      let (scalar, next) = decode(index)
      let width = Self.width(of: scalar)
      total += width
      if total > room.total {
        lines.removeSubrange(first...)
        return breakLines(range.lowerBound..<shorten(range, to: room.total), room: room, isCut: true)
      }
      if index > walk.lineStart, Self.allowsBreak(walk.previous, scalar) {
        walk.breakAt = index
        walk.usedAtBreak = walk.used
      }
      if walk.used + width > room.width, index > walk.lineStart, scalar != 0x20 {
        if lines.count - first == room.lines - 1 {
          isCut = true
          break
        }
        endLine(&walk, at: index)
      }
      walk.used += width
      walk.previous = scalar
      index = next
    }
    lines.append(Line(start: walk.lineStart, end: index, width: walk.used, isCut: isCut))
    if isCut { makeRoomForEllipsis(in: room.width) }
    return (total, isCut)
  }

  /// Ends the line at the last allowed place, or before `index` when a word is longer than the line.
  private mutating func endLine(_ walk: inout Breaker, at index: Int) {
    let isAllowed = walk.breakAt > walk.lineStart
    let cut = isAllowed ? walk.breakAt : index
    let used = isAllowed ? walk.usedAtBreak : walk.used
    var line = Line(start: walk.lineStart, end: cut, width: used)
    while line.end > line.start + 1, bytes[line.end - 1] == 0x20 {
      line.end -= 1
      line.width -= Self.width(of: 0x20)
    }
    lines.append(line)
    walk.lineStart = cut
    walk.used -= used
    walk.breakAt = -1
  }
}

extension FlowchartText {
  /// Takes scalars off the end of the last line until an ellipsis fits.
  private mutating func makeRoomForEllipsis(in width: Int) {
    var line = lines[lines.count - 1]
    while line.width + 100 > width, line.end > line.start {
      var start = line.end - 1
      while start > line.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      line.width -= Self.width(of: decode(start).scalar)
      line.end = start
    }
    line.width += 100
    lines[lines.count - 1] = line
  }

  /// Where a text that is too long ends, so that it and an ellipsis fit into so many hundredths of an em.
  private func shorten(_ range: Range<Int>, to total: Int) -> Int {
    var used = 100
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, next) = decode(index)
      used += Self.width(of: scalar)
      if used > total { break }
      index = next
    }
    return index
  }

  /// The scalar at an offset, which begins one because the buffer holds whole texts.
  @inline(__always)
  private func decode(_ index: Int) -> (scalar: UInt32, next: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, index + 1) }
    let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let next = min(index + count, bytes.count)
    var scalar = first & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07)
    var at = index + 1
    while at < next {
      scalar = scalar << 6 | UInt32(bytes[at] & 0x3F)
      at += 1
    }
    return (scalar, next)
  }

  /// Hundredths of an em of one scalar.
  @inline(__always)
  static func width(of scalar: UInt32) -> Int {
    if scalar >= 0x500 { return 100 }
    return switch scalar {
    case 0x20: 30
    case 0x2D, 0x2E, 0x2C, 0x3A, 0x3B, 0x27, 0x7C, 0x69, 0x6A, 0x6C: 35
    case 0x57, 0x4D, 0x6D, 0x77, 0x25, 0x40: 92
    case 0x41...0x5A, 0x26, 0x2B, 0x3C, 0x3D, 0x3E, 0x7E, 0x23: 70
    case 0..<0x80: 58
    default: 75
    }
  }

  /// Whether a line may end between two scalars: beside a wide one or after a blank, but never before closing
  /// punctuation nor after an opening one (GB/T 15834, kinsoku).
  @inline(__always)
  private static func allowsBreak(_ before: UInt32, _ after: UInt32) -> Bool {
    guard before >= 0x1100 || after >= 0x1100 || before == 0x20 else { return false }
    return !isClosing(after) && !isOpening(before)
  }

  private static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x25, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: true
    case 0xB7, 0x2014, 0x2019, 0x201D, 0x2026, 0x2030: true
    case 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017: true
    case 0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF5E: true
    default: false
    }
  }

  private static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x5B, 0x7B, 0x2018, 0x201C: true
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B, 0xFF5B: true
    default: false
    }
  }
}
