internal import CCMark
internal import Diagnostics

/// Turns a tree of libcmark into flat nodes, without recursion.
struct Lowering {
  /// A node of libcmark whose children are being read, and its flat counterpart.
  struct Level {
    let pointer: OpaquePointer?
    let index: Int32
    /// The last child so far.
    var last: Int32
  }

  /// What the places of the inlines of one block follow from.
  struct Leaf {
    var index: Int32 = 0
    var firstLine = 0
    /// The bytes of the first line.
    var content = 0..<0
    /// Lines of link definitions that libcmark cut from the block's start and does not count.
    var cutLines = 0
    /// What libcmark adds to a column on every line of the block.
    var indent = 0
    var isOneLine = true
    /// The last line looked up and where its text starts.
    var line = 0
    var lineStart = 0
    /// The line, as libcmark counts, of the last inline, and the line breaks by backslash before it, which it does not
    /// count.
    var lastLine = 0
    var uncounted = 0
    var uncountedHere = 0
    var mayHoldMarks = false
  }

  let text: LineView
  let hasSubstitutes: Bool
  /// What is being built.
  var parts = Parts()
  /// The node whose children are being read, and those around it.
  var level: Level
  private var outer: [Level] = []
  var containers: [Container] = []
  var leaf = Leaf()

  init(text: LineView, hasSubstitutes: Bool) {
    self.text = text
    self.hasSubstitutes = hasSubstitutes
    level = Level(pointer: nil, index: 0, last: 0)
  }

  /// Appends all blocks below `root` to the node `parent`.
  ///
  /// - Parameter last: the last child that `parent` already has.
  mutating func lower(_ root: OpaquePointer, into parent: Int32, after last: Int32 = 0, at depth: Int = 0) {
    guard let first = cmark_node_first_child(root) else { return }
    level = Level(pointer: root, index: parent, last: last)
    outer.removeAll(keepingCapacity: true)
    var next: OpaquePointer? = first
    while let pointer = next, fault == nil {
      let isOpened = open(pointer)
      if isOpened, let child = cmark_node_first_child(pointer) {
        if containers.count > SourceScan.deepest || outer.count + 1 + depth > SourceScan.deepestTree {
          fault = .depth(Int(tree.nodes[Int(level.last)].start))
          return
        }
        outer.append(level)
        level = Level(pointer: pointer, index: level.last, last: 0)
        next = child
        continue
      }
      if isOpened { close(level.last) }
      next = following(pointer)
    }
  }

  private mutating func following(_ pointer: OpaquePointer) -> OpaquePointer? {
    if let sibling = cmark_node_next(pointer) { return sibling }
    while let parent = outer.popLast() {
      let closed = level
      level = parent
      close(closed.index)
      if let sibling = cmark_node_next(closed.pointer) { return sibling }
    }
    return nil
  }

  /// Appends a node under the current parent.
  @inline(__always)
  mutating func append(_ node: Node) -> Int32 {
    parts.tree.append(node, to: &level.last, of: level.index)
  }

  /// Adds the flat node of one node of libcmark; false when neither it nor its children shall be read.
  private mutating func open(_ pointer: OpaquePointer) -> Bool {
    let type = cmark_node_get_type(pointer)
    if type.rawValue > CMARK_NODE_LAST_BLOCK.rawValue { return openInline(pointer, type) }
    let line = Int(cmark_node_get_start_line(pointer))
    switch type {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: return openLeaf(pointer, type, line)
    case CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_BLOCK_QUOTE: openContainer(pointer, type, line)
    case CMARK_NODE_CODE_BLOCK: openLiteral(pointer, .code, line)
    case CMARK_NODE_HTML_BLOCK: openLiteral(pointer, .html, line)
    default:
      var node = Node(.thematicBreak)
      node.start = place(line, Int(cmark_node_get_start_column(pointer)))
      node.end = end(ofLine: line)
      _ = append(node)
    }
    return true
  }

  private mutating func close(_ index: Int32) {
    let kind = parts.tree.nodes[Int(index)].kind
    switch kind {
    case .paragraph, .heading: if leaf.mayHoldMarks { finishMarks(of: index) }
    case .quote:
      containers.removeLast()
      tree.finishQuote(index)
    case .item:
      containers.removeLast()
      tree.finishItem(index)
    case .emphasis, .strong, .link, .image: finishInline(index)
    default: break
    }
    guard !kind.isInline, kind != .document else { return }
    // A container ends where its last child does; libcmark's own ends of lists and items can lie before their starts.
    let end = parts.tree.nodes[Int(index)].end
    if parts.tree.nodes[Int(level.index)].end < end { parts.tree.nodes[Int(level.index)].end = end }
  }

  // MARK: Places

  /// The source offset of a line and column of a block.
  func place(_ line: Int, _ column: Int) -> Int32 {
    let range = text.range(ofLine: line)
    let offset = min(range.lowerBound + max(column - 1, 0), range.upperBound)
    return Int32(truncatingIfNeeded: text.source(offset, line: line))
  }

  /// The source offset where a line ends, blanks at its end left out.
  func end(ofLine line: Int) -> Int32 {
    let range = text.range(ofLine: line)
    var end = range.upperBound
    while end > range.lowerBound, text.unmasked[end - 1] == 0x20 || text.unmasked[end - 1] == 0x09 { end -= 1 }
    return Int32(truncatingIfNeeded: text.source(end, line: line))
  }

  /// The source offset of a line and column as libcmark counts them inside the current leaf.
  mutating func inlinePlace(_ line: Int, _ column: Int) -> Int32 {
    if leaf.isOneLine {
      let offset = min(leaf.content.lowerBound + max(column - 1, 0), leaf.content.upperBound)
      return Int32(truncatingIfNeeded: text.source(offset, line: leaf.firstLine))
    }
    if line > leaf.lastLine {
      leaf.uncounted += leaf.uncountedHere
      leaf.uncountedHere = 0
      leaf.lastLine = line
    }
    var real = line + leaf.cutLines + leaf.uncounted
    var rest = column - 1 - (real == leaf.firstLine ? 0 : leaf.indent)
    var start = contentStart(of: real)
    // After a line break by backslash libcmark goes on counting columns.
    for _ in 0..<leaf.uncountedHere {
      guard real < text.starts.count else { break }
      let count = text.range(ofLine: real).upperBound + 1 - start
      if rest < count { break }
      rest -= count
      real += 1
      start = contentStart(of: real)
    }
    let offset = min(max(start + rest, start), text.range(ofLine: real).upperBound)
    return Int32(truncatingIfNeeded: text.source(offset, line: real))
  }

  /// Where the text of a line of the current leaf starts, from where its columns count.
  private mutating func contentStart(of line: Int) -> Int {
    if line == leaf.firstLine { return text.range(ofLine: line).lowerBound }
    if line != leaf.line {
      var prefix = LinePrefix(line: line, of: text, in: containers)
      // libcmark strips the indentation of a line, but not of one that lacks a marker of its containers.
      if prefix.matched == containers.count {
        prefix.skipBlanks(in: text.bytes, until: text.range(ofLine: line).upperBound)
      }
      (leaf.line, leaf.lineStart) = (line, prefix.offset)
    }
    return leaf.lineStart
  }
}

/// What several lowerings of one document build together.
struct Parts {
  var tree = FlatTree()
  /// Tables and footnotes that stand in the text as empty headings, and what became of them.
  var masks = Masks()
  /// Cells whose inlines are read later.
  var cells = CellText()
  var labels = FootnoteLabels([])
  /// Cells that were missing in rows.
  var padding = 0
  var fault: TreeFault?
}

extension Lowering {
  var tree: FlatTree {
    _read { yield parts.tree }
    _modify { yield &parts.tree }
  }
  var masks: Masks {
    _read { yield parts.masks }
    _modify { yield &parts.masks }
  }
  var cells: CellText {
    _read { yield parts.cells }
    _modify { yield &parts.cells }
  }
  var padding: Int {
    get { parts.padding }
    set { parts.padding = newValue }
  }
  var fault: TreeFault? {
    get { parts.fault }
    set { parts.fault = newValue }
  }
  var labels: FootnoteLabels { parts.labels }
}
