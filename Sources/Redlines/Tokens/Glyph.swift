/// What a scalar is to the tokenizer.
enum GlyphClass: UInt8 {
  /// A Han character, or another script written without blanks.
  case han
  /// 零…九十百千万亿两半, which run together to one number.
  case numeral
  /// A Latin or other letter that makes words.
  case letter
  case digit
  case blank
  /// Punctuation and signs.
  case mark
  /// It joins the character before it: combining marks, variation selectors, the joiner.
  case joining
  /// Invisible characters, which are never passed over.
  case invisible
}

/// Classes and folded forms of scalars.
package enum Glyph {
  /// One scalar of UTF-8 and its length; a byte that begins none reads as itself, one byte long.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let left = bytes.count - index
    if first >= 0xE0, first < 0xF0, left >= 3 {
      return ((first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F), 3)
    }
    if first >= 0xC2, first < 0xE0, left >= 2 { return ((first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2) }
    guard first >= 0xF0, left >= 4 else { return (0xFFFD, 1) }
    let high = (first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
    return (high | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F), 4)
  }

  /// What a scalar is.
  static func classOf(_ scalar: UInt32) -> GlyphClass {
    switch scalar {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x09, 0x0A, 0x0D, 0x20: .blank
    case 0..<0x20, 0x7F: .invisible
    case 0x20..<0x80: .mark
    case 0x4E00...0x9FFF: isNumeral(scalar) ? .numeral : .han
    case 0x80..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200C, 0x200E, 0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0xE0000...0xE00FF:
      .invisible
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .invisible
    case 0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x064B...0x065F, 0x0900...0x0903, 0x093A...0x094D,
      0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200D, 0x20D0...0x20FF,
      0x302A...0x302F, 0x3099, 0x309A, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0x1F3FB...0x1F3FF, 0xE0100...0xE01EF:
      .joining
    case 0xFF10...0xFF19: .digit
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: .letter
    case 0x3007: .numeral
    default: otherClass(scalar)
    }
  }

  private static func otherClass(_ scalar: UInt32) -> GlyphClass {
    switch scalar {
    case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x02AF, 0x0370...0x0373, 0x0376...0x1CFF,
      0x1D00...0x1DBF, 0x1E00...0x1FFF:
      .letter
    case 0x3005, 0x3040...0x30FF, 0x3100...0x312F, 0x31A0...0x31FF, 0x3400...0x4DBF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0x20000...0x3FFFD:
      .han
    default: .mark
    }
  }

  private static func isNumeral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343,
      0x4E07, 0x4EBF, 0x4E24, 0x534A:
      true
    default: false
    }
  }

  /// Whether a line break beside it is no blank: Han and wide marks, not Hangul, which puts blanks between words.
  static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2014, 0x2026, 0x2018...0x201D, 0x2E80...0x312F, 0x31A0...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// The form in which a scalar is compared when width and the kind of quotes do not count.
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x3002, 0xFF0E: 0x2E
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x300C...0x300F, 0x27, 0xFF07, 0xFF02, 0xAB, 0xBB: 0x22
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: 0x2D
    case 0x301C, 0x223C, 0xFF5E: 0x7E
    case 0x2236, 0xFE55: 0x3A
    case 0x3010, 0x3014: 0x5B
    case 0x3011, 0x3015: 0x5D
    case 0xFF01...0xFF5D: scalar - 0xFEE0
    default: scalar
    }
  }

  /// Appends a scalar as UTF-8.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    let tail = { (shift: UInt32) in UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift) & 0x3F) }
    switch scalar {
    case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800: bytes += [UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6), tail(0)]
    case 0x800..<0x10000: bytes += [UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12), tail(6), tail(0)]
    default: bytes += [UInt8(truncatingIfNeeded: 0xF0 | (scalar >> 18) & 7), tail(12), tail(6), tail(0)]
    }
  }
}

extension Glyph {
  /// Whether a reader cannot tell a character from another one or from nothing, so that it is shown by code point.
  package static func isDeceptive(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0370...0x03FF, 0x0400...0x052F, 0x0530...0x058F, 0x13A0...0x13FF, 0x2E80...0x2FDF, 0xF900...0xFAFF,
      0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0x2000...0x200F, 0x1D400...0x1D7FF:
      true
    default: classOf(scalar) == .invisible || classOf(scalar) == .joining
    }
  }

  /// The name of a code point: U+200B.
  package static func codePoint(_ scalar: UInt32) -> String {
    let hex = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}
