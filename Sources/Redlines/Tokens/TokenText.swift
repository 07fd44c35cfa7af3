/// The tokens of one unit with the bytes that they stand in, for readers that look for patterns.
struct TokenText {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: ArraySlice<Token>

  /// Whether a token is one of some texts; false outside.
  func holds(_ index: Int, _ texts: [StaticString]) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    return texts.contains { equals(index, $0) }
  }

  /// Whether a token is a text; a Latin letter may be of either case, the text is given in small ones.
  func equals(_ index: Int, _ text: StaticString) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let token = tokens[index]
    let count = text.utf8CodeUnitCount
    guard Int(token.end - token.start) == count else { return false }
    let start = Int(token.start)
    for offset in 0..<count {
      let byte = bytes[start + offset]
      let lowered = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lowered != text.utf8Start[offset] { return false }
    }
    return true
  }

  /// Where a text of several tokens ends that begins at a token; nil where it does not stand there.
  func end(of text: StaticString, at index: Int) -> Int? {
    let count = text.utf8CodeUnitCount
    guard tokens.indices.contains(index) else { return nil }
    let start = Int(tokens[index].start)
    guard start + count <= bytes.count else { return nil }
    for offset in 0..<count where bytes[start + offset] != text.utf8Start[offset] { return nil }
    var last = index
    while last < tokens.endIndex, Int(tokens[last].end) < start + count { last += 1 }
    return last < tokens.endIndex && Int(tokens[last].end) == start + count ? last + 1 : nil
  }

  /// The end of the first of some texts that stands at a token; longer ones come first.
  func end(ofAny texts: [StaticString], at index: Int) -> Int? {
    for text in texts { if let end = end(of: text, at: index) { return end } }
    return nil
  }

  /// What kind a token is; nil outside.
  func kind(_ index: Int) -> Token.Kind? { tokens.indices.contains(index) ? tokens[index].kind : nil }

  /// A token after a blank, if there is one.
  func skippingBlank(_ index: Int) -> Int { kind(index) == .blank ? index + 1 : index }

  /// The bytes of a token.
  func slice(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(tokens[index].start)..<Int(tokens[index].end)])
  }

  /// The text of some tokens.
  func string(_ range: Range<Int>) -> String {
    guard let first = range.first, tokens.indices.contains(first), let last = range.last else { return "" }
    return String(decoding: bytes[Int(tokens[first].start)..<Int(tokens[last].end)], as: UTF8.self)
  }
}
