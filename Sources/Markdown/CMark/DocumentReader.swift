internal import CCMark
internal import Diagnostics

/// Reads the body of a file into a flat tree: libcmark first, then what GitHub adds to it.
struct DocumentReader {
  /// Masks change what the lines after them are, which can show more tables; this often at most.
  private static let mostPasses = 5

  private let file: [UInt8]
  private var text = ParseText()
  private var hasSubstitutes = false
  private var definitions: [FootnoteDefinition] = []
  /// Tables and footnotes that are masked from the next pass on.
  private var tables: [TableShape] = []
  /// Lines whose masks were not met.
  private var refused: Set<Int> = []

  private init(_ file: [UInt8], from start: Int) {
    self.file = file
    var start = start
    if start == 0, file.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    // libcmark trusts its input to be UTF-8, so it must not start inside a scalar.
    while start < file.count, file[start] & 0xC0 == 0x80 { start += 1 }
    text.base = Int32(truncatingIfNeeded: start)
    text.bytes = Array(file[start...])
    text.findLines()
    text.unmasked = text.bytes
    guard text.hasTilde else { return }
    definitions = FootnoteFinder(text).found
    hasSubstitutes = Substitutes.apply(to: &text.bytes)
    text.unmasked = text.bytes
  }

  /// Reads `file` from `start` on.
  static func read(_ file: [UInt8], from start: Int) -> Result<FlatTree, TreeFault> {
    var reader = DocumentReader(file, from: start)
    for pass in 1...mostPasses {
      let arena = CMarkArena()
      switch reader.read(arena, isFinal: pass == mostPasses) {
      case .failure(let fault): return .failure(fault)
      case .success(let tree?): return .success(tree)
      case .success(nil): continue
      }
    }
    return .success(FlatTree())
  }

  /// One pass; nil when the masks have to change.
  private mutating func read(_ arena: borrowing CMarkArena, isFinal: Bool) -> Result<FlatTree?, TreeFault> {
    if isFinal { (tables, definitions) = ([], []) }
    var masked = text
    var masks = Masks()
    masks.isFinal = isFinal
    for table in tables { masks.cover(table, in: &masked) }
    for (number, definition) in definitions.enumerated() { masks.cover(definition, number, in: &masked) }
    guard let root = arena.parse(masked.bytes) else { return .failure(.memory) }
    var parts = Parts(masks: masks, labels: FootnoteLabels(definitions))
    // What most documents come to, so that few arrays grow and few are copied to fit.
    parts.tree.nodes.reserveCapacity(text.bytes.count / 13 + 16)
    parts.tree.text.reserveCapacity(text.bytes.count - text.bytes.count / 8)
    lower(masked, &parts) { $0.lower(root, into: 0) }
    if let fault = parts.fault { return .failure(fault) }
    if needsPass(parts.masks) { return .success(nil) }
    readFootnotes(arena, masked, &parts)
    readCells(arena, masked, &parts)
    if let fault = parts.fault { return .failure(fault) }
    if !parts.labels.isEmpty { parts.tree.numberFootnotes() }
    parts.tree.nodes[0].end = Int32(truncatingIfNeeded: file.count)
    return .success(parts.tree)
  }

  /// Lends a text and the parts of the result to one lowering.
  private func lower(_ text: ParseText, _ parts: inout Parts, _ body: (inout Lowering) -> Void) {
    text.withView(of: file) { view in
      var lowering = Lowering(text: view, hasSubstitutes: hasSubstitutes)
      swap(&parts, &lowering.parts)
      body(&lowering)
      swap(&parts, &lowering.parts)
    }
  }

  private mutating func needsPass(_ masks: Masks) -> Bool {
    if masks.isFinal { return false }
    let missed = masks.missed
    if !missed.isEmpty {
      refused.formUnion(missed)
      tables.removeAll { missed.contains($0.line) }
      definitions.removeAll { missed.contains($0.line) }
    }
    let wanted = masks.wanted.filter { !refused.contains($0.line) }
    tables += wanted
    return !missed.isEmpty || !wanted.isEmpty
  }

  /// Reads the bodies of footnotes as the items of one list, which needs no text to be moved but on their first lines.
  private func readFootnotes(_ arena: borrowing CMarkArena, _ main: ParseText, _ parts: inout Parts) {
    guard !definitions.isEmpty, parts.fault == nil else { return }
    var (body, masks) = footnoteText()
    body.bytes += main.bytes
    body.findLines()
    body.hasTilde = true
    body.unmasked = body.bytes
    masks.isFinal = true
    guard let root = arena.parse(body.bytes) else { return parts.fault = .memory }
    guard let list = cmark_node_first_child(root) else { return }
    parts.masks = masks
    lower(body, &parts) { $0.readFootnotes(list, definitions) }
  }

  private func footnoteText() -> (ParseText, Masks) {
    var body = ParseText()
    var masks = Masks()
    for definition in definitions {
      for line in definition.line...definition.lastLine {
        var range = text.range(ofLine: line)
        var head: [UInt8] = []
        if line == definition.line {
          range = definition.content..<max(range.upperBound, definition.content)
          head = range.isEmpty ? [0x2B, 0x20, 0x20, 0x20, 0x23] : [0x2B, 0x20, 0x20, 0x20]
          if range.isEmpty { masks.add(body.shifts.count + 1, .rest) }
        }
        let shift = range.lowerBound + Int(text.base) - head.count - body.bytes.count
        body.shifts.append(Int32(truncatingIfNeeded: shift))
        body.bytes += head + text.bytes[range] + [0x0A]
      }
    }
    // The rest of the file comes along for its link definitions.
    body.shifts.append(0)
    body.bytes += [0x23, 0x0A]
    return (body, masks)
  }

  /// Reads all cells in one more parse.
  private func readCells(_ arena: borrowing CMarkArena, _ main: ParseText, _ parts: inout Parts) {
    guard !parts.cells.nodes.isEmpty, parts.fault == nil else { return }
    var cells = CellText()
    swap(&cells, &parts.cells)
    if cells.mayRefer { cells.text.bytes += main.bytes }
    cells.text.hasTilde = text.hasTilde
    cells.text.unmasked = cells.text.bytes
    guard let root = arena.parse(cells.text.bytes) else { return parts.fault = .memory }
    parts.masks = Masks()
    lower(cells.text, &parts) { $0.readCells(root, cells.nodes) }
  }
}

extension Lowering {
  /// Lowers the items of the list of footnotes, each under a node of its own.
  mutating func readFootnotes(_ list: OpaquePointer, _ definitions: [FootnoteDefinition]) {
    tree.footnoteRoot = Int32(truncatingIfNeeded: tree.nodes.count)
    tree.nodes.append(Node(.footnoteList))
    var last: Int32 = 0
    var item = cmark_node_first_child(list)
    for definition in definitions {
      guard let pointer = item, fault == nil else { return }
      let line = Int(cmark_node_get_start_line(pointer))
      var node = Node(.footnote)
      (node.text, node.textCount) = tree.store(definition.label)
      node.start = place(line, 5)
      node.end = node.start
      let index = tree.append(node, to: &last, of: tree.footnoteRoot)
      let offset = text.range(ofLine: line).lowerBound + 4
      containers = [Container(isQuote: false, width: 4, line: line, offset: offset, column: 4)]
      lower(pointer, into: index, at: 1)
      item = cmark_node_next(pointer)
    }
  }

  /// Lowers the inlines of the cells, which are the first paragraphs below `root`.
  mutating func readCells(_ root: OpaquePointer, _ cells: [Int32]) {
    var paragraph = cmark_node_first_child(root)
    for cell in cells {
      guard let pointer = paragraph, fault == nil else { return }
      let line = Int(cmark_node_get_start_line(pointer))
      leaf = Leaf(index: cell, firstLine: line, content: text.range(ofLine: line))
      lower(pointer, into: cell, at: 4)
      if leaf.mayHoldMarks { finishMarks(of: cell) }
      paragraph = cmark_node_next(pointer)
    }
  }

  mutating func finishMarks(of block: Int32) {
    InlineMarks.finish(block, in: &tree, labels: labels, file: text.file)
  }
}
