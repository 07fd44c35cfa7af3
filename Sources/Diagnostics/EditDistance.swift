/// How far two short words are apart, and which known word an unknown one most likely means.
///
/// Counted on Unicode scalars, so that one wrong Han character is one mistake, and half a one where the two sound alike.
/// The distance is optimal string alignment: insert, remove, change one, or swap two neighbours.
package enum EditDistance {
  /// The most scalars of a word that is looked at; a longer one is near to nothing.
  package static let lengthLimit = 64

  /// The known word that is nearest to an unknown one; of several equally near ones the first.
  ///
  /// - Parameters:
  ///   - word: the unknown word; the case of A–Z does not count.
  ///   - known: the known words.
  ///   - limit: the most mistakes; without it one in three characters, and in a word of two one that sounds alike.
  /// - Returns: nil when none is near enough.
  /// - Complexity: the number of known words times the word's length times the limit's order of 64.
  package static func nearest(_ word: String, among known: some Sequence<String>, limit: Int? = nil) -> String? {
    let scalars = folded(word)
    guard let scalars else { return nil }
    var bound = limit.map { $0 * 2 } ?? (scalars.count < 2 ? 0 : scalars.count == 2 ? 1 : max(2, scalars.count / 3 * 2))
    var best: String?
    for other in known {
      guard let target = folded(other), abs(target.count - scalars.count) * 2 <= bound else { continue }
      guard let distance = halves(scalars, target, limit: bound) else { continue }
      if best == nil || distance < bound { (best, bound) = (other, distance) }
      if distance == 0 { break }
    }
    return best
  }

  /// The known word that an unknown one most likely means: the nearest one, else the one that shares the longest run of
  /// characters with it, at least two of them and half of both words together.
  ///
  /// - Returns: nil when none is near and none shares enough; of several that share as much the first.
  /// - Complexity: the number of known words times the product of the lengths, of at most 64 each.
  package static func suggestion(for word: String, among known: some Sequence<String>) -> String? {
    if let near = nearest(word, among: known) { return near }
    guard let scalars = folded(word), scalars.count >= 2 else { return nil }
    var best: (name: String, run: Int, total: Int)?
    for other in known {
      guard let target = folded(other), target.count <= scalars.count * 3, scalars.count <= target.count * 3 else {
        continue
      }
      let run = longestRun(scalars, target)
      let total = scalars.count + target.count
      guard run >= 2, run * 4 >= total else { continue }
      if best.map({ run * $0.total > $0.run * total }) ?? true { best = (other, run, total) }
    }
    return best?.name
  }

  /// The distance of two words, or nil when it is more than the limit; half a mistake counts as a whole one.
  ///
  /// - Complexity: the product of the two lengths in time, their sum in memory.
  package static func distance(_ a: String, _ b: String, limit: Int) -> Int? {
    guard let a = folded(a), let b = folded(b) else { return nil }
    return halves(a, b, limit: limit * 2).map { ($0 + 1) / 2 }
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

  /// The length of the longest run of characters that stands in both words.
  private static func longestRun(_ a: [UInt32], _ b: [UInt32]) -> Int {
    // The runs that end at each character of b; backwards, so that those of the row above are still there.
    var runs = Array(repeating: 0, count: b.count + 1)
    var longest = 0
    for i in a.indices {
      for j in b.indices.reversed() {
        runs[j + 1] = a[i] == b[j] ? runs[j] + 1 : 0
        longest = max(longest, runs[j + 1])
      }
    }
    return longest
  }

  /// The distance in halves of a mistake.
  private static func halves(_ a: [UInt32], _ b: [UInt32], limit: Int) -> Int? {
    var older: [Int] = []
    var above = (0...b.count).map { $0 * 2 }
    for i in 0..<a.count {
      var row = [(i + 1) * 2]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        let change = a[i] == b[j] ? 0 : Homophones.areAlike(a[i], b[j]) ? 1 : 2
        var cost = min(above[j] + change, above[j + 1] + 2, row[j] + 2)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 2) }
        row.append(cost)
      }
      if min(row.min() ?? 0, above.min() ?? 0) > limit { return nil }
      (older, above) = (above, row)
    }
    return above[b.count] <= limit ? above[b.count] : nil
  }
}
