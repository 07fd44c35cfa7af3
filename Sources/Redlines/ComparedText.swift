internal import Diagnostics
internal import Markdown
package import Procedures

/// One version of a document, read for comparison.
package struct ComparedText: Sendable {
  let outline: Outline
  let entry: Entry
  /// Line ends in the source.
  let lines: [Int]
  /// Who every step without a name is for: the role itself, in a role's own document.
  let holder: String?

  /// Whether it could not be parsed.
  let isRefused: Bool
  private let header: Header

  /// Reads a version; what cannot be parsed is read as lines of text.
  ///
  /// - Parameters:
  ///   - entry: the document with its card.
  ///   - parties: which names are roles.
  package init(_ entry: Entry, parties: PartyNames) {
    self.entry = entry
    let source = entry.document.source
    var found: [Diagnostic] = []
    header = Header(parsing: source, diagnostics: &found)
    isRefused =
      entry.document.blocks.isEmpty
      && source.bytes[min(header.bodyStart, source.bytes.count)...].contains { $0 > 0x20 }
    var reader = OutlineReader(entry.document, parties: parties)
    var outline = isRefused ? Outline(lines: source.bytes[min(header.bodyStart, source.bytes.count)...]) : reader.read()
    outline.isHeaderPlain = !header.isComplete
    outline.metadata = Metadata(header)
    outline.terms += parties.all
    self.outline = outline
    holder = entry.kind == .role || entry.kind == .department ? entry.title : nil
    lines = source.bytes.indices.filter { source.bytes[$0] == 0x0A }
  }

  private init(_ other: ComparedText, _ outline: Outline) {
    (entry, lines, holder, isRefused) = (other.entry, other.lines, other.holder, other.isRefused)
    header = other.header
    self.outline = outline
  }

  /// The same version with its text, or its front matter, as lines, because the other version cannot be parsed.
  func read(asText: Bool, headerAsText: Bool) -> ComparedText {
    if !asText && !headerAsText { return self }
    let bytes = entry.document.source.bytes
    let start = min(header.bodyStart, bytes.count)
    var result = asText ? Outline(lines: bytes[start...]) : outline
    result.terms = outline.terms
    result.metadata = headerAsText ? Metadata() : outline.metadata
    if headerAsText { result.appendLines(bytes[..<start], section: "---") }
    return ComparedText(self, result)
  }

  /// The line of a byte, from 1. Logarithmic.
  func line(_ offset: Int32) -> Int {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < Int(offset) { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  /// The facts that are shown at the top.
  var facts: Redline.Side {
    let meta = outline.metadata
    return Redline.Side(
      path: entry.path, code: meta["code"]?.values.first ?? "", title: entry.title,
      version: meta["version"]?.values.first ?? "", effective: meta["effective"]?.values.first ?? "")
  }
}

extension Outline {
  /// Reads a text that cannot be parsed: every line that is not blank is a paragraph.
  init(lines bytes: ArraySlice<UInt8>) {
    isPlainText = true
    appendLines(bytes, section: "")
  }

  /// Adds a section of lines.
  mutating func appendLines(_ bytes: ArraySlice<UInt8>, section: String) {
    let first = units.count
    let place = Int32(truncatingIfNeeded: sections.count)
    for line in bytes.split(separator: 0x0A) {
      var line = line
      while let last = line.last, last == 0x0D || last == 0x20 || last == 0x09 { line = line.dropLast() }
      if line.isEmpty { continue }
      var unit = Unit(kind: .paragraph, section: place)
      unit.isMajor = true
      unit.ordinal = Int32(truncatingIfNeeded: units.count - first + 1)
      unit.line = Int32(truncatingIfNeeded: line.startIndex)
      // Bytes that are no UTF-8 become the sign for that, so that both sides are text.
      let words = Array(String(decoding: line, as: UTF8.self).utf8)
      unit.text = text.count..<(text.count + words.count)
      text += words
      units.append(unit)
    }
    sections.append(OutlineSection(heading: -1, level: 1, parent: -1, name: section, units: first..<units.count))
  }
}
