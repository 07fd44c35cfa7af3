/// A part of a sentence between two marks, without blanks at its ends. What stands in brackets or quotes is not cut.
struct Clause: Hashable, Sendable {
  /// What stands behind a clause.
  enum Mark: Hashable, Sendable { case comma, semicolon, colon, stop, end }

  /// Its bytes, without the mark.
  let range: Range<Int>
  /// The mark behind it.
  let mark: Mark
  /// Which sentence it belongs to, from 0; a semicolon ends one, because two instructions around it stand alone.
  let sentence: Int
}

extension Clause {
  /// The clauses of a text in order; empty ones are left out. Linear.
  static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [Clause] {
    var splitter = Splitter(bytes: bytes, range: range.clamped(to: 0..<bytes.count))
    return splitter.run()
  }

  /// The clauses of a whole text.
  static func split(_ bytes: [UInt8]) -> [Clause] { split(bytes, 0..<bytes.count) }
}

private struct Splitter {
  let bytes: [UInt8]
  let range: Range<Int>
  private var clauses: [Clause] = []
  private var start: Int
  private var sentence = 0
  /// How many brackets and quotes are open; a closing one without its opening counts for nothing.
  private var depth = 0

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    start = range.lowerBound
  }

  mutating func run() -> [Clause] {
    var index = start
    while index < range.upperBound {
      let length = min(TextMeasure.length(bytes, at: index), range.upperBound - index)
      track(index, length)
      if depth == 0, let mark = mark(index, length) {
        close(at: index, mark)
        start = index + length
      }
      index += length
    }
    // A bracket that is never closed must not swallow the text: it is cut again as if it were none.
    close(at: range.upperBound, .end)
    return clauses
  }

  private mutating func track(_ index: Int, _ length: Int) {
    if length == 1 {
      if bytes[index] == 0x28 || bytes[index] == 0x5B { depth += 1 }
      if bytes[index] == 0x29 || bytes[index] == 0x5D { depth = max(0, depth - 1) }
      // An unclosed bracket ends with its line.
      if bytes[index] == 0x0A { depth = 0 }
    } else if length == 3 {
      switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xEF, 0xBC, 0x88), (0xE2, 0x80, 0x9C), (0xE3, 0x80, 0x8A), (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x90):
        depth += 1
      case (0xEF, 0xBC, 0x89), (0xE2, 0x80, 0x9D), (0xE3, 0x80, 0x8B), (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x91):
        depth = max(0, depth - 1)
      default: break
      }
    }
  }

  private func mark(_ index: Int, _ length: Int) -> Clause.Mark? {
    if length == 1 {
      switch bytes[index] {
      case 0x2C: return isBetweenDigits(index) ? nil : .comma
      case 0x3B: return .semicolon
      case 0x3A: return isBetweenDigits(index) ? nil : .colon
      case 0x21, 0x3F, 0x0A: return .stop
      case 0x2E: return isFullStop(index) ? .stop : nil
      default: return nil
      }
    }
    guard length == 3 else { return nil }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xEF, 0xBC, 0x8C): return .comma
    case (0xEF, 0xBC, 0x9B): return .semicolon
    case (0xEF, 0xBC, 0x9A): return isBetweenDigits(index, 3) ? nil : .colon
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return .stop
    default: return nil
    }
  }

  private func isDigit(_ index: Int) -> Bool {
    index >= range.lowerBound && index < range.upperBound && bytes[index] >= 0x30 && bytes[index] <= 0x39
  }

  private func isBetweenDigits(_ index: Int, _ length: Int = 1) -> Bool {
    isDigit(index - 1) && isDigit(index + length)
  }

  /// A full stop ends a sentence before a blank or the end, and not behind a one-letter abbreviation such as `e.g.`
  private func isFullStop(_ index: Int) -> Bool {
    guard index + 1 == range.upperBound || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x0A else { return false }
    return index < range.lowerBound + 2 || bytes[index - 2] != 0x2E
  }

  private mutating func close(at end: Int, _ mark: Clause.Mark) {
    var (low, high) = (start, end)
    while low < high, bytes[low] <= 0x20 { low += 1 }
    while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
    if low < high { clauses.append(Clause(range: low..<high, mark: mark, sentence: sentence)) }
    if mark == .stop || mark == .semicolon { sentence += 1 }
  }
}
