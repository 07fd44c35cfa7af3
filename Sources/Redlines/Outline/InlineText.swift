internal import Markdown

/// Writes the inlines of one block as the text that is compared, with marks over it.
struct InlineText {
  let document: Document
  let footnotes: [Int: String]
  var text: [UInt8] = []
  var marks: [Mark] = []
  /// Places where a line end between a wide and a narrow character may or may not be a blank.
  var breaks: [Int32] = []
  private var last: UInt32 = 0
  private var hasBlank = false
  private var hasBreak = false
  /// Marks that wait for their first byte.
  private var waiting: [Int] = []

  init(_ document: Document, footnotes: [Int: String]) {
    self.document = document
    self.footnotes = footnotes
  }

  /// Starts a new block.
  mutating func reset() {
    text.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    breaks.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    (last, hasBlank, hasBreak) = (0, false, false)
  }

  /// Appends an inline and its siblings; nesting is bounded by the document.
  mutating func append(_ view: DocumentView, from first: Inline?) {
    var inline = first
    while let current = inline {
      append(view, current)
      inline = view.next(after: current)
    }
  }

  private mutating func append(_ view: DocumentView, _ inline: Inline) {
    switch view.kind(of: inline) {
    case .text, .htmlSpan: append(view.bytes(of: inline))
    case .softBreak, .lineBreak: hasBreak = true
    case .codeSpan: mark(.code, "") { $0.append(view.bytes(of: inline)) }
    case .emphasis: mark(.emphasis, "") { $0.append(view, from: view.first(in: inline)) }
    case .strong: mark(.strong, "") { $0.append(view, from: view.first(in: inline)) }
    case .strikethrough: mark(.strikethrough, "") { $0.append(view, from: view.first(in: inline)) }
    case .link: mark(.link, target(view, inline)) { $0.append(view, from: view.first(in: inline)) }
    case .image: mark(.image, target(view, inline)) { $0.append(view, from: view.first(in: inline)) }
    case .footnoteReference: appendFootnote(inline)
    default: break
    }
  }

  private func target(_ view: DocumentView, _ inline: Inline) -> String {
    String(decoding: view.destination(of: inline), as: UTF8.self)
  }

  private mutating func appendFootnote(_ inline: Inline) {
    guard case .footnoteReference(let number) = document.kind(of: inline) else { return }
    Array("[^\(footnotes[number] ?? String(number))]".utf8).withUnsafeBufferPointer { append($0) }
  }

  private mutating func mark(_ kind: Mark.Kind, _ target: String, _ body: (inout InlineText) -> Void) {
    let place = marks.count
    marks.append(Mark(kind: kind, start: -1, end: -1, target: target))
    waiting.append(place)
    body(&self)
    let end = Int32(truncatingIfNeeded: text.count)
    if marks[place].start < 0 {
      marks[place].start = end
      waiting.removeAll { $0 == place }
    }
    marks[place].end = end
  }

  /// Appends bytes with blanks joined to one, and none at the ends.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in bytes.indices where bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0A {
      if index > start { appendWord(UnsafeBufferPointer(rebasing: bytes[start..<index])) }
      hasBlank = true
      start = index + 1
    }
    if start < bytes.count { appendWord(UnsafeBufferPointer(rebasing: bytes[start...])) }
  }

  private mutating func appendWord(_ bytes: UnsafeBufferPointer<UInt8>) {
    if hasBlank || hasBreak, !text.isEmpty { separate(Glyph.decode(bytes, 0).scalar) }
    (hasBlank, hasBreak) = (false, false)
    for place in waiting { marks[place].start = Int32(truncatingIfNeeded: text.count) }
    waiting.removeAll(keepingCapacity: true)
    text.append(contentsOf: bytes)
    var start = bytes.count - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    last = Glyph.decode(bytes, start).scalar
  }

  /// A line end between two wide characters is nothing, beside one it may be either, else it is a blank.
  private mutating func separate(_ next: UInt32) {
    let (left, right) = (Glyph.isWide(last), Glyph.isWide(next))
    guard hasBreak, left || right else { return text.append(0x20) }
    if left != right { breaks.append(Int32(truncatingIfNeeded: text.count)) }
  }
}
