/// How many terminal cells a text takes: two for East Asian wide characters, none for marks that combine.
package enum CellWidth {
  /// The cells of one scalar (Unicode UAX 11, wide and full-width; zero for combining marks and joiners).
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F, 0x20D0...0x20FF, 0xE0100...0xE01EF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// The cells of a text. Linear.
  package static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

  /// The longest start of a text that fits into some cells.
  package static func prefix(_ text: String, _ cells: Int) -> String {
    var left = cells
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      left -= of(scalar)
      if left < 0 { break }
      result.append(scalar)
    }
    return String(result)
  }

  /// The longest end of a text that fits into some cells.
  package static func suffix(_ text: String, _ cells: Int) -> String {
    var left = cells
    var count = 0
    for scalar in text.unicodeScalars.reversed() {
      left -= of(scalar)
      if left < 0 { break }
      count += 1
    }
    return String(String.UnicodeScalarView(text.unicodeScalars.suffix(count)))
  }
}
