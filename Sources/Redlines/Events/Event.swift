/// One difference of two versions, as a person would tell it.
package struct Event: Sendable {
  /// What it is about and what happened.
  package var kind: EventKind
  /// Where it was; several for what was merged.
  package var old: [String] = []
  /// Where it is; several for what was split.
  package var new: [String] = []
  /// What was, where it can be said in a word: names, a time, a value.
  package var from: [String] = []
  /// What is now.
  package var to: [String] = []
  /// Whether from and to are lists by nature, such as names.
  package var isList = false
  /// Entries that came to a list, and that went.
  package var added: [String] = []
  /// Entries that went from a list.
  package var removed: [String] = []
  /// The key of the front matter or field.
  package var field = ""
  /// The section it is about.
  package var section = ""
  /// The table it is about.
  package var table = ""
  /// The row, by its first cell.
  package var row = ""
  /// The column, by its head.
  package var column = ""
  /// The words it is about: of a link, a box, a step.
  package var text = ""
  /// Who the step is for.
  package var roles: [String] = []
  /// Whose own work it changes.
  package var affected: [String] = []
  /// Words in it that bind or count and that changed: 不得, must, numbers.
  package var substantive: [String] = []
  /// What was put for what, where that can be said in a few phrases.
  package var phrases: [(from: String, to: String)] = []
  /// The passage that shows it.
  package var passage: Int?
  /// The line in the old and in the new source, from 1; 0 for none.
  package var lines: (old: Int, new: Int) = (0, 0)

  /// States an event.
  package init(_ subject: EventKind.Subject, _ verb: EventKind.Verb) { kind = EventKind(subject, verb) }
}

/// Something to be looked at beside the events.
package struct Notice: Sendable {
  /// What it is, such as `stale.step.reference`.
  package let kind: String
  /// Where in the new version.
  package let at: String
  /// What was written there.
  package let text: String
  /// What to know.
  package let message: Message

  /// The facts of a notice.
  package enum Message: Sendable {
    /// A number of a step that stands although its step has another number now; nil for a step that is gone.
    case staleReference(written: String, now: String?)
    /// A side that could not be parsed.
    case comparedAsText(isOld: Bool, isNew: Bool)
    /// Only line ends differ.
    case lineEnds
    /// Characters that cannot be seen or that look like others, by code point.
    case hidden([String])
    /// A part was compared coarsely.
    case degraded
  }
}
