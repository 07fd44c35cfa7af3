/// Stand-ins of the same length for what libcmark would misread, put in before the parse and undone after it.
///
/// `\~` is U+0091, so that strikethrough can tell it from `~`; `[^label]` is U+0092, the label and U+0003, because
/// libcmark takes `[^1]: 说明` for a link definition and swallows it. `SourceScan` refuses these characters in files;
/// one that a numeric entity names reads as what it stands for.
enum Substitutes {
  /// Puts the stand-ins into a text; false when there was nothing to do. Linear.
  static func apply(to bytes: inout [UInt8]) -> Bool {
    var hasAny = false
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == 0x5C {
        if bytes[index + 1] == 0x7E {
          bytes[index] = 0xC2
          bytes[index + 1] = 0x91
          hasAny = true
        }
        index += ASCII.isPunctuation(bytes[index + 1]) || bytes[index + 1] == 0x91 ? 2 : 1
      } else if bytes[index] == 0x5B, bytes[index + 1] == 0x5E, let end = labelEnd(in: bytes, from: index + 2) {
        bytes[index] = 0xC2
        bytes[index + 1] = 0x92
        bytes[end] = 0x03
        hasAny = true
        index = end + 1
      } else {
        index += 1
      }
    }
    return hasAny
  }

  /// The `]` after a footnote's label: 1 to 200 bytes without blanks and brackets.
  static func labelEnd(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count, index - start <= 200 {
      switch bytes[index] {
      case 0x5D: return index > start ? index : nil
      case 0...0x20, 0x5B, 0x5C, 0x60, 0x3C: return nil
      default: index += 1
      }
    }
    return nil
  }

  /// Appends `bytes` with the stand-ins undone.
  ///
  /// - Parameter isLiteral: whether an escaped tilde keeps its backslash, as in code and HTML.
  static func undo(_ bytes: UnsafeRawBufferPointer, isLiteral: Bool, into out: inout [UInt8]) {
    var run = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isPair = byte == 0xC2 && index + 1 < bytes.count && (bytes[index + 1] == 0x91 || bytes[index + 1] == 0x92)
      guard byte == 0x03 || isPair else {
        index += 1
        continue
      }
      out.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[run..<index]))
      if byte == 0x03 {
        out.append(0x5D)
      } else if bytes[index + 1] == 0x92 {
        out.append(contentsOf: [0x5B, 0x5E])
      } else {
        out.append(contentsOf: isLiteral ? [0x5C, 0x7E] : [0x7E])
      }
      index += byte == 0x03 ? 1 : 2
      run = index
    }
    out.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[run...]))
  }
}

/// Classes of ASCII bytes.
enum ASCII {
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
