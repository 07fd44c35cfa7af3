internal import Diagnostics

/// A stretch of a text inline that becomes a link.
package struct TextLink: Hashable, Sendable {
  /// The text or code inline.
  package let inline: Inline
  /// The first byte in its text.
  package let start: Int32
  /// The byte after the last one.
  package let end: Int32
  /// The address, not yet escaped.
  package let href: [UInt8]
  /// The class of the link; empty for none.
  package let style: String

  /// Links bytes `start..<end` of a text inline to `href`.
  package init(_ inline: Inline, start: Int, end: Int, href: [UInt8], style: String) {
    self.inline = inline
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.href = href
    self.style = style
  }
}

/// Writes parts of a document as HTML, byte for byte as libcmark does where Handrail does not differ (spec/format.md 7, 8).
package struct HTMLWriter: Sendable {
  /// What a page adds to the plain HTML of a document.
  package struct Decoration: Sendable {
    /// Links over texts; sorted on arrival, overlapping ones and those inside a Markdown link are left out.
    package var links: [TextLink] = []
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

  let document: Document
  private(set) var decoration: Decoration

  /// Makes a writer of a document.
  package init(_ document: Document, decoration: Decoration = .none) {
    self.document = document
    self.decoration = decoration
    self.decoration.links.sort { ($0.inline.index, $0.start, $1.end) < ($1.inline.index, $1.start, $0.end) }
  }

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
        var pass = HTMLPass(document: document, decoration: decoration, nodes: nodes, text: text, start: out.count)
        swap(&out, &pass.out)
        body(&pass)
        swap(&out, &pass.out)
      }
    }
  }
}
