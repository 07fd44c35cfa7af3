/// A longest common subsequence of two sequences of keys, as pairs of indices in order.
///
/// Common ends first, then Myers with at most `Budget.differences` differences; where there are more, the keys that are
/// unique on both sides are anchors and the gaps between them are aligned in the same way. What is still too different
/// stays unpaired.
struct SequenceAlignment {
  /// The pairs, ascending on both sides.
  private(set) var pairs: [(Int, Int)] = []
  /// Whether a gap was too different.
  private(set) var gaveUp = false
  private let a: UnsafeBufferPointer<Int32>
  private let b: UnsafeBufferPointer<Int32>
  private var trace: [Int32] = []

  /// Aligns two sequences; O((n+m)·256).
  static func pairs(_ a: [Int32], _ b: [Int32], _ budget: inout Budget) -> (pairs: [(Int, Int)], gaveUp: Bool) {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var alignment = SequenceAlignment(a, b)
        alignment.align(0..<a.count, 0..<b.count, anchors: true, &budget)
        return (alignment.pairs, alignment.gaveUp)
      }
    }
  }

  private init(_ a: UnsafeBufferPointer<Int32>, _ b: UnsafeBufferPointer<Int32>) {
    (self.a, self.b) = (a, b)
  }

  private mutating func align(_ ra: Range<Int>, _ rb: Range<Int>, anchors: Bool, _ budget: inout Budget) {
    var (ra, rb) = (ra, rb)
    while !ra.isEmpty, !rb.isEmpty, a[ra.lowerBound] == b[rb.lowerBound] {
      pairs.append((ra.lowerBound, rb.lowerBound))
      (ra, rb) = ((ra.lowerBound + 1)..<ra.upperBound, (rb.lowerBound + 1)..<rb.upperBound)
    }
    var tail = 0
    while !ra.isEmpty, !rb.isEmpty, a[ra.upperBound - 1] == b[rb.upperBound - 1] {
      tail += 1
      (ra, rb) = (ra.lowerBound..<(ra.upperBound - 1), rb.lowerBound..<(rb.upperBound - 1))
    }
    budget.spend(tail + 1)
    if !ra.isEmpty, !rb.isEmpty { alignMiddle(ra, rb, anchors: anchors, &budget) }
    for offset in 0..<tail { pairs.append((ra.upperBound + offset, rb.upperBound + offset)) }
  }

  private mutating func alignMiddle(_ ra: Range<Int>, _ rb: Range<Int>, anchors: Bool, _ budget: inout Budget) {
    if myers(ra, rb, &budget) { return }
    let found = anchors ? uniqueAnchors(ra, rb, &budget) : []
    if found.isEmpty {
      gaveUp = true
      return
    }
    var (x, y) = (ra.lowerBound, rb.lowerBound)
    for (i, j) in found {
      align(x..<i, y..<j, anchors: false, &budget)
      pairs.append((i, j))
      (x, y) = (i + 1, j + 1)
    }
    align(x..<ra.upperBound, y..<rb.upperBound, anchors: false, &budget)
  }

  /// Myers' greedy algorithm; the reach of every diagonal is kept for the way back.
  ///
  /// - Returns: whether it came to the end within the bound.
  private mutating func myers(_ ra: Range<Int>, _ rb: Range<Int>, _ budget: inout Budget) -> Bool {
    let (n, m) = (ra.count, rb.count)
    let (a, b) = (
      self.a.baseAddress.unsafelyUnwrapped + ra.lowerBound, self.b.baseAddress.unsafelyUnwrapped + rb.lowerBound
    )
    trace.removeAll(keepingCapacity: true)
    let most = min(n + m, Budget.differences)
    if abs(n - m) > most { return false }
    var work = 0
    defer { budget.spend(work) }
    for d in 0...most {
      let row = d * (d + 1) / 2
      trace.append(contentsOf: repeatElement(-1, count: d + 1))
      let low = -d + 2 * max(0, d - m)
      let high = d - 2 * max(0, d - n)
      for k in stride(from: low, through: high, by: 2) {
        var x = Int(step(d, k))
        let start = x
        while x < n, x - k < m, a[x] == b[x - k] { x += 1 }
        work &+= x - start + 1
        trace[row + (k + d) / 2] = Int32(truncatingIfNeeded: x)
        if x >= n, x - k >= m {
          walkBack(d, n, m, ra.lowerBound, rb.lowerBound)
          return true
        }
      }
    }
    return false
  }

  /// The furthest reach on a diagonal before its equal run: down from the diagonal above, or right from the one below.
  @inline(__always)
  private func step(_ d: Int, _ k: Int) -> Int32 {
    guard d > 0 else { return 0 }
    let below = reach(d - 1, k - 1)
    let above = reach(d - 1, k + 1)
    return below < above ? above : below + 1
  }

  /// How far a diagonal reached; -1 where it was not walked.
  @inline(__always)
  private func reach(_ d: Int, _ k: Int) -> Int32 {
    guard abs(k) <= d else { return -1 }
    return trace[d * (d + 1) / 2 + (k + d) / 2]
  }

  private mutating func walkBack(_ d: Int, _ n: Int, _ m: Int, _ startA: Int, _ startB: Int) {
    var found: [(Int, Int)] = []
    var (x, y) = (n, m)
    for d in stride(from: d, through: 0, by: -1) {
      let k = x - y
      let from = Int(step(d, k))
      while x > from {
        x -= 1
        y -= 1
        found.append((startA + x, startB + y))
      }
      if d > 0 { if reach(d - 1, k - 1) < reach(d - 1, k + 1) { y -= 1 } else { x -= 1 } }
    }
    pairs += found.reversed()
  }

  /// Keys that stand once on each side, in the longest order that both sides share.
  private func uniqueAnchors(_ ra: Range<Int>, _ rb: Range<Int>, _ budget: inout Budget) -> [(Int, Int)] {
    var places: [Int32: (a: Int, b: Int)] = [:]
    for index in ra { places[a[index], default: (-1, -1)].a = places[a[index]]?.a ?? -1 == -1 ? index : -2 }
    for index in rb where places[b[index]] != nil {
      places[b[index], default: (-1, -1)].b = places[b[index]]?.b ?? -1 == -1 ? index : -2
    }
    var candidates: [HeaviestSequence.Pair] = []
    for index in ra {
      if let place = places[a[index]], place.a == index, place.b >= 0 {
        candidates.append(.init(a: index, b: place.b, weight: 1))
      }
    }
    budget.spend((ra.count + rb.count) * 4)
    return HeaviestSequence.of(candidates).map { (candidates[$0].a, candidates[$0].b) }
  }
}
