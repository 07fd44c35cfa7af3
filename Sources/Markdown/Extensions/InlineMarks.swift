/// Rebuilds the inlines of a block that holds tildes, footnote references or stand-ins.
struct InlineMarks {
  /// A stretch of a text, or a whole inline that is no text.
  private struct Piece {
    enum Role: Equatable {
      case whole, text, tilde(opens: Bool, closes: Bool), reference(Int32)
    }
    let node: Int32
    let range: Range<Int>
    var role: Role
    /// The other tilde of a pair.
    var partner = -1
  }

  /// The most strikethroughs inside one another; more only make the tree deep.
  private static let deepest = 8

  private var tree: FlatTree
  private let labels: FootnoteLabels
  private let file: UnsafeBufferPointer<UInt8>
  private var pieces: [Piece] = []
  private var place: (node: Int32, offset: SourceOffset) = (0, SourceOffset(from: 0, to: 0, of: 0))

  /// Rebuilds all inlines below `block`.
  static func finish(_ block: Int32, in tree: inout FlatTree, labels: FootnoteLabels, file: UnsafeBufferPointer<UInt8>)
  {
    var marks = InlineMarks(tree: tree, labels: labels, file: file)
    tree = FlatTree()
    for parent in marks.tree.parents(below: block) { marks.rebuild(parent) }
    swap(&tree, &marks.tree)
  }

  private init(tree: FlatTree, labels: FootnoteLabels, file: UnsafeBufferPointer<UInt8>) {
    self.tree = tree
    self.labels = labels
    self.file = file
  }

  private mutating func rebuild(_ parent: Int32) {
    pieces.removeAll(keepingCapacity: true)
    var hasMarks = false
    var previous: Int32 = 0
    var child = tree.nodes[Int(parent)].first
    while child != 0 {
      let node = tree.nodes[Int(child)]
      if node.kind == .text {
        hasMarks = split(child, node, after: previous) || hasMarks
      } else {
        pieces.append(Piece(node: child, range: 0..<0, role: .whole))
      }
      previous = child
      child = node.next
    }
    guard hasMarks else { return }
    pair()
    link(parent)
  }

  /// Cuts a text at its marks; false when it has none.
  private mutating func split(_ index: Int32, _ node: Node, after previous: Int32) -> Bool {
    let start = Int(node.text)
    let end = start + Int(node.textCount)
    var run = start
    var place = start
    var hasMarks = false
    while place < end {
      let byte = tree.text[place]
      var role: Piece.Role?
      var next = place + 1
      if byte == 0x7E {
        while next < end, tree.text[next] == 0x7E { next += 1 }
        if next - place <= 2 { role = tilde(node, place, next, after: previous) }
      } else if byte == 0xC2, next < end, tree.text[next] == 0x91 || tree.text[next] == 0x92 {
        hasMarks = true
        next += 1
        if tree.text[place + 1] == 0x92, let close = tree.text[next..<min(end, next + 202)].firstIndex(of: 0x03),
          let number = labels[tree.text[next..<close]]
        {
          role = .reference(number)
          next = close + 1
        }
      } else if byte == 0x03 {
        hasMarks = true
      }
      if let role {
        hasMarks = true
        if run < place { pieces.append(Piece(node: index, range: run - start..<place - start, role: .text)) }
        pieces.append(Piece(node: index, range: place - start..<next - start, role: role))
        run = next
      }
      place = next
    }
    if run < end { pieces.append(Piece(node: index, range: run - start..<end - start, role: .text)) }
    return hasMarks
  }

  /// Whether a run of tildes may open or close, by the rules of delimiter runs (CommonMark 6.2).
  private func tilde(_ node: Node, _ start: Int, _ end: Int, after previous: Int32) -> Piece.Role {
    let textStart = Int(node.text)
    let textEnd = textStart + Int(node.textCount)
    let before = start > textStart ? Scalars.last(in: tree.text[textStart..<start]) : neighbour(previous, node.parent)
    let after = end < textEnd ? Scalars.first(in: tree.text[end..<textEnd]) : neighbour(node.next, node.parent)
    let (spaceBefore, spaceAfter) = (Scalars.isSpace(before), Scalars.isSpace(after))
    let (markBefore, markAfter) = (Scalars.isPunctuation(before), Scalars.isPunctuation(after))
    let opens = !spaceAfter && (!markAfter || spaceBefore || markBefore)
    let closes = !spaceBefore && (!markBefore || spaceAfter || markAfter)
    return .tilde(opens: opens, closes: closes)
  }

  /// The scalar beside a whole text: a blank at the ends of a block and beside breaks, else some delimiter.
  private func neighbour(_ sibling: Int32, _ parent: Int32) -> UInt32 {
    if sibling == 0 { return tree.nodes[Int(parent)].kind.isInline ? 0x2A : 0x0A }
    let kind = tree.nodes[Int(sibling)].kind
    return kind == .softBreak || kind == .lineBreak ? 0x0A : 0x2A
  }

  /// Finds the pairs of tildes; unequal ones put each other out of play, as in cmark-gfm.
  private mutating func pair() {
    var openers: [Int] = []
    for index in pieces.indices {
      guard case .tilde(let opens, let closes) = pieces[index].role else { continue }
      if closes, let opener = openers.last {
        openers.removeLast()
        if pieces[opener].range.count == pieces[index].range.count {
          pieces[opener].partner = index
          pieces[index].partner = opener
        }
      } else if opens, openers.count < Self.deepest {
        openers.append(index)
      }
    }
  }

  /// Makes the pieces the children of `parent`.
  private mutating func link(_ parent: Int32) {
    var open: [(index: Int32, last: Int32)] = [(parent, 0)]
    tree.nodes[Int(parent)].first = 0
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      index += 1
      if piece.partner >= index {
        var node = Node(.strikethrough)
        node.start = source(piece.range.lowerBound, piece.node)
        let added = tree.append(node, to: &open[open.count - 1].last, of: open[open.count - 1].index)
        open.append((added, 0))
      } else if piece.partner >= 0, open.count > 1 {
        tree.nodes[Int(open.removeLast().index)].end = source(piece.range.upperBound, piece.node)
      } else if piece.role == .whole {
        relink(piece.node, &open[open.count - 1])
      } else {
        var range = piece.range
        var role = piece.role
        if case .reference = role {
        } else {
          role = .text
          while index < pieces.count, pieces[index].node == piece.node, isText(pieces[index]) {
            range = range.lowerBound..<pieces[index].range.upperBound
            index += 1
          }
        }
        add(Piece(node: piece.node, range: range, role: role), &open[open.count - 1])
      }
    }
  }

  private func isText(_ piece: Piece) -> Bool {
    if case .tilde = piece.role { return piece.partner < 0 }
    return piece.role == .text
  }

  private mutating func relink(_ index: Int32, _ level: inout (index: Int32, last: Int32)) {
    tree.nodes[Int(index)].parent = level.index
    tree.nodes[Int(index)].next = 0
    if level.last == 0 {
      tree.nodes[Int(level.index)].first = index
    } else {
      tree.nodes[Int(level.last)].next = index
    }
    level.last = index
  }

  private mutating func add(_ piece: Piece, _ level: inout (index: Int32, last: Int32)) {
    var node = Node(.text)
    node.start = source(piece.range.lowerBound, piece.node)
    node.end = source(piece.range.upperBound, piece.node)
    let start = Int(tree.nodes[Int(piece.node)].text) + piece.range.lowerBound
    if case .reference(let number) = piece.role {
      node.kind = .footnoteReference
      node.extra = number
    } else {
      let bytes = Array(tree.text[start..<start + piece.range.count])
      node.text = Int32(truncatingIfNeeded: tree.text.count)
      bytes.withUnsafeBytes { Substitutes.undo($0, isLiteral: false, into: &tree.text) }
      node.textCount = Int32(truncatingIfNeeded: tree.text.count) - node.text
    }
    _ = tree.append(node, to: &level.last, of: level.index)
  }

  /// The source offset of a byte of a text; pieces come in order, so each text is walked once.
  private mutating func source(_ offset: Int, _ index: Int32) -> Int32 {
    let node = tree.nodes[Int(index)]
    if place.node != index || place.offset.index > offset {
      place = (index, SourceOffset(from: Int(node.start), to: Int(node.end), of: file.count))
    }
    tree.text.withUnsafeBufferPointer { text in
      let literal = UnsafeBufferPointer(rebasing: text[Int(node.text)..<Int(node.text + node.textCount)])
      place.offset.advance(to: offset, in: literal, of: file)
    }
    return Int32(truncatingIfNeeded: place.offset.place)
  }
}

extension FlatTree {
  /// A block and every inline below it that has children, in reading order.
  func parents(below block: Int32) -> [Int32] {
    var found = [block]
    var index = nodes[Int(block)].first
    while index != 0 {
      if nodes[Int(index)].first != 0 { found.append(index) }
      var following = nodes[Int(index)].first
      while following == 0 {
        following = nodes[Int(index)].next
        if following != 0 { break }
        index = nodes[Int(index)].parent
        if index == block { return found }
      }
      index = following
    }
    return found
  }
}
