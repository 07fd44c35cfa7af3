/// The canonical form of JSON (RFC 8785): names sorted by UTF-16 code units, no blanks, the shortest escapes.
///
/// What is read must have this form already, so that a line of the ledger has exactly one spelling, and its hash can be
/// computed from its own bytes.
package enum CanonicalJSON {
  /// The deepest nesting that is read.
  static let deepest = 8
  /// The greatest whole number that every reader of JSON takes for the same (RFC 8785, 3.2.2.3).
  static let greatest = 9_007_199_254_740_991

  /// Whether one name stands before another.
  package static func precedes(_ a: String, _ b: String) -> Bool {
    // The bytes of UTF-8 and the units of UTF-16 order alike, but for what lies above the first plane.
    let isPlain = a.utf8.allSatisfy { $0 < 0xEE } && b.utf8.allSatisfy { $0 < 0xEE }
    return isPlain ? a.utf8.lexicographicallyPrecedes(b.utf8) : a.utf16.lexicographicallyPrecedes(b.utf16)
  }

  /// Writes a text in quotes.
  static func quote(_ text: String, into out: inout [UInt8]) {
    out.append(0x22)
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
        out += utf8[start..<index]
        out += escape(byte)
        start = index + 1
      }
      out += utf8[start...]
    }
    out.append(0x22)
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x08: Array("\\b".utf8)
    case 0x09: Array("\\t".utf8)
    case 0x0A: Array("\\n".utf8)
    case 0x0C: Array("\\f".utf8)
    case 0x0D: Array("\\r".utf8)
    case 0x22: Array("\\\"".utf8)
    case 0x5C: Array("\\\\".utf8)
    default: Array("\\u00".utf8) + [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  /// An object as it was read, and where one of its members stands.
  struct Line: Sendable {
    let value: JSONValue
    /// The bytes of the member that was looked for, from its name to the comma behind it.
    let member: Range<Int>?
  }

  /// Reads an object in canonical form; nil for anything else. Linear.
  ///
  /// - Parameters:
  ///   - bytes: the whole text.
  ///   - name: a member of the object whose place is wanted.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, locating name: String = "") -> Line? {
    var reader = Reader(bytes: bytes, sought: name)
    guard bytes.first == UInt8(ascii: "{"), let value = reader.value(depth: 0), reader.index == bytes.count else {
      return nil
    }
    return Line(value: value, member: reader.found)
  }

  /// Reads a value in canonical form; nil for anything else. Linear.
  package static func value(_ bytes: [UInt8]) -> JSONValue? {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = Reader(bytes: bytes, sought: "")
      guard let value = reader.value(depth: 0), reader.index == bytes.count else { return nil }
      return value
    }
  }

  /// A cursor over canonical JSON.
  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    let sought: String
    var index = 0
    var found: Range<Int>?

    mutating func take(_ byte: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      return true
    }

    mutating func value(depth: Int) -> JSONValue? {
      guard index < bytes.count, depth < CanonicalJSON.deepest else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "\""): return string().map { .string($0) }
      case UInt8(ascii: "{"): return object(depth)
      case UInt8(ascii: "["): return array(depth)
      case UInt8(ascii: "t"): return word("true") ? .bool(true) : nil
      case UInt8(ascii: "f"): return word("false") ? .bool(false) : nil
      case UInt8(ascii: "n"): return word("null") ? .null : nil
      default: return number().map { .number($0) }
      }
    }

    private mutating func word(_ word: StaticString) -> Bool {
      for place in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[place]) { return false }
      return true
    }

    private mutating func number() -> Int? {
      let isNegative = take(UInt8(ascii: "-"))
      let start = index
      var number = 0
      while index < bytes.count, case let digit = bytes[index], digit >= 0x30, digit <= 0x39 {
        guard index - start < 16 else { return nil }
        number = number * 10 + Int(digit - 0x30)
        index += 1
      }
      let count = index - start
      guard count > 0, count == 1 || bytes[start] != 0x30, number <= CanonicalJSON.greatest else { return nil }
      if isNegative, number == 0 { return nil }
      return isNegative ? -number : number
    }

    private mutating func string() -> String? {
      guard take(0x22) else { return nil }
      let start = index
      while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20 { index += 1 }
      guard index < bytes.count else { return nil }
      if bytes[index] == 0x22 {
        index += 1
        return String(validating: UnsafeBufferPointer(rebasing: bytes[start..<(index - 1)]), as: UTF8.self)
      }
      return escapedString(Array(bytes[start..<index]))
    }

    /// The rest of a text that holds escapes.
    private mutating func escapedString(_ head: [UInt8]) -> String? {
      var text = head
      while index < bytes.count, bytes[index] >= 0x20 {
        let byte = bytes[index]
        index += 1
        if byte == 0x22 { return String(validating: text, as: UTF8.self) }
        guard byte == 0x5C else {
          text.append(byte)
          continue
        }
        guard let escaped = escaped() else { return nil }
        text.append(escaped)
      }
      return nil
    }

    /// One character behind a backslash, only in its canonical spelling.
    private mutating func escaped() -> UInt8? {
      guard index < bytes.count else { return nil }
      let sign = bytes[index]
      index += 1
      switch sign {
      case 0x22, 0x5C: return sign
      case UInt8(ascii: "b"): return 0x08
      case UInt8(ascii: "t"): return 0x09
      case UInt8(ascii: "n"): return 0x0A
      case UInt8(ascii: "f"): return 0x0C
      case UInt8(ascii: "r"): return 0x0D
      case UInt8(ascii: "u"):
        guard index + 4 <= bytes.count, bytes[index] == 0x30, bytes[index + 1] == 0x30 else { return nil }
        let digits = (CanonicalJSON.digit(bytes[index + 2]), CanonicalJSON.digit(bytes[index + 3]))
        guard let high = digits.0, let low = digits.1, high < 2 else { return nil }
        index += 4
        let byte = high << 4 | low
        return [0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) ? nil : byte
      default: return nil
      }
    }

    private mutating func array(_ depth: Int) -> JSONValue? {
      index += 1
      if take(UInt8(ascii: "]")) { return .array([]) }
      var items: [JSONValue] = []
      repeat {
        guard let item = value(depth: depth + 1) else { return nil }
        items.append(item)
      } while take(UInt8(ascii: ","))
      return take(UInt8(ascii: "]")) ? .array(items) : nil
    }

    private mutating func object(_ depth: Int) -> JSONValue? {
      index += 1
      if take(UInt8(ascii: "}")) { return .object([]) }
      var members: [JSONValue.Member] = []
      var more = true
      while more {
        let start = index
        guard let name = string(), take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { return nil }
        if let last = members.last, !CanonicalJSON.precedes(last.name, name) { return nil }
        members.append(JSONValue.Member(name, value))
        more = take(UInt8(ascii: ","))
        if depth == 0, name == sought { found = start..<index }
      }
      return take(UInt8(ascii: "}")) ? .object(members) : nil
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
