/// Turns the full-width forms that a Chinese keyboard gives into the ASCII characters that they stand for.
enum WidthFolding {
  /// The text with full-width letters, digits, signs and blanks narrowed; Chinese punctuation without an ASCII form stays.
  static func narrowed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a scalar is a blank, of either width, or a line end.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x3000: true
    default: false
    }
  }

  /// The text without blanks at its ends.
  static func trimmed(_ text: String) -> String {
    if text.withBytes(isTrim) { return text }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether the first and last bytes alone tell that there is nothing to trim.
  private static func isTrim(_ text: Bytes) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    let opensBlank = first <= 0x20 || first == 0xC2 || first == 0xE3 && text.begins(with: "\u{3000}")
    let closesBlank = last <= 0x20 || last == 0xA0 || last == 0x80
    return !opensBlank && !closesBlank
  }

  /// A number of ASCII digits only, at most nine of them, so that it cannot overflow.
  static func number(_ digits: Substring.UTF8View) -> Int? {
    guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
