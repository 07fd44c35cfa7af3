/// The sets of replaced blocks, numbered, and which of the replacements came to use.
struct BlockUse {
  private var sets = [Replacements()]
  private var numbers = [Replacements(): 0]
  private var offered: [(place: Replacements.Replacement, parent: [UInt8])] = []
  private var bodies: [Place: Block] = [:]
  private var used: Set<Place> = []
  private var known: Set<[UInt8]> = []

  private struct Place: Hashable {
    let template: Int
    let start: Int
  }

  /// The number of the empty set.
  var none: Int { 0 }

  /// The names of all blocks that were met, sorted.
  var names: [String] { known.sorted { $0.lexicographicallyPrecedes($1) }.map(\.shown) }

  /// The replacements that never came to use, each once, with the parents they were given to.
  var idle: [(place: Replacements.Replacement, parent: [UInt8])] {
    var seen = used
    return offered.filter { seen.insert(Place(template: $0.place.template, start: $0.place.start)).inserted }
  }

  /// What stands in for a block, if anything does; the replacement counts as used.
  mutating func replacement(of name: [UInt8], in set: Int) -> (Replacements.Replacement, Block)? {
    known.insert(name)
    guard let found = sets[set][name] else { return nil }
    let place = Place(template: found.template, start: found.start)
    used.insert(place)
    return bodies[place].map { (found, $0) }
  }

  /// The set in force in a parent.
  ///
  /// - Parameters:
  ///   - set: the set around the parent's tag.
  ///   - blocks: the blocks in the tag.
  ///   - template: the template that holds the tag.
  mutating func adding(to set: Int, _ blocks: [Block], in template: Int, parent: [UInt8]) -> Int {
    if blocks.isEmpty { return set }
    var inner = sets[set]
    for block in blocks {
      let place = Place(template: template, start: block.range.lowerBound)
      let replacement = Replacements.Replacement(
        name: block.name, template: template, start: block.range.lowerBound, around: set)
      if bodies.updateValue(block, forKey: place) == nil { offered.append((replacement, parent)) }
      // A block that is replaced from further outside is not idle: elsewhere it may be the one in force.
      if inner[block.name] != nil { used.insert(place) }
      inner.add(replacement)
    }
    return number(of: inner)
  }

  private mutating func number(of set: Replacements) -> Int {
    if let known = numbers[set] { return known }
    numbers[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }
}
