package import Diagnostics
internal import Markdown
package import Procedures

/// What all rules say of one handbook. The work is in pieces that can be shared out: each article, then each rule that
/// looks at the whole.
package struct Review: Sendable {
  private let handbook: Handbook
  private let facts: CheckFacts
  private let weighing: Weighing
  /// The rules about single articles that are not switched off everywhere.
  private let documentRules: [Rule]
  /// The rules about the whole handbook that are not switched off everywhere.
  package let handbookRules: [Rule]

  /// Prepares a review.
  package init(of handbook: Handbook, facts: CheckFacts) {
    self.handbook = handbook
    self.facts = facts
    weighing = Weighing(handbook.settings.rules)
    let active = Rule.all.filter { [weighing] rule in !weighing.isOff(rule.name) }
    documentRules = active.filter { if case .document = $0.finder { true } else { false } }
    handbookRules = active.filter { if case .handbook = $0.finder { true } else { false } }
  }

  /// What the rules about single articles find in one, and what its comments ask to overlook.
  package struct Part: Sendable {
    let findings: [Diagnostic]
    let ignores: [Ignore]
  }

  /// The files whose text could not be read, as the findings of reading tell; what has a fix is read all the same.
  package static func unreadPaths(_ findings: [Diagnostic]) -> Set<String> {
    let blinding: Set<RuleName> = [
      .encoding, .limit, .yamlInvalid, .yamlAlias, .frontMatterMissing, .frontMatterUnclosed, .unreadable,
    ]
    return Set(findings.filter { $0.severity == .error && $0.fix.isEmpty && blinding.contains($0.rule) }.map(\.path))
  }

  /// Looks at one article; linear in it.
  ///
  /// - Parameter isRead: whether its text could be read; else rules about the text would report what is not there.
  package func part(_ article: Article, isRead: Bool) -> Part {
    guard isRead else { return Part(findings: [], ignores: []) }
    return article.document.withView { view in
      let start = Inspection(article, of: handbook, facts: facts, view: view, rule: Rule.sectionMissing)
      let found = documentRules.reduce(into: start) { inspection, rule in
        inspection.rule = rule
        if case .document(let find) = rule.finder { find(&inspection) }
      }
      return Part(findings: found.findings, ignores: Ignore.all(in: article.document, view))
    }
  }

  /// What one rule about the whole handbook finds.
  package func findings(of rule: Rule) -> [Diagnostic] {
    guard case .handbook(let find) = rule.finder else { return [] }
    var survey = Survey(handbook, facts: facts, rule: rule)
    find(&survey)
    return survey.findings
  }

  /// Brings everything together: overlooks what comments ask for, weighs the rest by the handbook's settings, and
  /// reports comments that overlook nothing. n log n in the findings.
  ///
  /// - Parameters:
  ///   - found: all findings of reading and of the rules about the whole handbook.
  ///   - parts: what `part` gave for the articles.
  /// - Returns: all findings in reading order.
  package func conclusion(_ found: [Diagnostic], _ parts: [Part]) -> [Diagnostic] {
    var ignores = IgnoreTable(parts.flatMap(\.ignores))
    var kept: [Diagnostic] = []
    for finding in found { keep(finding, &ignores, &kept) }
    for part in parts { for finding in part.findings { keep(finding, &ignores, &kept) } }
    for ignore in ignores.idle where !weighing.isOff(ignore.rule, for: ignore.path) {
      keep(ignore.finding, &ignores, &kept)
    }
    return kept.inReadingOrder()
  }

  private func keep(_ finding: Diagnostic, _ ignores: inout IgnoreTable, _ kept: inout [Diagnostic]) {
    if !Rule.named(finding.rule).isFirm, ignores.overlooks(finding) { return }
    guard let severity = weighing.severity(of: finding) else { return }
    var finding = finding
    finding.severity = severity
    kept.append(finding)
  }
}
