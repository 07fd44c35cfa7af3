/// Classes of Unicode scalars that inline rules and line breaks ask for.
enum Scalars {
  /// The last scalar of well-formed UTF-8; 0 when empty.
  static func last(in bytes: some BidirectionalCollection<UInt8>) -> UInt32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    for byte in bytes.reversed() {
      if byte < 0x80 { return UInt32(byte) }
      if byte & 0xC0 == 0x80, shift < 18 {
        value |= UInt32(byte & 0x3F) << shift
        shift += 6
        continue
      }
      let mask: UInt8 = shift == 6 ? 0x1F : shift == 12 ? 0x0F : 0x07
      return value | UInt32(byte & mask) << shift
    }
    return value
  }

  /// The first scalar of well-formed UTF-8; 0 when empty.
  static func first(in bytes: some Collection<UInt8>) -> UInt32 {
    guard let byte = bytes.first else { return 0 }
    if byte < 0x80 { return UInt32(byte) }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    var value = UInt32(byte & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F))
    for next in bytes.dropFirst().prefix(length - 1) { value = value << 6 | UInt32(next & 0x3F) }
    return value
  }

  /// The bytes of the scalar at `index`, at least 1.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard index < bytes.count else { return 1 }
    let byte = bytes[index]
    return byte < 0xC0 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
  }

  /// Unicode whitespace (CommonMark 2.1).
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Punctuation (CommonMark 2.1), Chinese marks and full-width forms included; stand-ins count as what they stand for.
  static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x03, 0x91, 0x92: true
    case 0..<0x80: ASCII.isPunctuation(UInt8(scalar))
    case 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF, 0x2010...0x2027, 0x2030...0x205E, 0x207D, 0x207E, 0x2308...0x230B,
      0x2329, 0x232A, 0x2768...0x2775, 0x27E6...0x27EF, 0x2983...0x2998, 0x2E00...0x2E4F, 0x3001...0x3003,
      0x3008...0x3011, 0x3014...0x301F, 0x3030, 0x303D, 0x30A0, 0x30FB, 0xFE10...0xFE19, 0xFE30...0xFE52,
      0xFE54...0xFE61, 0xFE63, 0xFE68, 0xFE6A, 0xFE6B, 0xFF01...0xFF03, 0xFF05...0xFF0A, 0xFF0C...0xFF0F, 0xFF1A,
      0xFF1B, 0xFF1F, 0xFF20, 0xFF3B...0xFF3D, 0xFF3F, 0xFF5B, 0xFF5D, 0xFF5F...0xFF65:
      true
    default: false
    }
  }

  /// How a scalar takes part in the choice between a blank and nothing for a soft break.
  enum Width { case narrow, either, wide }

  /// East Asian width W or F without Hangul, which puts blanks between words; dashes and curly quotes are either.
  static func width(_ scalar: UInt32) -> Width {
    switch scalar {
    case 0..<0x2E80:
      scalar == 0xB7 || scalar == 0x2014 || scalar == 0x2026 || (0x2018...0x201D).contains(scalar) ? .either : .narrow
    case 0x2E80...0x312F, 0x31A0...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      .wide
    default: .narrow
    }
  }

  /// Whether a line break between these two scalars is no blank (spec/format.md 8).
  static func joins(_ before: UInt32, _ after: UInt32) -> Bool {
    let (left, right) = (width(before), width(after))
    return left != .narrow && right != .narrow && (left == .wide || right == .wide)
  }
}
