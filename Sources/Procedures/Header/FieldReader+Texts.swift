internal import Diagnostics
internal import Markdown

/// The readers of texts and of lists and maps of texts; each takes every sensible shape.
extension FieldReader {
  private static let oneText = Localized(zh: "一行文字", en: "one line of text")

  /// One line of text; line ends inside become blanks.
  static func text(_ value: Header.Value, _ reader: inout FieldReader) -> Named? {
    switch value {
    case .empty: return nil
    case .scalar(let scalar):
      let named = reader.place(scalar).named
      guard named.text.withBytes({ $0.contains { $0 == 0x0A || $0 == 0x0D } }) else { return named }
      let words = named.text.split { $0.isNewline }.map { WidthFolding.trimmed(String($0)) }
      return Named(text: words.joined(separator: " "), range: named.range)
    case .list(let items, _) where items.count == 1: return text(items[0], &reader)
    case .list, .map:
      reader.refuseShape(value, accepts: oneText)
      return nil
    }
  }

  /// Text of several lines; a list stands for its lines.
  static func prose(_ value: Header.Value, _ reader: inout FieldReader) -> Named? {
    guard case .list(let items, let range) = value else {
      if case .scalar(let scalar) = value { return reader.place(scalar).named }
      return text(value, &reader)
    }
    let lines = items.compactMap { text($0, &reader)?.text }
    return lines.isEmpty ? nil : Named(text: lines.joined(separator: "\n"), range: range)
  }

  /// A list of names; one text is split at `、，,；;` and line ends, but not inside brackets or 《》.
  static func names(_ value: Header.Value, _ reader: inout FieldReader) -> [Named] {
    list(value, &reader) { ",;".unicodeScalars.contains($0) || "、，；".unicodeScalars.contains($0) || $0 == "\n" }
  }

  /// A list of lines; one text is split at `；;` and line ends only, because its lines hold names with commas.
  static func lines(_ value: Header.Value, _ reader: inout FieldReader) -> [Named] {
    list(value, &reader) { $0 == "；" || $0 == ";" || $0 == "\n" }
  }

  private static func list(
    _ value: Header.Value, _ reader: inout FieldReader, separator: (Unicode.Scalar) -> Bool
  ) -> [Named] {
    switch value {
    case .empty: return []
    case .scalar(let scalar): return reader.split(scalar, at: separator)
    case .list(let items, _):
      return items.flatMap { item -> [Named] in
        // Inside a list the author has separated already: an item is one text, whatever signs it holds.
        if case .scalar(let scalar) = item {
          let named = reader.place(scalar).named
          return named.text.isEmpty ? [] : [named]
        }
        return list(item, &reader, separator: separator)
      }
    case .map: return pairs(value, &reader).map(\.joined)
    }
  }

  /// Names with values: a map, a list of small maps, or lines such as `开门 09:00` and `开门：09:00`.
  static func pairs(_ value: Header.Value, _ reader: inout FieldReader) -> [NamedPair] {
    switch value {
    case .empty: return []
    case .map(let entries, _):
      return entries.compactMap { entry in
        let name = reader.place(entry.key).named
        guard !name.text.isEmpty else { return nil }
        guard let text = flat(entry.value, &reader) else {
          return NamedPair(name: name, value: Named(text: "", range: entry.value.range))
        }
        return NamedPair(name: name, value: text)
      }
    case .list(let items, _): return items.flatMap { pairs($0, &reader) }
    case .scalar(let scalar):
      return reader.split(scalar) { "、，；,;\n".unicodeScalars.contains($0) }.compactMap { reader.pair($0) }
    }
  }

  /// Dimensions with their values (`{活动类型: [A类, B类]}`).
  static func variants(_ value: Header.Value, _ reader: inout FieldReader) -> [Variant] {
    switch value {
    case .empty: return []
    case .map(let entries, _):
      return entries.compactMap { entry in
        let name = reader.place(entry.key).named
        return name.text.isEmpty ? nil : Variant(name: name, values: names(entry.value, &reader))
      }
    case .list(let items, _): return items.flatMap { variants($0, &reader) }
    case .scalar:
      reader.refuseShape(value, accepts: Localized(zh: "{活动类型: [A类, B类]}", en: "{event type: [A, B]}"))
      return []
    }
  }

  /// A value as one text; lists and maps are joined by blanks, such as a name and a phone.
  private static func flat(_ value: Header.Value, _ reader: inout FieldReader) -> Named? {
    switch value {
    case .empty: return nil
    case .scalar: return text(value, &reader)
    case .list(let items, let range):
      let words = items.compactMap { flat($0, &reader)?.text }
      return Named(text: words.joined(separator: " "), range: range)
    case .map(let entries, let range):
      let words = entries.compactMap { flat($0.value, &reader)?.text }
      return Named(text: words.joined(separator: " "), range: range)
    }
  }

  /// `开门：09:00` or `督导 戊某 内线 8001`: a name, then a colon or a blank, then the value.
  private mutating func pair(_ line: Named) -> NamedPair? {
    let scalars = line.text.unicodeScalars
    let isEnd = { (scalar: Unicode.Scalar) in scalar == "：" || scalar == ":" || WidthFolding.isBlank(scalar) }
    guard let end = scalars.firstIndex(where: isEnd) else {
      refuse(line.text, line.range, accepts: Localized(zh: "{名称: 值}", en: "{name: value}"))
      return nil
    }
    let value = WidthFolding.trimmed(String(scalars[scalars.index(after: end)...]))
    return NamedPair(
      name: Named(text: String(scalars[..<end]), range: line.range), value: Named(text: value, range: line.range))
  }

  /// Splits a text at separators outside brackets; the places are exact where the file holds the text unescaped.
  func split(_ scalar: Header.Scalar, at separator: (Unicode.Scalar) -> Bool) -> [Named] {
    let (whole, isExact) = place(scalar)
    var parts: [Named] = []
    var (depth, offset, start) = (0, 0, 0)
    var part = String.UnicodeScalarView()
    func close() -> Named? {
      let text = WidthFolding.trimmed(String(part))
      guard !text.isEmpty else { return nil }
      let lead = String(part.prefix { WidthFolding.isBlank($0) }).utf8.count
      let from = Int(whole.range.start) + start + lead
      return Named(text: text, range: isExact ? SourceRange(from, from + text.utf8.count) : whole.range)
    }
    for character in whole.text.unicodeScalars {
      if "《（(「“[".unicodeScalars.contains(character) { depth += 1 }
      if "》）)」”]".unicodeScalars.contains(character) { depth = max(0, depth - 1) }
      offset += UTF8.width(character)
      if depth == 0, separator(character) {
        if let named = close() { parts.append(named) }
        part = String.UnicodeScalarView()
        start = offset
      } else {
        part.append(character)
      }
    }
    if let named = close() { parts.append(named) }
    return parts
  }
}

extension NamedPair {
  /// Name and value as one text.
  fileprivate var joined: Named {
    Named(
      text: value.text.isEmpty ? name.text : name.text + " " + value.text,
      range: SourceRange(Int(name.range.start), Int(value.range.end)))
  }
}
