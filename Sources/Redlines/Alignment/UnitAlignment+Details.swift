extension UnitAlignment {
  /// Pairs the fields, boxes, branches and notes below every pair, and what stands below those.
  mutating func alignDetails() {
    let (below, beside) = (Children(a), Children(b))
    // Parents come before their children, so one pass reaches every level.
    for old in a.units.indices where alignment.newOf[old] >= 0 && a.units[old].kind != .table {
      let new = Int(alignment.newOf[old])
      var others: [Int] = []
      for part in alignment.splits[old] ?? [new] { others += beside.of(part) }
      var own: [Int] = []
      for part in alignment.merges[new] ?? [old] { own += below.of(part) }
      let gap = Gap(old: own.filter { alignment.isFreeOld($0) }, new: others.filter { alignment.isFreeNew($0) })
      if !gap.old.isEmpty || !gap.new.isEmpty { alignDetails(gap) }
    }
  }

  private mutating func alignDetails(_ gap: Gap) {
    for left in pairInOrder(gap, keysA.exact, keysB.exact, .equal) {
      for rest in pairInOrder(left, keysA.fold, keysB.fold, .alike) { pairAlikeInOrder(rest) }
    }
    pairKeys(gap)
    for kind in [UnitKind.box, .branch, .paragraph, .item, .table, .code] {
      let old = gap.old.filter { alignment.isFreeOld($0) && a.units[$0].kind == kind }
      let new = gap.new.filter { alignment.isFreeNew($0) && b.units[$0].kind == kind }
      if old.count == 1, new.count == 1, kind == .branch || gap.old.count == gap.new.count {
        alignment.pair(old[0], new[0], .rewritten)
      }
    }
  }

  /// Fields by their key, whatever their order.
  private mutating func pairKeys(_ gap: Gap) {
    var waiting: [String: [Int]] = [:]
    for unit in gap.new.reversed() where b.units[unit].kind == .field && alignment.isFreeNew(unit) {
      waiting[b.fieldKey(unit), default: []].append(unit)
    }
    for unit in gap.old where a.units[unit].kind == .field && alignment.isFreeOld(unit) {
      if let new = waiting[a.fieldKey(unit)]?.popLast() { alignment.pair(unit, new, .alike) }
    }
  }

  /// Weighted longest increasing subsequence per list of siblings: what is not in it moved, the lighter side of a swap;
  /// what stands below another step or in another section moved as well. Children of a moved parent do not count.
  mutating func findMoved() {
    var groups: [Int: [HeaviestSequence.Pair]] = [:]
    for old in a.units.indices where alignment.newOf[old] >= 0 && canMove(a.units[old].kind) {
      let new = Int(alignment.newOf[old])
      if !sharesPlace(old, new) {
        alignment.moved.insert(old)
        continue
      }
      let parent = Int(a.units[old].parent)
      let group = parent >= 0 ? parent : -1 - Int(a.units[old].section)
      groups[group, default: []].append(.init(a: old, b: new, weight: UnitKeys.words(a, old).count + 1))
    }
    for key in groups.keys.sorted() {
      let group = groups[key] ?? []
      let stays = HeaviestSequence.of(group)
      if stays.count == group.count { continue }
      let kept = Set(stays)
      for index in group.indices where !kept.contains(index) { alignment.moved.insert(group[index].a) }
    }
  }

  private func canMove(_ kind: UnitKind) -> Bool {
    kind != .heading && kind != .cell && kind != .field && kind != .rule
  }

  private func sharesPlace(_ old: Int, _ new: Int) -> Bool {
    let (up, over) = (Int(a.units[old].parent), Int(b.units[new].parent))
    if up < 0 || over < 0 {
      return up < 0 && over < 0 && alignment.newSection[Int(a.units[old].section)] == b.units[new].section
    }
    if Int(alignment.newOf[up]) == over { return true }
    if let parts = alignment.splits[up] { return parts.contains(over) }
    return alignment.merges[over]?.contains(up) ?? false
  }
}

/// The details below each unit: everything that is no unit of its section and no cell.
private struct Children {
  private var lists: [Int32: [Int]] = [:]

  init(_ outline: Outline) {
    for (index, unit) in outline.units.enumerated() where unit.parent >= 0 && !unit.isMajor && unit.kind != .cell {
      lists[unit.parent, default: []].append(index)
    }
  }

  func of(_ unit: Int) -> [Int] { lists[Int32(truncatingIfNeeded: unit)] ?? [] }
}

extension Outline {
  /// The key of a field.
  func fieldKey(_ unit: Int) -> String {
    let range = units[unit].text
    let key = String(decoding: text[range].prefix(Int(units[unit].lead)), as: UTF8.self)
    return PartyNames.trimmed(key.filter { $0 != "：" && $0 != ":" })
  }
}
