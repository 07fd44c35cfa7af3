/// Reads inlines as the text that a reader sees.
struct PlainText {
  let document: Document
  var bytes: [UInt8] = []
  /// The text that was read last, for the choice between a blank and nothing at a soft break.
  private var lastText = 0..<0

  init(_ document: Document) { self.document = document }

  /// Reads a phrase with its cuts applied.
  mutating func read(_ phrase: Phrase) {
    var inline = phrase.first
    while let current = inline {
      read(current, in: phrase)
      inline = current == phrase.last ? nil : document.next(after: current)
    }
  }

  private mutating func read(_ inline: Inline, in phrase: Phrase) {
    let count = Int(document.textCount(inline))
    let start = inline == phrase.first ? min(max(Int(phrase.start), 0), count) : 0
    let end = inline == phrase.last ? min(max(Int(phrase.end), start), count) : count
    if start == 0, end == count { read(inline) } else { append(inline.index, start..<end) }
  }

  /// Reads a block and all below it, one line for each that holds inlines.
  mutating func read(_ block: Block) {
    let node = document.nodes[Int(block.index)]
    switch node.kind {
    case .paragraph, .heading, .tableCell:
      for inline in document.inlines(of: block) { read(inline) }
      endLine()
    case .code, .html:
      bytes += document.bytes(of: block)
      endLine()
    default: for child in document.children(of: block) { read(child) }
    }
  }

  private mutating func endLine() {
    lastText = 0..<0
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }

  /// Reads an inline and all below it.
  mutating func read(_ inline: Inline) {
    readLeaf(inline.index)
    document.walk(below: inline.index) { readLeaf($0) }
  }

  private mutating func readLeaf(_ index: Int32) {
    let node = document.nodes[Int(index)]
    switch node.kind {
    case .text, .codeSpan: append(index, 0..<Int(node.textCount))
    case .htmlSpan: if !RawHTML.isComment(document.slice(node)) { append(index, 0..<Int(node.textCount)) }
    case .softBreak: if !document.joinsLines(at: index, after: lastText) { bytes.append(0x20) }
    case .lineBreak:
      bytes.append(0x0A)
      lastText = 0..<0
    default: break
    }
  }

  private mutating func append(_ index: Int32, _ range: Range<Int>) {
    let start = Int(document.nodes[Int(index)].text)
    lastText = start + range.lowerBound..<start + range.upperBound
    bytes += document.text[lastText]
  }

  /// The part of a phrase between two offsets of its text; inlines that are no leaves are kept whole.
  mutating func cut(_ phrase: Phrase, _ range: Range<Int>) -> Phrase {
    guard !range.isEmpty else { return .empty }
    var (first, start, last, end): (Inline?, Int, Inline?, Int) = (nil, 0, nil, 0)
    var inline = phrase.first
    while let current = inline, bytes.count < range.upperBound {
      let before = bytes.count
      read(current, in: phrase)
      let after = bytes.count
      let offset = current == phrase.first ? Int(phrase.start) : 0
      let isLeaf = document.textCount(current) > 0
      if first == nil, after > range.lowerBound || (before == after && before == range.lowerBound) {
        first = current
        start = isLeaf ? offset + max(range.lowerBound - before, 0) : 0
      }
      last = current
      end = isLeaf ? offset + min(range.upperBound, after) - before : 0
      inline = current == phrase.last ? nil : document.next(after: current)
    }
    guard let first else { return .empty }
    return Phrase(
      first: first, start: Int32(truncatingIfNeeded: start), last: last, end: Int32(truncatingIfNeeded: end))
  }

  /// The bytes of a blank at `index`; nil when there is none. An ideographic blank counts.
  static func blank(in bytes: [UInt8], at index: Int) -> Int? {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xE3: bytes[index...].starts(with: [0xE3, 0x80, 0x80]) ? 3 : nil
    case 0xC2: bytes[index...].starts(with: [0xC2, 0xA0]) ? 2 : nil
    default: nil
    }
  }
}

extension Document {
  /// Whether a soft break stands between two wide characters and is no blank.
  ///
  /// - Parameter text: the bytes of `text` that were read last.
  func joinsLines(at softBreak: Int32, after text: Range<Int>) -> Bool {
    let before = Scalars.last(in: self.text[text])
    guard Scalars.width(before) != .narrow else { return false }
    return Scalars.joins(before, scalar(after: softBreak))
  }

  /// The first scalar of the text that follows an inline in the same block; 0 when something else follows.
  private func scalar(after index: Int32) -> UInt32 {
    var index = index
    while nodes[Int(index)].next == 0 {
      index = nodes[Int(index)].parent
      guard nodes[Int(index)].kind.isInline else { return 0 }
    }
    index = nodes[Int(index)].next
    while nodes[Int(index)].first != 0 { index = nodes[Int(index)].first }
    let node = nodes[Int(index)]
    return node.kind == .text || node.kind == .codeSpan ? Scalars.first(in: slice(node)) : 0
  }
}
