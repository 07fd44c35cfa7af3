/// The lines of a template: which tags stand alone, so that their line vanishes with them (Mustache, "standalone").
struct Layout {
  let bytes: [UInt8]
  let tokens: [Token]
  /// For the opening tag of each parent, the index of its closing tag.
  private var closings: [Int: Int] = [:]

  /// Pairs the tags of a scanned template. Linear in the tokens.
  init(bytes: [UInt8], tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .tag(.section), .tag(.inverted), .tag(.parent), .tag(.block): open.append(index)
      case .tag(.close): if let start = open.popLast() { closings[start] = index }
      default: break
      }
    }
  }

  /// Whether only blanks stand before a tag on its line.
  func beginsLine(_ index: Int) -> Bool {
    tokens[index].startsLine || isIndentation(index - 1)
  }

  /// Whether only blanks stand after a tag on its line.
  func endsLine(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return true }
    guard case .text(blank: true, let endsLine) = tokens[index + 1].kind else { return false }
    return endsLine || index + 2 == tokens.count
  }

  /// Whether a tag is alone on its line.
  func standsAlone(_ index: Int) -> Bool { beginsLine(index) && endsLine(index) }

  /// Whether a parent, from its opening to its closing tag, shares its first and last line with nothing else.
  func parentStandsAlone(_ index: Int) -> Bool {
    guard let closing = closings[index] else { return false }
    return beginsLine(index) && endsLine(closing)
  }

  /// The blanks before the tag on its line, an empty range when there are none.
  func indentation(before index: Int) -> Range<Int> {
    isIndentation(index - 1) ? tokens[index - 1].range : 0..<0
  }

  /// The blanks at the beginning of the line that begins with a token.
  func margin(at index: Int) -> Range<Int> {
    guard index < tokens.count, tokens[index].startsLine else { return 0..<0 }
    guard case .text = tokens[index].kind else { return 0..<0 }
    let range = tokens[index].range
    let end = range.first { bytes[$0] != 0x20 && bytes[$0] != 0x09 } ?? range.upperBound
    return range.lowerBound..<end
  }

  /// Whether the token is the blanks between the beginning of a line and a tag.
  func isIndentation(_ index: Int) -> Bool {
    guard index >= 0, index + 1 < tokens.count, tokens[index].startsLine else { return false }
    return tokens[index].kind == .text(blank: true, endsLine: false)
  }
}
