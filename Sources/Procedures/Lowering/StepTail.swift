import Markdown

/// The end of a step's line: a target, (可选), (仅 A类), in any order (spec/format.md 4.1, 4.7).
struct StepTail {
  var target: TargetSyntax?
  var isOptional = false
  var applies: [String] = []
  /// Where the action ends.
  var textEnd: Int

  /// Takes (可选) or (仅 A类) off the end; false where neither stands.
  fileprivate mutating func takeBracket(_ line: Line, _ start: Int) -> Bool {
    var text = trimmed(line.bytes[start..<max(start, textEnd)])
    if text.ends(with: "。") { text = trimmed(text.dropLast(3)) }
    guard let inner = Self.bracketed(text) else { return false }
    if NameKey.folds(line.bytes[inner], to: ["可选", "optional"]) {
      isOptional = true
    } else if let names = Self.only(line.bytes[inner]) {
      applies += names
    } else {
      return false
    }
    textEnd = trimmed(text[..<Self.open(text, before: inner.lowerBound)]).endIndex
    return true
  }

  /// What stands in round brackets at the end.
  private static func bracketed(_ text: Bytes) -> Range<Int>? {
    let closing = text.ends(with: ")") ? 1 : text.ends(with: "）") ? 3 : 0
    guard closing > 0 else { return nil }
    let end = text.endIndex - closing
    var index = end
    while index > text.startIndex, end - index < 90 {
      index -= 1
      if text[index] == UInt8(ascii: "(") { return (index + 1)..<end }
      if text[index...].begins(with: "（") { return (index + 3)..<end }
    }
    return nil
  }

  private static func open(_ text: Bytes, before inner: Int) -> Int {
    text[inner - 1] == UInt8(ascii: "(") ? inner - 1 : inner - 3
  }

  /// The names of `仅 A类、B类` or `A only`.
  private static func only(_ text: Bytes) -> [String]? {
    let text = trimmed(text)
    let names: Bytes
    if text.begins(with: "仅") {
      names = text.dropFirst(3)
    } else if NameKey.withFolded(text, { $0.ends(with: " only") }) {
      names = text.dropLast(4)
    } else {
      return nil
    }
    return VariantList.names(names)
  }
}

extension ArticleReader {
  /// Reads the end of a step's line.
  func tail(of line: Line, from start: Int) -> StepTail {
    var tail = StepTail(textEnd: trimmed(line.bytes.from(start)).endIndex)
    for _ in 0..<3 where tail.textEnd > start {
      if tail.target == nil, let found = TargetSyntax(line, in: start..<tail.textEnd),
        isTarget(found, line, inBranch: false)
      {
        tail.target = found
        tail.textEnd = found.textEnd
      } else if !tail.takeBracket(line, start) {
        break
      }
    }
    return tail
  }
}

/// The variants that 适用 names.
enum VariantList {
  /// The names between joiners.
  static func names(_ text: Bytes) -> [String] {
    Joiner.punctuation.split(text).flatMap { Joiner.words.split($0) }.map(trimmed).filter { !$0.isEmpty }
      .map(\.string)
  }
}
