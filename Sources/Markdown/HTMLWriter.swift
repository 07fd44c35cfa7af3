internal import Diagnostics

/// A stretch of a text inline that becomes a link.
package struct TextLink: Hashable, Sendable {
  /// The text or code inline.
  package let inline: Inline
  /// The first byte in its text.
  package let start: Int32
  /// The byte after the last one.
  package let end: Int32
  /// What `Decoration.linkAddress` knows it by.
  package let number: Int32

  /// Links bytes `start..<end` of a text inline.
  package init(_ inline: Inline, start: Int, end: Int, number: Int) {
    self.inline = inline
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.number = Int32(truncatingIfNeeded: number)
  }

  fileprivate static func precedes(_ a: TextLink, _ b: TextLink) -> Bool {
    (a.inline.index, a.start, b.end) < (b.inline.index, b.start, a.end)
  }
}

/// Writes parts of a document as HTML, byte for byte as libcmark does where Handrail does not differ (spec/format.md 7, 8).
package struct HTMLWriter: Sendable {
  /// What a page adds to the plain HTML of a document.
  package struct Decoration: Sendable {
    /// Links over texts; sorted on arrival, overlapping ones and those inside a Markdown link are left out.
    package var links: [TextLink] = []
    /// Writes the address of a link over a text, escaped for an attribute.
    package var linkAddress: (@Sendable (_ number: Int, _ out: inout [UInt8]) -> Void)?
    /// The address to write for a Markdown link or image; nil means as written.
    package var destination: (@Sendable (Inline) -> [UInt8]?)?
    /// The id of a heading; nil means none.
    package var headingID: (@Sendable (Block) -> [UInt8]?)?
    /// Levels that headings move down by; the lowest is 6.
    package var headingShift = 0
    /// The title line of an alert, already HTML; without it the English word.
    package var alertTitle: (@Sendable (Alert) -> [UInt8])?
    /// Put before ids and targets of footnotes when several documents share a page.
    package var footnotePrefix: [UInt8] = []

    /// Whether `=` is an entity too in raw HTML that is shown as text, so that no tool that searches pages for markup
    /// takes it for an attribute.
    package var quotesAttributes = false

    /// Nothing added.
    package init() {}
    /// Nothing added.
    package static let none = Decoration()
  }

  struct Parts: Sendable {
    let document: Document
    var decoration: Decoration
  }

  /// One element: a writer is handed around with every phrase, and so its copy is one reference.
  private let parts: [Parts]

  /// Makes a writer of a document.
  package init(_ document: Document, decoration: Decoration = .none) {
    var decoration = decoration
    let isSorted = zip(decoration.links, decoration.links.dropFirst()).allSatisfy { !TextLink.precedes($1, $0) }
    if !isSorted { decoration.links.sort(by: TextLink.precedes) }
    parts = [Parts(document: document, decoration: decoration)]
  }

  /// The document, lent without a copy.
  package var document: Document { _read { yield parts[0].document } }

  /// Writes one block and all in it.
  package func write(_ block: Block, into out: inout [UInt8]) {
    pass(&out) { $0.write(block: block.index) }
  }

  /// Writes sibling blocks.
  package func write(_ blocks: Blocks, into out: inout [UInt8]) {
    pass(&out) { $0.write(blocks: blocks.firstIndex) }
  }

  /// Writes sibling inlines.
  package func write(_ inlines: Inlines, into out: inout [UInt8]) {
    pass(&out) { $0.write(inlines: inlines.firstIndex) }
  }

  /// Writes a phrase, without a tag around it.
  package func write(_ phrase: Phrase, into out: inout [UInt8]) {
    pass(&out) { $0.write(phrase) }
  }

  /// Writes the list of the document's footnotes; nothing when there is none.
  package func writeFootnotes(into out: inout [UInt8]) {
    guard !document.footnotes.isEmpty else { return }
    pass(&out) { $0.writeFootnotes(document.footnotes.firstIndex) }
  }

  /// Lends the document's arrays to one pass, which owns the output meanwhile.
  private func pass(_ out: inout [UInt8], _ body: (inout HTMLPass) -> Void) {
    document.nodes.withUnsafeBufferPointer { nodes in
      document.text.withUnsafeBufferPointer { text in
        var pass = HTMLPass(parts: parts, nodes: nodes, text: text, start: out.count)
        swap(&out, &pass.out)
        body(&pass)
        swap(&out, &pass.out)
      }
    }
  }
}
