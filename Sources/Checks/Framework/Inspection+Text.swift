import Diagnostics
import Markdown

extension Inspection {
  /// Calls `visit` for every run of author text in paragraphs, headings and cells, in order: not for code, raw HTML and
  /// link addresses. Linear.
  func forEachText(_ visit: (Inline, UnsafeBufferPointer<UInt8>) -> Void) {
    view.forEachLeaf { _, first in forEachText(from: first, visit) }
  }

  /// The nesting is bounded by the document's.
  private func forEachText(from first: Inline, _ visit: (Inline, UnsafeBufferPointer<UInt8>) -> Void) {
    var next: Inline? = first
    while let inline = next {
      switch view.kind(of: inline) {
      case .text: visit(inline, view.bytes(of: inline))
      default: if let inner = view.first(in: inline) { forEachText(from: inner, visit) }
      }
      next = view.next(after: inline)
    }
  }

  /// The source bytes of a part of an inline's text.
  func range(in inline: Inline, _ range: Range<Int>) -> SourceRange {
    let phrase = Phrase(
      first: inline, start: Int32(truncatingIfNeeded: range.lowerBound), last: inline,
      end: Int32(truncatingIfNeeded: range.upperBound))
    return view.range(of: phrase) ?? document.range(of: phrase)
  }

  /// What stands in the source at a range.
  func source(_ range: SourceRange) -> String {
    String(decoding: view.file[range.clamped(to: view.file.count)], as: UTF8.self)
  }

  /// The text of a heading.
  func title(of heading: Block) -> String {
    var bytes = document.plainBytes(of: heading)
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a phrase as a reader sees it.
  func text(_ phrase: Phrase) -> String { document.plainText(of: phrase) }
}
