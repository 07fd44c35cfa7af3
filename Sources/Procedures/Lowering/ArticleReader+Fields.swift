import Diagnostics
import Markdown

extension ArticleReader {
  /// Reads a bullet under a step: a box, a branch, a field, or a note.
  mutating func readBullet(_ item: Block, _ step: inout Step, _ index: Int, _ state: inout StepsState) {
    guard view.kind(of: item) == .item, let first = view.children(of: item).first, view.kind(of: first) == .paragraph
    else {
      step.notes.append(item)
      return
    }
    let line = lines[first]
    if let box = BoxSyntax(line, item: view.checkbox(of: item)) {
      readBox(box, line, item, &step)
    } else if let syntax = FieldSyntax(line), let field = syntax.field {
      read(field, line, syntax.value, in: item, into: &step.fields)
    } else if let branch = BranchSyntax(line) {
      readBranch(branch, line, item, &step, index, &state)
    } else if let syntax = FieldSyntax(line), view.next(after: first) == nil {
      step.fields.unknown.append((line.text(syntax.key), value(line, syntax.value)))
      if let near = FieldKey.nearest(to: line.text(syntax.key)) {
        diagnostics.append(.unknownField(line.text(syntax.key), near, article.path, range(line, syntax.key)))
      }
    } else {
      step.notes.append(item)
    }
  }

  private mutating func readBox(_ box: BoxSyntax, _ line: Line, _ item: Block, _ step: inout Step) {
    let head = StepHead(line, from: box.start, anchors: nil, finder: finder)
    let parties = resolved(head.parties, line)
    step.boxes.append(
      Box(
        text: line.phrase(head.rest..<line.bytes.count), isKiller: box.isKiller, parties: parties,
        range: range(line, 0..<line.bytes.count)))
    step.notes += view.children(of: item).dropFirst()
  }

  private mutating func readBranch(
    _ branch: BranchSyntax, _ line: Line, _ item: Block, _ step: inout Step, _ index: Int, _ state: inout StepsState
  ) {
    var end = line.bytes.count
    var target: Jump?
    if let found = TargetSyntax(line, in: branch.result), isTarget(found, line, inBranch: true) {
      end = max(branch.result.lowerBound, found.textEnd)
      target = pending(found, line)
    }
    let result = line.phrase(branch.result.lowerBound..<end)
    step.branches.append(
      Branch(
        condition: branch.condition.map { .when(line.phrase($0)) } ?? .otherwise,
        result: result.isEmpty ? nil : result,
        participation: branchParties(line, branch.result.lowerBound..<end), target: target,
        range: range(line, 0..<line.bytes.count)))
    for child in view.children(of: item).dropFirst() {
      if view.isOrdered(child) {
        readSubSteps(child, of: &step, index, &state)
      } else {
        step.notes.append(child)
      }
    }
  }

  /// The field that a branch's result is, as in `如果 计划外：批准：集团总经理`.
  private mutating func branchParties(_ line: Line, _ range: Range<Int>) -> (letter: Letter, parties: [Party])? {
    guard let colon = FieldSyntax.colon(in: line, from: range.lowerBound), colon.upperBound <= range.upperBound,
      case .party(let letter)? = FieldKey(trimmed(line.bytes[range.lowerBound..<colon.lowerBound]))
    else { return nil }
    return (letter, parties(line, colon.upperBound..<range.upperBound))
  }

  /// Reads one field of a step or stage, with the bullets below it.
  mutating func read(
    _ field: FieldKey, _ line: Line, _ range: Range<Int>, in item: Block, into fields: inout StepFields
  ) {
    readValue(field, line, range, &fields)
    for child in view.children(of: item).dropFirst() where view.kind(of: child) == .list {
      for bullet in view.children(of: child) {
        guard let first = view.children(of: bullet).first else { continue }
        readValue(field, lines[first], 0..<lines[first].bytes.count, &fields)
      }
    }
  }

  private mutating func readValue(_ field: FieldKey, _ line: Line, _ range: Range<Int>, _ fields: inout StepFields) {
    if field == .oneOf || !trimmed(line.bytes[range]).isEmpty { read(field, line, range, &fields) }
  }

  private mutating func read(_ field: FieldKey, _ line: Line, _ range: Range<Int>, _ fields: inout StepFields) {
    switch field {
    case .party(let letter): read(letter, line, range, &fields.participation)
    case .time: readTime(.time, line, range, &fields)
    case .due: readTime(.due, line, range, &fields)
    case .every: readTime(.every, line, range, &fields)
    case .limit: readTime(.limit, line, range, &fields)
    case .place: setOnce(&fields.place, value(line, range), line, range)
    case .requires: fields.requires.append(value(line, range))
    case .criteria: fields.criteria.append(value(line, range))
    case .applies: fields.applies += VariantList.names(line.bytes[range])
    case .record: fields.records.merge(references(line, range, notes: true))
    case .risk: setOnce(&fields.risk, value(line, range), line, range)
    case .control: setOnce(&fields.control, value(line, range), line, range)
    case .escalate: fields.escalate += parties(line, range)
    case .ifLate: setOnce(&fields.ifLate, value(line, range), line, range)
    case .until: readUntil(line, range, &fields)
    case .penalty: setOnce(&fields.penalty, value(line, range), line, range)
    case .handover: setOnce(&fields.handover, value(line, range), line, range)
    case .oneOf: fields.oneOf = true
    }
  }

  private mutating func read(_ letter: Letter, _ line: Line, _ range: Range<Int>, _ participation: inout Participation)
  {
    switch letter {
    case .responsible: participation.responsible.merge(parties(line, range))
    case .approves: readApprover(line, range, &participation)
    case .reviews: participation.reviews += turns(line, range).map { parties(line, $0) }.filter { !$0.isEmpty }
    case .supports: participation.supports.merge(parties(line, range))
    case .consulted: participation.consulted.merge(parties(line, range))
    case .informed: participation.informed.merge(parties(line, range))
    case .oversees: participation.oversees.merge(parties(line, range))
    }
  }

  /// 甲 → 乙 in turn: the pieces between arrows.
  private func turns(_ line: Line, _ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let text = line.bytes[index..<range.upperBound]
      let arrow = text.begins(with: "→") ? 3 : text.begins(with: "->") ? 2 : 0
      if arrow > 0 {
        pieces.append(start..<index)
        start = index + arrow
        index = start
      } else {
        index += 1
      }
    }
    return pieces + [start..<range.upperBound]
  }

  private mutating func readApprover(_ line: Line, _ range: Range<Int>, _ participation: inout Participation) {
    let found = parties(line, range)
    if participation.approves == nil { participation.approves = found.first }
    let extra = found.filter { $0 != participation.approves }
    guard !extra.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .error, .approverMany, path: article.path, range: self.range(line, range),
        message: Localized(zh: "一个步骤只能有一个批准人", en: "a step has exactly one approver"),
        help: Localized(zh: "其余的写成“审核：”", en: "list the others under “reviews:”")))
  }

  private mutating func readUntil(_ line: Line, _ range: Range<Int>, _ fields: inout StepFields) {
    var end = range.upperBound
    if let target = TargetSyntax(line, in: range), isTarget(target, line, inBranch: true) {
      fields.untilTarget = pending(target, line)
      end = max(range.lowerBound, target.textEnd)
    }
    setOnce(&fields.until, value(line, range.lowerBound..<end), line, range)
  }

  private mutating func setOnce(_ place: inout Phrase?, _ value: Phrase, _ line: Line, _ range: Range<Int>) {
    if place == nil {
      place = value
    } else {
      reportSecond(line, range)
    }
  }

  private mutating func reportSecond(_ line: Line, _ range: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        .error, .valueInvalid, path: article.path, range: self.range(line, range),
        message: Localized(zh: "这个字段在一个步骤里只能写一次", en: "this field may stand only once under a step"),
        help: Localized(zh: "并成一行，或拆成两个步骤", en: "join the two lines, or split the step")))
  }

  // MARK: Time

  private mutating func readTime(_ field: Moment.Field, _ line: Line, _ range: Range<Int>, _ fields: inout StepFields) {
    let text = trimmed(line.bytes[range])
    let reading = Moment.reading(field: text, as: field, anchors: anchors)
    report(reading, line, text.indices, isField: true)
    place(reading.moment, in: field == .time ? reading.moment.field ?? .time : field, line, range, &fields)
  }

  /// Takes a phrase that stood at the start of a step or stage.
  mutating func take(_ reading: Moment.Reading, _ line: Line, _ range: Range<Int>, into fields: inout StepFields) {
    report(reading, line, range, isField: false)
    place(reading.moment, in: reading.moment.field ?? .time, line, range, &fields)
  }

  private mutating func place(
    _ moment: Moment, in field: Moment.Field, _ line: Line, _ range: Range<Int>, _ fields: inout StepFields
  ) {
    if fields[field] == nil {
      fields[field] = moment
    } else {
      reportSecond(line, range)
    }
  }

  mutating func report(_ reading: Moment.Reading, _ line: Line, _ range: Range<Int>, isField: Bool) {
    let place = self.range(line, range)
    switch reading.problem {
    case .impossible: diagnostics.append(.timeUnparsed(line.text(range), isError: true, article.path, place))
    case .anchorMissing, nil:
      guard isField, reading.moment.kind == .unread else { return }
      diagnostics.append(.timeUnparsed(line.text(range), isError: false, article.path, place))
    }
  }
}

extension Array where Element: Equatable {
  /// Adds what is not there yet, first place kept.
  mutating func merge(_ others: [Element]) {
    for other in others where !contains(other) { append(other) }
  }
}
