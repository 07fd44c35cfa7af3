/// Cuts text into tokens by classes of characters, without a dictionary: numbers, times, Latin words and runs of Chinese
/// numerals whole, each Han character and each mark alone, names of the lexicon whole.
struct Tokenizer {
  let lexicon: Lexicon
  var vocabulary = Vocabulary()

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// Appends the tokens of a part of a text. Linear.
  ///
  /// - Parameters:
  ///   - text: the whole buffer; tokens are addressed in it.
  ///   - range: the part to cut.
  ///   - tokens: receives the tokens.
  mutating func cut(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into tokens: inout [Token]) {
    let bytes = UnsafeBufferPointer(rebasing: text[..<range.upperBound])
    var index = range.lowerBound
    while index < range.upperBound {
      let (kind, end) = token(bytes, index)
      let stop = joined(bytes, end)
      let (id, fold) = vocabulary.intern(UnsafeBufferPointer(rebasing: bytes[index..<stop]))
      tokens.append(
        Token(
          start: Int32(truncatingIfNeeded: index), end: Int32(truncatingIfNeeded: stop), id: id, fold: fold, kind: kind)
      )
      index = stop
    }
  }

  private func token(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Token.Kind, Int) {
    let term = lexicon.length(bytes, at: index)
    if term > 0 { return (.term, index + term) }
    let (scalar, length) = Glyph.decode(bytes, index)
    let end = index + length
    switch Glyph.classOf(scalar) {
    case .han: return (.han, end)
    case .numeral: return (.numeral, run(bytes, end) { $0 == .numeral })
    case .blank: return (.blank, run(bytes, end) { $0 == .blank })
    case .letter: return (.word, word(bytes, end, startsWithDigit: false))
    case .digit: return (.number, word(bytes, end, startsWithDigit: true))
    case .mark: return (.mark, end)
    case .joining, .invisible: return (.invisible, end)
    }
  }

  /// Where a run of one class ends.
  private func run(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ belongs: (GlyphClass) -> Bool) -> Int {
    var index = index
    while index < bytes.count {
      let (scalar, length) = Glyph.decode(bytes, index)
      guard belongs(Glyph.classOf(scalar)) else { break }
      index += length
    }
    return index
  }

  /// Marks that joined what stands before them.
  private func joined(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    guard index < bytes.count, bytes[index] >= 0xCC else { return index }
    var index = index
    var joins = true
    while index < bytes.count, joins {
      let (scalar, length) = Glyph.decode(bytes, index)
      joins = Glyph.classOf(scalar) == .joining
      if joins { index += length }
      // An emoji that the joiner ties to the one before is part of it.
      if joins, scalar == 0x200D, index < bytes.count { index += Glyph.decode(bytes, index).length }
    }
    return index
  }

  /// Where a word or number ends: `T-7`, `sign-off`, `08:20-08:30`, `25.5`, `2026/3/1` are one each.
  private func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, startsWithDigit: Bool) -> Int {
    var index = start
    var previous: GlyphClass = startsWithDigit ? .digit : .letter
    while index < bytes.count {
      let (scalar, length) = Glyph.decode(bytes, index)
      let kind = Glyph.classOf(scalar)
      if kind == .digit || (kind == .letter && !startsWithDigit) || kind == .joining {
        index += length
        if kind != .joining { previous = kind }
        continue
      }
      let next = index + length
      guard next < bytes.count, kind == .mark else { break }
      let following = Glyph.classOf(Glyph.decode(bytes, next).scalar)
      guard joins(scalar, previous, following, startsWithDigit) else { break }
      index = next
    }
    return index
  }

  private func joins(_ mark: UInt32, _ before: GlyphClass, _ after: GlyphClass, _ startsWithDigit: Bool) -> Bool {
    let isBetweenDigits = before == .digit && after == .digit
    switch Glyph.folded(mark) {
    case 0x2D, 0x5F: return isBetweenDigits || (!startsWithDigit && (after == .letter || after == .digit))
    case 0x22: return (mark == 0x27 || mark == 0x2019) && before == .letter && after == .letter
    case 0x2E, 0x3A, 0x2C, 0x2F, 0x7E: return isBetweenDigits && (mark != 0xFF0C && mark != 0x3002)
    default: return false
    }
  }
}
