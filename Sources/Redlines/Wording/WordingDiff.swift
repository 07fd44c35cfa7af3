/// The differences of two texts as readable phrases: equal sentences first, then tokens, then the cleaning up.
struct WordingDiff {
  /// Where they differ, in order; everything between is equal.
  private(set) var places: [ChangePlace] = []
  /// Whether a part was too different to be compared word by word.
  private(set) var isCoarse = false

  /// Compares two texts that are not equal; O((n+m)·256).
  ///
  /// - Parameters:
  ///   - a: the tokens of the old text.
  ///   - b: the tokens of the new one.
  ///   - bytesA: what the tokens of the old text stand in.
  ///   - budget: counts the work.
  init(_ a: [Token], _ b: [Token], _ bytesA: [UInt8], _ bytesB: [UInt8], _ budget: inout Budget) {
    let sentences = (Sentences(a, bytesA), Sentences(b, bytesB))
    let isLarge = a.count + b.count > Budget.pairTokens
    var (i, j) = (0, 0)
    for (x, y) in Sentences.matched(sentences.0, sentences.1, a, b, &budget) {
      add(a, b, i..<x.lowerBound, j..<y.lowerBound, isLarge, &budget)
      (i, j) = (x.upperBound, y.upperBound)
    }
    add(a, b, i..<a.count, j..<b.count, isLarge, &budget)
    places = Cleanup(a, b, bytesA, bytesB).tidied(places)
    if isCoarse { budget.degrade() }
  }

  /// Compares what stands between two equal sentences.
  private mutating func add(
    _ a: [Token], _ b: [Token], _ ra: Range<Int>, _ rb: Range<Int>, _ isLarge: Bool, _ budget: inout Budget
  ) {
    if ra.isEmpty && rb.isEmpty { return }
    if ra.isEmpty || rb.isEmpty || isLarge {
      isCoarse = isCoarse || isLarge && !ra.isEmpty && !rb.isEmpty
      places.append(ChangePlace(old: ra, new: rb))
      return
    }
    let found = SequenceAlignment.pairs(a[ra].map(\.id), b[rb].map(\.id), &budget)
    isCoarse = isCoarse || found.gaveUp
    var (i, j) = (ra.lowerBound, rb.lowerBound)
    for (p, q) in found.pairs {
      let (x, y) = (ra.lowerBound + p, rb.lowerBound + q)
      if x > i || y > j { places.append(ChangePlace(old: i..<x, new: j..<y)) }
      (i, j) = (x + 1, y + 1)
    }
    if i < ra.upperBound || j < rb.upperBound {
      places.append(ChangePlace(old: i..<ra.upperBound, new: j..<rb.upperBound))
    }
  }
}

/// The sentences of a text, as ranges of its tokens.
struct Sentences {
  private(set) var ranges: [Range<Int>] = []

  init(_ tokens: [Token], _ bytes: [UInt8]) {
    var start = 0
    for index in tokens.indices where Self.isEnd(tokens, index, bytes) {
      ranges.append(start..<(index + 1))
      start = index + 1
    }
    if start < tokens.count { ranges.append(start..<tokens.count) }
  }

  /// Whether a token ends a sentence: 。！？；, or . ! ? before a blank or the end.
  static func isEnd(_ tokens: [Token], _ index: Int, _ bytes: [UInt8]) -> Bool {
    let token = tokens[index]
    guard token.kind == .mark else { return false }
    let start = Int(token.start)
    if token.end - token.start == 3 {
      let scalar = (bytes[start], bytes[start + 1], bytes[start + 2])
      return scalar == (0xE3, 0x80, 0x82) || scalar == (0xEF, 0xBC, 0x81) || scalar == (0xEF, 0xBC, 0x9F)
        || scalar == (0xEF, 0xBC, 0x9B)
    }
    guard token.end - token.start == 1, [0x2E, 0x21, 0x3F].contains(bytes[start]) else { return false }
    return index + 1 == tokens.count || tokens[index + 1].kind == .blank
  }

  /// Equal sentences that keep their order, the longer ones first of all, as ranges of tokens of both sides.
  static func matched(
    _ x: Sentences, _ y: Sentences, _ a: [Token], _ b: [Token], _ budget: inout Budget
  ) -> [(Range<Int>, Range<Int>)] {
    if x.ranges.count < 2 && y.ranges.count < 2 { return [] }
    var keys: [[Int32]: Int32] = [:]
    func key(_ tokens: ArraySlice<Token>) -> Int32 {
      var ids = tokens.map(\.id)
      if tokens.first?.kind == .blank { ids.removeFirst() }
      if let known = keys[ids] { return known }
      keys[ids] = Int32(truncatingIfNeeded: keys.count)
      return Int32(truncatingIfNeeded: keys.count - 1)
    }
    let keysA = x.ranges.map { key(a[$0]) }
    let keysB = y.ranges.map { key(b[$0]) }
    budget.spend(a.count + b.count)
    return order(keysA, keysB, x, &budget).compactMap { i, j in equalParts(x.ranges[i], y.ranges[j], a, b) }
  }

  /// Heaviest order where sentences are told apart, else the longest.
  private static func order(_ x: [Int32], _ y: [Int32], _ sentences: Sentences, _ budget: inout Budget) -> [(Int, Int)]
  {
    var places: [Int32: [Int]] = [:]
    for (j, key) in y.enumerated() { places[key, default: []].append(j) }
    var candidates: [HeaviestSequence.Pair] = []
    for (i, key) in x.enumerated() {
      for j in places[key] ?? [] where candidates.count <= 4 * (x.count + y.count) {
        candidates.append(.init(a: i, b: j, weight: sentences.ranges[i].count))
      }
    }
    if candidates.count > 4 * (x.count + y.count) { return SequenceAlignment.pairs(x, y, &budget).pairs }
    budget.spend(candidates.count * 8)
    return HeaviestSequence.of(candidates).map { (candidates[$0].a, candidates[$0].b) }
  }

  /// The tokens of two equal sentences without a blank that only one of them begins with.
  private static func equalParts(
    _ x: Range<Int>, _ y: Range<Int>, _ a: [Token], _ b: [Token]
  ) -> (Range<Int>, Range<Int>)? {
    let count = min(x.count, y.count)
    let (p, q) = ((x.upperBound - count)..<x.upperBound, (y.upperBound - count)..<y.upperBound)
    return count > 0 && zip(p, q).allSatisfy { a[$0].id == b[$1].id } ? (p, q) : nil
  }
}
