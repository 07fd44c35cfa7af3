import Diagnostics
import Markdown

extension ArticleReader {
  /// The documents that a list line or field names by 《title》, code or link; a line that names none is one by its
  /// text. The rest of a line with one name is its note.
  func references(_ line: Line, _ range: Range<Int>, notes: Bool = false) -> [Reference] {
    let names = ReferenceScan.names(line, range)
    if names.isEmpty {
      return titles(line, range).map {
        Reference(article: nil, version: nil, title: line.text($0), note: nil, range: self.range(line, $0))
      }
    }
    return names.map { name in
      let place = self.range(line, name.range)
      let found = resolve(name.kind, line.text(name.text))
      let note = notes && names.count == 1 ? line.phrase(min(noteStart(line, name.range), range.upperBound)..<range.upperBound) : .empty
      return Reference(
        article: found?.article, version: found?.version, title: found?.title ?? line.text(name.text),
        note: note.isEmpty ? nil : note, range: place)
    }
  }

  private func noteStart(_ line: Line, _ name: Range<Int>) -> Int {
    var index = line.skippingBlanks(name.upperBound)
    for mark in ["：", ":", "，", ",", "—"] where line.bytes[min(index, line.bytes.count)...].starts(with: mark.utf8) {
      index = line.skippingBlanks(index + mark.utf8.count)
    }
    return index
  }

  private func titles(_ line: Line, _ range: Range<Int>) -> [Range<Int>] {
    Joiner.punctuation.split(line.bytes[range]).map { trimmed($0).indices }.filter { !$0.isEmpty }
  }

  private func resolve(_ kind: ReferenceScan.Kind, _ text: String) -> Reference? {
    switch kind {
    case .title, .code: return register.reference(text)
    case .link(let destination):
      guard case .article(let id, _)? = Destination(destination, from: article.path, register: register) else { return nil }
      return Reference(article: id, version: nil, title: register[id].title, note: nil, range: .start)
    }
  }
}

/// Finds the names of documents in a line.
enum ReferenceScan {
  enum Kind { case title, code, link(ArraySlice<UInt8>) }

  struct Name {
    let kind: Kind
    /// The whole name with its marks.
    let range: Range<Int>
    /// The name alone.
    let text: Range<Int>
  }

  /// All 《titles》, codes and links to documents, in order.
  static func names(_ line: Line, _ range: Range<Int>) -> [Name] {
    var found: [Name] = []
    for segment in line.segments where segment.range.overlaps(range) {
      let part = segment.range.clamped(to: range)
      switch segment.origin {
      case .plain, .strong, .code: found += names(line.bytes[part])
      case .other:
        if case .link(let destination, _) = line.document.kind(of: segment.inline) {
          found.append(Name(kind: .link(destination), range: part, text: part))
        }
      case .lineEnd: break
      }
    }
    return found
  }

  /// All 《titles》 and codes of a text.
  static func names(_ text: ArraySlice<UInt8>) -> [Name] {
    var found: [Name] = []
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
    return found
  }

  /// A run of code bytes with a pinned version; full stops at its end are punctuation.
  static func codeEnd(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < text.endIndex, CodeScan.isCodeByte(text[end]) { end += 1 }
    if end < text.endIndex, text[end] == UInt8(ascii: "@") {
      var version = end + 1
      while version < text.endIndex, CodeScan.isCodeByte(text[version]) || text[version] == UInt8(ascii: "/") { version += 1 }
      if version > end + 1 { end = version }
    }
    while end > start + 1, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return end
  }

  /// A 《title》 that starts at an index.
  static func title(_ text: ArraySlice<UInt8>, _ start: Int) -> Name? {
    guard text[start...].starts(with: "《".utf8) else { return nil }
    var index = start + 3
    while index + 2 < text.endIndex, index - start < 300 {
      if text[index] == 0xE3, text[index...].starts(with: "》".utf8) {
        return index > start + 3 ? Name(kind: .title, range: start..<(index + 3), text: (start + 3)..<index) : nil
      }
      index += 1
    }
    return nil
  }
}

extension Register {
  /// The document that a text names by code (with a version, perhaps) or by title; nil when there is none.
  package func reference(_ written: String) -> Reference? {
    var text = written
    if text.hasPrefix("《"), text.hasSuffix("》") { text = String(text.dropFirst().dropLast()) }
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    if parts.count == 2, let id = article(code: NameKey(parts[0])), let version = Version(parsing: parts[1]) {
      return Reference(article: id, version: version, title: self[id].title, note: nil, range: .start)
    }
    guard let id = article(code: NameKey(text)) ?? article(title: NameKey(text)) else { return nil }
    return Reference(article: id, version: nil, title: self[id].title, note: nil, range: .start)
  }
}
