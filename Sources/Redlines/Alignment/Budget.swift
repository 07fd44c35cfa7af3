/// The work of one comparison, counted in operations and never by a clock, so that the result depends on the texts alone.
struct Budget {
  /// What was done so far: steps of an alignment, scores of a pair.
  private(set) var operations = 0
  /// Scores of pairs that are left.
  private(set) var scores = 200_000
  /// Whether some part was compared more coarsely than usual.
  private(set) var isDegraded = false

  /// The most differences that one alignment of two gaps may have before it is told as a replacement.
  static let differences = 256
  /// The most tokens of both texts that are compared word by word; longer pairs are compared by sentence.
  static let pairTokens = 20_000

  /// A bound of the operations of one comparison, for tests: linear in the tokens of both versions.
  static func bound(tokens: Int, units: Int) -> Int { 600 * (tokens + 16 * units) + 8_000_000 }

  /// Counts work.
  @inline(__always)
  mutating func spend(_ count: Int) { operations &+= count }

  /// Whether one more pair may be scored, which costs about as much as its texts are long.
  mutating func maySpendScore(_ size: Int) -> Bool {
    guard scores > 0 else {
      isDegraded = true
      return false
    }
    scores -= 1
    operations &+= size
    return true
  }

  /// Remembers that something was left coarse.
  mutating func degrade() { isDegraded = true }
}
