extension UnitAlignment {
  /// A unit that became two or more, and two or more that became one: where a free neighbour of a pair lies for the most
  /// part in the other side, and both together are clearly more alike than the half alone.
  mutating func findSplitsAndMerges() {
    for section in b.sections.indices {
      let units = b.sections[section].units.filter { b.units[$0].isMajor && b.units[$0].kind.isWording }
      for place in units.indices where alignment.oldOf[units[place]] == -1 { trySplit(units, place) }
    }
    for section in a.sections.indices {
      let units = a.sections[section].units.filter { a.units[$0].isMajor && a.units[$0].kind.isWording }
      for place in units.indices where alignment.newOf[units[place]] == -1 { tryMerge(units, place) }
    }
    splitFree()
    mergeFree()
  }

  private static let (held, gain, whole) = (500, 100, 500)

  private mutating func trySplit(_ units: [Int], _ place: Int) {
    let unit = units[place]
    for neighbour in [place - 1, place + 1] where units.indices.contains(neighbour) {
      let (first, part) = (units[neighbour], gramsB.of(unit, b))
      guard let old = oldOfSplit(first), isSibling(b, first, unit), a.units[old].kind == b.units[unit].kind else {
        continue
      }
      let group =
        neighbour < place ? (alignment.splits[old] ?? [first]) + [unit] : [unit] + (alignment.splits[old] ?? [first])
      let text = gramsA.of(old, a)
      guard Similarity.share(of: part, in: text) >= Self.held else { continue }
      let before = Similarity.of(text, joined(group.filter { $0 != unit }, b))
      guard Similarity.of(text, joined(group, b)) >= before + Self.gain else { continue }
      alignment.split(old, into: group)
      return
    }
  }

  /// The old unit that a new one is the partner of or a part of.
  private func oldOfSplit(_ new: Int) -> Int? {
    let partner = Int(alignment.oldOf[new])
    if partner >= 0 { return alignment.basis[partner] == .equal || alignment.merges[new] != nil ? nil : partner }
    return partner == -2 ? alignment.splitOf[new] : nil
  }

  private mutating func tryMerge(_ units: [Int], _ place: Int) {
    let unit = units[place]
    for neighbour in [place - 1, place + 1] where units.indices.contains(neighbour) {
      let (first, part) = (units[neighbour], gramsA.of(unit, a))
      guard let new = newOfMerge(first), isSibling(a, first, unit), b.units[new].kind == a.units[unit].kind else {
        continue
      }
      let group =
        neighbour < place ? (alignment.merges[new] ?? [first]) + [unit] : [unit] + (alignment.merges[new] ?? [first])
      let text = gramsB.of(new, b)
      guard Similarity.share(of: part, in: text) >= Self.held else { continue }
      let before = Similarity.of(text, joined(group.filter { $0 != unit }, a))
      guard Similarity.of(text, joined(group, a)) >= before + Self.gain else { continue }
      alignment.merge(group, into: new)
      return
    }
  }

  private func newOfMerge(_ old: Int) -> Int? {
    let partner = Int(alignment.newOf[old])
    if partner >= 0 { return alignment.basis[old] == .equal || alignment.splits[old] != nil ? nil : partner }
    return partner == -2 ? alignment.mergeOf[old] : nil
  }

  private func isSibling(_ outline: Outline, _ x: Int, _ y: Int) -> Bool {
    outline.units[x].parent == outline.units[y].parent && outline.units[x].kind == outline.units[y].kind
  }

  private func joined(_ units: [Int], _ outline: Outline) -> Similarity.Grams {
    Similarity.grams(of: units.map { outline.units[$0].tokens }, outline)
  }

  private func free(_ outline: Outline, _ isFree: (Int) -> Bool) -> [Int] {
    outline.units.indices.filter { outline.units[$0].isMajor && outline.units[$0].kind.isWording && isFree($0) }
  }

  /// Two free neighbours of the new version that together are one free unit of the old one.
  private mutating func splitFree() {
    let (old, new) = (free(a, alignment.isFreeOld), free(b, alignment.isFreeNew))
    if old.isEmpty || new.count < 2 { return }
    let index = GramIndex(new, b, &gramsB, limit: Self.crowd)
    for unit in old {
      guard let group = halves(of: gramsA.of(unit, a), a.units[unit].kind, new, index, b),
        group.allSatisfy(alignment.isFreeNew)
      else { continue }
      alignment.split(unit, into: group)
    }
  }

  private mutating func mergeFree() {
    let (old, new) = (free(a, alignment.isFreeOld), free(b, alignment.isFreeNew))
    if new.isEmpty || old.count < 2 { return }
    let index = GramIndex(old, a, &gramsA, limit: Self.crowd)
    for unit in new {
      guard let group = halves(of: gramsB.of(unit, b), b.units[unit].kind, old, index, a),
        group.allSatisfy(alignment.isFreeOld)
      else { continue }
      alignment.merge(group, into: unit)
    }
  }

  private static let crowd = 32

  /// Neighbours among some free units that hold the two halves of a text.
  private mutating func halves(
    of text: Similarity.Grams, _ kind: UnitKind, _ units: [Int], _ index: GramIndex, _ other: Outline
  ) -> [Int]? {
    let near = index.candidates(text, 8, &alignment.budget).sorted()
    for (place, next) in zip(near, near.dropFirst()) where next == place + 1 {
      let (first, second) = (units[place], units[next])
      guard isSibling(other, first, second), other.units[first].kind == kind,
        alignment.budget.maySpendScore(text.size)
      else { continue }
      let parts = [joined([first], other), joined([second], other)]
      guard parts.allSatisfy({ Similarity.share(of: $0, in: text) >= Self.held }) else { continue }
      if Similarity.of(text, joined([first, second], other)) >= Self.whole { return [first, second] }
    }
    return nil
  }
}
