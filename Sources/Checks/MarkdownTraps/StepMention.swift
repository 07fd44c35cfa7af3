import Diagnostics
import Markdown

/// A place in the text that names a step by its number: `→ 步骤 3`, `返回步骤 3`, `见第 3 步`, `repeat step 3.1`.
struct StepMention {
  /// The digits and dots.
  let digits: SourceRange
  /// The numbers.
  let typed: [Int]

  /// All mentions in a block, in order. Linear.
  static func all(in block: Block, of document: Document) -> [StepMention] {
    document.leaves(of: block).flatMap { inline -> [StepMention] in
      guard case .text = document.kind(of: inline) else { return [] }
      return document.withBytes(of: inline) { bytes in
        var scan = MentionScan(bytes: bytes)
        return scan.all().map { found in
          StepMention(digits: document.range(of: inline, found.range), typed: found.typed)
        }
      }
    }
  }
}

/// Looks for mentions in one text.
private struct MentionScan {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Words after which a step's number is one of this document.
  private static let leads: [StaticString] = [
    "→", "->", "转", "转到", "转至", "返回", "返回到", "回到", "跳到", "跳转到", "见", "参见", "按", "同", "重复", "执行", "从",
    "to", "see", "repeat",
  ]
  private static let joins: [StaticString] = ["、", "，", "和", "与", "至", "到", "–", "—", "-", "~", "～", ",", "and", "to"]
  /// What a number counts when it is none of a step, as in 本步骤 3 分钟内完成.
  private static let measures: [StaticString] = [
    "分", "小时", "天", "人", "次", "个", "项", "秒", "元", "周", "月", "年", "日", "份", "%", "％", "min", "hour", "day",
  ]

  mutating func all() -> [(range: Range<Int>, typed: [Int])] {
    var found: [(range: Range<Int>, typed: [Int])] = []
    while index < bytes.count {
      guard let lead = Self.leads.last(where: { starts(with: $0, at: index) }) else {
        index += 1
        continue
      }
      let start = index
      index += lead.utf8CodeUnitCount
      guard var mention = take(isFirst: true) else {
        index = start + 1
        continue
      }
      found.append(mention)
      while let next = takeJoined() {
        mention = next
        found.append(mention)
      }
    }
    return found
  }

  private mutating func takeJoined() -> (range: Range<Int>, typed: [Int])? {
    let start = index
    skipBlanks()
    if takeOne(of: Self.joins), let next = take(isFirst: false) { return next }
    index = start
    return nil
  }

  /// `步骤 3`, `step 3.1`, `第 3 步`; after a joining word the number alone.
  private mutating func take(isFirst: Bool) -> (range: Range<Int>, typed: [Int])? {
    skipBlanks()
    let isOrdinal = takeOne(of: ["第"])
    let isNamed = isOrdinal || takeOne(of: ["步骤", "step", "Step"])
    guard isNamed || !isFirst else { return nil }
    skipBlanks()
    let start = index
    guard let typed = takeNumber() else { return nil }
    let range = start..<index
    if isOrdinal {
      skipBlanks()
      return takeOne(of: ["步"]) ? (range, typed) : nil
    }
    let after = index
    skipBlanks()
    let isMeasure =
      Self.measures.contains { starts(with: $0, at: index) }
      || (index < bytes.count && isLetter(bytes[index]) && index == after)
    index = after
    return isMeasure ? nil : (range, typed)
  }

  private mutating func takeNumber() -> [Int]? {
    var typed: [Int] = []
    while typed.count < 3 {
      let start = index
      var value = 0
      while index < bytes.count, index - start < 4, bytes[index] >= 0x30, bytes[index] <= 0x39 {
        value = value * 10 + Int(bytes[index]) - 0x30
        index += 1
      }
      guard index > start, index - start < 4 else { return nil }
      typed.append(value)
      guard index + 1 < bytes.count, bytes[index] == 0x2E, bytes[index + 1] >= 0x30, bytes[index + 1] <= 0x39 else {
        break
      }
      index += 1
    }
    return typed
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private func starts(with word: StaticString, at place: Int) -> Bool {
    guard place + word.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == word.utf8Start[$0] }
  }

  private mutating func takeOne(of words: [StaticString]) -> Bool {
    guard let word = words.first(where: { starts(with: $0, at: index) }) else { return false }
    index += word.utf8CodeUnitCount
    return true
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] == 0x20 || starts(with: "\u{3000}", at: index) {
      index += bytes[index] == 0x20 ? 1 : 3
    }
  }
}
