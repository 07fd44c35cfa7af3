internal import Diagnostics

extension Compiler {
  /// Compiles nodes.
  ///
  /// - Parameter continuing: whether the first node goes on in a line that has begun, whatever its source says.
  mutating func emit(_ nodes: [Node], at site: Site, continuing: Bool = false) {
    if site.depth > 128 { return reportNesting(site) }
    var inner = site
    inner.depth += 1
    var continues = continuing
    for node in nodes where hasRoom {
      emit(node, at: inner, continuing: continues)
      continues = false
    }
  }

  private mutating func emit(_ node: Node, at site: Site, continuing: Bool) {
    switch node {
    case .text(let range, let startsLine):
      add(.text(Int32(range.lowerBound), Int32(range.upperBound), startsLine: startsLine && !continuing))
    case .lineStart: if !continuing { add(.lineStart) }
    case .value(let name, let raw): emitValue(name, raw: raw, at: site)
    case .section(let name, let inverted, let body): emitSection(name, inverted: inverted, body, at: site)
    case .include(let include, let arguments): emitInclude(include, arguments, at: site)
    case .block(let block): emitBlock(block, at: site)
    }
  }

  private mutating func add(_ step: Step) { program.steps.append(step) }

  private mutating func emitValue(_ name: Name, raw: Bool, at site: Site) {
    guard let target = resolve(name, at: site) else { return }
    switch target.kind {
    case .text, .choice: if raw { reportRaw(name, at: site) }
    case .html: break
    case .flag, .list, .record: reportUnwritable(name, target.kind, at: site)
    }
    add(.value(place(target.slot)))
  }

  private mutating func emitSection(_ name: Name, inverted: Bool, _ body: [Node], at site: Site) {
    guard let target = resolve(name, at: site) else { return }
    let place = place(target.slot)
    var inner = site
    if inverted {
      return emit(body, at: inner) { .unless(place, end: $0) }
    }
    switch target.kind {
    case .flag: emit(body, at: inner) { .when(place, end: $0) }
    case .text, .html, .choice:
      inner.scope = site.scope.naming(target.slot)
      emit(body, at: inner) { .when(place, end: $0) }
    case .list(let shape), .record(let shape):
      let hidden = open(shape, target.slot, in: &inner)
      let size = Int32(shapes.rows[shape].fields.count)
      emit(body, at: inner) { .each(place, size: size, hidden: hidden, end: $0) }
    }
  }

  /// Compiles a body behind a step that knows where it ends.
  private mutating func emit(_ body: [Node], at site: Site, head: (_ end: Int32) -> Step) {
    let index = program.steps.count
    add(.lineStart)
    emit(body, at: site)
    program.steps[index] = head(Int32(program.steps.count))
  }

  private func open(_ shape: Int, _ slot: Slot, in site: inout Site) -> Int32 {
    let (scope, hidden) = site.scope.opening(shape)
    site.descent = site.descent.opening(fromInnermost: slot.frame == site.scope.top)
    site.scope = scope
    return Int32(hidden ?? -1)
  }

  private mutating func emitInclude(_ include: Include, _ arguments: [Block], at site: Site) {
    switch include.target {
    case .named(let name):
      guard let template = numbers[name] else { return reportMissing(name, include, at: site) }
      let routine = call(template, include, arguments, at: site)
      if let indent = include.indent {
        add(.indented(routine: routine, Int32(indent.lowerBound), Int32(indent.upperBound)))
      } else {
        add(.inline(routine: routine))
      }
    case .dynamic(let name): emitDynamic(name, include, arguments, at: site)
    }
  }

  private mutating func emitDynamic(_ name: Name, _ include: Include, _ arguments: [Block], at site: Site) {
    guard let target = resolve(name, at: site) else { return }
    guard case .choice(let words) = target.kind else { return reportNoChoice(name, at: site) }
    var choice: [(word: [UInt8], routine: Int32)] = []
    for word in words {
      if let template = numbers[word] {
        choice.append((word, call(template, include, arguments, at: site)))
      } else {
        reportMissing(word, include, at: site)
      }
    }
    program.choices.append(choice)
    let (start, end) = (Int32(include.indent?.lowerBound ?? -1), Int32(include.indent?.upperBound ?? -1))
    add(.choose(place(target.slot), choice: Int32(program.choices.count - 1), start, end))
  }

  private mutating func call(_ template: Int, _ include: Include, _ arguments: [Block], at site: Site) -> Int32 {
    let set = blocks.adding(
      to: site.replacements, arguments, in: site.template, parent: templates[template].name)
    let routine = routine(template, site.scope, set)
    note(
      CallGraph.Call(
        from: site.routine, to: routine, descent: site.descent, template: site.template, range: include.range))
    return Int32(routine)
  }

  private mutating func emitBlock(_ block: Block, at site: Site) {
    guard let (replacement, other) = blocks.replacement(of: block.name, in: site.replacements) else {
      return emit(block.body, at: site)
    }
    var inner = site
    inner.template = replacement.template
    inner.replacements = replacement.around
    if !block.indent.isEmpty { add(.indent(Int32(block.indent.lowerBound), Int32(block.indent.upperBound))) }
    if block.opensLine, !other.opensLine { add(.lineStart) }
    emit(other.body, at: inner, continuing: !block.opensLine)
    if !block.indent.isEmpty { add(.outdent(Int32(block.indent.count))) }
  }

  private mutating func place(_ slot: Slot) -> Step.Place {
    let start = program.paths.count
    program.paths.append(contentsOf: slot.path.dropFirst().map { Int32($0) })
    return Step.Place(
      frame: Int32(slot.frame), slot: Int32(slot.path[0]), pathStart: Int32(start),
      pathEnd: Int32(program.paths.count))
  }
}
