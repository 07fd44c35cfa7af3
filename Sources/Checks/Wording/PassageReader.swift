import Markdown
import Procedures

/// Walks over an article and says of each text what it is.
struct PassageReader {
  private let article: Article
  private let view: DocumentView
  /// Looked at in place: a step is large, and a copy of it counts many references.
  private let steps: [Step]
  /// Warnings stand in their section and at the step that they protect; values of fields are handed down to sub-steps.
  private var seenBlocks: Set<Block> = []
  private var seenPhrases: Set<Phrase> = []

  /// Opens an article.
  init(_ article: Article, _ view: DocumentView) {
    self.article = article
    steps = article.steps
    self.view = view
  }

  /// Calls `add` for every text of the article, each once. Linear.
  mutating func read(_ add: (Passage.Place, Phrase) -> Void) {
    for stage in article.stages where !stage.fields.criteria.isEmpty || !stage.fields.requires.isEmpty {
      readFields(stage.fields, nil, add)
    }
    for index in steps.indices { readStep(index, add) }
    for duty in article.duties {
      add(.duty, duty.text)
      for note in duty.notes { readBlock(note, .rule, add) }
    }
    for risk in article.risks {
      add(.background, risk.risk)
      if let control = risk.control { add(.control, control) }
    }
    for definition in article.definitions { add(.background, definition.text) }
    for section in article.sections { readSection(section, add) }
    if article.kind != .role, article.kind != .department {
      for block in article.preamble { readBlock(block, .background, add) }
    }
  }

  private mutating func readStep(_ index: Int, _ add: (Passage.Place, Phrase) -> Void) {
    for warning in steps[index].warnings { readWarning(warning, add) }
    add(.action(index), steps[index].action)
    for box in steps[index].boxes { add(.box(index), box.text) }
    for branch in steps[index].branches {
      if case .when(let condition) = branch.condition { add(.condition(index), condition) }
      if let result = branch.result, branch.participation == nil { add(.result(index), result) }
    }
    readFields(steps[index].fields, index, add)
    for note in steps[index].notes { readBlock(note, .note(index), add) }
  }

  private mutating func readFields(_ fields: StepFields, _ step: Int?, _ add: (Passage.Place, Phrase) -> Void) {
    for phrase in fields.criteria where seenPhrases.insert(phrase).inserted {
      add(step.map { .criterion($0) } ?? .rule, phrase)
    }
    for phrase in fields.requires where seenPhrases.insert(phrase).inserted {
      add(step.map { .requirement($0) } ?? .rule, phrase)
    }
    for phrase in [fields.control, fields.ifLate, fields.penalty, fields.until] {
      guard let phrase, seenPhrases.insert(phrase).inserted else { continue }
      add(step.map { .field($0) } ?? .rule, phrase)
    }
    guard let step else { return }
    for (_, value) in fields.unknown { add(.note(step), value) }
  }

  private mutating func readWarning(_ warning: Warning, _ add: (Passage.Place, Phrase) -> Void) {
    guard seenBlocks.insert(warning.block).inserted else { return }
    // A note explains; only what warns is asked to hold no action.
    let place: Passage.Place = warning.level == .note ? .prose : .warning
    add(place, warning.lead)
    for block in warning.rest { readBlock(block, place, add) }
  }

  private mutating func readSection(_ section: Section, _ add: (Passage.Place, Phrase) -> Void) {
    let binds = section.kind.binds
    for content in section.content {
      switch content {
      case .prose(let block): readBlock(block, binds ? .prose : .background, add)
      case .warning(let warning): readWarning(warning, add)
      case .stage, .step, .definition, .risk, .material, .reference, .change, .duty: break
      }
    }
  }

  /// Reads a block and all below it; the nesting is bounded by the document's. An item of a list among prose is a rule.
  private func readBlock(_ block: Block, _ place: Passage.Place, _ add: (Passage.Place, Phrase) -> Void) {
    switch view.kind(of: block) {
    case .paragraph, .tableCell:
      add(place, article.document.phrase(of: block))
    case .item where place == .prose:
      for child in view.children(of: block) { readBlock(child, .rule, add) }
    case .heading, .code, .html, .thematicBreak: break
    default: for child in view.children(of: block) { readBlock(child, place, add) }
    }
  }
}

extension SectionKind {
  /// Whether what stands in such a section is to be kept by someone.
  fileprivate var binds: Bool {
    switch self {
    case .steps, .responsibilities, .authority, .contingency, .compliance, .supplementary, .risks, .other: true
    case .purpose, .scope, .definitions, .flow, .qualifications, .materials, .records, .inputs, .outputs, .references,
      .changes:
      false
    }
  }
}
