import Markdown

/// A target at the end of a step, branch or 直到, before it is looked up (spec/format.md 4.7).
struct TargetSyntax {
  /// What was written behind the arrow.
  enum Goal {
    /// 步骤 3: the typed number.
    case number([Int])
    /// 「组织评审」: the first words of a step's action.
    case words([UInt8])
    /// 结束
    case end
    /// SC-004 or SC-004@2.0 or 《title》.
    case document(Bytes)
    /// A stage or section, if there is one of that name.
    case name(Bytes)
  }

  /// What was written.
  let goal: Goal
  /// The words behind the arrow.
  let written: Range<Int>
  /// Where the text before the arrow ends.
  let textEnd: Int
  /// Whether a real arrow stands there, not only a word that reads as one.
  let hasArrow: Bool

  private static let links: [StaticString] = ["转", "返回", "回到", "→", "->"]
  private static let stops: [StaticString] = ["。", "；", "，", "、", ".", ";", ","]

  /// Reads the target at the end of a range of a line; nil where there is none.
  init?(_ line: Line, in range: Range<Int>) {
    let bytes = line.bytes
    let end = Self.dropStops(bytes[range]).endIndex
    guard let arrow = Self.lastArrow(line, range.lowerBound..<end) else { return nil }
    let rest = trimmed(bytes[arrow.range.upperBound..<end])
    guard !rest.isEmpty, let goal = Self.goal(rest, certain: arrow.isArrow) else { return nil }
    self.goal = goal
    written = rest.indices
    hasArrow = arrow.isArrow
    textEnd = Self.dropLinks(bytes[range.lowerBound..<arrow.range.lowerBound]).endIndex
  }

  private static func dropStops(_ text: Bytes) -> Bytes {
    var text = trimmed(text)
    while let stop = stops.first(where: { text.ends(with: $0) }) {
      text = trimmed(text.dropLast(stop.utf8CodeUnitCount))
    }
    return text
  }

  /// The text before the arrow without a comma and without a second word for the arrow, as in `，回到 → 步骤 4`.
  private static func dropLinks(_ text: Bytes) -> Bytes {
    var text = dropStops(text)
    while let word = links.first(where: { text.ends(with: $0) }) {
      text = dropStops(text.dropLast(word.utf8CodeUnitCount))
    }
    return text
  }

  /// The last arrow in plain text; without one the last word that reads as an arrow.
  private static func lastArrow(_ line: Line, _ range: Range<Int>) -> (range: Range<Int>, isArrow: Bool)? {
    let bytes = line.bytes
    var word: Range<Int>?
    var index = range.upperBound
    while index > range.lowerBound {
      index -= 1
      guard mayLink(bytes[index]) else { continue }
      let (length, isArrow) = arrowLength(bytes, index)
      guard length > 0, index + length <= range.upperBound, line.isPlain(index) else { continue }
      if isArrow { return (index..<(index + length), true) }
      word = word ?? index..<(index + length)
    }
    return word.map { ($0, false) }
  }

  /// Whether a byte begins an arrow or a word that reads as one.
  @inline(__always)
  private static func mayLink(_ byte: UInt8) -> Bool { byte == 0xE2 || byte == 0x2D || byte == 0xE5 || byte == 0xE8 }

  private static func arrowLength(_ bytes: Bytes, _ index: Int) -> (Int, isArrow: Bool) {
    switch bytes[index] {
    case 0xE2: bytes.holds("→", at: index) ? (3, true) : (0, false)
    case 0x2D: bytes.holds("->", at: index) ? (2, true) : (0, false)
    case 0xE8:
      bytes.holds("转", at: index) ? (3, false) : bytes.holds("返回", at: index) ? (6, false) : (0, false)
    case 0xE5: bytes.holds("回到", at: index) ? (6, false) : (0, false)
    default: (0, false)
    }
  }

  /// What a target that was kept as text names.
  static func goal(written text: Bytes) -> Goal? { goal(text, certain: true) }

  private static func goal(_ text: Bytes, certain: Bool) -> Goal? {
    if let number = stepNumber(text) { return .number(number) }
    if NameKey.folds(text, to: ["结束", "end", "流程结束", "结束流程"]) { return .end }
    if let quoted = between(text, "「", "」") { return .words(Array(quoted)) }
    if let title = between(text, "《", "》") { return .document(title) }
    if CodeScan.isCode(text) { return .document(text) }
    return certain || text.count <= 60 ? .name(text) : nil
  }

  private static func between(_ text: Bytes, _ open: StaticString, _ close: StaticString) -> Bytes? {
    let isQuoted = text.begins(with: open) && text.ends(with: close)
    return isQuoted && text.count > open.utf8CodeUnitCount + close.utf8CodeUnitCount
      ? trimmed(text.dropFirst(3).dropLast(3)) : nil
  }

  /// `步骤 3`, `步骤3.1`, `第 3 步`, `step 3`.
  private static func stepNumber(_ text: Bytes) -> [Int]? { NameKey.withFolded(text) { stepNumber(folded: $0) } }

  private static func stepNumber(folded text: Bytes) -> [Int]? {
    var rest = text
    if rest.begins(with: "步骤") {
      rest = rest.dropFirst(6)
    } else if rest.begins(with: "step") {
      rest = rest.dropFirst(4)
    } else if rest.begins(with: "第"), rest.ends(with: "步") {
      rest = rest.dropFirst(3).dropLast(3)
    } else {
      return nil
    }
    let parts = trimmed(rest).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count <= 6 ? Int($0.string) : nil }
    return numbers.count == parts.count && !numbers.isEmpty && numbers.count <= 3 ? numbers : nil
  }
}

/// Finds codes such as `SC-004` or `SC-001@2.0` in bytes.
enum CodeScan {
  /// Whether a byte may stand in a code.
  static func isCodeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  /// Whether a text is shaped like a code with a digit in it, perhaps with a pinned version.
  static func isCode(_ text: Bytes) -> Bool {
    let code = text.prefix { $0 != UInt8(ascii: "@") }
    let hasDigit = code.contains { $0 >= 0x30 && $0 <= 0x39 }
    let hasLetter = code.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    return code.count <= 64 && hasDigit && hasLetter && code.allSatisfy(isCodeByte)
  }
}
