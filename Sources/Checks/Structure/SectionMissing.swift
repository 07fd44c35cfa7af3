import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A required section that is not there, or a procedure without any step (spec/format.md 3).
  static let sectionMissing = Rule(
    .sectionMissing, .structure, .byStatus,
    summary: Localized(
      zh: "必备的章节要齐全，规程至少有一个步骤。", en: "Required sections are there; a procedure has at least one step."),
    advice: Localized(
      zh: "规程要有适用范围、术语、步骤、风险和相关文件，制度要有适用范围；缺一章，读者就不知道是没有还是忘了写。没有内容的章写“无”。要求哪些章可在 handbook.yml 的“规则: {必需章节: …}”里改。",
      en: """
        A procedure has Scope, Definitions, Steps, Risks and References, a policy has Scope; without the heading nobody \
        can tell “none” from “forgotten”. “None” alone is enough. handbook.yml can ask for other sections \
        (规则: {必需章节: …}).
        """),
    bad: Example(steps: "店员打扫店面，店长检查。"),
    good: Example(steps: "1. **店员** 打扫店面\n2. **店长** 检查店面"),
    .document { inspection in
      if inspection.article.entry.isTranslation { return }
      for kind in missingSections(inspection) { reportMissing(kind, &inspection) }
      reportNoStep(&inspection)
    })

  private static func missingSections(_ inspection: Inspection) -> [SectionKind] {
    inspection.handbook.settings.requiredSections(of: inspection.article.kind).filter { kind in
      !inspection.article.sections.contains { $0.kind == kind }
    }
  }

  private static func reportMissing(_ kind: SectionKind, _ inspection: inout Inspection) {
    let (zh, en) = (kind.names.first ?? "", kind.names.last ?? "")
    inspection.report(
      inspection.article.entry.card.titleField?.range ?? .start,
      Localized(zh: "缺少“\(zh)”一章", en: "the section “\(en)” is missing"),
      help: Localized(
        zh: "加一个标题“## \(zh)”；没有内容可写“无”", en: "add a heading “## \(en)”; “none” alone is enough"))
  }

  private static func reportNoStep(_ inspection: inout Inspection) {
    let article = inspection.article
    guard article.kind == .procedure, article.steps.isEmpty,
      let steps = article.sections.first(where: { $0.kind == .steps })
    else { return }
    inspection.report(
      inspection.view.range(of: steps.heading),
      Localized(
        zh: "“\(steps.title)”里没有步骤，检查清单会是空的", en: "“\(steps.title)” has no step; its checklist would be empty"),
      help: Localized(zh: "步骤写成“1. **岗位** 做什么”", en: "write steps as “1. **role** what to do”"))
  }
}
