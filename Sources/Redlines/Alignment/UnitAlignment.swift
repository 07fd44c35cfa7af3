/// Pairs the units of two versions whose sections are paired: each pass touches only what the ones before left.
struct UnitAlignment {
  /// Units between two that are paired in order, on both sides.
  struct Gap {
    var old: [Int]
    var new: [Int]
  }

  let a: Outline
  let b: Outline
  let keysA: UnitKeys
  let keysB: UnitKeys
  var alignment: Alignment
  var gramsA: GramTable
  var gramsB: GramTable
  private var gaps: [Gap] = []

  init(_ a: Outline, _ b: Outline, _ keysA: UnitKeys, _ keysB: UnitKeys, _ alignment: Alignment) {
    (self.a, self.b, self.keysA, self.keysB) = (a, b, keysA, keysB)
    self.alignment = alignment
    gramsA = GramTable(count: a.units.count)
    gramsB = GramTable(count: b.units.count)
  }

  /// Runs all passes over the units that sections are made of, then over what stands below them.
  mutating func run() {
    for section in a.sections.indices where alignment.newSection[section] >= 0 {
      alignSection(section, Int(alignment.newSection[section]))
    }
    pairUniqueAnywhere(isMajor: true)
    for gap in gaps.indices { pairAlikeInOrder(gaps[gap]) }
    pairAlikeAnywhere()
    for gap in gaps { pairLeftAlone(gap) }
    findSplitsAndMerges()
    alignDetails()
    pairUniqueAnywhere(isMajor: false)
    findMoved()
  }

  private func majors(_ outline: Outline, _ section: Int) -> [Int] {
    outline.sections[section].units.filter { outline.units[$0].isMajor }
  }

  /// Equal units in order, then in the gaps between them units of equal wording.
  private mutating func alignSection(_ old: Int, _ new: Int) {
    let whole = Gap(old: majors(a, old), new: majors(b, new))
    for gap in pairInOrder(whole, keysA.exact, keysB.exact, .equal) {
      gaps += pairInOrder(gap, keysA.fold, keysB.fold, .alike)
    }
  }

  /// Pairs units of equal keys in order.
  ///
  /// - Returns: the gaps between the pairs in which something is left.
  mutating func pairInOrder(_ gap: Gap, _ x: [Int32], _ y: [Int32], _ basis: Alignment.Basis) -> [Gap] {
    let found = SequenceAlignment.pairs(gap.old.map { x[$0] }, gap.new.map { y[$0] }, &alignment.budget)
    if found.gaveUp { alignment.budget.degrade() }
    var left: [Gap] = []
    var (i, j) = (0, 0)
    func close(_ p: Int, _ q: Int) {
      if p > i || q > j { left.append(Gap(old: Array(gap.old[i..<p]), new: Array(gap.new[j..<q]))) }
    }
    for (p, q) in found.pairs {
      close(p, q)
      alignment.pair(gap.old[p], gap.new[q], basis)
      (i, j) = (p + 1, q + 1)
    }
    close(gap.old.count, gap.new.count)
    return left
  }

  /// The shortest wording, in tokens, that is known again anywhere in the document.
  private static let shortest = 4

  /// Units that stand once on each side, wherever that is: first all equal, then of equal wording.
  private mutating func pairUniqueAnywhere(isMajor: Bool) {
    for (x, y, basis) in [(keysA.exact, keysB.exact, Alignment.Basis.equal), (keysA.fold, keysB.fold, .alike)] {
      var places: [Int32: (old: Int, new: Int)] = [:]
      for unit in a.units.indices where isCandidate(a, unit, isMajor) && alignment.isFreeOld(unit) {
        let known = places[x[unit]]?.old ?? -1
        places[x[unit]] = (known == -1 ? unit : -2, -1)
      }
      for unit in b.units.indices where isCandidate(b, unit, isMajor) && alignment.isFreeNew(unit) {
        guard let place = places[y[unit]] else { continue }
        places[y[unit]] = (place.old, place.new == -1 ? unit : -2)
      }
      for unit in a.units.indices where isCandidate(a, unit, isMajor) && alignment.isFreeOld(unit) {
        guard let place = places[x[unit]], place.old == unit, place.new >= 0 else { continue }
        if a.units[unit].kind == b.units[place.new].kind { alignment.pair(unit, place.new, basis) }
      }
    }
  }

  private func isCandidate(_ outline: Outline, _ unit: Int, _ isMajor: Bool) -> Bool {
    let kind = outline.units[unit].kind
    if kind == .heading || kind == .cell || kind == .field || kind == .rule { return false }
    return outline.units[unit].isMajor == isMajor && UnitKeys.words(outline, unit).count >= Self.shortest
  }

  /// A unit that is left alone between two pairs, with one of the same kind, level and names across: it was rewritten.
  private mutating func pairLeftAlone(_ gap: Gap) {
    for part in split(gap) {
      guard part.old.count == 1, part.new.count == 1, let old = part.old.first, let new = part.new.first else {
        continue
      }
      let (x, y) = (a.units[old], b.units[new])
      guard x.kind == y.kind, x.depth == y.depth, x.kind != .rule, a.roles(of: old) == b.roles(of: new) else {
        continue
      }
      if x.kind == .table, !sharesHead(old, new) { continue }
      alignment.pair(old, new, .rewritten)
    }
  }

  private func sharesHead(_ old: Int, _ new: Int) -> Bool {
    let head = { (outline: Outline, table: Int) in
      Set((outline.tables[Int32(truncatingIfNeeded: table)]?.rows.first ?? 0..<0).map { outline.string($0) })
    }
    let (x, y) = (head(a, old), head(b, new))
    return !x.isDisjoint(with: y)
  }

  /// The free units of a gap between those that are paired across it in order.
  private func split(_ gap: Gap) -> [Gap] {
    let places = Dictionary(gap.new.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var parts: [Gap] = []
    var (old, j): ([Int], Int) = ([], 0)
    func free(_ range: Range<Int>) -> [Int] { range.map { gap.new[$0] }.filter { alignment.isFreeNew($0) } }
    for unit in gap.old {
      if alignment.isFreeOld(unit) {
        old.append(unit)
      } else if let place = places[Int(alignment.newOf[unit])], place >= j {
        parts.append(Gap(old: old, new: free(j..<place)))
        (old, j) = ([], place + 1)
      }
    }
    parts.append(Gap(old: old, new: free(j..<gap.new.count)))
    return parts
  }
}

/// The grams of units, made when they are first asked for.
struct GramTable {
  private var places: [Int32]
  private var grams: [Similarity.Grams] = []

  init(count: Int) { places = Array(repeating: -1, count: count) }

  /// The grams of a unit.
  mutating func of(_ unit: Int, _ outline: Outline) -> Similarity.Grams {
    if places[unit] < 0 {
      places[unit] = Int32(truncatingIfNeeded: grams.count)
      grams.append(Similarity.grams(of: [UnitKeys.words(outline, unit)], outline))
    }
    return grams[Int(places[unit])]
  }
}
