/// A mention of a step by its number: 第3步, 步骤 3.1, step 3.
struct StepReference {
  /// The token that holds the number.
  let token: Int
  /// The number, part by part.
  let number: [Int]

  /// The mentions in a text, in order. Linear.
  static func all(in text: TokenText) -> [StepReference] {
    var found: [StepReference] = []
    for index in text.tokens.indices {
      let kind = text.tokens[index].kind
      guard kind == .number || kind == .numeral, isMention(text, index), let number = number(text.slice(index)) else {
        continue
      }
      found.append(StepReference(token: index, number: number))
    }
    return found
  }

  private static func isMention(_ text: TokenText, _ index: Int) -> Bool {
    let isBlankBefore = text.kind(index - 1) == .blank
    let before = isBlankBefore ? index - 2 : index - 1
    if text.equals(before, "第") {
      let after = text.skippingBlank(index + 1)
      return text.equals(after, "步") || text.end(of: "项步骤", at: after) != nil || text.end(of: "条步骤", at: after) != nil
    }
    if text.holds(before, ["step", "steps"]) { return true }
    return text.equals(before, "骤") && text.equals(before - 1, "步")
  }

  private static let numerals: [StaticString] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int]? {
    guard bytes.count <= 12, !bytes.isEmpty else { return nil }
    if bytes[0] >= 0xE0 { return chinese(bytes).map { [$0] } }
    let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count <= 5 ? Int(String(decoding: $0, as: UTF8.self)) : nil }
    return numbers.count == parts.count ? numbers : nil
  }

  /// 一…九十九.
  private static func chinese(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count % 3 == 0 else { return nil }
    var (tens, ones, sawTen) = (0, 0, false)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let character = bytes[start..<(start + 3)]
      if character.elementsEqual("十".utf8) {
        if sawTen { return nil }
        (tens, ones, sawTen) = (max(ones, 1), 0, true)
      } else if let digit = numerals.firstIndex(where: { $0.withUTF8Buffer { character.elementsEqual($0) } }) {
        if ones > 0 { return nil }
        ones = digit
      } else {
        return nil
      }
    }
    return tens * 10 + ones
  }
}
