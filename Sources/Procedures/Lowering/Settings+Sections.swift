import Diagnostics
import Markdown

extension Settings {
  /// The sections that a kind of document must have: those of handbook.yml, else those of the format
  /// (spec/format.md 3).
  package func requiredSections(of kind: ArticleKind) -> [SectionKind] {
    if let own = rules.required.last(where: { $0.kind == kind }) {
      return own.sections.map { SectionKind(title: Array($0.text.utf8)[...]) }
    }
    switch kind {
    case .procedure: return [.scope, .definitions, .steps, .risks, .references]
    case .policy: return [.scope]
    case .role, .department, .form, .event: return []
    }
  }
}
