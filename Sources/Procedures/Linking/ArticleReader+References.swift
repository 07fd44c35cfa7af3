import Diagnostics
import Markdown

extension ArticleReader {
  /// The documents that a list line or field names by 《title》, code or link; a line that names none is one by its
  /// text. The rest of a line with one name is its note.
  func references(_ line: Line, _ range: Range<Int>, notes: Bool = false) -> [Reference] {
    let names = ReferenceScan.names(line, range, view)
    var found: [Reference] = []
    found.reserveCapacity(max(names.count, 1))
    if names.isEmpty {
      for title in titles(line, range) {
        found.append(
          Reference(article: nil, version: nil, title: line.text(title), note: nil, range: self.range(line, title)))
      }
    }
    for name in names {
      let note =
        notes && names.count == 1
        ? line.phrase(min(noteStart(line, name.range), range.upperBound)..<range.upperBound) : .empty
      found.append(reference(name, line, note: note.isEmpty ? nil : note))
    }
    return found
  }

  private func reference(_ name: ReferenceScan.Name, _ line: Line, note: Phrase?) -> Reference {
    let place = self.range(line, name.range)
    let text = trimmed(line.bytes[name.text])
    if let (id, version) = address(name.kind, text) {
      return Reference(article: id, version: version, title: register.title(of: id), note: note, range: place)
    }
    return Reference(article: nil, version: nil, title: text.string, note: note, range: place)
  }

  private func noteStart(_ line: Line, _ name: Range<Int>) -> Int {
    var index = line.skippingBlanks(name.upperBound)
    for mark in ["：", ":", "，", ",", "—"] as [StaticString] where line.bytes.holds(mark, at: index) {
      index = line.skippingBlanks(index + mark.utf8CodeUnitCount)
    }
    return index
  }

  private func titles(_ line: Line, _ range: Range<Int>) -> [Range<Int>] {
    Joiner.punctuation.split(line.bytes[range]).map { trimmed($0).indices }.filter { !$0.isEmpty }
  }

  private func address(_ kind: ReferenceScan.Kind, _ text: Bytes) -> (article: ArticleID, version: Version?)? {
    switch kind {
    case .title, .code: return register.address(text)
    case .link(let destination):
      guard case .article(let id, _)? = Destination(destination, from: article.path, register: register) else {
        return nil
      }
      return (id, nil)
    }
  }
}

/// Finds the names of documents in a line.
enum ReferenceScan {
  enum Kind { case title, code, link(Bytes) }

  struct Name {
    let kind: Kind
    /// The whole name with its marks.
    let range: Range<Int>
    /// The name alone.
    let text: Range<Int>
  }

  /// All 《titles》, codes and links to documents, in order.
  static func names(_ line: Line, _ range: Range<Int>, _ view: DocumentView) -> [Name] {
    var found: [Name] = []
    for segment in line.segments where segment.range.overlaps(range) {
      let part = segment.range.clamped(to: range)
      switch segment.origin {
      case .plain, .strong, .code: addNames(line.bytes[part], to: &found)
      case .other:
        if view.kind(of: segment.inline) == .link {
          found.append(Name(kind: .link(Bytes(view.destination(of: segment.inline))), range: part, text: part))
        }
      case .lineEnd: break
      }
    }
    return found
  }

  /// All 《titles》 and codes of a text.
  private static func addNames(_ text: Bytes, to found: inout [Name]) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == 0xE3, let title = title(text, index) {
        found.append(title)
        index = title.range.upperBound
      } else if byte < 0x80, CodeScan.isCodeByte(byte) {
        let end = codeEnd(text, index)
        if CodeScan.isCode(text[index..<end]) { found.append(Name(kind: .code, range: index..<end, text: index..<end)) }
        index = end
      } else {
        index += 1
      }
    }
  }

  /// A run of code bytes with a pinned version; full stops at its end are punctuation.
  static func codeEnd(_ text: Bytes, _ start: Int) -> Int {
    var end = start
    while end < text.endIndex, CodeScan.isCodeByte(text[end]) { end += 1 }
    if end < text.endIndex, text[end] == UInt8(ascii: "@") {
      var version = end + 1
      while version < text.endIndex, CodeScan.isCodeByte(text[version]) || text[version] == UInt8(ascii: "/") {
        version += 1
      }
      if version > end + 1 { end = version }
    }
    while end > start + 1, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return end
  }

  /// A 《title》 that starts at an index.
  static func title(_ text: Bytes, _ start: Int) -> Name? {
    guard text.holds("《", at: start) else { return nil }
    var index = start + 3
    while index + 2 < text.endIndex, index - start < 300 {
      if text[index] == 0xE3, text.holds("》", at: index) {
        return index > start + 3 ? Name(kind: .title, range: start..<(index + 3), text: (start + 3)..<index) : nil
      }
      index += 1
    }
    return nil
  }
}

extension Register {
  /// The document that a text names by code (with a version, perhaps) or by title; nil when there is none.
  package func reference(_ written: String) -> Reference? { written.withBytes { reference($0) } }

  /// The same of bytes that are lent.
  func reference(_ written: Bytes) -> Reference? {
    address(written).map {
      Reference(article: $0.article, version: $0.version, title: title(of: $0.article), note: nil, range: .start)
    }
  }

  /// The address of the document that a text names, and the version where one is pinned.
  func address(_ written: Bytes) -> (article: ArticleID, version: Version?)? {
    var text = written
    if text.count >= 6, text.begins(with: "《"), text.ends(with: "》") { text = text.dropFirst(3).dropLast(3) }
    let pinned = text.drop { $0 == UInt8(ascii: "@") }
    if let pin = pinned.firstIndex(of: UInt8(ascii: "@")), let id = article(code: pinned[..<pin]),
      let version = Version(parsing: pinned[(pin + 1)...].string)
    {
      return (id, version)
    }
    return article(named: text).map { ($0, nil) }
  }
}
