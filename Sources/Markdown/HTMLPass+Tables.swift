extension HTMLPass {
  mutating func table(_ node: Node) {
    startLine()
    out.append(literal: "<table>\n")
    var index = node.first
    var isBody = false
    while index != 0 {
      let row = nodes[Int(index)]
      let isHead = row.level != 0
      if !isHead, !isBody {
        isBody = true
        out.append(literal: "<tbody>\n")
      }
      if isHead { out.append(literal: "<thead>\n") }
      self.row(row)
      if isHead { out.append(literal: "</thead>\n") }
      index = row.next
    }
    out.append(literal: isBody ? "</tbody>\n</table>\n" : "</table>\n")
  }

  mutating func row(_ node: Node) {
    out.append(literal: "<tr>\n")
    var index = node.first
    while index != 0 {
      cell(index, nodes[Int(index)], isHead: node.level != 0)
      index = nodes[Int(index)].next
    }
    out.append(literal: "</tr>\n")
  }

  mutating func cell(_ index: Int32, _ node: Node, isHead: Bool) {
    out.append(literal: isHead ? "<th" : "<td")
    switch Alignment(rawValue: node.level) {
    case .left: out.append(literal: " align=\"left\">")
    case .center: out.append(literal: " align=\"center\">")
    case .right: out.append(literal: " align=\"right\">")
    case .some(.none), nil: out.append(0x3E)
    }
    lastText = 0..<0
    write(inlines: node.first)
    out.append(literal: isHead ? "</th>\n" : "</td>\n")
  }

  mutating func writeFootnotes(_ first: Int32) {
    startLine()
    out.append(literal: "<section class=\"footnotes\">\n<ol>\n")
    var index = first
    while index != 0 {
      let node = nodes[Int(index)]
      out.append(literal: "<li id=\"")
      footnoteID("fn", node.extra)
      out.append(literal: "\">\n")
      write(blocks: node.first)
      if !endsInParagraph(node) {
        wayBack(node)
        out.append(0x0A)
      }
      out.append(literal: "</li>\n")
      index = node.next
    }
    out.append(literal: "</ol>\n</section>\n")
  }

  private func endsInParagraph(_ node: Node) -> Bool {
    var index = node.first
    var last: NodeKind?
    while index != 0 {
      last = nodes[Int(index)].kind
      index = nodes[Int(index)].next
    }
    return last == .paragraph
  }

  /// The link from a footnote back to its first reference.
  mutating func wayBack(_ footnote: Node) {
    out.append(literal: "<a href=\"#")
    footnoteID("fnref", footnote.extra)
    out.append(literal: "\" class=\"footnote-backref\">↩</a>")
  }

  mutating func footnoteReference(_ node: Node) {
    out.append(literal: "<sup class=\"footnote-ref\"><a href=\"#")
    footnoteID("fn", node.extra)
    out.append(literal: "\" id=\"")
    footnoteID("fnref", node.extra)
    if node.textCount > 1 {
      out.append(0x2D)
      out.append(number: Int(node.textCount))
    }
    out.append(literal: "\">")
    out.append(number: Int(node.extra))
    out.append(literal: "</a></sup>")
  }

  private mutating func footnoteID(_ word: StaticString, _ number: Int32) {
    append(escaped: decoration.footnotePrefix)
    out.append(literal: word)
    out.append(number: Int(number))
  }
}
