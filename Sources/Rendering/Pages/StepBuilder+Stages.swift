internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// The steps of one Steps section.
struct StepSectionView: Sendable {
  var anchor: String
  var title: String
  var count: String
  var stages: [StageView]

  static let schema = Schema<StepSectionView>(
    "stepSection",
    [
      .text("anchor", "Its place in the page.") { $0.anchor }, .text("title", "Its heading.") { $0.title },
      .text("count", "How many steps and pause points it has.") { $0.count },
      .list("stages", StageView.schema, "Its stages; steps before the first one are in one without a name.") {
        $0.stages
      },
    ])
}

extension StepBuilder {
  /// All of a Steps section, in the order of the text: stages, steps, and what stands between them.
  func section(_ index: Int) -> StepSectionView {
    let section = article.sections[index]
    var stages = stages(of: section)
    let pauses = stages.count { $0.isPausePoint }
    var count = view.strings.phrase(.stepCount, String(stages.reduce(0) { $0 + $1.steps.count { $0.level == 1 } }))
    if pauses > 0 { count += " · " + view.strings.phrase(.pauseCount, String(pauses)) }
    for place in stages.indices where stages[place].isPausePoint { complete(&stages, place) }
    return StepSectionView(anchor: section.anchor, title: section.title, count: count, stages: stages)
  }

  /// The stages of a section; text between steps opens a part of its own, so that everything keeps its place.
  func stages(of section: Section) -> [StageView] {
    var stages: [StageView] = []
    var blocks: [Block] = []
    var warnings: [Warning] = []
    func closeText() {
      blocks += warnings.map(\.block)
      warnings = []
      guard !blocks.isEmpty else { return }
      if stages.last.map({ !$0.steps.isEmpty || $0.prose != nil }) ?? true { stages.append(StageView()) }
      stages[stages.count - 1].prose = .blocks(blocks, prose)
      blocks = []
    }
    for content in section.content {
      switch content {
      case .stage(let index):
        closeText()
        stages.append(stage(index))
      case .step(let index):
        let before = warnings
        warnings = []
        closeText()
        if stages.isEmpty { stages.append(StageView()) }
        stages[stages.count - 1].steps += steps(from: index, before: before)
      case .warning(let warning): warnings.append(warning)
      case .prose(let block):
        blocks += warnings.map(\.block) + [block]
        warnings = []
      case .definition, .risk, .material, .reference, .change, .duty: break
      }
    }
    closeText()
    return stages
  }

  /// A step of the first level with its sub-steps.
  private func steps(from index: Int, before: [Warning]) -> [StepView] {
    var found = [step(index, before: before)]
    var next = index + 1
    while next < steps.count, steps[next].depth > 1 {
      found.append(step(next))
      next += 1
    }
    return found
  }

  private func stage(_ index: Int) -> StageView {
    let stage = stages[index]
    var shown = StageView()
    shown.anchor = stage.anchor
    shown.title = stage.title
    shown.isPausePoint = stage.isPausePoint
    shown.when = when(stage.fields)
    if stage.isPausePoint {
      shown.caller = stage.fields.participation.responsible.first.map { view.chip($0) }
      shown.mode = (article.entry.card.mode).map { $0.label[view.language] }
    } else if !stage.fields.participation.responsible.isEmpty {
      shown.fields.append(
        FieldView(
          Word.responsible.key, view.strings[.responsible], .parties(stage.fields.participation.responsible, view)))
    }
    shown.fields += participation(stage.fields.participation) + proof(stage.fields)
    if !stage.fields.applies.isEmpty {
      let names = stage.fields.applies.joined(separator: view.strings[.listComma])
      shown.fields.append(FieldView(Word.applies.key, view.strings[.applies], SafeHTML(escaping: names)))
    }
    shown.conditions = conditions(stage.fields)
    return shown
  }

  /// A pause point is called by whoever does its first step where nobody is named; its items are steps and boxes.
  private func complete(_ stages: inout [StageView], _ place: Int) {
    var steps: [StepView] = stages[place].steps
    var next = place + 1
    while next < stages.count, stages[next].title == nil {
      steps += stages[next].steps
      next += 1
    }
    stages[place].count = steps.reduce(0) { $0 + 1 + $1.boxes.count }
    if stages[place].caller == nil { stages[place].caller = steps.first?.who.first }
  }
}
