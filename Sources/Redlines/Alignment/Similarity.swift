/// How alike the wording of two units is: 0.6 · Dice of their pairs of tokens + 0.4 · Dice of their tokens, folded and
/// without punctuation. Times of one kind count as equal, so that a step that was only re-timed is nearly the same.
struct Similarity {
  /// The sorted tokens and pairs of tokens of one unit.
  struct Grams {
    var tokens: [Int32] = []
    var pairs: [UInt32] = []
    /// A hash of all tokens with times left open.
    var timeless: UInt64 = 0
    var hasTime = false

    /// About how many steps it takes to compare it.
    var size: Int { tokens.count + pairs.count }
  }

  /// The grams of a unit, or of several read as one text.
  static func grams(of ranges: [Range<Int>], _ outline: Outline) -> Grams {
    var grams = Grams()
    outline.text.withUnsafeBufferPointer { bytes in
      for range in ranges {
        let tokens = outline.tokens[range]
        for token in tokens where token.isText { grams.tokens.append(token.fold) }
        addTimeless(TokenText(bytes: bytes, tokens: tokens), &grams)
      }
    }
    if grams.tokens.count == 1 { grams.pairs.append(UInt32(bitPattern: grams.tokens[0])) }
    for index in grams.tokens.indices.dropFirst() {
      let (first, second) = (UInt32(bitPattern: grams.tokens[index - 1]), UInt32(bitPattern: grams.tokens[index]))
      grams.pairs.append((first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA6B))
    }
    grams.tokens.sort()
    grams.pairs.sort()
    return grams
  }

  private static func addTimeless(_ text: TokenText, _ grams: inout Grams) {
    let times = TimeExpression.ranges(in: text)
    var next = 0
    for index in text.tokens.indices {
      if next < times.count, times[next].contains(index) {
        if index == times[next].lowerBound { mix(0x7177, &grams.timeless) }
        if index == times[next].upperBound - 1 { next += 1 }
        grams.hasTime = true
      } else if text.tokens[index].kind != .blank {
        mix(UInt64(UInt32(bitPattern: text.tokens[index].fold)) &+ 1, &grams.timeless)
      }
    }
  }

  private static func mix(_ value: UInt64, _ hash: inout UInt64) {
    hash = (hash ^ value) &* 0x0000_0100_0000_01B3 &+ 0x9E37
  }

  /// The likeness in thousandths, 0…1000.
  static func of(_ a: Grams, _ b: Grams) -> Int {
    if a.tokens.isEmpty || b.tokens.isEmpty { return a.tokens.isEmpty && b.tokens.isEmpty ? 1000 : 0 }
    let score = (600 * dice(a.pairs, b.pairs) + 400 * dice(a.tokens, b.tokens)) / 1000
    return a.hasTime && b.hasTime && a.timeless == b.timeless ? max(score, 900) : score
  }

  /// How much of the smaller text lies in the larger, in thousandths of its pairs.
  static func share(of part: Grams, in whole: Grams) -> Int {
    part.pairs.isEmpty ? 0 : 1000 * common(part.pairs, whole.pairs) / part.pairs.count
  }

  private static func dice<T: Comparable>(_ a: [T], _ b: [T]) -> Int {
    a.isEmpty || b.isEmpty ? 0 : 2000 * common(a, b) / (a.count + b.count)
  }

  private static func common<T: Comparable>(_ a: [T], _ b: [T]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        (i, j, count) = (i + 1, j + 1, count + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}
