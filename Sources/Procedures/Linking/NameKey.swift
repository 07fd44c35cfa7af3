/// A name as it is compared: widths folded, Latin letters lowered, blanks trimmed and joined (spec/format.md 1).
struct NameKey: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ text: Bytes) { bytes = Self.withFolded(text) { Array($0) } }

  init(_ text: [UInt8]) { bytes = text.withBytes { Self.withFolded($0) { Array($0) } } }

  init(_ text: String) { bytes = text.withBytes { Self.withFolded($0) { Array($0) } } }

  /// Lends the folded form of a name; most names are plain Chinese and are lent as they are.
  static func withFolded<R>(_ text: Bytes, _ body: (Bytes) -> R) -> R {
    if !needsFolding(text) { return body(text) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { buffer in
      var folding = NameFolding(buffer)
      for byte in text { folding.add(byte) }
      return body(Bytes(folding.finished))
    }
  }

  /// Whether the folded form of a name is one of some folded texts.
  static func folds(_ text: Bytes, to names: [StaticString]) -> Bool {
    withFolded(text) { folded in names.contains { folded.equals($0) } }
  }

  /// Whether folding could change a text.
  static func needsFolding(_ text: Bytes) -> Bool {
    var isAfterE3 = false
    for byte in text.buffer {
      if byte <= 0x20 || (byte >= 0x41 && byte <= 0x5A) || byte == 0xEF || (isAfterE3 && byte == 0x80) { return true }
      isAfterE3 = byte == 0xE3
    }
    return false
  }
}

/// Folds full-width forms to ASCII, lowers A–Z and leaves one blank between words. Linear; the result is no longer.
private struct NameFolding {
  private let result: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  private var window: (UInt8, UInt8) = (0, 0)

  init(_ result: UnsafeMutableBufferPointer<UInt8>) { self.result = result }

  /// Takes the next byte of the name.
  mutating func add(_ byte: UInt8) {
    append(byte)
    if window.0 == 0xEF, let plain = Self.narrow(window.1, byte) {
      count -= 3
      append(plain)
    } else if window == (0xE3, 0x80), byte == 0x80 {
      count -= 3
      append(0x20)
    }
    window = (window.1, byte)
    tidy()
  }

  /// The folded name, after the last byte.
  var finished: UnsafeBufferPointer<UInt8> {
    let isOpen = count > 0 && result[count - 1] == 0x20
    return UnsafeBufferPointer(rebasing: result[..<(isOpen ? count - 1 : count)])
  }

  private mutating func append(_ byte: UInt8) {
    result[count] = byte
    count += 1
  }

  /// The ASCII character of a full-width form U+FF01…U+FF5E, given its last two bytes.
  private static func narrow(_ middle: UInt8, _ last: UInt8) -> UInt8? {
    switch (middle, last) {
    case (0xBC, 0x81...0xBF): last - 0x81 + 0x21
    case (0xBD, 0x80...0x9E): last - 0x80 + 0x60
    default: nil
    }
  }

  private mutating func tidy() {
    let last = result[count - 1]
    switch last {
    case 0x41...0x5A: result[count - 1] = last + 0x20
    case 0x09, 0x0A, 0x0D, 0x20:
      count -= 1
      if count > 0, result[count - 1] != 0x20 { append(0x20) }
    default: break
    }
  }
}
