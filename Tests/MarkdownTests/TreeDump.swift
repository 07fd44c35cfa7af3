import Diagnostics
import Markdown

/// A document's tree as text, one node a line: kind, place in the source, text.
struct TreeDump {
  let document: Document
  private(set) var lines: [String] = []

  init(_ document: Document) {
    self.document = document
    for block in document.blocks { add(block, 0) }
    for block in document.footnotes { add(block, 0) }
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  private mutating func add(_ block: Block, _ depth: Int) {
    let range = document.range(of: block)
    let indent = String(repeating: "  ", count: depth)
    lines.append("\(indent)\(name(block)) \(range.start)-\(range.end)\(quoted(document.bytes(of: block)))")
    for child in document.children(of: block) { add(child, depth + 1) }
    for child in document.inlines(of: block) { add(child, depth + 1) }
  }

  private mutating func add(_ inline: Inline, _ depth: Int) {
    let range = document.range(of: inline)
    let indent = String(repeating: "  ", count: depth)
    lines.append("\(indent)\(name(inline)) \(range.start)-\(range.end)\(quoted(document.bytes(of: inline)))")
    for child in document.children(of: inline) { add(child, depth + 1) }
  }

  private func quoted(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.isEmpty { return "" }
    return " " + String(decoding: bytes, as: UTF8.self).debugDescription
  }

  private func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private func name(_ block: Block) -> String {
    switch document.kind(of: block) {
    case .paragraph: "paragraph"
    case .heading(let level): "heading \(level)"
    case .thematicBreak: "rule"
    case .quote: "quote"
    case .alert(let alert): "alert \(alert.word)"
    case .list(.bullet, let tight): "bullets \(tight ? "tight" : "loose")"
    case .list(.ordered(let start), let tight): "numbers from \(start) \(tight ? "tight" : "loose")"
    case .item(let box): "item \(box) \(document.number(of: block) ?? 0) column \(document.markerColumn(of: block))"
    case .code(let info): "code \(string(info))"
    case .html: "html"
    case .table(let columns): "table \(columns)"
    case .tableRow(let header): header ? "head" : "row"
    case .tableCell: "cell"
    case .footnote(let number, let label): "footnote \(number) \(string(label))"
    }
  }

  private func name(_ inline: Inline) -> String {
    switch document.kind(of: inline) {
    case .text: "text"
    case .softBreak: "soft break"
    case .lineBreak: "line break"
    case .code: "code"
    case .html: "html"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .strikethrough: "strikethrough"
    case .link(let destination, let title): "link <\(string(destination))> \(string(title))"
    case .image(let destination, let title): "image <\(string(destination))> \(string(title))"
    case .footnoteReference(let number): "reference \(number)"
    }
  }
}
