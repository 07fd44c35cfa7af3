internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// The flowchart of a procedure with the same in words.
struct FlowView: Sendable {
  var anchor: String
  var body: SafeHTML?
  var drawing: SafeHTML
  var words: SafeHTML

  static let schema = Schema<FlowView>(
    "flow",
    [
      .text("anchor", "Its place in the page.") { $0.anchor },
      .html("bodyHtml", "What the author wrote about the flow.") { $0.body },
      .html("svgHtml", "The drawing; several when there are many steps.") { $0.drawing },
      .html("textHtml", "The same in words.") { $0.words },
    ])

  /// Draws the steps of an article; nil when it has none.
  init?(_ steps: StepBuilder, anchor: String, body: SafeHTML?) {
    guard let chart = FlowchartBuilder(steps).chart else { return nil }
    let view = steps.view
    let title = view.strings.phrase(.flowTitle, steps.article.title)
    var (drawing, words): ([UInt8], [UInt8]) = ([], [])
    for (index, part) in Flowchart.charts(of: chart).enumerated() {
      part.svg(
        title: title, description: view.strings[.flowHint], prefix: index == 0 ? "Fc" : "Fc\(index + 1)",
        into: &drawing)
    }
    chart.textAlternative(in: view.language, into: &words)
    self.anchor = anchor
    self.body = body
    self.drawing = SafeHTML(trusted: drawing)
    self.words = SafeHTML(trusted: words)
  }
}

/// Makes a chart of an article's first Steps section: steps, pause points, branches and where they lead.
struct FlowchartBuilder {
  private let steps: StepBuilder
  private var article: Article { _read { yield steps.article } }
  private var nodes: [Flowchart.Node] = []
  private var edges: [Flowchart.Edge] = []
  private var lanes: [Flowchart.Lane] = []
  private var laneOf: [Party: Int] = [:]
  /// The nodes of steps and stages, by their index.
  private var nodeOfStep: [Int: Int] = [:]
  private var nodeOfStage: [Int: Int] = [:]
  private var end = 0
  private var unnamed: Int?

  init(_ steps: StepBuilder) { self.steps = steps }

  /// The chart; nil when the article has no steps of the first level.
  var chart: Flowchart? {
    var builder = self
    guard let first = steps.steps.first else { return nil }
    let shown = steps.steps.indices.filter {
      steps.steps[$0].depth == 1 && steps.steps[$0].section == first.section
    }
    guard !shown.isEmpty else { return nil }
    for index in shown { builder.addNode(index) }
    builder.end = builder.nodes.count
    builder.nodes.append(
      Flowchart.Node(.end, text: steps.view.strings[.toEnd], lane: builder.nodes.last?.lane ?? 0))
    builder.connect(shown)
    return Flowchart(lanes: builder.lanes, nodes: builder.nodes, edges: builder.edges)
  }

  private mutating func lane(_ party: Party) -> Int {
    if let lane = laneOf[party] { return lane }
    laneOf[party] = lanes.count
    lanes.append(.init(name: steps.view.name(party)))
    return lanes.count - 1
  }

  /// The lane without a name, for steps that name nobody.
  private mutating func nobody() -> Int {
    if let unnamed { return unnamed }
    unnamed = lanes.count
    lanes.append(.init(name: ""))
    return lanes.count - 1
  }

  private mutating func addNode(_ index: Int) {
    let step = steps.steps[index]
    if let stage = step.stage, nodeOfStage[stage] == nil { open(stage, before: step) }
    let parties = step.participation.responsible + step.boxes.flatMap(\.parties)
    let all = parties.map { lane($0) }
    let own = all.first ?? nobody()
    var others: [Int] = []
    for other in all where other != own && !others.contains(other) { others.append(other) }
    nodeOfStep[index] = nodes.count
    let isChoice = step.branches.contains { if case .when = $0.condition { $0.target != nil } else { false } }
    nodes.append(
      Flowchart.Node(
        isChoice ? .decision("") : .step, label: step.number, text: steps.prose.plain(step.action), lane: own,
        others: others, stage: stageName(step), href: steps.view.href(article.id, step.anchor),
        isKiller: step.boxes.contains(where: \.isKiller), isOptional: step.isOptional))
  }

  private func stageName(_ step: Step) -> String? { step.stage.map { steps.stages[$0].title } }

  /// A pause point is a bar of its own; the first step of any other stage stands for it.
  private mutating func open(_ stage: Int, before step: Step) {
    nodeOfStage[stage] = nodes.count
    guard steps.stages[stage].isPausePoint else { return }
    let title = steps.stages[stage].title
    nodes.append(
      Flowchart.Node(
        .pause(steps.view.strings.phrase(.pauseTitle, title)), text: title, lane: nodes.last?.lane ?? 0, stage: title,
        href: steps.view.href(article.id, steps.stages[stage].anchor)))
  }

  private mutating func connect(_ shown: [Int]) {
    let leaving = Set(shown.filter { alwaysLeaves(steps.steps[$0]) }.compactMap { nodeOfStep[$0] })
    for node in 0..<end where !leaving.contains(node) { edges.append(.init(from: node, to: node + 1)) }
    for index in shown {
      guard let from = nodeOfStep[index] else { continue }
      for branch in steps.steps[index].branches { addBranch(branch, from: from) }
    }
  }

  /// A step whose own text ends in a jump does not go on to the next one, unless the jump leads to another document.
  private func alwaysLeaves(_ step: Step) -> Bool {
    step.branches.contains { branch in
      guard case .always = branch.condition else { return false }
      switch branch.target {
      case .step, .stage, .end: return true
      case .section, .document, .missing, nil: return false
      }
    }
  }

  private mutating func addBranch(_ branch: Branch, from: Int) {
    guard let target = branch.target else { return }
    let label: String? =
      switch branch.condition {
      case .when(let phrase): steps.prose.plain(phrase)
      case .otherwise: steps.view.strings[.otherwise]
      case .always: nil
      }
    guard let to = node(of: target, lane: nodes[from].lane) else { return }
    edges.append(.init(from: from, to: to, label: label, kind: to <= from ? .loop : .branch))
  }

  private mutating func node(of target: Jump, lane: Int) -> Int? {
    switch target {
    case .step(let index): return nodeOfStep[root(index)]
    case .stage(let index): return nodeOfStage[index]
    case .end: return end
    case .section, .document:
      let link = steps.link(target)
      nodes.append(Flowchart.Node(.external(link.text), lane: lane, href: link.href ?? ""))
      return nodes.count - 1
    case .missing: return nil
    }
  }

  /// The step of the first level that a step is part of.
  private func root(_ index: Int) -> Int {
    var index = index
    while let parent = steps.steps[index].parent, parent < index { index = parent }
    return index
  }
}
