package import Diagnostics

/// One rule of the handbook (spec/checks.md): what it is called, why it is there, what breaks it and what does not, and
/// how it is found. Its examples are its test and its page in the manual.
package struct Rule: Sendable {
  /// Where a rule is looked for.
  package enum Finder: Sendable {
    /// By the stages below, while files are read and names are linked; here it is only documented.
    case reading
    /// In one article at a time; must be linear in it and look at nothing that other articles say in their text.
    case document(@Sendable (inout Inspection) -> Void)
    /// In the handbook as a whole, once.
    case handbook(@Sendable (inout Survey) -> Void)
  }

  /// How much a finding weighs before the handbook's own settings.
  package enum Weight: Sendable {
    /// The same everywhere.
    case always(Severity)
    /// A warning in a draft, an error from in-review on.
    case byStatus
    /// As the finding itself says; the text tells when it is what.
    case various(Localized)
  }

  /// The stable name.
  package let name: RuleName
  /// The chapter of the manual.
  package let group: RuleGroup
  /// How much it weighs.
  package let weight: Weight
  /// Whether neither settings nor comments can weaken it, because a handbook that breaks it cannot be published soundly.
  package let isFirm: Bool
  /// How many of its findings in real texts were worth a writer's time; nil where that is no question of taste.
  package let measured: Precision?
  /// What it asks for, in one sentence.
  package let summary: Localized
  /// Why, and what to do about a finding.
  package let advice: Localized
  /// A handbook that breaks it.
  package let bad: Example
  /// The same, mended.
  package let good: Example
  /// How it is found.
  let finder: Finder

  /// Describes a rule.
  init(
    _ name: RuleName, _ group: RuleGroup, _ weight: Weight, isFirm: Bool = false,
    measured: Precision? = nil, summary: Localized, advice: Localized, bad: Example, good: Example, _ finder: Finder
  ) {
    self.name = name
    self.group = group
    self.weight = weight
    self.isFirm = isFirm
    self.measured = measured
    self.summary = summary
    self.advice = advice
    self.bad = bad
    self.good = good
    self.finder = finder
  }
}

/// The chapters of the manual (spec/checks.md).
package enum RuleGroup: String, Sendable, CaseIterable {
  case frontMatter, markdown, structure, links, responsibility, wording, logic, checklists, control, project

  /// Its heading.
  package var title: Localized {
    switch self {
    case .frontMatter: Localized(zh: "文件头", en: "Front matter")
    case .markdown: Localized(zh: "Markdown 的陷阱", en: "Markdown traps")
    case .structure: Localized(zh: "结构", en: "Structure")
    case .links: Localized(zh: "链接与名称", en: "Links and names")
    case .responsibility: Localized(zh: "责任", en: "Responsibility")
    case .wording: Localized(zh: "措辞", en: "Wording")
    case .logic: Localized(zh: "逻辑与时间", en: "Logic and time")
    case .checklists: Localized(zh: "检查清单", en: "Checklists")
    case .control: Localized(zh: "文件控制", en: "Control")
    case .project: Localized(zh: "手册的设置", en: "Project")
    }
  }
}
