import Diagnostics
import Markdown

/// One line of a paragraph as it stands in the source.
struct TextLine {
  /// The first byte of the line, and the byte behind its last one; without the line's end.
  let whole: Range<Int>
  /// Where its text begins, behind blanks and the markers of lists.
  let start: Int
  /// Whether it is the first line of its paragraph.
  let isFirst: Bool
  /// Its paragraph.
  let paragraph: Block
  /// The list item around its paragraph.
  let item: Block?
  /// Whether it follows the marker of that item, on the same line.
  let isBehindMarker: Bool

  /// The bytes of its text.
  var text: Range<Int> { start..<max(start, whole.upperBound) }
}

/// A piece of a section in the order of the text, as the rules about Markdown's traps see it.
enum TextPiece {
  case line(TextLine)
  /// An item of a real list.
  case item(Block)
}

/// The lines of paragraphs outside of quotes and tables, and the items around them.
struct TextLines {
  private let view: DocumentView
  private let visit: (TextPiece) -> Void

  /// Walks over some blocks in the order of the text. Linear, and nothing is kept.
  static func forEach(_ blocks: [Block], _ view: DocumentView, _ visit: (TextPiece) -> Void) {
    withoutActuallyEscaping(visit) { visit in
      let lines = TextLines(view: view, visit: visit)
      for block in blocks { lines.add(block, item: nil, isFirst: true) }
    }
  }

  // Nesting is bounded by the parser, so that this may recurse.
  private func add(_ block: Block, item: Block?, isFirst: Bool) {
    switch view.kind(of: block) {
    case .paragraph: addLines(of: block, item: item, isBehindMarker: item != nil && isFirst)
    case .list, .item:
      let isItem = view.kind(of: block) == .item
      if isItem { visit(.item(block)) }
      var isFirst = true
      for child in view.children(of: block) {
        add(child, item: isItem ? block : item, isFirst: isFirst)
        isFirst = false
      }
    default: break
    }
  }

  private func addLines(of paragraph: Block, item: Block?, isBehindMarker: Bool) {
    var isFirst = true
    var next = view.firstInline(of: paragraph)
    var startsLine = true
    while let inline = next {
      switch view.kind(of: inline) {
      case .softBreak, .lineBreak: startsLine = true
      case .text where startsLine:
        let start = Int(view.range(of: inline).start)
        visit(
          .line(
            TextLine(
              whole: line(around: start), start: start, isFirst: isFirst, paragraph: paragraph, item: item,
              isBehindMarker: isBehindMarker && isFirst)))
        (startsLine, isFirst) = (false, false)
      default: (startsLine, isFirst) = (false, false)
      }
      next = view.next(after: inline)
    }
  }

  private func line(around offset: Int) -> Range<Int> {
    let file = view.file
    var (start, end) = (min(offset, file.count), min(offset, file.count))
    while start > 0, file[start - 1] != 0x0A, file[start - 1] != 0x0D { start -= 1 }
    while end < file.count, file[end] != 0x0A, file[end] != 0x0D { end += 1 }
    return start..<end
  }
}
