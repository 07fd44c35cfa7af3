internal import Diagnostics

/// One attribute as a browser sees it.
struct SVGAttribute {
  /// The name as written, with its prefix.
  let name: ArraySlice<UInt8>
  /// The value with its references resolved.
  let value: [UInt8]
  /// Where the name begins.
  let offset: Int
}

/// The words of the XML grammar that the inspection reads.
extension SVGInspection {
  /// Reads the attributes up to the end of the tag; each name once (XML 1.0, 3.1).
  mutating func attributes() throws(Objection) -> [SVGAttribute] {
    var found: [SVGAttribute] = []
    var names: Set<ArraySlice<UInt8>> = []
    while true {
      let blank = index
      skipBlanks()
      let start = index
      let name = readName()
      if name.isEmpty { return found }
      guard start > blank, names.insert(name).inserted else {
        throw objection("属性写法有误或重复", "an attribute is malformed or repeated", at: start)
      }
      skipBlanks()
      guard starts("=") else { throw objection("属性没有值", "an attribute has no value", at: start) }
      index += 1
      skipBlanks()
      found.append(SVGAttribute(name: name, value: try value(), offset: start))
    }
  }

  private mutating func value() throws(Objection) -> [UInt8] {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      throw objection("属性值没有引号", "an attribute value has no quotation marks")
    }
    let quote = bytes[index]
    index += 1
    var value: [UInt8] = []
    while index < bytes.count, bytes[index] != quote {
      switch bytes[index] {
      case UInt8(ascii: "<"): throw objection("属性值里有“<”", "an attribute value holds \"<\"")
      case UInt8(ascii: "&"): value += try reference()
      case let byte:
        value.append(byte)
        index += 1
      }
    }
    guard index < bytes.count else { throw objection("属性值没有结束", "an attribute value does not end") }
    index += 1
    return value
  }

  /// Reads `&…;`: a number or one of the five names that need no declaration.
  mutating func reference() throws(Objection) -> [UInt8] {
    let start = index
    guard let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      throw objection("“&”没有转义", "an \"&\" is not escaped", at: start)
    }
    let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    index = end + 1
    switch name {
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "amp": return [UInt8(ascii: "&")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    default: break
    }
    let number: UInt32? =
      if name.hasPrefix("#x") {
        UInt32(name.dropFirst(2), radix: 16)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst())
      } else {
        nil
      }
    guard let number, let scalar = Unicode.Scalar(number), isCharacter(scalar) else {
      throw objection("不认识的实体 &\(name);", "unknown entity &\(name);", at: start)
    }
    return Array(String(scalar).utf8)
  }

  /// Whether XML 1.0, 2.2 allows the character.
  private func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// Reads a name of ASCII letters, digits, `_ : . -`; empty where none stands. Names in other scripts have no meaning
  /// in SVG and are refused by what follows.
  mutating func readName() -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: ":"): index += 1
      case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "."):
        if index == start { return [] }
        index += 1
      default: return bytes[start..<index]
      }
    }
    return bytes[start..<index]
  }

  mutating func skipBlanks() {
    while index < bytes.count, MagicBytes.isBlank(bytes[index]) { index += 1 }
  }

  func starts(_ mark: StaticString) -> Bool {
    guard bytes.count - index >= mark.utf8CodeUnitCount else { return false }
    for offset in 0..<mark.utf8CodeUnitCount where bytes[index + offset] != mark.utf8Start[offset] { return false }
    return true
  }

  /// The first place of a mark at or after an index.
  func find(_ mark: String, from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    guard start <= bytes.count - mark.count else { return nil }
    return (start...(bytes.count - mark.count)).first { bytes[$0..<$0 + mark.count].elementsEqual(mark) }
  }
}
