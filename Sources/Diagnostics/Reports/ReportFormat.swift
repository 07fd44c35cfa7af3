/// The forms in which findings can be written (spec/cli.md, `--format`).
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people, at a terminal.
  case text
  /// For scripts; docs/diagnostics.schema.json describes it.
  case json
  /// For code scanning services and editors (OASIS SARIF 2.1.0).
  case sarif
  /// Annotations of a GitHub workflow.
  case github
}

/// What a report says about a rule besides its findings.
package struct RuleNote: Sendable, Hashable {
  /// The rule.
  package let rule: RuleName
  /// What it asks for, in one sentence.
  package let summary: Localized
  /// Why, and what to do about a finding.
  package let advice: Localized

  /// Describes a rule.
  package init(_ rule: RuleName, summary: Localized, advice: Localized) {
    self.rule = rule
    self.summary = summary
    self.advice = advice
  }
}
