package import Diagnostics
package import Procedures

/// A rule about one article of a handbook: its name, its words, and a closure that looks (spec/checks.md).
package struct Check: Sendable {
  /// The stable name, such as `section-missing`.
  package let rule: String
  /// What it looks for, in one sentence.
  package let about: Localized
  /// Looks at one article.
  let find: @Sendable (Article, Handbook) -> [Diagnostic]

  /// Describes a rule.
  init(_ rule: String, about: Localized, find: @escaping @Sendable (Article, Handbook) -> [Diagnostic]) {
    self.rule = rule
    self.about = about
    self.find = find
  }

  /// All rules, in the order of the manual.
  package static let all: [Check] = [.sectionMissing]

  /// What all rules find in one article; linear in the article.
  package static func findings(in article: Article, of handbook: Handbook) -> [Diagnostic] {
    all.flatMap { $0.find(article, handbook) }
  }
}
