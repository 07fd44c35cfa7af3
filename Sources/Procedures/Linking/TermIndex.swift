/// Finds terms in running text: for each first character the terms that begin with it, longest first.
struct TermIndex: Sendable {
  private struct Term {
    let bytes: [UInt8]
    let name: String
    let article: ArticleID?
  }

  private var byStart: [UInt32: [Term]] = [:]
  /// A bit for each hash of a first character, so that most text is passed over without a look-up.
  private var bloom: [UInt64] = Array(repeating: 0, count: 64)

  /// - Parameter terms: the terms with the article that a mention leads to; nil for the glossary.
  init(_ terms: [(name: String, article: ArticleID?)]) {
    if terms.isEmpty { return }
    for (name, article) in terms {
      let bytes = Array(name.utf8)
      guard bytes.count >= 2, let key = Self.key(bytes[...], 0) else { continue }
      byStart[key, default: []].append(Term(bytes: bytes, name: name, article: article))
      bloom[Self.bit(key) >> 6] |= 1 << UInt64(Self.bit(key) & 63)
    }
    for key in byStart.keys { byStart[key]?.sort { ($1.bytes.count, $0.name) < ($0.bytes.count, $1.name) } }
  }

  private static func bit(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 20) }

  private func mayStart(_ key: UInt32) -> Bool { bloom[Self.bit(key) >> 6] >> UInt64(Self.bit(key) & 63) & 1 != 0 }

  /// The first three bytes of a text from an index as a number; a shorter text gives what there is.
  private static func key(_ text: ArraySlice<UInt8>, _ index: Int) -> UInt32? {
    guard index + 1 < text.endIndex else { return nil }
    let third = index + 2 < text.endIndex && text[index] >= 0xE0 ? UInt32(text[index + 2]) : 0
    return UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | third
  }

  /// The longest term that begins at an index; a Latin one must be a word of its own.
  func match(_ text: ArraySlice<UInt8>, at index: Int) -> (name: String, article: ArticleID?, length: Int)? {
    guard let key = Self.key(text, index), mayStart(key), let terms = byStart[key] else { return nil }
    for term in terms where text[index...].starts(with: term.bytes) {
      let end = index + term.bytes.count
      let isGlued = (term.bytes.last ?? 0) < 0x80 && end < text.endIndex && CodeScan.isCodeByte(text[end])
      let isInside = (term.bytes.first ?? 0) < 0x80 && index > text.startIndex && CodeScan.isCodeByte(text[index - 1])
      if !isGlued && !isInside { return (term.name, term.article, term.bytes.count) }
    }
    return nil
  }
}
