/// The version of a document: `1.10` or `A/3` (spec/format.md 2).
package struct Version: Sendable, CustomStringConvertible {
  /// The two ways to write a version; they do not mix within a code.
  package enum Form: Int, Sendable, Hashable { case numeric, lettered }

  /// What the author wrote.
  package let text: String
  /// Reads `[0-9]{1,6}(.[0-9]{1,6}){0,3}` or `[A-Z]/[0-9]{1,3}`, nothing else.
  package init?(parsing text: some StringProtocol) {
    guard text.utf8.count <= 27 else { return nil }
    let written = String(text)
    guard written.withBytes(Self.read) != nil else { return nil }
    self.text = written
  }

  // Read again each time: versions are kept by the thousand and seldom compared.
  private var parts: VersionParts { text.withBytes(Self.read) ?? VersionParts(.numeric) }

  /// Which way it is written.
  package var form: Form { parts.form }

  private static func read(_ text: Bytes) -> VersionParts? {
    if text.count >= 3, text[1] == 0x2F, (0x41...0x5A).contains(text[0]) {
      guard let number = number(text[2...], digits: 3) else { return nil }
      return VersionParts(.lettered, UInt32(text[0] - 0x41), number)
    }
    var parts = VersionParts(.numeric)
    var rest = text
    for place in 0..<4 {
      let end = rest.firstIndex(of: 0x2E) ?? rest.endIndex
      guard let number = number(rest[..<end], digits: 6) else { return nil }
      parts.set(place, number)
      if end == rest.endIndex { return parts }
      rest = rest[(end + 1)...]
    }
    return nil
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

  private static func number(_ bytes: Bytes, digits: Int) -> UInt32? {
    guard (1...digits).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + UInt32($1 - 0x30) }
  }

  /// The text as it stands in a path: `/` is written `-`.
  package var pathText: String { String(text.map { $0 == "/" ? "-" : $0 }) }

  /// What the author wrote.
  package var description: String { text }
}

extension Version: Comparable, Hashable {
  package static func == (a: Version, b: Version) -> Bool { a.text == b.text || a.parts == b.parts }

  package func hash(into hasher: inout Hasher) { hasher.combine(parts) }

  /// Part by part; a numeric version comes before a lettered one, so that the order is total.
  package static func < (a: Version, b: Version) -> Bool { a.parts < b.parts }
}

/// What a version says: four parts, missing ones 0; of a lettered one the letter's place in the alphabet and the number.
private struct VersionParts: Hashable, Comparable {
  let form: Version.Form
  // Two in a word, so that they compare by words.
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  init(_ form: Version.Form, _ first: UInt32 = 0, _ second: UInt32 = 0) {
    self.form = form
    high = UInt64(first) << 32 | UInt64(second)
  }

  /// Sets a part that is still 0.
  mutating func set(_ place: Int, _ number: UInt32) {
    let shifted = UInt64(number) << (place % 2 == 0 ? 32 : 0)
    if place < 2 { high |= shifted } else { low |= shifted }
  }

  static func < (a: VersionParts, b: VersionParts) -> Bool {
    (a.form.rawValue, a.high, a.low) < (b.form.rawValue, b.high, b.low)
  }
}
