/// How much a finding weighs; only errors keep a handbook from being published.
package enum Severity: Int, Sendable, Comparable, CaseIterable {
  case error, warning, info

  package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

  /// The word in reports: `error`, `warning`, `info`.
  package var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "info"
    }
  }
}

/// A change of some bytes that repairs a finding.
package struct Replacement: Sendable, Hashable {
  /// The bytes that go, in the finding's own file.
  package let range: SourceRange
  /// What stands there instead.
  package let text: String

  /// Replaces `range` by `text`.
  package init(_ range: SourceRange, with text: String) {
    self.range = range
    self.text = text
  }
}

/// One finding about the handbook: what is, exactly where, and the way out.
package struct Diagnostic: Sendable, Hashable {
  /// A related place.
  package struct Note: Sendable, Hashable {
    /// The path of the related file.
    package let path: String
    /// The related bytes.
    package let range: SourceRange
    /// What is there.
    package let message: Localized

    /// Points at a related place.
    package init(path: String, range: SourceRange, message: Localized) {
      self.path = path
      self.range = range
      self.message = message
    }
  }

  /// How much it weighs.
  package var severity: Severity
  /// The rule that it breaks (spec/checks.md).
  package let rule: RuleName
  /// The path of the file it is about.
  package let path: String
  /// The smallest range that shows it.
  package let range: SourceRange
  /// What is wrong, specifically.
  package let message: Localized
  /// Related places.
  package var notes: [Note]
  /// What to do.
  package var help: Localized?
  /// The repair, where a machine can make it; the replacements do not overlap.
  package var fix: [Replacement]

  /// States a finding.
  package init(
    _ severity: Severity, _ rule: RuleName, path: String, range: SourceRange, message: Localized,
    notes: [Note] = [], help: Localized? = nil, fix: [Replacement] = []
  ) {
    self.severity = severity
    self.rule = rule
    self.path = path
    self.range = range
    self.message = message
    self.notes = notes
    self.help = help
    self.fix = fix
  }
}
