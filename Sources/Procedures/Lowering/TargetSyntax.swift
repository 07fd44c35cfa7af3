import Markdown

/// A target at the end of a step, branch or 直到, before it is looked up (spec/format.md 4.7).
struct TargetSyntax {
  /// What was written behind the arrow.
  enum Goal: Equatable {
    /// 步骤 3: the typed number.
    case number([Int])
    /// 「组织评审」: the first words of a step's action.
    case words([UInt8])
    /// 结束
    case end
    /// SC-004 or SC-004@2.0 or 《title》.
    case document(ArraySlice<UInt8>)
    /// A stage or section, if there is one of that name.
    case name(ArraySlice<UInt8>)
  }

  /// What was written.
  let goal: Goal
  /// The words behind the arrow.
  let written: Range<Int>
  /// Where the text before the arrow ends.
  let textEnd: Int
  /// Whether a real arrow stands there, not only a word that reads as one.
  let hasArrow: Bool

  private static let arrows = ["→", "->"].map { Array($0.utf8) }
  private static let words = ["转", "返回", "回到"].map { Array($0.utf8) }
  private static let stops = ["。", "；", "，", "、", ".", ";", ","].map { Array($0.utf8) }

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

  private static func dropStops(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = trimmed(text)
    while let stop = stops.first(where: { text.suffix($0.count).elementsEqual($0) }) {
      text = trimmed(text.dropLast(stop.count))
    }
    return text
  }

  /// The text before the arrow without a comma and without a second word for the arrow, as in `，回到 → 步骤 4`.
  private static func dropLinks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = dropStops(text)
    while let word = (words + arrows).first(where: { text.suffix($0.count).elementsEqual($0) }) {
      text = dropStops(text.dropLast(word.count))
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
      let (length, isArrow) = arrowLength(bytes, index)
      guard length > 0, index + length <= range.upperBound, line.isPlain(index) else { continue }
      if isArrow { return (index..<(index + length), true) }
      word = word ?? index..<(index + length)
    }
    return word.map { ($0, false) }
  }

  private static func arrowLength(_ bytes: [UInt8], _ index: Int) -> (Int, isArrow: Bool) {
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
  static func goal(written text: ArraySlice<UInt8>) -> Goal? { goal(text, certain: true) }

  private static func goal(_ text: ArraySlice<UInt8>, certain: Bool) -> Goal? {
    if let number = stepNumber(text) { return .number(number) }
    let folded = NameKey(text)
    if ["结束", "end", "流程结束", "结束流程"].contains(where: { NameKey($0) == folded }) { return .end }
    if let quoted = between(text, "「", "」") { return .words(Array(quoted)) }
    if let title = between(text, "《", "》") { return .document(title) }
    if CodeScan.isCode(text) { return .document(text) }
    return certain || text.count <= 60 ? .name(text) : nil
  }

  private static func between(_ text: ArraySlice<UInt8>, _ open: String, _ close: String) -> ArraySlice<UInt8>? {
    let isQuoted = text.starts(with: open.utf8) && text.suffix(close.utf8.count).elementsEqual(close.utf8)
    return isQuoted && text.count > open.utf8.count + close.utf8.count ? trimmed(text.dropFirst(3).dropLast(3)) : nil
  }

  /// `步骤 3`, `步骤3.1`, `第 3 步`, `step 3`.
  private static func stepNumber(_ text: ArraySlice<UInt8>) -> [Int]? {
    var rest = ArraySlice(NameKey.folded(text))
    if rest.starts(with: "步骤".utf8) {
      rest = rest.dropFirst(6)
    } else if rest.starts(with: "step".utf8) {
      rest = rest.dropFirst(4)
    } else if rest.starts(with: "第".utf8), rest.suffix(3).elementsEqual("步".utf8) {
      rest = rest.dropFirst(3).dropLast(3)
    } else {
      return nil
    }
    let parts = trimmed(rest).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count <= 6 ? Int(String(decoding: $0, as: UTF8.self)) : nil }
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
  static func isCode(_ text: ArraySlice<UInt8>) -> Bool {
    let code = text.prefix { $0 != UInt8(ascii: "@") }
    let hasDigit = code.contains { $0 >= 0x30 && $0 <= 0x39 }
    let hasLetter = code.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    return code.count <= 64 && hasDigit && hasLetter && code.allSatisfy(isCodeByte)
  }
}
