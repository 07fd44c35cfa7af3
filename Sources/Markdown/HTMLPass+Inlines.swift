extension HTMLPass {
  mutating func write(inlines first: Int32) {
    var index = first
    while index != 0 {
      write(inline: index)
      index = nodes[Int(index)].next
    }
  }

  mutating func write(_ phrase: Phrase) {
    var index = phrase.first?.index ?? 0
    while index != 0 {
      let node = nodes[Int(index)]
      if node.kind == .text || node.kind == .codeSpan || node.kind == .htmlSpan {
        let isLast = index == phrase.last?.index
        let low = index == phrase.first?.index ? min(max(Int(phrase.start), 0), Int(node.textCount)) : 0
        let high = isLast ? min(max(Int(phrase.end), low), Int(node.textCount)) : Int(node.textCount)
        leaf(index, node, low..<high)
      } else {
        write(inline: index)
      }
      index = index == phrase.last?.index ? 0 : node.next
    }
  }

  mutating func write(inline index: Int32) {
    let node = nodes[Int(index)]
    switch node.kind {
    case .text, .codeSpan, .htmlSpan: leaf(index, node, 0..<Int(node.textCount))
    case .softBreak: if !document.joinsLines(at: index, after: lastText) { out.append(0x0A) }
    case .lineBreak:
      out.append(literal: "<br />\n")
      lastText = 0..<0
    case .emphasis: wrap(node, "<em>", "</em>")
    case .strong: wrap(node, "<strong>", "</strong>")
    case .strikethrough: wrap(node, "<del>", "</del>")
    case .link: link(index, node)
    case .image: image(index, node)
    case .footnoteReference: if linkDepth == 0 { footnoteReference(node) }
    case .document, .paragraph, .heading, .thematicBreak, .quote, .list, .item, .code, .html, .table, .tableRow,
      .tableCell, .footnoteList, .footnote:
      write(block: index)
    }
  }

  private mutating func wrap(_ node: Node, _ open: StaticString, _ close: StaticString) {
    out.append(literal: open)
    write(inlines: node.first)
    out.append(literal: close)
  }

  private mutating func leaf(_ index: Int32, _ node: Node, _ range: Range<Int>) {
    if node.kind == .htmlSpan, RawHTML.isComment(document.slice(node)) { return }
    let base = Int(node.text)
    let start = out.count
    if node.kind == .codeSpan { out.append(literal: "<code>") }
    if node.kind == .htmlSpan || decoration.links.isEmpty || linkDepth > 0 {
      append(escaped: base + range.lowerBound..<base + range.upperBound)
      if node.kind == .htmlSpan { quoteAttributes(from: start) }
    } else {
      linked(index, base, range)
    }
    if node.kind == .codeSpan { out.append(literal: "</code>") }
    lastText = base + range.lowerBound..<base + range.upperBound
  }

  /// Writes a text with its links; those that overlap an earlier one or a cut are left out.
  private mutating func linked(_ index: Int32, _ base: Int, _ range: Range<Int>) {
    var place = range.lowerBound
    var next = firstLink(in: index)
    while next < decoration.links.count, decoration.links[next].inline.index == index {
      let link = decoration.links[next]
      next += 1
      guard Int(link.start) >= place, link.start < link.end, Int(link.end) <= range.upperBound else { continue }
      append(escaped: base + place..<base + Int(link.start))
      out.append(literal: "<a href=\"")
      decoration.linkAddress?(Int(link.number), &out)
      out.append(literal: "\">")
      append(escaped: base + Int(link.start)..<base + Int(link.end))
      out.append(literal: "</a>")
      place = Int(link.end)
    }
    append(escaped: base + place..<base + range.upperBound)
  }

  /// The first link over a text or a later one. Logarithmic.
  private func firstLink(in index: Int32) -> Int {
    var low = 0
    var high = decoration.links.count
    while low < high {
      let middle = (low + high) / 2
      if decoration.links[middle].inline.index < index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func link(_ index: Int32, _ node: Node) {
    // A link inside a link cannot be: libcmark makes one only through an image's text.
    guard writeAddress("<a href=\"", index, node) else { return write(inlines: node.first) }
    writeTitle(node)
    out.append(literal: "\">")
    linkDepth += 1
    write(inlines: node.first)
    linkDepth -= 1
    out.append(literal: "</a>")
  }

  private mutating func image(_ index: Int32, _ node: Node) {
    lastText = 0..<0
    guard writeAddress("<img src=\"", index, node) else { return alternative(index) }
    out.append(literal: "\" alt=\"")
    alternative(index)
    writeTitle(node)
    out.append(literal: "\" />")
  }

  /// Writes the address of a link or image; false when it has a scheme that is no link.
  private mutating func writeAddress(_ open: StaticString, _ index: Int32, _ node: Node) -> Bool {
    let address = text[Int(node.text)..<Int(node.text + node.extra)]
    if let other = decoration.destination?(Inline(index: index)) {
      guard LinkTarget.isAllowed(other) else { return false }
      out.append(literal: open)
      other.withUnsafeBufferPointer { HTMLEscaping.append(address: $0, to: &out) }
      return true
    }
    guard LinkTarget.isAllowed(address) else { return false }
    out.append(literal: open)
    HTMLEscaping.append(address: UnsafeBufferPointer(rebasing: address), to: &out)
    return true
  }

  private mutating func writeTitle(_ node: Node) {
    guard node.textCount > node.extra else { return }
    out.append(literal: "\" title=\"")
    append(escaped: Int(node.text + node.extra)..<Int(node.text + node.textCount))
  }

  /// Writes the text of an image without any tag.
  private mutating func alternative(_ image: Int32) {
    document.walk(below: image) { index in
      let node = nodes[Int(index)]
      switch node.kind {
      case .text, .codeSpan: append(escaped: Int(node.text)..<Int(node.text + node.textCount))
      case .htmlSpan:
        if !RawHTML.isComment(document.slice(node)) {
          append(escaped: Int(node.text)..<Int(node.text + node.textCount))
        }
      case .softBreak, .lineBreak: out.append(0x20)
      default: break
      }
    }
  }
}
