extension AnchorTable {
  /// Whether a text may start with a time phrase, told by its first word alone: every phrase has a digit, a letter, or
  /// one of a few characters in it, or begins with an anchor. Most actions are passed over by it. Linear in the word.
  func mayStart(_ text: Bytes) -> Bool {
    let bytes = text.buffer
    var index = 0
    while index < bytes.count, index < 48 {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0x20 { break }
        if (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x3C {
          return true
        }
        index += 1
      } else if byte >= 0xE2, index + 2 < bytes.count {
        let scalar = UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        if Self.isTelling(scalar) { return true }
        index += 3
      } else {
        index += 1
      }
    }
    return byLength.contains { Self.startsAlike($0.folded, bytes) }
  }

  /// 每 半 两 零…十 当 次 前 后 工 日 天 周 月 年 不 ≤ and full-width forms.
  private static func isTelling(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF00...0xFF5E, 0x2264: true
    case 0x6BCF, 0x534A, 0x4E24, 0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341,
      0x5F53,
      0x6B21, 0x524D, 0x540E, 0x5DE5, 0x65E5, 0x5929, 0x5468, 0x6708, 0x5E74, 0x4E0D, 0x3007:
      true
    default: false
    }
  }

  /// Whether the first scalar of a text is that of an anchor.
  private static func startsAlike(_ anchor: [UInt32], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = anchor.first, let byte = bytes.first, byte >= 0xE0, bytes.count > 2 else {
      return bytes.first.map { $0 < 0xE0 } ?? false
    }
    let scalar = UInt32(byte & 0x0F) << 12 | UInt32(bytes[1] & 0x3F) << 6 | UInt32(bytes[2] & 0x3F)
    return first == scalar || byte >= 0xF0
  }
}
