/// A name as it is compared: widths folded, Latin letters lowered, blanks trimmed and joined (spec/format.md 1).
struct NameKey: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ text: some Collection<UInt8>) { bytes = Self.folded(text) }

  init(_ text: String) {
    var text = text
    bytes = text.withUTF8 { Self.folded($0) }
  }

  /// Whether folding could change a text; most names are plain Chinese and need none.
  private static func needsFolding(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x00...0x20, 0x41...0x5A, 0xEF: return true
      case 0xE3: if index + 1 < text.count, text[index + 1] == 0x80 { return true }
      default: break
      }
    }
    return false
  }

  /// Folds full-width forms to ASCII, lowers A–Z and leaves one blank between words. Linear.
  static func folded(_ text: some Collection<UInt8>) -> [UInt8] {
    if text.withContiguousStorageIfAvailable({ needsFolding($0) }) == false { return Array(text) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var window: (UInt8, UInt8) = (0, 0)
    for byte in text {
      result.append(byte)
      if window.0 == 0xEF, let plain = fullWidth(window.1, byte) {
        result.removeLast(3)
        result.append(plain)
      } else if window == (0xE3, 0x80), byte == 0x80 {
        result.removeLast(3)
        result.append(0x20)
      }
      window = (window.1, byte)
      tidy(&result)
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// The ASCII character of a full-width form U+FF01…U+FF5E, given its last two bytes.
  private static func fullWidth(_ middle: UInt8, _ last: UInt8) -> UInt8? {
    switch (middle, last) {
    case (0xBC, 0x81...0xBF): last - 0x81 + 0x21
    case (0xBD, 0x80...0x9E): last - 0x80 + 0x60
    default: nil
    }
  }

  private static func tidy(_ result: inout [UInt8]) {
    guard let last = result.last else { return }
    switch last {
    case 0x41...0x5A: result[result.count - 1] = last + 0x20
    case 0x09, 0x0A, 0x0D, 0x20:
      result.removeLast()
      if let before = result.last, before != 0x20 { result.append(0x20) }
    default: break
    }
  }
}
