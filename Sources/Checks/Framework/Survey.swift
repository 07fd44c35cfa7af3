package import Diagnostics
package import Procedures

/// The whole handbook under the eyes of a rule.
package struct Survey {
  /// The handbook.
  package let handbook: Handbook
  /// What the rules know besides the handbook.
  package let facts: CheckFacts
  /// The rule that looks.
  let rule: Rule
  /// What was found so far.
  private(set) var findings: [Diagnostic] = []

  /// Opens a handbook.
  init(_ handbook: Handbook, facts: CheckFacts, rule: Rule) {
    self.handbook = handbook
    self.facts = facts
    self.rule = rule
  }

  /// Says what was found in an article; the parameters are those of `Inspection.report`.
  mutating func report(
    _ article: Article, _ range: SourceRange, _ message: Localized, help: Localized? = nil,
    notes: [Diagnostic.Note] = [], severity: Severity? = nil
  ) {
    let status = article.entry.card.control?.status?.value ?? .draft
    findings.append(
      Diagnostic(
        severity ?? rule.severity(status), rule.name, path: article.path, range: range, message: message, notes: notes,
        help: help))
  }

  /// Says what was found in a file that is no article, such as handbook.yml.
  mutating func report(path: String, _ range: SourceRange, _ message: Localized, help: Localized? = nil) {
    findings.append(
      Diagnostic(rule.severity(.draft), rule.name, path: path, range: range, message: message, help: help))
  }
}

/// What the rules know besides the handbook's own text.
///
/// The ledger of issued versions joins here; until then the rules about versions look at the working copy alone.
package struct CheckFacts: Sendable {
  /// The day that counts as today.
  package let today: Day
  /// The paths of all files below `content/`.
  package let paths: [String]
  /// Who was trained on what; nil where no records are kept.
  package let trainings: Trainings?

  /// Gathers what is known.
  package init(today: Day, paths: [String] = [], trainings: Trainings? = nil) {
    self.today = today
    self.paths = paths
    self.trainings = trainings
  }
}
