internal import Diagnostics
internal import Markdown
internal import Procedures

/// Reads a document as an outline.
struct OutlineReader {
  /// How many of each kind one place has so far.
  struct Counters {
    var steps = 0
    var items = 0
    var paragraphs = 0
    var tables = 0
    var others = 0
  }

  let document: Document
  let parties: PartyNames
  var outline = Outline()
  var inlines: InlineText
  var counters = Counters()
  /// How many sub-steps the item has that was read last.
  var lastSubSteps = 0
  /// The level of the Steps section that the place is in: numbers run on through its stages.
  private var stepsLevel: Int?
  /// How often each heading stood so far.
  private var headingUses: [String: Int] = [:]
  private var clockScan = Tokenizer(Lexicon([]))

  /// Prepares to read a document.
  init(_ document: Document, parties: PartyNames) {
    self.document = document
    self.parties = parties
    var labels: [Int: String] = [:]
    for block in document.footnotes {
      if case .footnote(let number, let label) = document.kind(of: block) {
        labels[number] = String(decoding: label, as: UTF8.self)
      }
    }
    inlines = InlineText(document, footnotes: labels)
  }

  /// Reads everything. Linear, but for the marks of one block.
  mutating func read() -> Outline {
    outline.sections.append(OutlineSection(heading: -1, level: 0, parent: -1, name: "", units: 0..<0))
    document.withView { view in
      for block in document.blocks {
        if view.kind(of: block) == .heading { open(block, view) } else { read(block, view, parent: -1, frame: 0) }
      }
      readFootnotes(view)
    }
    closeSection()
    return outline
  }

  // MARK: Sections

  private mutating func open(_ block: Block, _ view: DocumentView) {
    closeSection()
    let level = view.level(of: block)
    let index = outline.units.count
    add(.heading, block, view, parent: -1, frame: 0)
    let range = outline.units[index].text
    let bare = SectionKind.bareRange(outline.text[range])
    outline.units[index].lead = Int32(truncatingIfNeeded: bare.lowerBound - range.lowerBound)
    outline.units[index].section = Int32(truncatingIfNeeded: outline.sections.count)
    countersForSection(level, isSteps: SectionKind(title: outline.text[bare]) == .steps)
    outline.sections.append(
      OutlineSection(
        heading: Int32(truncatingIfNeeded: index), level: level, parent: parent(level: level), name: name(index),
        units: outline.units.count..<outline.units.count))
  }

  private mutating func countersForSection(_ level: Int, isSteps: Bool) {
    let steps = counters.steps
    counters = Counters()
    if let stepsLevel, level > stepsLevel {
      counters.steps = steps
    } else {
      stepsLevel = isSteps ? level : nil
    }
  }

  /// The nearest section before of a lower level.
  private func parent(level: Int) -> Int32 {
    var index = outline.sections.count - 1
    while index > 0, outline.sections[index].level >= level { index = Int(outline.sections[index].parent) }
    return Int32(truncatingIfNeeded: max(index, 0))
  }

  private mutating func name(_ heading: Int) -> String {
    let written = outline.string(heading)
    let uses = headingUses[written, default: 0] + 1
    headingUses[written] = uses
    return uses == 1 ? written : "\(written)#\(uses)"
  }

  private mutating func closeSection() {
    let last = outline.sections.count - 1
    let start = last == 0 ? 0 : outline.sections[last].units.lowerBound
    outline.sections[last].units = start..<outline.units.count
  }

  private mutating func readFootnotes(_ view: DocumentView) {
    if document.footnotes.isEmpty { return }
    closeSection()
    counters = Counters()
    outline.sections.append(
      OutlineSection(
        heading: -1, level: 1, parent: 0, name: "[^]", units: outline.units.count..<outline.units.count))
    for block in document.footnotes {
      for child in view.children(of: block) { read(child, view, parent: -1, frame: 1) }
    }
  }

  // MARK: Blocks

  /// Reads one block below a section, a step or an item.
  mutating func read(_ block: Block, _ view: DocumentView, parent: Int32, frame: UInt16) {
    switch view.kind(of: block) {
    case .paragraph, .heading: add(.paragraph, block, view, parent: parent, frame: frame)
    case .list: readList(block, view, parent: parent, frame: frame)
    case .quote:
      let kind = view.alert(of: block).map { UInt16($0.rawValue) + 2 } ?? 1
      for child in view.children(of: block) { read(child, view, parent: parent, frame: frame &* 8 &+ kind) }
    case .code, .html: addLiteral(block, view, parent: parent, frame: frame)
    case .table: readTable(block, view, parent: parent, frame: frame)
    case .thematicBreak: addLiteral(block, view, parent: parent, frame: frame)
    default: for child in view.children(of: block) { read(child, view, parent: parent, frame: frame) }
    }
  }

  /// Adds a unit for a block that holds inlines.
  @discardableResult
  mutating func add(_ kind: UnitKind, _ block: Block, _ view: DocumentView, parent: Int32, frame: UInt16) -> Int {
    inlines.reset()
    inlines.append(view, from: view.firstInline(of: block))
    return append(kind, at: Int(view.range(of: block).start), parent: parent, frame: frame)
  }

  /// Adds a unit with what the inlines were read as.
  mutating func append(_ kind: UnitKind, at offset: Int, parent: Int32, frame: UInt16) -> Int {
    var unit = Unit(kind: kind, section: Int32(truncatingIfNeeded: outline.sections.count - 1), parent: parent)
    unit.frame = frame
    unit.line = Int32(truncatingIfNeeded: offset)
    unit.text = outline.text.count..<(outline.text.count + inlines.text.count)
    outline.text += inlines.text
    unit.marks = outline.marks.count..<(outline.marks.count + inlines.marks.count)
    outline.marks += inlines.marks
    unit.breaks = outline.breaks.count..<(outline.breaks.count + inlines.breaks.count)
    outline.breaks += inlines.breaks
    unit.ordinal = count(kind)
    unit.isMajor = parent < 0 && kind != .heading
    outline.units.append(unit)
    return outline.units.count - 1
  }

  private mutating func count(_ kind: UnitKind) -> Int32 {
    func next(_ counter: inout Int) -> Int32 {
      counter += 1
      return Int32(truncatingIfNeeded: counter)
    }
    return switch kind {
    case .step: next(&counters.steps)
    case .item, .field, .box, .branch: next(&counters.items)
    case .paragraph: next(&counters.paragraphs)
    case .table: next(&counters.tables)
    case .code, .html, .rule: next(&counters.others)
    case .heading, .cell: 0
    }
  }

  private mutating func addLiteral(_ block: Block, _ view: DocumentView, parent: Int32, frame: UInt16) {
    inlines.reset()
    inlines.text = Array(document.bytes(of: block))
    while inlines.text.last == 0x0A { inlines.text.removeLast() }
    var kind = UnitKind.html
    if case .code(let info) = document.kind(of: block) {
      kind = .code
      let end = Int32(truncatingIfNeeded: inlines.text.count)
      inlines.marks = [Mark(kind: .code, start: 0, end: end, target: String(decoding: info, as: UTF8.self))]
    } else if view.kind(of: block) == .thematicBreak {
      kind = .rule
    }
    _ = append(kind, at: Int(view.range(of: block).start), parent: parent, frame: frame)
  }

  /// The length of a time at the start of a text, with blanks behind it; 0 where there is none.
  mutating func timeLength(_ text: [UInt8]) -> Int {
    guard let mark = inlines.marks.first(where: { $0.kind == .strong }), mark.start > 0, mark.start < 60 else {
      return 0
    }
    let length = Int(mark.start)
    return text.withUnsafeBufferPointer { bytes in
      var tokens: [Token] = []
      clockScan.cut(bytes, 0..<length, into: &tokens)
      let found = TimeExpression.ranges(in: TokenText(bytes: bytes, tokens: tokens[...]))
      var covered = Set<Int>()
      for range in found { covered.formUnion(range) }
      let isTime = tokens.indices.allSatisfy { covered.contains($0) || !tokens[$0].isText }
      return isTime && !found.isEmpty ? length : 0
    }
  }
}
