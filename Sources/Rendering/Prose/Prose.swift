internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// The text of one article as HTML: its names linked, its links and pictures led to where they are published.
struct Prose: Sendable {
  /// The article's text, lent without a copy.
  var document: Document { _read { yield writer.document } }
  private let writer: HTMLWriter

  /// Prepares the text of an article for a page.
  ///
  /// - Parameters:
  ///   - id: the article.
  ///   - view: the page that shows it; on another page than its own, links within the article lead to its page.
  init(_ id: ArticleID, _ view: Viewpoint) {
    var decoration = HTMLWriter.Decoration()
    decoration.quotesAttributes = true
    let mentions = view[id].mentions
    decoration.links.reserveCapacity(mentions.count)
    for (number, mention) in mentions.enumerated() where view.isLink(mention.target, in: id) {
      decoration.links.append(
        TextLink(mention.inline, start: Int(mention.start), end: Int(mention.end), number: number))
    }
    decoration.linkAddress = { number, out in view.write(mentions[number].target, into: &out) }
    let destinations = view[id].destinations
    if !destinations.isEmpty {
      decoration.destination = { inline in
        destinations[inline].flatMap { view.link($0, in: id) }.map { Array($0.utf8) }
      }
    }
    let headings = view[id].headings
    if view.isPage(of: id), !headings.isEmpty { decoration.headingID = { headings[$0].map { Array($0.utf8) } } }
    let strings = view.strings
    decoration.alertTitle = { alert in SafeHTML(escaping: strings[alert.signal]).bytes }
    writer = HTMLWriter(view[id].document, decoration: decoration)
  }

  /// A phrase, without a tag around it.
  func html(_ phrase: Phrase) -> SafeHTML {
    var bytes: [UInt8] = []
    writer.write(phrase, into: &bytes)
    return SafeHTML(trusted: bytes)
  }

  /// A phrase at the end of some markup.
  func write(_ phrase: Phrase, into html: inout SafeHTML) { html.append(self.html(phrase)) }

  /// A phrase at the end of some bytes.
  func write(_ phrase: Phrase, into bytes: inout [UInt8]) { writer.write(phrase, into: &bytes) }

  /// A phrase without its marks.
  func plain(_ phrase: Phrase) -> String { document.plainText(of: phrase) }

  /// Blocks in order; list items without their list are put into one of their kind, rows into a table.
  func html(_ blocks: some Collection<Block>) -> SafeHTML {
    var bytes: [UInt8] = []
    write(blocks, into: &bytes)
    return SafeHTML(trusted: bytes)
  }

  /// The same at the end of some bytes.
  func write(_ blocks: some Collection<Block>, into bytes: inout [UInt8]) {
    var open: StaticString?
    for block in blocks {
      let frame = self.frame(of: block)
      if frame.close?.utf8Start != open?.utf8Start {
        if let open { bytes.append(literal: open) }
        if let start = frame.open { bytes.append(literal: start) }
        open = frame.close
      }
      write(block, into: &bytes)
    }
    if let open { bytes.append(literal: open) }
  }

  /// The footnotes of the article; empty when it has none.
  var footnotes: SafeHTML {
    var bytes: [UInt8] = []
    writer.writeFootnotes(into: &bytes)
    return SafeHTML(trusted: bytes)
  }

  /// A paragraph that was taken out of its item keeps its own tag.
  private func write(_ block: Block, into bytes: inout [UInt8]) {
    guard case .paragraph = document.kind(of: block) else { return writer.write(block, into: &bytes) }
    bytes.append(literal: "<p>")
    writer.write(document.inlines(of: block), into: &bytes)
    bytes.append(literal: "</p>\n")
  }

  private static let bullets: (open: StaticString, close: StaticString) = ("<ul>\n", "</ul>\n")
  private static let numbers: (open: StaticString, close: StaticString) = ("<ol>\n", "</ol>\n")
  private static let rows: (open: StaticString, close: StaticString) = (
    "<table>\n<tbody>\n", "</tbody>\n</table>\n"
  )

  private func frame(of block: Block) -> (open: StaticString?, close: StaticString?) {
    switch document.kind(of: block) {
    case .item: document.number(of: block) == nil ? Self.bullets : Self.numbers
    case .tableRow: Self.rows
    default: (nil, nil)
    }
  }
}

extension Array where Element == UInt8 {
  /// Adds markup of the source code.
  mutating func append(literal text: StaticString) { text.withUTF8Buffer { append(contentsOf: $0) } }
}

extension Alert {
  /// The word over an alert (spec/format.md 4.8).
  fileprivate var signal: Word {
    switch self {
    case .note, .tip, .important: .remark
    case .warning: .warning
    case .caution: .caution
    }
  }
}
