/// Writes bytes so that HTML reads them as text or as an address, as libcmark does.
enum HTMLEscaping {
  private static let textClasses: [UInt8] = classes(of: [0x22, 0x26, 0x3C, 0x3E])
  private static let addressClasses: [UInt8] = (0..<256).map { value in
    let byte = UInt8(value)
    if ASCII.isLetterOrDigit(byte) { return 0 }
    return "-_.+!*(),%#@?=;:/$~".utf8.contains(byte) ? 0 : 1
  }

  private static func classes(of special: [UInt8]) -> [UInt8] {
    (0..<256).map { special.contains(UInt8($0)) ? 1 : 0 }
  }

  /// Appends text; `&`, `<`, `>` and `"` become entities. Copies run by run.
  static func append(text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    run(text, textClasses, &out) { byte, out in
      switch byte {
      case 0x26: out.append(literal: "&amp;")
      case 0x3C: out.append(literal: "&lt;")
      case 0x3E: out.append(literal: "&gt;")
      default: out.append(literal: "&quot;")
      }
    }
  }

  /// Appends an address for `href` or `src`; what an address cannot hold is percent-encoded.
  static func append(address: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    run(address, addressClasses, &out) { byte, out in
      switch byte {
      case 0x26: out.append(literal: "&amp;")
      case 0x27: out.append(literal: "&#x27;")
      default:
        out.append(0x25)
        out.append(hexDigit(byte >> 4))
        out.append(hexDigit(byte & 15))
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  @inline(__always)
  private static func run(
    _ bytes: UnsafeBufferPointer<UInt8>, _ classes: [UInt8], _ out: inout [UInt8],
    _ escape: (UInt8, inout [UInt8]) -> Void
  ) {
    classes.withUnsafeBufferPointer { classes in
      var start = 0
      var index = 0
      while index < bytes.count {
        if classes[Int(bytes[index])] != 0 {
          if start < index { out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index])) }
          escape(bytes[index], &out)
          start = index + 1
        }
        index += 1
      }
      if start < index { out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index])) }
    }
  }
}

extension [UInt8] {
  /// Appends a text of the program.
  mutating func append(literal: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a number in decimal digits.
  mutating func append(number: Int) { append(contentsOf: String(number).utf8) }
}
