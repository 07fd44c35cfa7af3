package import Diagnostics
internal import Markdown

/// What counts of a document when it is asked whether a new version says anything new (spec/versions.md 1): all but the
/// version, the status, the effective date, the approvals, the change note and the revision log.
package struct SealedText: Sendable, Hashable {
  private let card: [[UInt8]]
  private let body: [UInt8]

  private static let bookkeeping = ["version", "status", "effective", "approvals", "change-note", "translates"]

  /// Reads what counts. Linear.
  package init(_ file: SourceFile, as kind: ArticleKind) {
    var ignored: [Diagnostic] = []
    let header = Header(parsing: file, diagnostics: &ignored)
    let fields = Self.bookkeeping.compactMap { Control.fields.place(of: $0) }
    var card: [[UInt8]] = []
    for (index, entry) in header.entries.enumerated() {
      if let place = Control.fields.place(of: entry.key.text), fields.contains(place) { continue }
      let isLast = index + 1 == header.entries.count
      let end = isLast ? header.range.end : header.entries[index + 1].key.range.start
      let bytes = file.bytes[SourceRange(Int(entry.key.range.start), Int(end)).clamped(to: file.bytes.count)]
      card.append(Self.trimmed(isLast ? Self.withoutFence(bytes) : bytes))
    }
    self.card = card
    body = Self.body(of: file, from: header.bodyStart, as: kind)
  }

  private static func body(of file: SourceFile, from start: Int, as kind: ArticleKind) -> [UInt8] {
    var ignored: [Diagnostic] = []
    let register = Register(
      [Entry(reading: file, as: kind, diagnostics: &ignored)], settings: Settings(), isLoose: true)
    let article = ArticleReader.read(ArticleID(0), in: register).article
    var body: [UInt8] = []
    var place = start
    for (index, section) in article.sections.enumerated() where section.kind == .changes {
      let from = Int(article.document.range(of: section.heading).start)
      let next = index + 1 < article.sections.count ? article.sections[index + 1].heading : nil
      let end = next.map { Int(article.document.range(of: $0).start) } ?? file.bytes.count
      body += file.bytes[SourceRange(place, from).clamped(to: file.bytes.count)]
      place = max(end, from)
    }
    return trimmed(body + file.bytes[SourceRange(place, file.bytes.count).clamped(to: file.bytes.count)])
  }

  /// The last value of a header without the line that closes it.
  private static func withoutFence(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    for fence in ["---", "..."] where bytes.suffix(3).elementsEqual(fence.utf8) { bytes.removeLast(3) }
    return bytes
  }

  /// Line ends of either kind count alike, and blanks at the very end do not count.
  private static func trimmed(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    for byte in bytes {
      if byte == 0x0A, text.last == 0x0D { text.removeLast() }
      text.append(byte)
    }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text
  }
}
