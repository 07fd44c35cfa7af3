import Diagnostics
import Markdown
import Procedures

extension Check {
  /// A required section that is not there, or a procedure without any step (spec/format.md 3).
  static let sectionMissing = Check(
    "section-missing",
    about: Localized(zh: "必备的章节要齐全，规程至少有一个步骤。", en: "Required sections are there; a procedure has at least one step.")
  ) { article, handbook in
    if article.entry.isTranslation { return [] }
    let status = article.entry.card.control?.status?.value ?? .draft
    let severity: Severity = status < .inReview ? .warning : .error
    let place = article.entry.card.titleField?.range ?? .start
    let missing = required(article.kind, handbook.settings).filter { kind in
      !article.sections.contains { $0.kind == kind }
    }
    var found = missing.map { kind in
      Diagnostic(
        severity, "section-missing", path: article.path, range: place,
        message: Localized(
          zh: "缺少“\(kind.names.first ?? "")”一章", en: "the section “\(kind.names.last ?? "")” is missing"),
        help: Localized(
          zh: "加一个标题“## \(kind.names.first ?? "")”；没有内容可写“无”",
          en: "add a heading “## \(kind.names.last ?? "")”; “none” alone is enough"))
    }
    if article.kind == .procedure, article.steps.isEmpty,
      let steps = article.sections.first(where: { $0.kind == .steps })
    {
      found.append(
        Diagnostic(
          severity, "section-missing", path: article.path, range: article.document.range(of: steps.heading),
          message: Localized(
            zh: "“\(steps.title)”里没有步骤，检查清单会是空的", en: "“\(steps.title)” has no step; its checklist would be empty"),
          help: Localized(zh: "步骤写成“1. **岗位** 做什么”", en: "write steps as “1. **role** what to do”")))
    }
    return found
  }

  /// The sections that a kind of document must have: those of handbook.yml, else those of the format.
  private static func required(_ kind: ArticleKind, _ settings: Settings) -> [SectionKind] {
    if let own = settings.rules.required.last(where: { $0.kind == kind }) {
      return own.sections.map { SectionKind(title: Array($0.text.utf8)[...]) }
    }
    switch kind {
    case .procedure: return [.scope, .definitions, .steps, .risks, .references]
    case .policy: return [.scope]
    case .role, .department, .form, .event: return []
    }
  }
}
