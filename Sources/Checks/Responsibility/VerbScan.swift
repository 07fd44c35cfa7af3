import Procedures

/// Finds phrases such as 由店长审核 and “approved by the manager” in the text of a step.
struct VerbScan {
  /// A phrase that names a part in the step.
  struct Hint {
    /// Where it stands in the text.
    let range: Range<Int>
    /// The phrase.
    let text: String
    /// The role or department.
    let name: String
    /// The part.
    let letter: Letter
    /// The field that says the same.
    let field: String
  }

  /// The phrases, in order.
  private(set) var hints: [Hint] = []

  private static let starts = ["由", "经", "报", "请", "交", "送"] as [StaticString]
  private static let verbs: [(word: StaticString, letter: Letter, field: String)] = [
    ("审核", .reviews, "审核"), ("审查", .reviews, "审核"), ("评审", .reviews, "审核"), ("复核", .reviews, "审核"),
    ("会签", .reviews, "审核"), ("批准", .approves, "批准"), ("审批", .approves, "批准"), ("核准", .approves, "批准"),
    ("签批", .approves, "批准"), ("审定", .approves, "批准"), ("签发", .approves, "批准"), ("备案", .informed, "知会"),
    ("监督", .oversees, "监督"), ("协助", .supports, "协助"), ("配合", .supports, "协助"),
  ]
  private static let english: [(word: StaticString, letter: Letter, field: String)] = [
    ("approved by ", .approves, "approves"), ("reviewed by ", .reviews, "reviews"),
    ("overseen by ", .oversees, "oversees"), ("assisted by ", .supports, "supports"),
  ]

  /// Scans a text; a name has at most 16 Han characters, so the cost is linear.
  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      if bytes[index] >= 0xE4, Self.starts.contains(where: { Self.holds($0, bytes, index) }) {
        scanChinese(bytes, index)
      } else if bytes[index] < 0x80, index == 0 || bytes[index - 1] == 0x20 {
        scanEnglish(bytes, index)
      }
      index += 1
    }
  }

  private mutating func scanChinese(_ bytes: [UInt8], _ start: Int) {
    var index = start + 3
    while index < bytes.count, index - start <= 51, bytes[index] >= 0xE4, bytes[index] <= 0xE9 {
      if index > start + 6, let verb = Self.verbs.first(where: { Self.holds($0.word, bytes, index) }) {
        add(bytes, start..<index + verb.word.utf8CodeUnitCount, name: start + 3..<index, verb.letter, verb.field)
        return
      }
      index += 3
    }
  }

  private mutating func scanEnglish(_ bytes: [UInt8], _ start: Int) {
    guard let verb = Self.english.first(where: { Self.holds($0.word, bytes, start) }) else { return }
    var name = start + verb.word.utf8CodeUnitCount
    if Self.holds("the ", bytes, name) { name += 4 }
    var end = name
    while end < bytes.count, end - name < 60, ![0x2C, 0x2E, 0x3B, 0x0A].contains(bytes[end]) { end += 1 }
    if end > name { add(bytes, start..<end, name: name..<end, verb.letter, verb.field) }
  }

  private mutating func add(
    _ bytes: [UInt8], _ range: Range<Int>, name: Range<Int>, _ letter: Letter, _ field: String
  ) {
    hints.append(
      Hint(
        range: range, text: String(decoding: bytes[range], as: UTF8.self),
        name: String(decoding: bytes[name], as: UTF8.self), letter: letter, field: field))
  }

  private static func holds(_ word: StaticString, _ bytes: [UInt8], _ index: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] { return false }
    return true
  }
}
