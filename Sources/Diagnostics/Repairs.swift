/// Applies the fixes of findings to the text of one file.
///
/// A fix is all of its replacements or none. Of two fixes that touch each other the first one wins; the other is made in
/// the next round, when what it repairs has been looked at again.
package struct Repairs: Sendable {
  /// The text with the fixes that could be made.
  package let bytes: [UInt8]
  /// How many fixes were made.
  package let made: Int
  /// How many must wait for the next round.
  package let deferred: Int

  /// Applies fixes.
  ///
  /// - Parameters:
  ///   - fixes: the replacements of each fix; empty ones count for nothing.
  ///   - bytes: the text that they point into.
  /// - Complexity: n log n in the replacements where fixes come in the order of the text, linear in the text.
  package init(_ fixes: [[Replacement]], to bytes: [UInt8]) {
    var taken: [Replacement] = []
    var (made, deferred) = (0, 0)
    for fix in fixes where !fix.isEmpty {
      let places = fix.map { Self.place(of: $0, in: taken) }
      guard !places.contains(nil), Self.isSound(fix, count: bytes.count) else {
        deferred += 1
        continue
      }
      made += 1
      // From the last one on, so that the places of those before it stay what they are.
      let ordered = zip(places, fix).sorted { ($0.1.range.start, $0.1.range.end) < ($1.1.range.start, $1.1.range.end) }
      for (place, replacement) in ordered.reversed() { taken.insert(replacement, at: place ?? 0) }
    }
    self.made = made
    self.deferred = deferred
    self.bytes = Self.replaced(taken, in: bytes)
  }

  /// Where a replacement goes among those that were taken, sorted; nil when it touches one of them.
  private static func place(of replacement: Replacement, in taken: [Replacement]) -> Int? {
    var low = 0
    var high = taken.count
    while low < high {
      let middle = (low + high) / 2
      if taken[middle].range.start < replacement.range.start { low = middle + 1 } else { high = middle }
    }
    if low > 0, touch(taken[low - 1].range, replacement.range) { return nil }
    if low < taken.count, touch(replacement.range, taken[low].range) { return nil }
    return low
  }

  /// Whether two ranges share a byte, or one that is empty stands at an edge of the other, where their order would
  /// be a guess.
  private static func touch(_ a: SourceRange, _ b: SourceRange) -> Bool {
    if a.start == a.end || b.start == b.end { return a.start <= b.end && b.start <= a.end }
    return a.start < b.end && b.start < a.end
  }

  /// Whether a fix lies in the text and its replacements do not share a byte.
  private static func isSound(_ fix: [Replacement], count: Int) -> Bool {
    let sorted = fix.map(\.range).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    guard sorted.allSatisfy({ $0.start >= 0 && Int($0.end) <= count }) else { return false }
    return zip(sorted, sorted.dropFirst()).allSatisfy { $0.end <= $1.start }
  }

  private static func replaced(_ replacements: [Replacement], in bytes: [UInt8]) -> [UInt8] {
    if replacements.isEmpty { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + replacements.count * 4)
    var index = 0
    for replacement in replacements {
      let range = replacement.range.clamped(to: bytes.count)
      guard range.lowerBound >= index else { continue }
      result += bytes[index..<range.lowerBound]
      result += replacement.text.utf8
      index = range.upperBound
    }
    return result + bytes[index...]
  }
}
