/// How far two short words are apart, and which known word an unknown one most likely means.
///
/// Counted on Unicode scalars, so that one wrong Han character is one mistake. The distance is optimal string alignment:
/// insert, remove, change one, or swap two neighbours.
package enum EditDistance {
  /// The most scalars of a word that is looked at; a longer one is near to nothing.
  package static let lengthLimit = 64

  /// The known word that is nearest to an unknown one; of several equally near ones the first.
  ///
  /// - Parameters:
  ///   - word: the unknown word; the case of A–Z does not count.
  ///   - known: the known words.
  ///   - limit: the most mistakes; without it one in three characters, and none in a word of two.
  /// - Returns: nil when none is near enough.
  /// - Complexity: the number of known words times the word's length times the limit's order of 64.
  package static func nearest(_ word: String, among known: some Sequence<String>, limit: Int? = nil) -> String? {
    let scalars = folded(word)
    guard let scalars else { return nil }
    var bound = limit ?? (scalars.count < 3 ? 0 : max(1, scalars.count / 3))
    var best: String?
    for other in known {
      guard let target = folded(other), abs(target.count - scalars.count) <= bound else { continue }
      guard let distance = distance(scalars, target, limit: bound) else { continue }
      if best == nil || distance < bound { (best, bound) = (other, distance) }
      if distance == 0 { break }
    }
    return best
  }

  /// The distance of two words, or nil when it is more than the limit.
  ///
  /// - Complexity: the product of the two lengths in time, their sum in memory.
  package static func distance(_ a: String, _ b: String, limit: Int) -> Int? {
    guard let a = folded(a), let b = folded(b) else { return nil }
    return distance(a, b, limit: limit)
  }

  private static func folded(_ word: String) -> [UInt32]? {
    var result: [UInt32] = []
    for scalar in word.unicodeScalars {
      guard result.count < lengthLimit else { return nil }
      let value = scalar.value
      result.append((0x41...0x5A).contains(value) ? value + 0x20 : value)
    }
    return result
  }

  private static func distance(_ a: [UInt32], _ b: [UInt32], limit: Int) -> Int? {
    var older: [Int] = []
    var above = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
        row.append(cost)
      }
      if min(row.min() ?? 0, above.min() ?? 0) > limit { return nil }
      (older, above) = (above, row)
    }
    return above[b.count] <= limit ? above[b.count] : nil
  }
}
