extension FlatTree {
  /// Numbers footnotes by their first reference in reading order, and drops those without one.
  mutating func numberFootnotes() {
    var definitions: [Int32] = []
    var index = footnoteRoot == 0 ? 0 : nodes[Int(footnoteRoot)].first
    while index != 0 {
      definitions.append(index)
      index = nodes[Int(index)].next
    }
    var ordered: [Int32] = []
    var uses = [Int32](repeating: 0, count: definitions.count)
    number(below: 0, definitions, &ordered, &uses)
    // Footnotes may refer to footnotes; the list grows while it is read.
    var next = 0
    while next < ordered.count {
      number(below: ordered[next], definitions, &ordered, &uses)
      next += 1
    }
    guard footnoteRoot != 0 else { return }
    nodes[Int(footnoteRoot)].first = ordered.first ?? 0
    for (place, index) in ordered.enumerated() {
      nodes[Int(index)].next = place + 1 < ordered.count ? ordered[place + 1] : 0
    }
    for (place, index) in definitions.enumerated() { nodes[Int(index)].flags = UInt8(clamping: uses[place]) }
  }

  private mutating func number(
    below root: Int32, _ definitions: [Int32], _ ordered: inout [Int32], _ uses: inout [Int32]
  ) {
    var index = nodes[Int(root)].first
    while index != 0 {
      let node = nodes[Int(index)]
      let place = Int(node.extra)
      if node.kind == .footnoteReference, definitions.indices.contains(place) {
        let definition = definitions[place]
        if uses[place] == 0 {
          ordered.append(definition)
          nodes[Int(definition)].extra = Int32(truncatingIfNeeded: ordered.count)
        }
        uses[place] += 1
        nodes[Int(index)].extra = nodes[Int(definition)].extra
        // The how many-th reference it is, for the address of the way back.
        nodes[Int(index)].textCount = uses[place]
      }
      var following = node.first
      while following == 0 {
        following = nodes[Int(index)].next
        if following != 0 { break }
        index = nodes[Int(index)].parent
        if index == root || index == 0 { return }
      }
      index = following
    }
  }
}
