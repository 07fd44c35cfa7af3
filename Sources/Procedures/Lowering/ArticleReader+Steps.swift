import Diagnostics
import Markdown

/// Where the reading of one Steps section stands.
struct StepsState {
  let section: Int
  /// What is put before the anchors of steps; empty in the first Steps section.
  let prefix: String
  var content: [SectionContent] = []
  var stage: Int?
  var count = 0
  var warnings: [Warning] = []
  /// The step that a field list straight behind it belongs to.
  var attachable: Int?
  /// Whether the stage heading was just read, so that a field list belongs to the stage.
  var isAtStage = false
}

extension ArticleReader {
  /// Reads a Steps section: stages, steps, warnings, and what stands between them.
  mutating func readSteps(_ index: Int) {
    reserveSteps(article.sections[index].blocks)
    let isFirst = !article.sections[..<index].contains { $0.kind == .steps }
    var state = StepsState(section: index, prefix: isFirst ? "" : article.sections[index].anchor + "-")
    for block in article.sections[index].blocks { readStepsBlock(block, &state) }
    // A warning that no step follows is shown where it stands.
    state.content += state.warnings.map { .warning($0) }
    article.sections[index].content = state.content
  }

  /// Makes room for exactly the steps of a section, sub-steps left out, because articles stay for the whole run.
  private mutating func reserveSteps(_ blocks: [Block]) {
    var count = article.steps.count
    for block in blocks where view.isOrdered(block) { for _ in view.children(of: block) { count += 1 } }
    article.steps.reserveCapacity(count)
  }

  private mutating func readStepsBlock(_ block: Block, _ state: inout StepsState) {
    let attachable = state.attachable
    let isAtStage = state.isAtStage
    state.attachable = nil
    state.isAtStage = false
    switch view.kind(of: block) {
    case .heading where view.level(of: block) == 3:
      openStage(block, &state)
    case .list where view.isOrdered(block):
      readStepList(block, parent: nil, &state)
    case .list where isAtStage && isFieldList(block):
      readStageFields(block, state.stage)
    case .list:
      if let step = attachable, isFieldList(block) {
        attach(block, to: step, &state)
      } else {
        state.content.append(.prose(block))
      }
    case .quote:
      if let warning = warning(block) {
        state.warnings.append(warning)
      } else {
        state.content.append(.prose(block))
      }
      state.attachable = attachable
    case .table where readStepTable(block, &state): break
    case .html:
      state.content.append(.prose(block))
      (state.attachable, state.isAtStage) = (attachable, isAtStage)
    default:
      state.content.append(.prose(block))
    }
  }

  // MARK: Stages

  private mutating func openStage(_ heading: Block, _ state: inout StepsState) {
    let line = lines[heading]
    let head = StepHead(line, anchors: anchors, finder: finder, readsWho: false)
    let (title, isPausePoint) = Self.stageTitle(line)
    var stage = Stage(
      title: title, isPausePoint: isPausePoint, heading: heading, anchor: anchor(title), section: state.section)
    if let time = head.time {
      take(time, line, head.timeRange, into: &stage.fields)
      stage.isPlain = false
    }
    article.stages.append(stage)
    state.stage = article.stages.count - 1
    state.content.append(.stage(article.stages.count - 1))
    state.isAtStage = true
  }

  /// A stage heading's name without 检查点：, and whether it had that.
  static func stageTitle(_ line: Line) -> (String, Bool) {
    let text = trimmed(line.bytes)
    for mark in ["检查点", "Checkpoint", "checkpoint"] as [StaticString] where text.begins(with: mark) {
      let rest = trimmed(text.dropFirst(mark.utf8CodeUnitCount))
      for colon in ["：", ":"] as [StaticString] where rest.begins(with: colon) {
        return (trimmed(rest.dropFirst(colon.utf8CodeUnitCount)).string, true)
      }
    }
    return (SectionKind.bareTitle(text).string, false)
  }

  private mutating func readStageFields(_ list: Block, _ index: Int?) {
    guard let index else { return }
    var stage = article.stages[index]
    for item in view.children(of: list) {
      guard let first = view.children(of: item).first else { continue }
      let line = lines[first]
      guard let syntax = FieldSyntax(line), let field = syntax.field else { continue }
      read(field, line, syntax.value, in: item, into: &stage.fields)
      stage.isPlain = false
    }
    article.stages[index] = stage
  }

  /// Whether all bullets of a list are fields, boxes or branches, so that it can belong to what stands before it.
  private func isFieldList(_ list: Block) -> Bool {
    view.children(of: list).allSatisfy { item in
      guard let first = view.children(of: item).first else { return false }
      if view.kind(of: item) != .item || view.checkbox(of: item) != .none { return true }
      let line = lines[first]
      return FieldSyntax(line)?.field != nil || BranchSyntax(line) != nil || BoxSyntax(line, item: .none) != nil
    }
  }

  /// step-indent: a field list that stands straight behind a step without being indented below it.
  private mutating func attach(_ list: Block, to index: Int, _ state: inout StepsState) {
    var step = article.steps[index]
    for item in view.children(of: list) { readBullet(item, &step, index, &state) }
    article.steps[index] = step
    diagnostics.append(
      Diagnostic(
        .warning, .stepIndent, path: article.path, range: view.range(of: list),
        message: Localized(
          zh: "这些字段没有缩进到步骤 \(step.number) 之下，已按它的字段处理",
          en: "these fields are not indented under step \(step.number); they are read as its fields"),
        help: Localized(zh: "让“-”对齐步骤的文字", en: "align the “-” with the text of the step"),
        fix: indentFix(list, under: step.block)))
    state.attachable = index
  }

  /// The repair of a list that follows an item and is meant to stand under it.
  private func indentFix(_ list: Block, under item: Block) -> [Replacement] {
    let (end, start) = (Int(view.range(of: item).end), Int(view.range(of: list).start))
    guard view.kind(of: item) == .item, end <= start, let first = view.children(of: list).first,
      view.file[end..<start].allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D })
    else { return [] }
    return shiftFix(list, by: view.contentColumn(of: item) - view.markerColumn(of: first))
  }

  /// Moves all lines of a block to the right; nothing where tabs make columns a riddle.
  private func shiftFix(_ block: Block, by count: Int) -> [Replacement] {
    let file = view.file
    let range = view.range(of: block).clamped(to: file.count)
    let starts = range.filter { $0 == range.lowerBound || file[$0 - 1] == 0x0A }
    let hasTab = starts.contains { start in file[start..<range.upperBound].first { $0 != 0x20 } == 0x09 }
    if hasTab || count <= 0 { return [] }
    return starts.filter { file[$0] != 0x0A && file[$0] != 0x0D }.map {
      Replacement(SourceRange($0, $0), with: String(repeating: " ", count: count))
    }
  }

  /// step-indent: a sub-step that CommonMark reads as the next step, because it is not indented to its parent's text.
  private mutating func reportIndent(of item: Block, under parent: Int) {
    let column = view.contentColumn(of: article.steps[parent].block)
    diagnostics.append(
      Diagnostic(
        .warning, .stepIndent, path: article.path, range: document.marker(of: item),
        message: Localized(
          zh: "缩进不够，别的 Markdown 工具会把它当作下一个步骤；已按步骤 \(article.steps[parent].number) 的分步骤处理",
          en: "not indented enough: other tools take it for the next step; it is read as a sub-step of "
            + article.steps[parent].number),
        help: Localized(zh: "前面空 \(column) 格", en: "indent it by \(column) blanks"),
        fix: shiftFix(item, by: column - view.markerColumn(of: item))))
  }

  // MARK: Steps

  mutating func readStepList(_ list: Block, parent: Int?, _ state: inout StepsState) {
    var base: (column: Int, step: Int)?
    for item in view.children(of: list) {
      let column = view.markerColumn(of: item)
      // CommonMark reads `  1.` under `10.` as a sibling; two columns in, its author meant a sub-step.
      if let base, column >= base.column + 2 {
        reportIndent(of: item, under: base.step)
        addStep(item, parent: base.step, &state)
      } else if let step = addStep(item, parent: parent, &state) {
        base = (column, step)
      }
    }
  }

  @discardableResult
  private mutating func addStep(_ item: Block, parent: Int?, _ state: inout StepsState) -> Int? {
    let depth = parent.map { article.steps[$0].depth + 1 } ?? 1
    if depth > 3, let parent {
      article.steps[parent].notes.append(item)
      return nil
    }
    let index = article.steps.count
    var step = open(item, typed: view.number(of: item) ?? 0, parent: parent, depth: depth, &state)
    var children = view.children(of: item)
    if let first = children.first, view.kind(of: first) == .paragraph {
      readHead(lines[first], &step)
      _ = children.next()
    }
    while let child = children.next() { readStepChild(child, &step, index, &state) }
    put(consume step, index)
    state.attachable = parent == nil ? index : state.attachable
    return index
  }

  /// Puts a step in its place, which is the end unless sub-steps of it were read already.
  mutating func put(_ step: consuming Step, _ index: Int) {
    if index == article.steps.count { article.steps.append(step) } else { article.steps[index] = step }
  }

  /// Begins a step; it gets its place when it is read, or before its first sub-step.
  mutating func open(_ block: Block, typed: Int, parent: Int?, depth: Int, _ state: inout StepsState) -> Step {
    let index = article.steps.count
    let number: String
    if let parent {
      subStepCounts[parent, default: 0] += 1
      number = "\(article.steps[parent].number).\(subStepCounts[parent, default: 1])"
    } else {
      state.count += 1
      number = String(state.count)
      state.content.append(.step(index))
    }
    let place = StepPlace(depth: depth, typedNumber: typed, parent: parent, stage: state.stage, section: state.section)
    var step = Step(
      number: number, anchor: state.prefix.isEmpty ? "step-" + number : "\(state.prefix)step-\(number)", place: place,
      block: block, range: view.range(of: block))
    step.warnings = state.warnings
    state.warnings = []
    return step
  }

  private mutating func readStepChild(_ child: Block, _ step: inout Step, _ index: Int, _ state: inout StepsState) {
    switch view.kind(of: child) {
    case .list where view.isOrdered(child): readSubSteps(child, of: &step, index, &state)
    case .list: for item in view.children(of: child) { readBullet(item, &step, index, &state) }
    case .quote:
      if let warning = warning(child) { step.warnings.append(warning) } else { step.notes.append(child) }
    default: step.notes.append(child)
    }
  }

  /// Reads steps below a step that is still being read; they look at its place.
  mutating func readSubSteps(_ list: Block, of step: inout Step, _ index: Int, _ state: inout StepsState) {
    put(step, index)
    readStepList(list, parent: index, &state)
    step = article.steps[index]
  }

  /// Reads the first line of a step: time, who, what, and what may stand at its end.
  mutating func readHead(_ line: Line, _ step: inout Step) {
    let head = StepHead(line, anchors: anchors, finder: finder)
    if let time = head.time { take(time, line, head.timeRange, into: &step.fields) }
    if !head.parties.isEmpty {
      let parties = resolved(head.parties, line)
      if step.participation.responsible.isEmpty {
        step.participation.responsible = parties
      } else {
        step.participation.responsible += parties
      }
    }
    if let emphasis = head.emphasis {
      diagnostics.append(.onlyEmphasis(line.text(emphasis), article.path, range(line, emphasis)))
    }
    let tail = tail(of: line, from: head.rest)
    step.isOptional = step.isOptional || tail.isOptional
    if !tail.applies.isEmpty { step.fields.applies += tail.applies }
    step.action = line.phrase(head.rest..<tail.textEnd)
    step.range = lines.range(of: line.phrase(0..<line.bytes.count))
    if let target = tail.target {
      step.branches.append(
        Branch(
          condition: .always, result: nil, participation: nil, target: pending(target, line),
          range: range(line, target.written)))
    }
  }

  /// A target as it was written; looked up when all steps are known.
  func pending(_ target: TargetSyntax, _ line: Line) -> Jump { .missing(line.text(target.written)) }

  func range(_ line: Line, _ range: Range<Int>) -> SourceRange { lines.range(of: line.phrase(range)) }
}
