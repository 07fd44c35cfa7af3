/// One run of the HTML writer over borrowed arrays; depth is bounded by the document's, so it recurses.
struct HTMLPass {
  private let parts: [HTMLWriter.Parts]
  let nodes: UnsafeBufferPointer<Node>
  let text: UnsafeBufferPointer<UInt8>
  /// The length of the output before this pass.
  let start: Int
  var out: [UInt8] = []
  /// The text that was written last, for the choice between a line feed and nothing at a soft break.
  var lastText = 0..<0
  var linkDepth = 0

  init(
    parts: [HTMLWriter.Parts], nodes: UnsafeBufferPointer<Node>, text: UnsafeBufferPointer<UInt8>, start: Int
  ) {
    self.parts = parts
    self.nodes = nodes
    self.text = text
    self.start = start
  }

  var document: Document { _read { yield parts[0].document } }
  var decoration: HTMLWriter.Decoration { _read { yield parts[0].decoration } }

  mutating func write(blocks first: Int32) {
    var index = first
    while index != 0 {
      write(block: index)
      index = nodes[Int(index)].next
    }
  }

  mutating func write(block index: Int32) {
    let node = nodes[Int(index)]
    lastText = 0..<0
    switch node.kind {
    case .paragraph: paragraph(index, node)
    case .heading: heading(index, node)
    case .thematicBreak:
      startLine()
      out.append(literal: "<hr />\n")
    case .quote: quote(node)
    case .list: list(node)
    case .item: item(node)
    case .code: code(node)
    case .html: html(node)
    case .table: table(node)
    case .tableRow: row(node)
    case .tableCell: cell(index, node, isHead: nodes[Int(node.parent)].level != 0)
    case .footnote, .document: write(blocks: node.first)
    case .footnoteList: writeFootnotes(node.first)
    case .text, .softBreak, .lineBreak, .codeSpan, .htmlSpan, .emphasis, .strong, .strikethrough, .link, .image,
      .footnoteReference:
      write(inline: index)
    }
  }

  /// Ends the line that something else was written on.
  mutating func startLine() {
    if out.count > start, out[out.count - 1] != 0x0A { out.append(0x0A) }
  }

  private mutating func paragraph(_ index: Int32, _ node: Node) {
    let parent = nodes[Int(node.parent)]
    if parent.kind == .item, nodes[Int(parent.parent)].flags & Node.tight != 0 {
      write(inlines: node.first)
      return
    }
    startLine()
    out.append(literal: "<p>")
    write(inlines: node.first)
    if parent.kind == .footnote, node.next == 0 {
      out.append(0x20)
      wayBack(parent)
    }
    out.append(literal: "</p>\n")
  }

  private mutating func heading(_ index: Int32, _ node: Node) {
    startLine()
    let level = UInt8(0x30 + min(max(Int(node.level) + decoration.headingShift, 1), 6))
    out.append(literal: "<h")
    out.append(level)
    if let id = decoration.headingID?(Block(index: index)) {
      out.append(literal: " id=\"")
      append(escaped: id)
      out.append(0x22)
    }
    out.append(0x3E)
    write(inlines: node.first)
    out.append(literal: "</h")
    out.append(level)
    out.append(literal: ">\n")
  }

  private mutating func quote(_ node: Node) {
    startLine()
    guard let alert = Alert(rawValue: node.level &- 1) else {
      out.append(literal: "<blockquote>\n")
      write(blocks: node.first)
      startLine()
      out.append(literal: "</blockquote>\n")
      return
    }
    out.append(literal: "<div class=\"markdown-alert markdown-alert-")
    out.append(contentsOf: alert.word.utf8)
    out.append(literal: "\">\n<p class=\"markdown-alert-title\">")
    if let title = decoration.alertTitle?(alert) {
      out += title
    } else {
      out.append(contentsOf: (alert.word.prefix(1).uppercased() + alert.word.dropFirst()).utf8)
    }
    out.append(literal: "</p>\n")
    write(blocks: node.first)
    startLine()
    out.append(literal: "</div>\n")
  }

  private mutating func list(_ node: Node) {
    startLine()
    let isOrdered = node.flags & Node.ordered != 0
    if isOrdered, node.extra != 1 {
      out.append(literal: "<ol start=\"")
      out.append(number: Int(node.extra))
      out.append(literal: "\">\n")
    } else {
      out.append(literal: isOrdered ? "<ol>\n" : "<ul>\n")
    }
    write(blocks: node.first)
    out.append(literal: isOrdered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func item(_ node: Node) {
    startLine()
    out.append(literal: "<li>")
    switch Checkbox(rawValue: node.level) {
    case .unchecked: out.append(literal: "<input type=\"checkbox\" disabled=\"\" /> ")
    case .checked: out.append(literal: "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ")
    case .some(.none), nil: break
    }
    write(blocks: node.first)
    out.append(literal: "</li>\n")
  }

  private mutating func code(_ node: Node) {
    startLine()
    let info = UnsafeBufferPointer(rebasing: text[Int(node.text)..<Int(node.text + node.extra)])
    if info.isEmpty {
      out.append(literal: "<pre><code>")
    } else {
      out.append(literal: "<pre><code class=\"language-")
      let end = info.firstIndex { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) } ?? info.count
      HTMLEscaping.append(text: UnsafeBufferPointer(rebasing: info[..<end]), to: &out)
      out.append(literal: "\">")
    }
    append(escaped: Int(node.text + node.extra)..<Int(node.text + node.textCount))
    out.append(literal: "</code></pre>\n")
  }

  /// Raw HTML is shown as text, without comments; nothing is left of a block that is all comment.
  private mutating func html(_ node: Node) {
    var shown = RawHTML.shown(document.slice(node)).joined().map { $0 }
    while let last = shown.last, last == 0x0A || last == 0x20 || last == 0x0D { shown.removeLast() }
    guard shown.contains(where: { $0 > 0x20 }) else { return }
    startLine()
    out.append(literal: "<p>")
    let start = out.count
    append(escaped: shown)
    quoteAttributes(from: start)
    out.append(literal: "</p>\n")
  }

  /// Writes `=` as an entity in raw HTML, where the page wants that.
  mutating func quoteAttributes(from start: Int) {
    guard decoration.quotesAttributes, out[start...].contains(UInt8(ascii: "=")) else { return }
    let raw = out[start...].split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
    out.replaceSubrange(start..., with: Array(raw.joined(separator: "&#61;".utf8)))
  }

  mutating func append(escaped bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { HTMLEscaping.append(text: $0, to: &out) }
  }

  mutating func append(escaped range: Range<Int>) {
    HTMLEscaping.append(text: UnsafeBufferPointer(rebasing: text[range]), to: &out)
  }
}
