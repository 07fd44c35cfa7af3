/// Finds terms in running text: for each first character the terms that begin with it, longest first.
struct TermIndex: Sendable {
  /// A term that was found.
  struct Match {
    /// Which term.
    let place: Int
    /// Its bytes.
    let length: Int
  }

  private struct Term {
    let key: UInt32
    let bytes: [UInt8]
    let name: String
    let article: ArticleID?
  }

  /// All terms, by their first characters.
  private var terms: [Term] = []
  /// How they begin.
  private(set) var starts = TermStarts()

  /// - Parameter terms: the terms with the article that a mention leads to; nil for the glossary.
  init(_ terms: [(name: String, article: ArticleID?)]) {
    for (name, article) in terms {
      let bytes = Array(name.utf8)
      guard bytes.count >= 2, let key = bytes.withBytes({ TermStarts.key($0, 0) }) else { continue }
      self.terms.append(Term(key: key, bytes: bytes, name: name, article: article))
    }
    self.terms.sort { ($0.key, $1.bytes.count, $0.name) < ($1.key, $0.bytes.count, $1.name) }
    for term in self.terms { term.bytes.withBytes { starts.insert($0) } }
  }

  /// How many terms there are.
  var count: Int { terms.count }
  /// Whether there is no term.
  var isEmpty: Bool { terms.isEmpty }

  /// The place of a term.
  func place(of bytes: [UInt8]) -> Int? {
    guard let key = bytes.withBytes({ TermStarts.key($0, 0) }) else { return nil }
    var place = first(key)
    while place < terms.count, terms[place].key == key {
      if terms[place].bytes == bytes { return place }
      place += 1
    }
    return nil
  }

  /// The name of a term, as bytes too, and the article that a mention of it leads to.
  subscript(match: Match) -> (name: String, bytes: [UInt8], article: ArticleID?) {
    (terms[match.place].name, terms[match.place].bytes, terms[match.place].article)
  }

  /// The longest term that begins at an index; a Latin one must be a word of its own.
  func match(_ text: Bytes, at index: Int) -> Match? {
    guard starts.mayHold(text, index), let key = TermStarts.key(text, index) else { return nil }
    var place = first(key)
    while place < terms.count, terms[place].key == key {
      if stands(place, in: text, at: index) { return Match(place: place, length: terms[place].bytes.count) }
      place += 1
    }
    return nil
  }

  private func stands(_ place: Int, in text: Bytes, at index: Int) -> Bool {
    terms[place].bytes.withBytes { term in
      let end = index + term.count
      guard end <= text.endIndex, text[index..<end].equals(term) else { return false }
      let isGlued = term[term.count - 1] < 0x80 && end < text.endIndex && CodeScan.isCodeByte(text[end])
      let isInside = term[0] < 0x80 && index > text.startIndex && CodeScan.isCodeByte(text[index - 1])
      return !isGlued && !isInside
    }
  }

  /// The first term that begins with a character, or where it would stand.
  private func first(_ key: UInt32) -> Int {
    var low = 0
    var high = terms.count
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A bit for each hash of how a term begins, so that most text is passed over without a search.
struct TermStarts: Sendable {
  /// By the first six bytes, which are two Han characters.
  private var bits: [UInt64] = []
  /// By the first character, for terms shorter than that.
  private var shortBits: [UInt64] = []

  private static func bit(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 52) }

  private static func holds(_ bits: [UInt64], _ key: UInt64) -> Bool {
    let bit = bit(key)
    return bits[bit >> 6] >> UInt64(truncatingIfNeeded: bit & 63) & 1 != 0
  }

  private static func insert(_ key: UInt64, into bits: inout [UInt64]) {
    if bits.isEmpty { bits = Array(repeating: 0, count: 64) }
    bits[bit(key) >> 6] |= 1 << UInt64(bit(key) & 63)
  }

  /// The first three bytes of a text from an index as a number; a shorter text gives what there is.
  @inline(__always)
  static func key(_ text: Bytes, _ index: Int) -> UInt32? {
    guard index + 1 < text.endIndex else { return nil }
    let third = index + 2 < text.endIndex && text[index] >= 0xE0 ? UInt32(text[index + 2]) : 0
    return UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | third
  }

  /// Whether a term may begin at an index.
  @inline(__always)
  func mayHold(_ text: Bytes, _ index: Int) -> Bool {
    if !bits.isEmpty, let six = text.six(at: index), Self.holds(bits, six) { return true }
    guard !shortBits.isEmpty, let key = Self.key(text, index) else { return false }
    return Self.holds(shortBits, UInt64(key))
  }

  /// Adds how a term begins.
  mutating func insert(_ term: Bytes) {
    if let six = term.six(at: term.startIndex) {
      Self.insert(six, into: &bits)
    } else if let key = Self.key(term, term.startIndex) {
      Self.insert(UInt64(key), into: &shortBits)
    }
  }

  /// What either of two holds.
  func union(_ other: TermStarts) -> TermStarts {
    var both = self
    Self.unite(&both.bits, other.bits)
    Self.unite(&both.shortBits, other.shortBits)
    return both
  }

  private static func unite(_ bits: inout [UInt64], _ other: [UInt64]) {
    if bits.isEmpty { bits = other } else { for index in other.indices { bits[index] |= other[index] } }
  }
}
