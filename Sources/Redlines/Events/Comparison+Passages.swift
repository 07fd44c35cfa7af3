extension Comparison {
  /// Both versions as one text in the order of the new one, with the events on the way.
  mutating func makePassages() {
    let gone = goneUnits()
    emitGone(gone[-1] ?? [])
    for unit in b.units.indices where b.units[unit].kind != .cell {
      emit(unit)
      emitGone(gone[unit] ?? [])
    }
  }

  /// The old units that went or moved away, by the new unit behind which they stood.
  private func goneUnits() -> [Int: [Int]] {
    var gone: [Int: [Int]] = [:]
    var anchor = -1
    for unit in a.units.indices where a.units[unit].kind != .cell {
      let partner = Int(alignment.newOf[unit])
      if partner == -1 || isStub(unit) {
        gone[anchor, default: []].append(unit)
      } else if partner >= 0 {
        anchor = alignment.splits[unit]?.last ?? partner
      }
    }
    return gone
  }

  private func isStub(_ old: Int) -> Bool {
    if a.units[old].kind == .heading { return alignment.movedSections.contains(Int(a.units[old].section)) }
    return alignment.moved.contains(old)
  }

  /// Whether an old or new unit stands in a section that went or came as a whole.
  func isCovered(_ unit: Unit, isNew: Bool) -> Bool {
    unit.section > 0 && (isNew ? alignment.oldSection : alignment.newSection)[Int(unit.section)] < 0
  }

  private mutating func emitGone(_ units: [Int]) {
    for unit in units {
      let isMoved = alignment.newOf[unit] >= 0
      var passage = makePassage(a.units[unit].kind, old: unit, new: nil)
      passage.state = isMoved ? .stub : .removed
      let text = a.string(unit)
      passage.runs = isMoved ? [Run(.kept, text)] : text.isEmpty ? [] : [Run(.removed, text)]
      redline.passages.append(passage)
      passageOfOld[unit] = redline.passages.count - 1
      if isMoved { continue }
      if a.units[unit].kind == .heading { tellSection(gone: unit) } else { tellGone(unit) }
      if a.units[unit].kind == .table { emitCells(unit, a, isNew: false) }
    }
  }

  private mutating func emit(_ unit: Int) {
    let partner = Int(alignment.oldOf[unit])
    switch b.units[unit].kind {
    case .heading: emitHeading(unit)
    case .table where partner >= 0: emitTable(partner, unit)
    case _ where partner >= 0: emitPair(partner, unit)
    case _ where partner == -2: break
    default: emitAdded(unit)
    }
  }

  private mutating func emitAdded(_ unit: Int) {
    var passage = makePassage(b.units[unit].kind, old: nil, new: unit)
    passage.state = .added
    let text = b.string(unit)
    passage.runs = text.isEmpty ? [] : [Run(.added, text)]
    append(passage, for: unit)
    tellAdded(unit)
    if b.units[unit].kind == .table { emitCells(unit, b, isNew: true) }
  }

  /// Adds the passage of a new unit.
  mutating func append(_ passage: Passage, for unit: Int) {
    redline.passages.append(passage)
    passageOfNew[unit] = redline.passages.count - 1
  }

  /// A passage with its place in both versions.
  func makePassage(_ kind: UnitKind, old unit: Int?, new other: Int?) -> Passage {
    var passage = Passage(kind: kind, state: .kept)
    if let unit {
      passage.was = [a.address(unit)]
      passage.lines.old = old.line(a.units[unit].line)
      if kind == .step { passage.numbers.old = references.old.number(unit) }
      passage.roles.old = a.names(of: unit)
      passage.level = level(a, unit)
    }
    if let other {
      passage.at = b.address(other)
      passage.lines.new = new.line(b.units[other].line)
      if kind == .step { passage.numbers.new = references.new.number(other) }
      passage.roles.new = b.names(of: other)
      passage.level = level(b, other)
    }
    return passage
  }

  private func level(_ outline: Outline, _ unit: Int) -> Int {
    let own = outline.units[unit]
    return own.kind == .heading ? outline.sections[Int(own.section)].level : Int(own.depth)
  }

  // MARK: Pairs

  private mutating func emitPair(_ old: Int, _ unit: Int) {
    let news = alignment.splits[old] ?? [unit]
    let olds = alignment.merges[unit] ?? [old]
    let isSingle = news.count == 1 && olds.count == 1
    let wording = PairWording(
      olds, a, news, b, follows: isSingle ? follows(old, unit) : ([], []), &alignment.budget)
    let runs = wording.runs(a, b, parts: news.map { b.units[$0].tokens.count })
    for (part, new) in news.enumerated() {
      var passage = makePassage(b.units[new].kind, old: old, new: new)
      passage.was = olds.map { a.address($0) }
      passage.runs = part < runs.count ? runs[part] : []
      if alignment.moved.contains(old) { passage.state = .moved }
      append(passage, for: new)
    }
    tell(old, unit, olds, news, wording)
  }

  private mutating func emitHeading(_ unit: Int) {
    let partner = Int(alignment.oldOf[unit])
    guard partner >= 0 else {
      var passage = makePassage(.heading, old: nil, new: unit)
      passage.state = .added
      passage.runs = [Run(.added, b.string(unit))]
      append(passage, for: unit)
      tellSection(added: unit)
      return
    }
    let wording = PairWording([partner], a, [unit], b, follows: ([], []), &alignment.budget)
    var passage = makePassage(.heading, old: partner, new: unit)
    passage.runs = wording.runs(a, b, parts: [b.units[unit].tokens.count]).first ?? []
    if alignment.movedSections.contains(Int(a.units[partner].section)) { passage.state = .moved }
    append(passage, for: unit)
    tellSection(partner, unit, wording)
  }
}
