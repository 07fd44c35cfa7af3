package import Diagnostics

/// The rules for the code of a document: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`, a safe file name everywhere (spec/format.md 2).
package enum Code {
  /// Why a text is no code.
  package enum Fault: Sendable, Hashable {
    /// It is longer than 64 characters.
    case tooLong
    /// It has a character that a code cannot have, or begins with a sign.
    case character
    /// It ends in a dot, which Windows drops.
    case trailingDot
    /// Windows keeps the name for a device.
    case reserved

    /// The reason in words; a character outside ASCII is named by its number too, because it may be invisible.
    package func reason(in text: String) -> Localized {
      switch self {
      case .tooLong: return Localized(zh: "超过 64 个字符", en: "it is longer than 64 characters")
      case .character:
        let odd = text.unicodeScalars.first { !$0.isASCII }
        let name = odd.map { " (U+" + Day.padded(String($0.value, radix: 16).uppercased(), 4) + ")" } ?? ""
        return Localized(
          zh: "只能用字母、数字和 . _ -，并以字母或数字开头\(name)",
          en: "only letters, digits and . _ - may be used, a letter or digit first\(name)")
      case .trailingDot: return Localized(zh: "不能以 . 结尾", en: "it cannot end in a dot")
      case .reserved: return Localized(zh: "是 Windows 的保留名称", en: "Windows keeps this name for a device")
      }
    }
  }

  /// What keeps a text from being a code; nil for a sound one.
  package static func fault(in text: some StringProtocol) -> Fault? {
    let bytes = Array(text.utf8.prefix(65))
    guard bytes.count <= 64 else { return .tooLong }
    guard let first = bytes.first, isAlphanumeric(first) else { return .character }
    guard bytes.allSatisfy({ isAlphanumeric($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }) else { return .character }
    guard bytes.last != 0x2E else { return .trailingDot }
    return isReserved(bytes) ? .reserved : nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// CON, PRN, AUX, NUL, COM1…9, LPT1…9, also with an extension.
  private static func isReserved(_ bytes: [UInt8]) -> Bool {
    let stem = String(decoding: bytes.prefix { $0 != 0x2E }, as: UTF8.self).uppercased()
    if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
    guard stem.utf8.count == 4, let last = stem.utf8.last, (0x30...0x39).contains(last) else { return false }
    return stem.hasPrefix("COM") || stem.hasPrefix("LPT")
  }
}
