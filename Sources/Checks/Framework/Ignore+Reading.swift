import Diagnostics
import Markdown

extension Ignore {
  /// All such comments of a document, in the order of the text. Linear.
  static func all(in document: Document, _ view: DocumentView) -> [Ignore] {
    guard IgnoreReader.mayHold(view.file) else { return [] }
    var reader = IgnoreReader(document: document, view: view)
    reader.read(document.blocks, isTop: true)
    return reader.found
  }
}

/// Walks over a document's blocks and collects comments.
private struct IgnoreReader {
  let document: Document
  let view: DocumentView
  var found: [Ignore] = []
  private var isBeforeHeadings = true
  /// The comments whose block is still to come.
  private var waiting: [Comment] = []

  private struct Comment {
    let text: String
    let range: SourceRange
  }

  init(document: Document, view: DocumentView) {
    self.document = document
    self.view = view
  }

  private static let mark = Array("<!-- handrail-ignore".utf8)

  /// Whether the mark stands anywhere in a file; most files hold no comment at all.
  static func mayHold(_ file: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + mark.count <= file.count {
      // "!" is the rarest of the first bytes.
      if file[index + 1] == 0x21, file[index] == 0x3C, holds(file, at: index) { return true }
      index += 1
    }
    return false
  }

  private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    mark.indices.allSatisfy { bytes[index + $0] == mark[$0] }
  }

  /// Reads sibling blocks and all below them; the nesting is bounded by the document's.
  mutating func read(_ blocks: some Sequence<Block>, isTop: Bool) {
    let blocks = Array(blocks)
    for (place, block) in blocks.enumerated() {
      if view.kind(of: block) == .html, let comment = comment(document.bytes(of: block), view.range(of: block)) {
        if isTop, isBeforeHeadings {
          add(comment, 0..<view.file.count + 1)
        } else {
          waiting.append(comment)
        }
        continue
      }
      let covered = covered(block, among: blocks[place...])
      for comment in waiting { add(comment, covered) }
      waiting = []
      if isTop, view.kind(of: block) == .heading { isBeforeHeadings = false }
      readInlines(of: block)
      read(document.children(of: block), isTop: false)
    }
    for comment in waiting { add(comment, 0..<0) }
    waiting = []
  }

  /// What a comment before a block stands for.
  private func covered(_ block: Block, among rest: ArraySlice<Block>) -> Range<Int> {
    if waiting.isEmpty { return 0..<0 }
    let start = Int(view.range(of: block).start)
    if view.kind(of: block) == .list, let item = view.children(of: block).first {
      return start..<max(start, Int(view.range(of: item).end))
    }
    guard view.kind(of: block) == .heading else { return start..<max(start, Int(view.range(of: block).end)) }
    let level = view.level(of: block)
    let next = rest.dropFirst().first { view.kind(of: $0) == .heading && view.level(of: $0) <= level }
    return start..<max(start, next.map { Int(view.range(of: $0).start) } ?? view.file.count + 1)
  }

  private mutating func readInlines(of block: Block) {
    if document.inlines(of: block).isEmpty { return }
    for inline in document.leaves(of: block) where view.kind(of: inline) == .htmlSpan {
      guard let comment = comment(document.bytes(of: inline), view.range(of: inline)) else { continue }
      add(comment, line(at: Int(comment.range.start)))
    }
  }

  private func line(at offset: Int) -> Range<Int> {
    var (start, end) = (min(offset, view.file.count), min(offset, view.file.count))
    while start > 0, view.file[start - 1] != 0x0A, view.file[start - 1] != 0x0D { start -= 1 }
    while end < view.file.count, view.file[end] != 0x0A, view.file[end] != 0x0D { end += 1 }
    return start..<end
  }

  private mutating func add(_ comment: Comment, _ covers: Range<Int>) {
    found.append(Ignore(comment.text, path: document.source.path, range: comment.range, covers: covers))
  }

  /// The text between the mark and `-->`; nil for any other HTML.
  private func comment(_ bytes: ArraySlice<UInt8>, _ range: SourceRange) -> Comment? {
    var bytes = bytes
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    guard bytes.starts(with: Self.mark), bytes.suffix(3).elementsEqual("-->".utf8) else { return nil }
    let text = String(decoding: bytes.dropFirst(Self.mark.count).dropLast(3), as: UTF8.self)
    return Comment(text: text, range: SourceRange(Int(range.start), Int(range.end)))
  }
}
