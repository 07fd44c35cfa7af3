extension UnitAlignment {
  /// How alike two units must be, in thousandths: in the same gap, and anywhere.
  private static let (nearby, anywhere) = (360, 550)
  /// The most pairs of one gap that are all compared; larger gaps ask the index.
  private static let smallGap = 4_096
  /// Pairs of tokens found in more units than this say nothing.
  private static let common = 32
  /// The most candidates of one unit.
  private static let candidates = 16

  /// How alike two units are, in thousandths; 0 for different kinds.
  mutating func score(_ old: Int, _ new: Int) -> Int {
    let (x, y) = (a.units[old], b.units[new])
    guard x.kind == y.kind else { return 0 }
    let (first, second) = (gramsA.of(old, a), gramsB.of(new, b))
    guard alignment.budget.maySpendScore(first.size + second.size + 4) else { return 0 }
    let likeness = Similarity.of(first, second)
    let sharesNames = x.kind == .step && !x.names.isEmpty && a.names(of: old) == b.names(of: new)
    return likeness == 0 ? 0 : min(1000, likeness + (sharesNames ? 50 : 0))
  }

  /// Alike units of one gap that keep their order, the most alike ones first of all.
  mutating func pairAlikeInOrder(_ gap: Gap) {
    let old = gap.old.filter { alignment.isFreeOld($0) }
    let new = gap.new.filter { alignment.isFreeNew($0) }
    if old.isEmpty || new.isEmpty { return }
    let all = old.count * new.count <= Self.smallGap
    let index = all ? GramIndex() : GramIndex(new, b, &gramsB, limit: Self.common)
    var found: [HeaviestSequence.Pair] = []
    for (i, unit) in old.enumerated() {
      let places = all ? Array(new.indices) : index.candidates(gramsA.of(unit, a), Self.candidates, &alignment.budget)
      for j in places {
        let score = score(unit, new[j])
        if score >= Self.nearby { found.append(.init(a: i, b: j, weight: score * score)) }
      }
    }
    for chosen in HeaviestSequence.of(found) {
      alignment.pair(old[found[chosen].a], new[found[chosen].b], .alike)
    }
  }

  /// Units anywhere in the document that are each other's most alike: moved and edited.
  mutating func pairAlikeAnywhere() {
    let old = a.units.indices.filter { a.units[$0].isMajor && alignment.isFreeOld($0) && a.units[$0].kind != .rule }
    let new = b.units.indices.filter { b.units[$0].isMajor && alignment.isFreeNew($0) && b.units[$0].kind != .rule }
    if old.isEmpty || new.isEmpty { return }
    let index = GramIndex(new, b, &gramsB, limit: Self.common)
    var bestOld = [(score: Int, place: Int)](repeating: (0, -1), count: old.count)
    var bestNew = [(score: Int, place: Int)](repeating: (0, -1), count: new.count)
    for (i, unit) in old.enumerated() {
      for j in index.candidates(gramsA.of(unit, a), Self.candidates, &alignment.budget) {
        let score = score(unit, new[j])
        if score < Self.anywhere { continue }
        if score > bestOld[i].score { bestOld[i] = (score, j) }
        if score > bestNew[j].score { bestNew[j] = (score, i) }
      }
    }
    for i in old.indices where bestOld[i].place >= 0 && bestNew[bestOld[i].place].place == i {
      alignment.pair(old[i], new[bestOld[i].place], .alike)
    }
  }
}

/// Which units hold a pair of tokens.
struct GramIndex {
  private var places: [UInt32: [Int32]] = [:]
  private var count = 0

  /// An index of nothing.
  init() {}

  /// Indexes some units; grams found in more than `limit` units are left out.
  init(_ units: [Int], _ outline: Outline, _ grams: inout GramTable, limit: Int) {
    count = units.count
    for (place, unit) in units.enumerated() {
      var previous: UInt32?
      for gram in grams.of(unit, outline).pairs where gram != previous {
        previous = gram
        let known = places[gram, default: []].count
        if known <= limit { places[gram, default: []].append(Int32(truncatingIfNeeded: place)) }
      }
    }
    places = places.filter { $0.value.count <= limit }
  }

  /// The units that share most with a text, by place in what was indexed.
  func candidates(_ grams: Similarity.Grams, _ most: Int, _ budget: inout Budget) -> [Int] {
    var shared: [Int32: Int] = [:]
    for gram in grams.pairs { for place in places[gram] ?? [] { shared[place, default: 0] += 1 } }
    budget.spend(grams.pairs.count + shared.count)
    let order = shared.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return order.prefix(most).map { Int($0.key) }
  }
}
