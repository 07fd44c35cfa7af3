/// How long a text is to a reader: Han characters and Latin words, counted in one pass over its UTF-8.
struct TextMeasure: Hashable, Sendable {
  /// Han characters.
  private(set) var han = 0
  /// Words of Latin letters and digits.
  private(set) var words = 0

  /// Measures the bytes of a range. Linear.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var isInWord = false
    for index in range.clamped(to: 0..<bytes.count) {
      let byte = bytes[index]
      if byte < 0x80 {
        let isPart = byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
        // An apostrophe or hyphen between letters parts no words.
        let joins = isInWord && (byte == 0x27 || byte == 0x2D)
        if isPart, !isInWord { words += 1 }
        isInWord = isPart || joins
      } else {
        if byte >= 0xC0 {
          isInWord = false
          if Self.isHan(bytes, at: index) { han += 1 }
        }
      }
    }
  }

  /// Measures a whole text.
  init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

  /// Whether a Han character begins at an index: U+3400…U+9FFF, U+F900…U+FAFF and the planes above.
  static func isHan(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index + 2 < bytes.count else { return false }
    let first = bytes[index]
    if first >= 0xF0 { return bytes[index + 1] >= 0xA0 && index + 3 < bytes.count }
    guard first >= 0xE3, first <= 0xEF else { return false }
    let scalar =
      UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    return scalar >= 0x3400 && scalar <= 0x9FFF || scalar >= 0xF900 && scalar <= 0xFAFF
  }

  /// How many bytes the character at an index takes, at least 1.
  static func length(_ bytes: [UInt8], at index: Int) -> Int {
    guard index >= 0, index < bytes.count else { return 1 }
    let byte = bytes[index]
    let length = byte < 0xC0 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    return min(length, bytes.count - index)
  }
}
