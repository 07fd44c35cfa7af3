/// The blocks that stand in for those of a parent while it is rendered, by name.
struct Replacements: Hashable {
  /// A block in the template that includes the parent.
  struct Replacement: Hashable {
    let name: [UInt8]
    /// The template that holds the block, and where its name stands there.
    let template: Int
    let start: Int
    /// The replacements in force around the block: its own blocks belong to where it is written.
    let around: Int
  }

  private(set) var sorted: [Replacement] = []

  /// The replacement of a block, if there is one. Logarithmic.
  subscript(name: [UInt8]) -> Replacement? {
    let index = position(of: name)
    return index < sorted.count && sorted[index].name == name ? sorted[index] : nil
  }

  /// Adds a replacement; one from further outside stays in force (Mustache, "top-level substitutions take precedence").
  mutating func add(_ replacement: Replacement) {
    let index = position(of: replacement.name)
    if index < sorted.count, sorted[index].name == replacement.name { return }
    sorted.insert(replacement, at: index)
  }

  private func position(of name: [UInt8]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].name.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
