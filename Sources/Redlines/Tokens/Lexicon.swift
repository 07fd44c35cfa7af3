/// The names of roles, the defined terms and the codes of both versions, each of which is one token.
struct Lexicon {
  private struct Term {
    let bytes: [UInt8]
    /// Whether it ends in a Latin letter or digit, so that a word must end there.
    let endsWord: Bool
  }

  private var terms: [[Term]] = []
  /// The terms that begin with two bytes, by a hash of both; 0 for none.
  private var places: [UInt16] = Array(repeating: 0, count: 4096)

  /// The most terms, and the most bytes of one.
  private static let limits = (terms: 20_000, bytes: 120)

  /// Sorts the names; those of one character alone are no terms.
  init(_ names: [String]) {
    var byStart: [Int: [Term]] = [:]
    for name in Set(names).sorted().prefix(Self.limits.terms) {
      let bytes = Array(name.utf8)
      guard bytes.count > 3, bytes.count <= Self.limits.bytes, let last = bytes.last else { continue }
      byStart[Self.slot(bytes[0], bytes[1]), default: []].append(Term(bytes: bytes, endsWord: Self.isWord(last)))
    }
    for slot in byStart.keys.sorted() {
      terms.append(
        (byStart[slot] ?? []).sorted { a, b in
          a.bytes.count != b.bytes.count ? a.bytes.count > b.bytes.count : a.bytes.lexicographicallyPrecedes(b.bytes)
        })
      places[slot] = UInt16(truncatingIfNeeded: terms.count)
    }
  }

  /// The length of the longest term at an index; 0 where there is none.
  @inline(__always)
  func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard index + 1 < bytes.count else { return 0 }
    let place = places[Self.slot(bytes[index], bytes[index + 1])]
    return place == 0 ? 0 : longest(Int(place) - 1, bytes, at: index)
  }

  private func longest(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    for term in terms[place] where term.bytes.count <= bytes.count - index {
      let end = index + term.bytes.count
      guard bytes[index..<end].elementsEqual(term.bytes) else { continue }
      let cutsWord = term.endsWord && end < bytes.count && Self.isWord(bytes[end])
      let startsInWord = index > 0 && Self.isWord(bytes[index]) && Self.isWord(bytes[index - 1])
      if !cutsWord && !startsInWord { return term.bytes.count }
    }
    return 0
  }

  private static func slot(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 63) << 6 | Int(second & 63) }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
