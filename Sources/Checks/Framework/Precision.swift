/// How often a rule about wording is right: a sample of what it finds in real texts, judged by hand.
///
/// The texts are five public collections of Chinese procedures, policies and duties (about 90,000 characters), rewritten
/// as 47 documents with their sentences as they stand; equal findings count once. A finding is worth a writer's time
/// when mending it makes the text clearer to whoever works by it.
package struct Precision: Sendable, Equatable {
  /// How many findings there were.
  package let found: Int
  /// How many of them were looked at: all, or a hundred drawn by lot.
  package let judged: Int
  /// How many of those were worth a writer's time.
  package let worth: Int

  /// States a measurement.
  init(found: Int, judged: Int, worth: Int) {
    self.found = found
    self.judged = judged
    self.worth = worth
  }

  /// Whether at least nine of ten were worth it.
  package var suffices: Bool { worth * 10 >= judged * 9 }
}
