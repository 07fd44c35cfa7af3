/// Words made ready for one pass over a text: most places are passed over by one bit, the others by a short search.
struct WordTable: Sendable {
  /// A word that stands in a text.
  struct Match: Sendable {
    /// Which word: its index in the list that the table was made of.
    let word: Int
    /// Its bytes.
    let range: Range<Int>
  }

  private struct Entry: Sendable {
    let key: UInt32
    let bytes: [UInt8]
    let word: Int
  }

  /// All words by their first three bytes, the longest first.
  private let entries: [Entry]
  /// A bit for each hash of the first three bytes.
  private let starts: [UInt64]

  /// Makes a table of words; those shorter than two bytes are left out.
  init(_ words: [String]) {
    var entries: [Entry] = []
    var starts = [UInt64](repeating: 0, count: 64)
    for (index, word) in words.enumerated() {
      let bytes = Array(word.utf8)
      guard let key = Self.key(bytes, at: 0) else { continue }
      entries.append(Entry(key: key, bytes: bytes, word: index))
      starts[Self.bit(key) >> 6] |= 1 << UInt64(Self.bit(key) & 63)
    }
    self.entries = entries.sorted { ($0.key, $1.bytes.count, $0.word) < ($1.key, $0.bytes.count, $1.word) }
    self.starts = starts
  }

  /// The longest word that begins at an index; a Latin one must be a word of its own.
  func match(_ bytes: [UInt8], at index: Int) -> Match? {
    guard let key = Self.key(bytes, at: index) else { return nil }
    guard starts[Self.bit(key) >> 6] >> UInt64(Self.bit(key) & 63) & 1 != 0 else { return nil }
    var place = first(key)
    while place < entries.count, entries[place].key == key {
      let entry = entries[place]
      if Self.stands(entry.bytes, in: bytes, at: index) {
        return Match(word: entry.word, range: index..<index + entry.bytes.count)
      }
      place += 1
    }
    return nil
  }

  /// Calls `visit` for all words of a text, which do not overlap. Linear in the text.
  func forEachMatch(in bytes: [UInt8], _ range: Range<Int>, _ visit: (Match) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = match(bytes, at: index), match.range.upperBound <= range.upperBound {
        visit(match)
        index = match.range.upperBound
      } else {
        index += 1
      }
    }
  }

  private static func stands(_ word: [UInt8], in bytes: [UInt8], at index: Int) -> Bool {
    let end = index + word.count
    guard end <= bytes.count else { return false }
    for offset in word.indices where lowered(bytes[index + offset]) != word[offset] { return false }
    let isInside = isLatin(word[0]) && index > 0 && isLatin(bytes[index - 1])
    let isGlued = isLatin(word[word.count - 1]) && end < bytes.count && isLatin(bytes[end])
    return !isInside && !isGlued
  }

  /// The first entry with a key, or where it would stand.
  private func first(_ key: UInt32) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func bit(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 20) }

  /// The first bytes of a word as a number: a Han character, or two letters.
  private static func key(_ bytes: [UInt8], at index: Int) -> UInt32? {
    guard index >= 0, index + 1 < bytes.count else { return nil }
    let first = bytes[index]
    if first < 0x80 { return UInt32(lowered(first)) << 8 | UInt32(lowered(bytes[index + 1])) }
    guard index + 2 < bytes.count else { return nil }
    return UInt32(first) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
  private static func isLatin(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}
