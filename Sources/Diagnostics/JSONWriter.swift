/// Writes JSON (RFC 8259) as bytes: members in the order they are given, absent and empty ones left out.
///
/// `<`, `>`, `&`, `=`, U+2028, U+2029 and the colon of a scheme that is no link are escaped, so that the same bytes are
/// inert wherever they end up: inside a script, in a page, before a tool that searches for markup.
package struct JSONWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty text.
  package init() {}

  /// Goes on at the end of some bytes, which `give(to:)` returns.
  package init(taking bytes: inout [UInt8]) { swap(&self.bytes, &bytes) }

  /// Returns what was taken, with what was written behind it.
  package mutating func give(to bytes: inout [UInt8]) { swap(&self.bytes, &bytes) }

  /// Writes `{…}`.
  @inlinable package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes `[…]` with one value for each item.
  @inlinable package mutating func array<Items: Sequence>(
    _ items: Items, _ value: (inout JSONWriter, Items.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for item in items { value(&self, item) }
    close(UInt8(ascii: "]"))
  }

  /// Writes a text as a value.
  package mutating func string(_ text: String) {
    separate()
    quote(text)
    needsComma = true
  }

  /// Writes a number as a value.
  package mutating func number(_ value: Int) {
    separate()
    bytes += String(value).utf8
    needsComma = true
  }

  /// Writes `"name": "text"`, unless the text is nil or empty.
  package mutating func member(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    key(name)
    string(text)
  }

  /// Writes `"name": "text"`, also when the text is empty.
  package mutating func text(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// Writes `"name": […]` with one value for each item, also when there is none.
  @inlinable package mutating func list<Items: Sequence>(
    _ name: String, _ items: Items, _ value: (inout JSONWriter, Items.Element) -> Void
  ) {
    key(name)
    array(items, value)
  }

  /// Writes `"name": number`.
  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  /// Writes `"name": true`, or nothing.
  package mutating func flag(_ name: String, _ value: Bool) {
    guard value else { return }
    key(name)
    separate()
    bytes += "true".utf8
    needsComma = true
  }

  /// Writes `"name": ["…"]`, unless the list is empty.
  package mutating func member(_ name: String, _ texts: [String]) {
    member(name, list: texts) { $0.string($1) }
  }

  /// Writes `"name": […]`, unless the list is empty.
  @inlinable package mutating func member<Items: Collection>(
    _ name: String, list: Items, _ value: (inout JSONWriter, Items.Element) -> Void
  ) {
    if list.isEmpty { return }
    key(name)
    array(list, value)
  }

  /// Writes `"name": […]`, also when the list is empty.
  package mutating func list<Items: Collection>(
    _ name: String, _ items: Items, _ value: (inout JSONWriter, Items.Element) -> Void
  ) {
    key(name)
    array(items, value)
  }

  /// Writes `"name": {…}`.
  @inlinable package mutating func member(_ name: String, _ members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }

  /// Writes JSON of the program's own between values; what follows needs no comma.
  package mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = false
  }

  /// Puts what follows on a line of its own, so that long files stay readable and diffs small.
  package mutating func newLine() {
    separate()
    needsComma = false
    bytes.append(0x0A)
  }

  /// Ends the text with a line end.
  package mutating func end() { bytes.append(0x0A) }

  @usableFromInline mutating func open(_ mark: UInt8) {
    separate()
    bytes.append(mark)
    needsComma = false
  }

  @usableFromInline mutating func close(_ mark: UInt8) {
    bytes.append(mark)
    needsComma = true
  }

  @usableFromInline mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func quote(_ text: String) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      var index = 0
      while index < utf8.count {
        if Self.isPlain(utf8[index]) {
          index += 1
          continue
        }
        guard let escape = Self.escape(utf8, index) else {
          index += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        bytes += escape.text.utf8
        index += escape.length
        start = index
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(0x22)
  }

  /// Whether a byte stands for itself, whatever stands around it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00..<0x20, 0x22, 0x26, 0x3A, 0x3C...0x3E, 0x5C, 0x7F, 0xE2: false
    default: true
    }
  }

  private static let hex = Array("0123456789abcdef")
  private static let schemes = ["data", "javascript", "vbscript", "file"].map { Array($0.utf8) }

  /// Whether a refused scheme stands before a colon.
  private static func isScheme(_ utf8: UnsafeBufferPointer<UInt8>, before colon: Int) -> Bool {
    schemes.contains { name in
      colon >= name.count && name.indices.allSatisfy { utf8[colon - name.count + $0] | 0x20 == name[$0] }
    }
  }

  private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> (text: String, length: Int)? {
    let byte = utf8[index]
    switch byte {
    case 0x22: return ("\\\"", 1)
    case 0x5C: return ("\\\\", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0D: return ("\\r", 1)
    case 0x09: return ("\\t", 1)
    case 0x3A where isScheme(utf8, before: index): return ("\\u003a", 1)
    case 0x3C, 0x3D, 0x3E, 0x26, 0x00..<0x20, 0x7F: return ("\\u00\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])", 1)
    case 0xE2
    where index + 2 < utf8.count && utf8[index + 1] == 0x80 && (utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9):
      return (utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
    default: return nil
    }
  }
}
