/// Pairs the sections of two versions: by heading, then by what stands in them.
struct SectionAlignment {
  let a: Outline
  let b: Outline
  let keysA: UnitKeys
  let keysB: UnitKeys

  /// Pairs the sections and finds which of them moved.
  func run(_ alignment: inout Alignment) {
    pair(0, 0, &alignment)
    let titlesA = a.sections.indices.map { title(a, $0) }
    let titlesB = b.sections.indices.map { title(b, $0) }
    pairInOrder(titlesA, titlesB, &alignment)
    pairEqual(titlesA, titlesB, &alignment)
    pairRenamed(&alignment)
    findMoved(&alignment)
  }

  private func pair(_ old: Int, _ new: Int, _ alignment: inout Alignment) {
    alignment.newSection[old] = Int32(truncatingIfNeeded: new)
    alignment.oldSection[new] = Int32(truncatingIfNeeded: old)
    let (x, y) = (a.sections[old].heading, b.sections[new].heading)
    if x >= 0, y >= 0 { alignment.pair(Int(x), Int(y), .alike) }
  }

  /// The folded words of a heading without typed number; a text that no heading has where there is none.
  private func title(_ outline: Outline, _ section: Int) -> [Int32] {
    let heading = Int(outline.sections[section].heading)
    guard heading >= 0 else { return [-1] }
    let unit = outline.units[heading]
    let start = Int32(truncatingIfNeeded: unit.text.lowerBound) + unit.lead
    let words = outline.tokens[unit.tokens].filter { $0.start >= start && $0.kind != .blank }.map(\.fold)
    // A trailing colon does not count.
    return words.isEmpty ? outline.tokens[unit.tokens].map(\.fold) : words
  }

  private func pairInOrder(_ titlesA: [[Int32]], _ titlesB: [[Int32]], _ alignment: inout Alignment) {
    var keys: [[Int32]: Int32] = [:]
    func key(_ level: Int, _ title: [Int32]) -> Int32 {
      let full = [Int32(truncatingIfNeeded: level)] + title
      if let known = keys[full] { return known }
      keys[full] = Int32(truncatingIfNeeded: keys.count)
      return Int32(truncatingIfNeeded: keys.count - 1)
    }
    let x = a.sections.indices.dropFirst().map { key(a.sections[$0].level, titlesA[$0]) }
    let y = b.sections.indices.dropFirst().map { key(b.sections[$0].level, titlesB[$0]) }
    let found = SequenceAlignment.pairs(x, y, &alignment.budget)
    for (i, j) in found.pairs { pair(i + 1, j + 1, &alignment) }
    if found.gaveUp { alignment.budget.degrade() }
  }

  private func pairEqual(_ titlesA: [[Int32]], _ titlesB: [[Int32]], _ alignment: inout Alignment) {
    var waiting: [[Int32]: [Int]] = [:]
    for index in b.sections.indices.reversed() where alignment.oldSection[index] < 0 {
      waiting[titlesB[index], default: []].append(index)
    }
    for index in a.sections.indices where alignment.newSection[index] < 0 {
      if let new = waiting[titlesA[index]]?.popLast() { pair(index, new, &alignment) }
    }
  }

  /// The rest by shared blocks or alike headings, the best first.
  private func pairRenamed(_ alignment: inout Alignment) {
    let old = a.sections.indices.filter { alignment.newSection[$0] < 0 }
    let new = b.sections.indices.filter { alignment.oldSection[$0] < 0 }
    if old.isEmpty || new.isEmpty { return }
    var found: [(score: Int, old: Int, new: Int)] = []
    let shared = sharedWeights(old, new)
    let headsA = old.map { headingGrams(a, $0) }
    let headsB = new.map { headingGrams(b, $0) }
    // The wording as a whole, too, unless so many sections are new that each with each would be too much.
    let isSmall = old.count * new.count <= 2_500
    let contentsA = isSmall ? old.map { contentGrams(a, $0) } : []
    let contentsB = isSmall ? new.map { contentGrams(b, $0) } : []
    alignment.budget.spend(
      (contentsA + contentsB).reduce(0) { $0 + $1.size } * (isSmall ? max(old.count, new.count) : 0))
    for (x, section) in old.enumerated() {
      for (y, other) in new.enumerated() where isLikely(section, other) {
        guard alignment.budget.maySpendScore(headsA[x].size + headsB[y].size + 1) else { break }
        let heading = 900 * Similarity.of(headsA[x], headsB[y]) / 1000
        let likeness = contentsA.isEmpty ? 0 : Similarity.of(contentsA[x], contentsB[y])
        let score = max(heading, shared[section]?[other] ?? 0, likeness)
        if score >= 500 { found.append((score, section, other)) }
      }
    }
    found.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
    for (_, section, other) in found
    where alignment.newSection[section] < 0 && alignment.oldSection[other] < 0 {
      pair(section, other, &alignment)
    }
  }

  private func isLikely(_ old: Int, _ new: Int) -> Bool { abs(a.sections[old].level - b.sections[new].level) <= 1 }

  private func headingGrams(_ outline: Outline, _ section: Int) -> Similarity.Grams {
    let heading = Int(outline.sections[section].heading)
    return heading < 0 ? Similarity.Grams() : Similarity.grams(of: [outline.units[heading].tokens], outline)
  }

  private func contentGrams(_ outline: Outline, _ section: Int) -> Similarity.Grams {
    Similarity.grams(of: outline.sections[section].units.map { outline.units[$0].tokens }, outline)
  }

  /// How much of the larger of two sections, by weight, stands in both, in thousandths.
  private func sharedWeights(_ old: [Int], _ new: [Int]) -> [Int: [Int: Int]] {
    var places: [Int32: [Int]] = [:]
    for section in new {
      for unit in b.sections[section].units where b.units[unit].isMajor {
        places[keysB.fold[unit], default: []].append(section)
      }
    }
    let weightOf = { (outline: Outline, section: Int) in
      outline.sections[section].units.reduce(0) { $0 + outline.units[$1].tokens.count }
    }
    let weights = Dictionary(uniqueKeysWithValues: new.map { ($0, weightOf(b, $0)) })
    var result: [Int: [Int: Int]] = [:]
    for section in old {
      var common: [Int: Int] = [:]
      for unit in a.sections[section].units where a.units[unit].isMajor {
        guard let there = places[keysA.fold[unit]], there.count <= 8 else { continue }
        for other in Set(there) { common[other, default: 0] += UnitKeys.words(a, unit).count }
      }
      let own = weightOf(a, section)
      result[section] = common.mapValues { $0 * 1000 }
        .reduce(into: [:]) { $0[$1.key] = $1.value / max(own, weights[$1.key] ?? 1, 1) }
    }
    return result
  }

  // MARK: Moves

  private func findMoved(_ alignment: inout Alignment) {
    let weights = sectionWeights()
    var groups: [Int32: [HeaviestSequence.Pair]] = [:]
    for old in a.sections.indices where alignment.newSection[old] > 0 {
      let new = Int(alignment.newSection[old])
      let (up, over) = (Int(a.sections[old].parent), b.sections[new].parent)
      if up >= 0, alignment.newSection[up] != over {
        alignment.movedSections.insert(old)
      } else {
        groups[a.sections[old].parent, default: []].append(.init(a: old, b: new, weight: weights[old]))
      }
    }
    for parent in groups.keys.sorted() {
      let group = groups[parent] ?? []
      let stays = Set(HeaviestSequence.of(group))
      for index in group.indices where !stays.contains(index) { alignment.movedSections.insert(group[index].a) }
    }
  }

  /// The tokens of every old section with those below it.
  private func sectionWeights() -> [Int] {
    var weights = a.sections.map { section in
      1 + section.units.reduce(0) { $0 + a.units[$1].tokens.count }
    }
    for index in a.sections.indices.reversed() where a.sections[index].parent > 0 {
      weights[Int(a.sections[index].parent)] += weights[index]
    }
    return weights
  }
}
