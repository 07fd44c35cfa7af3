/// The version of a document: `1.10` or `A/3` (spec/format.md 2).
package struct Version: Sendable, CustomStringConvertible {
  /// The two ways to write a version; they do not mix within a code.
  package enum Form: Int, Sendable, Hashable { case numeric, lettered }

  /// What the author wrote.
  package let text: String
  /// Which way it is written.
  package let form: Form
  /// Four parts, missing ones 0; of a lettered one the letter's place in the alphabet and the number.
  private let parts: [Int32]

  /// Reads `[0-9]{1,6}(.[0-9]{1,6}){0,3}` or `[A-Z]/[0-9]{1,3}`, nothing else.
  package init?(parsing text: some StringProtocol) {
    guard text.utf8.count <= 27 else { return nil }
    self.text = String(text)
    let bytes = Array(text.utf8)
    if bytes.count >= 3, bytes[1] == 0x2F, (0x41...0x5A).contains(bytes[0]) {
      guard let number = Self.number(bytes[2...], digits: 3) else { return nil }
      form = .lettered
      parts = [Int32(bytes[0] - 0x41), number, 0, 0]
      return
    }
    let numbers = bytes.split(separator: 0x2E, omittingEmptySubsequences: false).map { Self.number($0, digits: 6) }
    let sound = numbers.compactMap(\.self)
    guard sound.count == numbers.count, (1...4).contains(sound.count) else { return nil }
    form = .numeric
    parts = sound + Array(repeating: 0, count: 4 - sound.count)
  }

  /// Reads what people write instead: `V1.0`, `v1.0`, `版本1.0`, `a/1`, full-width forms.
  package init?(tolerating text: String) {
    var rest = Substring(WidthFolding.trimmed(WidthFolding.narrowed(text)))
    for prefix in ["版本", "第", "Version", "version", "Ver", "ver", "V", "v"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      break
    }
    if rest.hasSuffix("版") { rest = rest.dropLast() }
    let tidy = WidthFolding.trimmed(String(rest))
    self.init(parsing: tidy.hasPrefix(".") ? String(tidy.dropFirst()).uppercased() : tidy.uppercased())
  }

  private static func number(_ bytes: ArraySlice<UInt8>, digits: Int) -> Int32? {
    guard (1...digits).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int32($1 - 0x30) }
  }

  /// The text as it stands in a path: `/` is written `-`.
  package var pathText: String { String(text.map { $0 == "/" ? "-" : $0 }) }

  /// What the author wrote.
  package var description: String { text }
}

extension Version: Comparable, Hashable {
  package static func == (a: Version, b: Version) -> Bool { a.form == b.form && a.parts == b.parts }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(form)
    hasher.combine(parts)
  }

  /// Part by part; a numeric version comes before a lettered one, so that the order is total.
  package static func < (a: Version, b: Version) -> Bool {
    a.form == b.form ? a.parts.lexicographicallyPrecedes(b.parts) : a.form.rawValue < b.form.rawValue
  }
}
