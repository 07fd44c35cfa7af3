internal import Diagnostics

/// A parsed template of a library.
struct Template {
  let name: [UInt8]
  let path: String
  let nodes: [Node]
  /// Whether its nesting is wrong, so that its names cannot be judged.
  let isBroken: Bool
}

/// Turns templates into routines: one for each template, scope and set of replaced blocks in which it is used.
struct Compiler {
  /// How long a chain of includes may be.
  static let chainLimit = 32
  private static let stepLimit = 200_000
  private static let routineLimit = 10_000

  /// Where a node stands while it is compiled.
  struct Site {
    /// The template whose source holds the node; not that of the routine inside a replaced block.
    var template: Int
    var scope: Scope
    var replacements: Int
    let routine: Int
    var descent = CallGraph.Descent.stays
    var depth = 0
  }

  private struct Key: Hashable {
    let template: Int
    let scope: Scope
    let replacements: Int
  }

  let templates: [Template]
  let numbers: [[UInt8]: Int]
  var shapes = ShapeTable()
  var program = Program()
  var blocks = BlockUse()
  private(set) var calls: [CallGraph.Call] = []
  private(set) var problems: [Diagnostic] = []
  private var reported: Set<Diagnostic> = []
  private var routines: [Key: Int] = [:]
  private var queue: [Key] = []
  private var isFull = false

  /// - Parameter templates: no two of one name.
  init(_ templates: [Template]) {
    self.templates = templates
    numbers = Dictionary(uniqueKeysWithValues: templates.enumerated().map { ($1.name, $0) })
  }

  /// The routine of an entry; nil, with a report, when there is no such template.
  mutating func entry(_ name: String, shape: Shape) -> Int? {
    let number = shapes.add(shape)
    guard let template = numbers[Array(name.utf8)] else {
      let help = Localized.nearest(to: name, among: templates.map { $0.name.shown })
      report(
        .template(
          "templates/\(name).mustache", 0..<0, zh: "缺少模板“\(name)”", en: "the template “\(name)” is missing", help: help)
      )
      return nil
    }
    return routine(template, Scope(shape: number), blocks.none)
  }

  /// Compiles all routines that the entries need, then looks at how they hang together.
  ///
  /// - Parameter judgingBlocks: whether all templates are sound, so that a block without a place is a mistake.
  mutating func run(judgingBlocks: Bool) {
    while program.routines.count < queue.count, !isFull {
      let key = queue[program.routines.count]
      let start = program.steps.count
      let site = Site(
        template: key.template, scope: key.scope, replacements: key.replacements, routine: program.routines.count)
      if !templates[key.template].isBroken { emit(templates[key.template].nodes, at: site) }
      program.routines.append(start..<program.steps.count)
      checkSize(key.template)
    }
    checkCalls()
    if judgingBlocks, problems.isEmpty { reportIdleBlocks() }
  }

  /// The names of the templates that no entry reaches.
  var unreached: [String] {
    let reached = Set(queue.map(\.template))
    return templates.indices.filter { !reached.contains($0) }.map { templates[$0].name.shown }
  }

  /// The routine for a template in a scope; it is compiled later if it is new.
  mutating func routine(_ template: Int, _ scope: Scope, _ replacements: Int) -> Int {
    let key = Key(template: template, scope: scope, replacements: replacements)
    if let known = routines[key] { return known }
    routines[key] = queue.count
    queue.append(key)
    return queue.count - 1
  }

  mutating func note(_ call: CallGraph.Call) { calls.append(call) }

  /// Reports a mistake once, however often its place is compiled.
  mutating func report(_ problem: Diagnostic) {
    if reported.insert(problem).inserted { problems.append(problem) }
  }

  private mutating func checkSize(_ template: Int) {
    if program.steps.count <= Self.stepLimit, queue.count <= Self.routineLimit { return }
    isFull = true
    let path = templates[template].path
    report(.template(path, 0..<0, zh: "模板互相套用得太多", en: "the templates include each other too often"))
  }

  private mutating func checkCalls() {
    if isFull { return }
    let graph = CallGraph(routines: queue.count, calls: calls)
    for call in graph.endless() { reportEndless(call) }
    for call in graph.tooDeep(limit: Self.chainLimit) {
      report(
        .template(
          templates[call.template].path, call.range, zh: "模板套用超过 \(Self.chainLimit) 层",
          en: "templates are included more than \(Self.chainLimit) deep"))
    }
  }

  private mutating func reportEndless(_ call: CallGraph.Call) {
    let name = templates[queue[call.to].template].name.shown
    let help = Localized(
      zh: "只有在当前记录自己的列表里才能再次套用", en: "include it again only inside a list of the record it is in")
    report(
      .template(
        templates[call.template].path, call.range, zh: "模板“\(name)”套用自己，不会结束",
        en: "the template “\(name)” includes itself without end", help: help))
  }

  private mutating func reportIdleBlocks() {
    for (place, parent) in blocks.idle {
      let help = Localized.nearest(to: place.name.shown, among: blocks.names)
      report(
        .template(
          templates[place.template].path, place.start..<place.start + place.name.count,
          zh: "“\(parent.shown)”里没有块“\(place.name.shown)”",
          en: "“\(parent.shown)” has no block “\(place.name.shown)”", help: help))
    }
  }

  /// Whether there is room for more steps.
  var hasRoom: Bool { program.steps.count <= Self.stepLimit }
}
