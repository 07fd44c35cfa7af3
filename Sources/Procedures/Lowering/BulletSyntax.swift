import Markdown

/// A bullet `- [ ] text` or `- □ text` (spec/format.md 4.6).
struct BoxSyntax {
  /// Whether ★ marks it as one that must never be missed.
  let isKiller: Bool
  /// Where the text behind the marks begins.
  let start: Int

  init?(_ line: Line, item: Checkbox) {
    var index = line.skippingBlanks(0)
    if line.bytes.holds("□", at: index) {
      index = line.skippingBlanks(index + 3)
    } else if item == .none {
      return nil
    }
    isKiller = line.bytes.holds("★", at: index)
    start = isKiller ? line.skippingBlanks(index + 3) : index
  }
}

/// A bullet `如果 condition：result` or `否则：result` (spec/format.md 4.7).
struct BranchSyntax {
  /// The condition; nil for the other side.
  let condition: Range<Int>?
  /// What is done then.
  let result: Range<Int>

  init?(_ line: Line) {
    let start = line.skippingBlanks(0)
    guard start < line.bytes.count, Self.mayOpen(line.bytes[start]) else { return nil }
    guard line.isPlain(start) || line.segment(at: start)?.origin == .strong else { return nil }
    let text = line.bytes[start...]
    for word in ["否则", "otherwise"] as [StaticString] where text.beginsLowered(with: word) {
      guard let after = Self.otherwise(line, start + word.utf8CodeUnitCount) else { return nil }
      condition = nil
      result = after..<line.bytes.count
      return
    }
    guard let opening = Self.opening(text) else { return nil }
    let from = start + opening.length
    guard let mark = Self.delimiter(line, from), Self.isMeant(line, opening, from, mark) else { return nil }
    condition = trimmed(line.bytes[from..<mark.lowerBound]).indices
    guard condition?.isEmpty == false else { return nil }
    result = Self.skippingThen(line, mark.upperBound)..<line.bytes.count
  }

  /// Whether a byte begins one of the words that open a branch; most bullets are told apart by it.
  private static func mayOpen(_ byte: UInt8) -> Bool {
    byte == 0xE5 || byte == 0xE8 || byte | 0x20 == 0x69 || byte | 0x20 == 0x6F
  }

  /// The word that opens a condition; 若 and 当 need a sign that they are meant.
  private static func opening(_ text: Bytes) -> (length: Int, needsSign: Bool)? {
    if text.begins(with: "如果") { return (6, false) }
    if text.beginsLowered(with: "if ") { return (2, false) }
    guard text.begins(with: "若") || text.begins(with: "当") else { return nil }
    return (3, true)
  }

  /// Words that begin with 当 or 若 and open no condition.
  private static let words: [StaticString] = [
    "日", "天", "班", "场", "前", "地", "事", "值", "心", "面", "月", "年", "晚", "干", "班次",
  ]

  private static func isMeant(_ line: Line, _ opening: (length: Int, needsSign: Bool), _ from: Int, _ mark: Range<Int>)
    -> Bool
  {
    guard opening.needsSign else { return true }
    let rest = line.bytes[from...]
    if rest.first == 0x20 || rest.begins(with: "\u{3000}") { return true }
    if line.bytes[from..<mark.lowerBound].ends(with: "时") { return true }
    return !words.contains { rest.begins(with: $0) }
  }

  /// Where the condition ends: at the first colon, else at the first comma, else at 则 or 就. A comma comes first where
  /// the colon behind it belongs to a field, as in `如果 超过 5 万元，批准：总经理`.
  private static func delimiter(_ line: Line, _ from: Int) -> Range<Int>? {
    let colon = mark(line, from, ["：", ":"])
    let comma = mark(line, from, ["，", ","])
    if let colon, let comma, comma.upperBound <= colon.lowerBound,
      FieldKey(
        trimmed(
          line.bytes[skippingThen(line, comma.upperBound)..<max(colon.lowerBound, skippingThen(line, comma.upperBound))]
        )) != nil
    {
      return comma
    }
    return colon ?? comma ?? mark(line, from, ["则", "就"])
  }

  private static func mark(_ line: Line, _ from: Int, _ marks: [StaticString]) -> Range<Int>? {
    for index in from..<line.bytes.count {
      // Most bytes cannot begin a mark: ASCII letters, and all but the first of a character.
      if line.bytes[index] > 0x3F, line.bytes[index] < 0xE5 { continue }
      guard let mark = marks.first(where: { line.bytes.holds($0, at: index) }), line.isPlain(index) else { continue }
      let next = index + mark.utf8CodeUnitCount
      let isClock =
        mark.utf8CodeUnitCount == 1 && index > from && isDigit(line.bytes[index - 1]) && next < line.bytes.count
        && isDigit(line.bytes[next])
      if !isClock { return index..<next }
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func skippingThen(_ line: Line, _ index: Int) -> Int {
    let next = line.skippingBlanks(index)
    for word in ["则", "就"] as [StaticString] where line.bytes.holds(word, at: next) {
      return line.skippingBlanks(next + 3)
    }
    return next
  }

  private static func otherwise(_ line: Line, _ index: Int) -> Int? {
    let next = line.skippingBlanks(index)
    for mark in ["：", ":", "，", ","] as [StaticString] where line.bytes.holds(mark, at: next) {
      return line.skippingBlanks(next + mark.utf8CodeUnitCount)
    }
    return next < line.bytes.count ? skippingThen(line, next) : nil
  }
}

/// The signal word that opens a warning (spec/format.md 4.8).
enum SignalWord {
  private static let words: [(StaticString, WarningLevel)] = [
    ("危险", .danger), ("danger", .danger), ("警告", .warning), ("warning", .warning), ("注意", .caution),
    ("caution", .caution), ("说明", .note), ("note", .note),
  ]

  /// The level a line starts with, and where the text behind the word begins.
  static func read(_ line: Line) -> (level: WarningLevel, rest: Int)? {
    let start = line.skippingBlanks(0)
    guard start < line.bytes.count else { return nil }
    let text = line.bytes[start...]
    for (word, level) in words where text.beginsLowered(with: word) {
      let end = start + word.utf8CodeUnitCount
      let rest = line.bytes[end...]
      if rest.isEmpty || line.skippingBlanks(end) > end {
        return (level, skippingMarks(line, line.skippingBlanks(end)))
      }
      for mark in ["：", ":", "！", "!", "，", ","] as [StaticString] where rest.begins(with: mark) {
        return (level, line.skippingBlanks(end + mark.utf8CodeUnitCount))
      }
      if line.segment(at: start)?.origin == .strong { return (level, skippingMarks(line, end)) }
    }
    return nil
  }

  private static func skippingMarks(_ line: Line, _ index: Int) -> Int {
    for mark in ["：", ":"] as [StaticString] where line.bytes.holds(mark, at: index) {
      return line.skippingBlanks(index + mark.utf8CodeUnitCount)
    }
    return index
  }
}
