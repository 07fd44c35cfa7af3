/// Which names count as roles: those of a register, or in loose files whatever stands where a role stands.
package struct PartyNames: Sendable {
  /// The name that a written one stands for; nil where the register does not know it.
  let lookUp: @Sendable (String) -> String?
  /// Whether there is no register, so that every name in the place of a role is one (spec/format.md 4.2).
  let isLoose: Bool
  /// All names that are known.
  let all: [String]

  /// The names of a register.
  ///
  /// - Parameters:
  ///   - all: every name, which become tokens.
  ///   - lookUp: the name that a written one, such as an alias, stands for.
  package init(all: [String], lookUp: @escaping @Sendable (String) -> String?) {
    self.lookUp = lookUp
    self.all = all
    isLoose = false
  }

  /// No register: files outside a handbook.
  package static let loose = PartyNames()

  private init() {
    lookUp = { _ in nil }
    all = []
    isLoose = true
  }

  private static let endings = ["员", "长", "经理", "主管", "总监", "专员", "组", "部", "科", "室", "人", "师"]

  /// Whether a name is a role's.
  func isRole(_ name: String) -> Bool {
    isLoose || lookUp(name) != nil || Self.endings.contains { name.hasSuffix($0) }
  }

  /// The names in a text, split where names join.
  func split(_ text: String) -> [String] {
    var names: [String] = []
    if lookUp(text) != nil { return [text] }
    for piece in text.split(whereSeparator: { "、，,;；&＆/／".contains($0) }) {
      let name = Self.trimmed(piece)
      if !name.isEmpty { names += splitWords(name) }
    }
    return names
  }

  /// 和 与 及 and may stand in a name: they split only between two that are known or end like roles.
  private func splitWords(_ name: String) -> [String] {
    if lookUp(name) != nil { return [name] }
    for word in ["和", "与", "及", " and "] {
      guard let range = Self.range(of: word, in: name) else { continue }
      let (left, right) = (Self.trimmed(name[..<range.lowerBound]), Self.trimmed(name[range.upperBound...]))
      let isLatin = word == " and "
      let fits = { (side: String) in
        lookUp(side) != nil || (isLatin && isLoose) || Self.endings.contains(where: side.hasSuffix)
      }
      if !left.isEmpty, !right.isEmpty, fits(left), fits(right) { return [left] + splitWords(right) }
    }
    return [name]
  }

  private static func range(of word: String, in text: String) -> Range<String.Index>? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(word) { return index..<text.index(index, offsetBy: word.count) }
      index = text.index(after: index)
    }
    return nil
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    let isBlank = { (character: Character) in character == " " || character == "\u{3000}" || character == "\n" }
    let tail = text.drop(while: isBlank)
    return String(tail.reversed().drop(while: isBlank).reversed())
  }
}

/// The names at the start of a step or box, and where they stand.
struct WhoReading {
  /// The names as they count.
  var names: [String] = []
  /// The bytes of the names with their marks, blanks and colon.
  var range: Range<Int> = 0..<0

  /// Reads `**职务**：`, `**甲、乙** `, `@甲 @乙：` at the start of a text, or behind a time that stands there.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - marks: what is bold in it.
  ///   - timeEnd: the length of a time at the start.
  ///   - parties: which names count.
  init(_ text: [UInt8], _ marks: [Mark], timeEnd: Int, _ parties: PartyNames) {
    for start in timeEnd > 0 ? [0, timeEnd] : [0] {
      guard start < text.count else { return }
      let found = text[start] == UInt8(ascii: "@") ? Self.at(text, start) : Self.bold(text, marks, start)
      guard let (written, end) = found, !written.isEmpty else { continue }
      let split = written.flatMap { parties.split($0) }
      guard split.contains(where: { parties.isRole($0) }) else { continue }
      names = split.map { parties.lookUp($0) ?? $0 }
      range = start..<end
      return
    }
  }

  /// Bold runs with joiners between them.
  private static func bold(_ text: [UInt8], _ marks: [Mark], _ start: Int) -> ([String], Int)? {
    var names: [String] = []
    var index = start
    while let mark = marks.first(where: { $0.kind == .strong && Int($0.start) == index && $0.end > $0.start }) {
      let end = Int(mark.end)
      var name = PartyNames.trimmed(String(decoding: text[index..<end], as: UTF8.self))
      let hasColon = name.hasSuffix("：") || name.hasSuffix(":")
      if hasColon { name = PartyNames.trimmed(name.dropLast()) }
      guard hasColon || end == text.count || isBoundary(text, end), !name.isEmpty, name.utf8.count < 200 else { break }
      names.append(name)
      index = end
      if hasColon { break }
      let next = skippingJoiner(text, index)
      guard marks.contains(where: { $0.kind == .strong && Int($0.start) == next }) else { break }
      index = next
    }
    return names.isEmpty ? nil : (names, skippingColon(text, index))
  }

  /// `@甲 @乙：` or `@甲 text`; a name of several Latin words ends at its colon.
  private static func at(_ text: [UInt8], _ start: Int) -> ([String], Int)? {
    if let colon = colon(in: text, from: start) {
      let written = String(decoding: text[start..<colon.start], as: UTF8.self)
      let names = written.split(separator: "@").map {
        PartyNames.trimmed($0.filter { !"、，,；;&".contains($0) })
      }
      if names.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 60 && !$0.contains("。") }) {
        return (names, skippingBlanks(text, colon.end))
      }
    }
    var (names, index): ([String], Int) = ([], start)
    while index < text.count, text[index] == UInt8(ascii: "@") {
      var end = index + 1
      while end < text.count, !isBoundary(text, end) { end += 1 }
      guard end > index + 1 else { break }
      names.append(String(decoding: text[(index + 1)..<end], as: UTF8.self))
      let next = skippingJoiner(text, end)
      index = next < text.count && text[next] == UInt8(ascii: "@") ? next : end
    }
    return names.isEmpty ? nil : (names, skippingColon(text, index))
  }

  /// The first colon near the start that no blank before another word than a name's separates.
  private static func colon(in text: [UInt8], from start: Int) -> (start: Int, end: Int)? {
    for index in start..<min(start + 160, text.count) {
      if text[index] == 0x3A { return isClock(text, index) ? nil : (index, index + 1) }
      if text[index] == 0xEF, holds(text, index, "：") { return (index, index + 3) }
      if text[index] == 0xE3, holds(text, index, "。") { return nil }
    }
    return nil
  }

  private static func isClock(_ text: [UInt8], _ colon: Int) -> Bool {
    colon > 0 && colon + 1 < text.count && (0x30...0x39).contains(text[colon - 1])
      && (0x30...0x39).contains(text[colon + 1])
  }

  static func holds(_ text: [UInt8], _ index: Int, _ mark: StaticString) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard index >= 0, index + count <= text.count else { return false }
    for offset in 0..<count where text[index + offset] != mark.utf8Start[offset] { return false }
    return true
  }

  private static let joiners: [StaticString] = ["、", "，", "；", "＆", "会同", "和", "与", "及", "同", "／", ",", ";", "&", "/"]

  /// Whether a name ends before an index: at a blank, a colon or a joiner.
  private static func isBoundary(_ text: [UInt8], _ index: Int) -> Bool {
    text[index] == 0x20 || text[index] == 0x3A || holds(text, index, "：") || holds(text, index, "\u{3000}")
      || joiners.contains { holds(text, index, $0) }
  }

  private static func skippingJoiner(_ text: [UInt8], _ index: Int) -> Int {
    var next = skippingBlanks(text, index)
    if holds(text, next, "and ") { return skippingBlanks(text, next + 3) }
    for joiner in joiners where holds(text, next, joiner) {
      next = skippingBlanks(text, next + joiner.utf8CodeUnitCount)
      break
    }
    return next
  }

  static func skippingBlanks(_ text: [UInt8], _ index: Int) -> Int {
    var index = index
    while index < text.count {
      if text[index] == 0x20 { index += 1 } else if holds(text, index, "\u{3000}") { index += 3 } else { break }
    }
    return index
  }

  static func skippingColon(_ text: [UInt8], _ index: Int) -> Int {
    let next = skippingBlanks(text, index)
    if holds(text, next, ":") { return skippingBlanks(text, next + 1) }
    return holds(text, next, "：") ? skippingBlanks(text, next + 3) : next
  }
}
