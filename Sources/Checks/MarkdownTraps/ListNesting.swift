import Markdown

/// Where items that were no list go when they become one: how far in, and under which.
struct ListNesting {
  private struct Level {
    let rank: Int
    let column: Int
    let content: Int
    var number: Int
  }

  /// The place of one item.
  struct Place {
    /// The column of its marker, counted from 0.
    let column: Int
    /// Its marker with the blank behind it.
    let text: String
    /// Whether a blank line must part it from the text above.
    let needsBlankLine: Bool
  }

  private var levels: [Level] = []
  /// The paragraph of the last item.
  private var paragraph: Block?

  /// Starts anew, behind a heading.
  mutating func clear() { levels = [] }

  /// A real item: what is deeper than it is over.
  mutating func enter(_ item: Block, _ view: DocumentView) {
    guard let number = view.number(of: item) else { return }
    let column = view.markerColumn(of: item)
    while let last = levels.last, last.column >= column { levels.removeLast() }
    levels.append(
      Level(
        rank: FakeMarker.Form.comma.rank, column: column, content: view.contentColumn(of: item), number: number))
  }

  /// The place of an item that was none.
  mutating func place(of marker: FakeMarker, _ line: TextLine, _ view: DocumentView) -> Place {
    // A bullet behind a real bullet stands beside it, wherever that is.
    if marker.form == .bullet, let item = line.item, view.number(of: item) == nil {
      return Place(column: view.markerColumn(of: item), text: "- ", needsBlankLine: false)
    }
    let isSibling = findLevel(of: marker)
    let isTooDeep = levels.count >= 3 && marker.form != .bullet
    let column = isSibling || isTooDeep ? levels.last?.column ?? 0 : levels.last?.content ?? 0
    let text = marker.form == .bullet ? "- " : "\(marker.number). "
    // An ordered item interrupts a paragraph only when its number is 1, unless the paragraph's own item ends there.
    let isChild = !isSibling && !levels.isEmpty
    let followsText = line.item == nil && paragraph != line.paragraph
    let needsBlankLine =
      !line.isFirst && (isChild || followsText) && marker.form != .bullet && marker.number != 1
    if isSibling { levels.removeLast() }
    levels.append(
      Level(rank: marker.form.rank, column: column, content: column + text.utf8.count, number: marker.number))
    paragraph = line.paragraph
    return Place(column: column, text: text, needsBlankLine: needsBlankLine)
  }

  /// Leaves the levels that an item ends: those deeper than where it goes on counting, else than its form is.
  ///
  /// - Returns: whether the last level left is its own.
  private mutating func findLevel(of marker: FakeMarker) -> Bool {
    let rank = marker.form.rank
    if marker.form != .bullet, marker.number > 1 {
      let goesOn = levels.indices.filter { levels[$0].number + 1 == marker.number }
      if let own = goesOn.last(where: { levels[$0].rank == rank }) ?? goesOn.last {
        levels.removeLast(levels.count - own - 1)
        return true
      }
    }
    while let last = levels.last, last.rank > rank { levels.removeLast() }
    return levels.last?.rank == rank
  }
}
