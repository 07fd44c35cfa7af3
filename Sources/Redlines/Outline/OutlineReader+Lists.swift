internal import Diagnostics
internal import Markdown
internal import Procedures

extension OutlineReader {
  /// Reads a list: ordered items are steps; bullets below a step are its fields, boxes and branches.
  mutating func readList(_ list: Block, _ view: DocumentView, parent: Int32, frame: UInt16) {
    let isOrdered = view.isOrdered(list)
    var base: (column: Int, unit: Int)?
    var nested = 0
    for item in view.children(of: list) {
      let column = view.markerColumn(of: item)
      // CommonMark reads `  1.` under `10.` as a sibling; two columns in, its author meant a sub-step.
      if isOrdered, let base, column >= base.column + 2 {
        nested += 1
        readNested(item, view, below: base.unit, as: nested, frame: frame)
      } else {
        base = (column, readItem(item, view, isStep: isOrdered, parent: parent, frame: frame))
        nested = lastSubSteps
      }
    }
  }

  /// Reads a sub-step that stands beside its step; its number goes on behind the sub-steps that the step has.
  private mutating func readNested(
    _ item: Block, _ view: DocumentView, below parent: Int, as number: Int, frame: UInt16
  ) {
    let outer = counters
    counters = Counters()
    counters.steps = number - 1
    _ = readItem(item, view, isStep: true, parent: Int32(truncatingIfNeeded: parent), frame: frame)
    counters = outer
  }

  private mutating func readItem(_ item: Block, _ view: DocumentView, isStep: Bool, parent: Int32, frame: UInt16)
    -> Int
  {
    var children = view.children(of: item)
    inlines.reset()
    let first = children.first
    let holdsText = first.map { view.kind(of: $0) == .paragraph } ?? false
    if let first, holdsText {
      inlines.append(view, from: view.firstInline(of: first))
      _ = children.next()
    }
    let index = addItem(item, view, isStep: isStep, parent: parent, frame: frame)
    let outer = counters
    counters = Counters()
    while let child = children.next() {
      read(child, view, parent: Int32(truncatingIfNeeded: index), frame: frame)
    }
    lastSubSteps = counters.steps
    counters = outer
    return index
  }

  private mutating func addItem(_ item: Block, _ view: DocumentView, isStep: Bool, parent: Int32, frame: UInt16) -> Int
  {
    let offset = Int(view.range(of: item).start)
    let box = view.checkbox(of: item)
    let isBelowStep = parent >= 0 && outline.units[Int(parent)].kind == .step
    var kind: UnitKind = isStep ? .step : .item
    var lead = 0
    if !isStep, isBelowStep { (kind, lead) = detail(box) }
    let names = isStep || kind == .box ? takeNames() : []
    let index = append(kind, at: offset, parent: parent, frame: frame)
    outline.units[index].lead = Int32(truncatingIfNeeded: lead)
    outline.units[index].names = outline.names.count..<(outline.names.count + names.count)
    outline.names += names
    outline.units[index].typed = Int32(clamping: view.number(of: item) ?? 0)
    if parent >= 0 {
      let outer = outline.units[Int(parent)]
      outline.units[index].depth = outer.depth < 250 ? outer.depth + 1 : outer.depth
      outline.units[index].isMajor = isStep || (kind == .item && outer.kind == .item && outer.isMajor)
    }
    if box == .checked { outline.units[index].frame |= 0x8000 }
    if box != .none, kind != .box { outline.units[index].frame |= 0x4000 }
    if kind == .item { collectTerm(index) }
    return index
  }

  /// What a bullet below a step is, and how many bytes its key takes.
  private mutating func detail(_ box: Checkbox) -> (UnitKind, lead: Int) {
    let text = inlines.text
    if box != .none { return (.box, 0) }
    if WhoReading.holds(text, 0, "□") {
      drop(0..<WhoReading.skippingBlanks(text, 3))
      return (.box, 0)
    }
    if Self.branchWords.contains(where: { WhoReading.holds(text, 0, $0) }) { return (.branch, 0) }
    guard let colon = text.prefix(60).indices.first(where: { text[$0] == 0x3A || WhoReading.holds(text, $0, "：") }),
      FieldMeaning(key: text[..<colon]) != nil
    else { return (.item, 0) }
    return (.field, WhoReading.skippingColon(text, colon))
  }

  private static let branchWords: [StaticString] = ["如果", "若", "当", "否则", "if ", "If ", "otherwise", "Otherwise"]

  /// Takes the names in front out of the text.
  private mutating func takeNames() -> [String] {
    let who = WhoReading(inlines.text, inlines.marks, timeEnd: timeLength(inlines.text), parties)
    guard !who.names.isEmpty else { return [] }
    drop(who.range)
    return who.names
  }

  /// Takes bytes out of the text; marks inside them go, those behind move up.
  private mutating func drop(_ range: Range<Int>) {
    let (start, end) = (Int32(truncatingIfNeeded: range.lowerBound), Int32(truncatingIfNeeded: range.upperBound))
    inlines.text.removeSubrange(range)
    inlines.marks.removeAll { $0.start >= start && $0.end <= end }
    let moved = { (place: Int32) in place >= end ? place - (end - start) : min(place, start) }
    for index in inlines.marks.indices {
      inlines.marks[index].start = moved(inlines.marks[index].start)
      inlines.marks[index].end = moved(inlines.marks[index].end)
    }
    inlines.breaks = inlines.breaks.filter { $0 < start || $0 >= end }.map(moved)
  }

  /// The bold word at the start of a bullet is a term.
  private mutating func collectTerm(_ unit: Int) {
    guard let mark = inlines.marks.first, mark.kind == .strong, mark.start == 0, mark.end > 3, mark.end <= 60 else {
      return
    }
    let term = String(decoding: inlines.text[..<Int(mark.end)], as: UTF8.self)
    outline.terms.append(PartyNames.trimmed(term.last == "：" || term.last == ":" ? String(term.dropLast()) : term))
  }

  /// Reads a table: a unit for it, one for each cell.
  mutating func readTable(_ block: Block, _ view: DocumentView, parent: Int32, frame: UInt16) {
    inlines.reset()
    let table = append(.table, at: Int(view.range(of: block).start), parent: parent, frame: frame)
    var result = OutlineTable()
    if case .table(let columns) = document.kind(of: block) {
      result.alignment = columns.map { $0 == .center ? 1 : $0 == .right ? 2 : 0 }
    }
    for (row, line) in view.children(of: block).enumerated() {
      let start = outline.units.count
      for (column, cell) in view.children(of: line).enumerated() {
        let index = add(.cell, cell, view, parent: Int32(truncatingIfNeeded: table), frame: 0)
        outline.units[index].ordinal = Int32(truncatingIfNeeded: row)
        outline.units[index].typed = Int32(truncatingIfNeeded: column)
      }
      result.rows.append(start..<outline.units.count)
    }
    outline.tables[Int32(truncatingIfNeeded: table)] = result
  }
}
