/// A stretch of a unit's text that was kept, taken out or put in.
package struct Run: Sendable, Equatable {
  /// What happened to it.
  package enum Change: Sendable, Equatable {
    case kept, removed, added
  }

  /// What happened to it.
  package let change: Change
  /// Its words.
  package let text: String

  /// States a run.
  package init(_ change: Change, _ text: String) {
    self.change = change
    self.text = text
  }
}

/// A place where two texts differ: tokens of the old one that are gone, tokens of the new one that came.
struct ChangePlace: Equatable {
  var old: Range<Int>
  var new: Range<Int>

  /// Whether only something came, or only something went.
  var isPure: Bool { old.isEmpty || new.isEmpty }
}
