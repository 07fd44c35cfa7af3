extension FlatTree {
  /// Takes a quote whose first line is `[!NOTE]` or its like for an alert.
  mutating func finishQuote(_ quote: Int32) {
    let paragraph = nodes[Int(quote)].first
    guard paragraph != 0, nodes[Int(paragraph)].kind == .paragraph else { return }
    let first = nodes[Int(paragraph)].first
    guard first != 0, nodes[Int(first)].kind == .text, let alert = alert(nodes[Int(first)]) else { return }
    let following = nodes[Int(first)].next
    if following == 0 {
      nodes[Int(quote)].first = nodes[Int(paragraph)].next
    } else {
      let kind = nodes[Int(following)].kind
      guard kind == .softBreak || kind == .lineBreak else { return }
      let content = nodes[Int(following)].next
      nodes[Int(paragraph)].first = content
      if content != 0 { nodes[Int(paragraph)].start = nodes[Int(content)].start }
    }
    nodes[Int(quote)].level = alert.rawValue + 1
  }

  private func alert(_ node: Node) -> Alert? {
    let bytes = text[Int(node.text)..<Int(node.text + node.textCount)]
    guard bytes.count > 3, bytes.starts(with: [0x5B, 0x21]), bytes.last == 0x5D else { return nil }
    let word = bytes.dropFirst(2).dropLast().map(ASCII.lower)
    return Alert.allCases.first { $0.word.utf8.elementsEqual(word) }
  }

  /// Takes the box at the start of an item's text for its check box (GFM 5.3).
  mutating func finishItem(_ item: Int32) {
    let paragraph = nodes[Int(item)].first
    guard paragraph != 0, nodes[Int(paragraph)].kind == .paragraph else { return }
    let first = nodes[Int(paragraph)].first
    guard first != 0, nodes[Int(first)].kind == .text else { return }
    let node = nodes[Int(first)]
    let bytes = text[Int(node.text)..<Int(node.text + node.textCount)]
    guard bytes.count >= 3, bytes.first == 0x5B, bytes[bytes.startIndex + 2] == 0x5D else { return }
    let mark = bytes[bytes.startIndex + 1]
    guard mark == 0x20 || mark | 0x20 == 0x78 else { return }
    let blanks = bytes.dropFirst(3).prefix { $0 == 0x20 || $0 == 0x09 }.count
    let cut = Int32(truncatingIfNeeded: 3 + blanks)
    if cut == node.textCount {
      // Nothing but the box: alone, at the end of its line, or before an inline that a blank parts from it.
      let kind = node.next == 0 ? NodeKind.softBreak : nodes[Int(node.next)].kind
      let isBreak = kind == .softBreak || kind == .lineBreak
      guard blanks > 0 || isBreak else { return }
      nodes[Int(paragraph)].first = isBreak && node.next != 0 ? nodes[Int(node.next)].next : node.next
    } else {
      guard blanks > 0 else { return }
      nodes[Int(first)].text += cut
      nodes[Int(first)].textCount -= cut
      nodes[Int(first)].start = min(node.start + cut, node.end)
    }
    nodes[Int(item)].level = mark == 0x20 ? Checkbox.unchecked.rawValue : Checkbox.checked.rawValue
  }
}
