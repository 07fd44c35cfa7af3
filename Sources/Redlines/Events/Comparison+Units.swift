internal import Procedures

extension UnitKind {
  /// What events about it are about.
  var subject: EventKind.Subject {
    switch self {
    case .step: .step
    case .item: .item
    case .paragraph: .paragraph
    case .table, .cell: .table
    case .code: .code
    case .html: .html
    case .rule: .rule
    case .heading: .section
    case .field: .field
    case .box: .box
    case .branch: .condition
    }
  }
}

extension Comparison {
  /// Who a step is for, with those whose sub-steps it holds left out.
  func people(_ outline: Outline, _ unit: Int, _ side: ComparedText) -> [String] {
    var index = unit
    while index >= 0, outline.units[index].kind != .step { index = Int(outline.units[index].parent) }
    guard index >= 0 else { return [] }
    let names = outline.roles(of: index)
    return names.isEmpty ? [side.holder].compactMap(\.self) : names
  }

  /// Words that stand for everybody or nobody in a table, where they are no role to be trained.
  static func isEverybody(_ name: String) -> Bool {
    ["全体", "全体人员", "全体员工", "各部门", "无", "-", "—", "/", "everyone", "all staff", "all departments", "none", "n/a", "all"]
      .contains(name.lowercased())
  }

  /// A unit that came.
  mutating func tellAdded(_ unit: Int) {
    let own = b.units[unit]
    if isCovered(own, isNew: true) || standsInNew(own) { return }
    let (subject, roles) = facts(b, unit, new)
    var event = Event(subject, .added)
    event.new = [b.address(unit)]
    (event.roles, event.affected) = (roles, affects(subject) ? roles : [])
    event.text = b.string(unit)
    event.field = own.kind == .field ? b.fieldKey(unit) : ""
    if own.kind == .field { event = fieldEvent(event, nil, unit) }
    add(event, at: passageOfNew[unit])
  }

  /// A unit that went.
  mutating func tellGone(_ unit: Int) {
    let own = a.units[unit]
    if isCovered(own, isNew: false) || standsInGone(own) { return }
    let (subject, roles) = facts(a, unit, old)
    var event = Event(subject, .removed)
    event.old = [a.address(unit)]
    (event.roles, event.affected) = (roles, affects(subject) ? roles : [])
    event.text = a.string(unit)
    event.field = own.kind == .field ? a.fieldKey(unit) : ""
    if own.kind == .field { event = fieldEvent(event, unit, nil) }
    add(event, at: passageOfOld[unit])
  }

  /// Whether a detail belongs to a step or item that came as a whole.
  private func standsInNew(_ unit: Unit) -> Bool {
    (!unit.isMajor || unit.kind == .item) && unit.parent >= 0 && alignment.oldOf[Int(unit.parent)] == -1
  }

  private func standsInGone(_ unit: Unit) -> Bool {
    (!unit.isMajor || unit.kind == .item) && unit.parent >= 0 && alignment.newOf[Int(unit.parent)] == -1
  }

  private func facts(_ outline: Outline, _ unit: Int, _ side: ComparedText) -> (EventKind.Subject, [String]) {
    let own = outline.units[unit]
    var subject = own.kind.subject
    if own.kind == .box, outline.string(unit).hasPrefix("★") { subject = .killer }
    return (subject, people(outline, unit, side))
  }

  /// Whether a change of such a unit changes what somebody does.
  private func affects(_ subject: EventKind.Subject) -> Bool {
    switch subject {
    case .step, .box, .killer, .condition, .approval, .record, .party, .field: true
    default: false
    }
  }

  // MARK: Pairs

  /// Everything that happened to a unit that is on both sides.
  mutating func tell(_ before: Int, _ after: Int, _ olds: [Int], _ news: [Int], _ wording: PairWording) {
    let passage = passageOfNew[after]
    let (subject, roles) = facts(b, after, new)
    var event = Event(subject, .moved)
    (event.old, event.new) = (olds.map { a.address($0) }, news.map { b.address($0) })
    (event.roles, event.text) = (roles, b.string(after))
    event.affected = affects(subject) ? union(people(a, before, old), roles) : []
    if alignment.moved.contains(before) { add(event, at: passage) }
    if news.count > 1 || olds.count > 1 {
      event.kind = EventKind(subject, news.count > 1 ? .split : .merged)
      for unit in olds + [] { event.affected = union(event.affected, people(a, unit, old)) }
      for unit in news { event.affected = union(event.affected, people(b, unit, new)) }
      add(event, at: passage)
      if wording.change != .equal { for unit in news { linkPassage(unit) } }
    } else {
      tellWording(before, after, wording, event)
    }
    tellNames(before, after, event)
    tellMarks(before, after, wording, passage)
    tellFrame(before, after, event)
  }

  /// A later part of a split shows the same event.
  private mutating func linkPassage(_ unit: Int) {
    guard let passage = passageOfNew[unit], let last = redline.events.indices.last else { return }
    if !redline.passages[passage].events.contains(last) { redline.passages[passage].events.append(last) }
  }

  func union(_ x: [String], _ y: [String]) -> [String] { x + y.filter { !x.contains($0) } }

  private mutating func tellWording(_ before: Int, _ after: Int, _ wording: PairWording, _ shared: Event) {
    var event = shared
    let kind = b.units[after].kind
    // Who no longer does it is told so by the reassignment.
    if kind == .step, Set(a.roles(of: before)) != Set(b.roles(of: after)) { event.affected = people(b, after, new) }
    event.substantive = Substantive.words(wording, a, b)
    event.phrases = wording.phrases(a, b)
    switch wording.change {
    case .equal: return
    case .cosmetic:
      event.kind = EventKind(.text, .cosmetic)
      event.affected = []
    case .renumbered:
      event.kind = EventKind(.reference, .renumbered)
      event.affected = []
    case .retimed(let from, let to) where kind == .step:
      event.kind = EventKind(.step, .retimed)
      (event.from, event.to) = (from, to)
    case .retimed, .edited: event.kind = EventKind(event.kind.subject, .edited)
    case .reordered: event.kind = EventKind(.sentence, .moved)
    case .replaced: event.kind = EventKind(event.kind.subject, .replaced)
    }
    if kind == .field, wording.change != .cosmetic, wording.change != .renumbered {
      event = fieldEvent(event, before, after)
    } else if kind == .branch, wording.change != .cosmetic {
      event.kind = EventKind(.condition, .changed)
      (event.from, event.to) = ([a.string(before)], [b.string(after)])
    } else if kind == .box {
      tellKiller(before, after, &event)
    }
    add(event, at: passageOfNew[after])
  }

  /// A star that came to a box or went from it matters more than its words.
  private func tellKiller(_ before: Int, _ after: Int, _ event: inout Event) {
    let (was, isNow) = (a.string(before).hasPrefix("★"), b.string(after).hasPrefix("★"))
    if was != isNow { event.kind = EventKind(.killer, isNow ? .added : .removed) }
  }

  /// A field by what it means: who approves, when, which record.
  private func fieldEvent(_ shared: Event, _ before: Int?, _ after: Int?) -> Event {
    var event = shared
    event.field = after.map { b.fieldKey($0) } ?? before.map { a.fieldKey($0) } ?? ""
    event.from = before.map { [a.value($0)] } ?? []
    event.to = after.map { [b.value($0)] } ?? []
    if let step = after.map({ Int(b.units[$0].parent) }), step >= 0 { event.new = [b.address(step)] }
    if let step = before.map({ Int(a.units[$0].parent) }), step >= 0 { event.old = [a.address(step)] }
    let named = [before.map { a.fieldNames($0) }, after.map { b.fieldNames($0) }].compactMap(\.self).flatMap(\.self)
    event.affected = union(event.affected, named)
    switch FieldMeaning(key: Array(event.field.utf8)[...]) {
    case .time: event.kind = EventKind(.step, .retimed)
    case .approval: event.kind = EventKind(.approval, .changed)
    case .record: event.kind = EventKind(.record, .changed)
    case .party: event.kind = EventKind(.party, .changed)
    case .responsible:
      event.kind = EventKind(.step, .reassigned)
      event.from = event.from.flatMap { PartyNames.loose.split($0) }
      event.to = event.to.flatMap { PartyNames.loose.split($0) }
      event.isList = true
      event.affected = union(event.affected, event.from + event.to)
    case .other, nil: event.kind = EventKind(.field, .changed)
    }
    return event
  }

  /// Other names in front of a step or box.
  private mutating func tellNames(_ before: Int, _ after: Int, _ shared: Event) {
    let kind = b.units[after].kind
    guard kind == .step || kind == .box, !a.units[before].names.isEmpty || !b.units[after].names.isEmpty else { return }
    let (from, to) = (a.roles(of: before), b.roles(of: after))
    if from == to { return }
    var event = shared
    if Set(from) == Set(to) {
      event.kind = EventKind(.text, .cosmetic)
      event.affected = []
    } else {
      event.kind = EventKind(kind == .box ? .box : .step, .reassigned)
      (event.from, event.to, event.isList) = (from, to, true)
      event.affected = union(from, to)
    }
    add(event, at: passageOfNew[after])
  }

  /// What it looks like: another container, a box that is ticked, bullets that became numbers.
  private mutating func tellFrame(_ before: Int, _ after: Int, _ shared: Event) {
    let (x, y) = (a.units[before], b.units[after])
    if x.frame == y.frame && x.kind == y.kind { return }
    var event = shared
    event.kind = EventKind(.format, .changed)
    event.affected = []
    add(event, at: passageOfNew[after])
  }
}
