import Diagnostics
import Procedures

/// How much findings weigh in one handbook: what the rules say, changed by `规则` in handbook.yml.
struct Weighing: Sendable {
  private let changes: [RuleName: [RuleSettings.Change]]

  /// Reads the changes; those of firm and of unknown rules count for nothing, and are reported by `ignore-invalid`.
  init(_ settings: RuleSettings) {
    var changes: [RuleName: [RuleSettings.Change]] = [:]
    for change in settings.changes {
      guard let name = RuleName(rawValue: change.rule.text), !Rule.named(name).isFirm else { continue }
      changes[name, default: []].append(change)
    }
    self.changes = changes
  }

  /// The weight of a finding; nil when its rule is off there. The last change that holds for the file wins.
  func severity(of finding: Diagnostic) -> Severity? {
    guard let changes = changes[finding.rule] else { return finding.severity }
    guard let level = changes.last(where: { $0.level != nil && $0.holds(for: finding.path) })?.level else {
      return finding.severity
    }
    return level.value.severity
  }

  /// Whether a rule is switched off for the whole handbook.
  func isOff(_ rule: RuleName) -> Bool {
    guard let changes = changes[rule], let level = changes.last?.level else { return false }
    return changes.count == 1 && changes[0].folders.isEmpty && level.value == .off
  }

  /// Whether a rule is switched off for a file.
  func isOff(_ rule: RuleName?, for path: String) -> Bool {
    guard let rule, let changes = changes[rule] else { return false }
    return changes.last { $0.level != nil && $0.holds(for: path) }?.level?.value == .off
  }
}
