package import Diagnostics
package import Markdown
package import Procedures

/// One article under the eyes of a rule: what the rule may look at, and where it says what it found.
package struct Inspection {
  /// The article.
  package let article: Article
  /// The handbook around it: names, settings, roles; never the text of another article.
  package let handbook: Handbook
  /// What the rules know besides the handbook.
  package let facts: CheckFacts
  /// The article's document, lent for this one pass.
  package let view: DocumentView
  /// The rule that looks.
  var rule: Rule
  /// What was found so far.
  private(set) var findings: [Diagnostic] = []
  /// The article's texts with the words that were found in them; read by the first rule that asks.
  private(set) lazy var passages = Passages(article, view)

  /// Opens an article.
  init(_ article: Article, of handbook: Handbook, facts: CheckFacts, view: DocumentView, rule: Rule) {
    self.article = article
    self.handbook = handbook
    self.facts = facts
    self.view = view
    self.rule = rule
  }

  /// The article's document.
  var document: Document { article.document }
  /// The word of its writer about it; a file without a status counts as a draft.
  var status: Status { article.entry.card.control?.status?.value ?? .draft }

  /// Says what was found.
  ///
  /// - Parameters:
  ///   - range: the smallest range of bytes that shows it.
  ///   - message: what is wrong, specifically.
  ///   - help: what to do.
  ///   - notes: related places.
  ///   - fix: the repair, where a machine can make it.
  ///   - severity: how much it weighs, of a rule with various weights; else the rule's.
  mutating func report(
    _ range: SourceRange, _ message: Localized, help: Localized? = nil, notes: [Diagnostic.Note] = [],
    fix: [Replacement] = [], severity: Severity? = nil
  ) {
    findings.append(
      Diagnostic(
        severity ?? rule.severity(status), rule.name, path: article.path, range: range, message: message, notes: notes,
        help: help, fix: fix))
  }
}

extension Rule {
  /// How much a finding weighs in an article of a status, before the handbook's settings.
  func severity(_ status: Status) -> Severity {
    switch weight {
    case .always(let severity): severity
    case .byStatus: status < .inReview ? .warning : .error
    case .various: .warning
    }
  }
}
