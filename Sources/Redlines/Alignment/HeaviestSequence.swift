/// The heaviest choice of pairs that ascends on both sides.
enum HeaviestSequence {
  /// A pair of indices that may be chosen.
  struct Pair {
    let a: Int
    let b: Int
    let weight: Int
  }

  /// The chosen pairs, as indices of the candidates. O(k log k).
  ///
  /// - Parameter candidates: pairs sorted by `a`; no index of either side is chosen twice.
  static func of(_ candidates: [Pair]) -> [Int] {
    guard let last = candidates.map(\.b).max() else { return [] }
    // A tree of the best chains that end before a place of `b`.
    var tree = [Int32](repeating: -1, count: last + 2)
    var total = [Int](repeating: 0, count: candidates.count)
    var previous = [Int32](repeating: -1, count: candidates.count)
    var start = 0
    while start < candidates.count {
      var end = start
      while end < candidates.count, candidates[end].a == candidates[start].a { end += 1 }
      for index in start..<end {
        previous[index] = best(tree, before: candidates[index].b, total)
        total[index] = candidates[index].weight + (previous[index] >= 0 ? total[Int(previous[index])] : 0)
      }
      for index in start..<end { put(index, at: candidates[index].b, in: &tree, total) }
      start = end
    }
    var chosen: [Int] = []
    var index = best(tree, before: last + 1, total)
    while index >= 0 {
      chosen.append(Int(index))
      index = previous[Int(index)]
    }
    return chosen.reversed()
  }

  private static func best(_ tree: [Int32], before place: Int, _ total: [Int]) -> Int32 {
    var found: Int32 = -1
    var node = place
    while node > 0 {
      let candidate = tree[node]
      if candidate >= 0, found < 0 || total[Int(candidate)] > total[Int(found)] { found = candidate }
      node &= node - 1
    }
    return found
  }

  private static func put(_ index: Int, at place: Int, in tree: inout [Int32], _ total: [Int]) {
    var node = place + 1
    while node < tree.count {
      let other = tree[node]
      if other < 0 || total[index] > total[Int(other)] { tree[node] = Int32(truncatingIfNeeded: index) }
      node += node & -node
    }
  }
}
