package import Diagnostics
package import Markdown

/// All keys of one kind of card, in the order in which they are usually written.
package struct FieldTable<Root: Sendable>: Sendable {
  /// The keys.
  package let fields: [Field<Root>]
  /// The kinds of documents that have such a card; none for settings.
  package let kinds: [ArticleKind]
  let blank: Root
  /// Where unknown keys go; nil where they are errors.
  let extra: (any WritableKeyPath<Root, [Header.Entry]> & Sendable)?
  private let places: ByteTable<Int>
  private let alike: ByteTable<Int>

  init(
    _ blank: Root, kinds: [ArticleKind] = [], extra: (any WritableKeyPath<Root, [Header.Entry]> & Sendable)? = nil,
    _ fields: [Field<Root>]
  ) {
    self.blank = blank
    self.kinds = kinds
    self.extra = extra
    self.fields = fields
    var places = ByteTable<Int>()
    var alike = ByteTable<Int>()
    for (index, field) in fields.enumerated() {
      for name in field.zh + field.en { name.withBytes { places[$0] = index } }
      for name in field.alike { name.withBytes { alike[$0] = index } }
    }
    self.places = places
    self.alike = alike
  }

  /// The field of a key, in either language; the case of English keys does not count.
  package func field(named key: String) -> Field<Root>? {
    place(of: key).map { fields[$0] }
  }

  /// Which field an unknown key most likely means.
  func nearest(to key: String) -> Int? {
    let folded = Field<Root>.folded(key)
    if let index = folded.withBytes({ alike[$0] }) { return index }
    let isChinese = key.utf8.contains { $0 >= 0x80 }
    let names = fields.flatMap { isChinese ? $0.zh : $0.en }
    let count = key.unicodeScalars.count
    let limit = count < 2 ? 0 : isChinese && count < 4 ? 1 : max(1, count / 3)
    return EditDistance.nearest(folded, among: names, limit: limit).flatMap { $0.withBytes { places[$0] } }
  }

  /// The index of a known key.
  func place(of key: String) -> Int? { Field<Root>.folded(key).withBytes { places[$0] } }
}

/// Reads a header by a table of keys: unknown, doubled and missing keys are reported, values are typed.
///
/// - Parameters:
///   - header: the header.
///   - table: the keys.
///   - kind: the kind of the document, which says what is required; nil for settings.
///   - file: the file that the header is of.
/// - Returns: the card with all that could be read, and at most 21 findings.
package func decode<Root>(
  _ header: Header, as table: FieldTable<Root>, kind: ArticleKind?, file: SourceFile
) -> (Root, [Diagnostic]) {
  var reader = FieldReader(file: file, unknownRule: kind == nil ? .configUnknown : .keyUnknown)
  var cardReading = CardReading(table: table, path: file.path)
  var root = cardReading.read(header.entries, &reader)
  if header.isComplete, let kind { cardReading.findMissing(header, kind, &root, &reader) }
  return (root, reader.findings.limited(toFile: file.path))
}

extension FieldReader {
  /// Reads keys below a key by a table of their own.
  static func nested<Root>(_ table: FieldTable<Root>) -> @Sendable (Header.Value, inout FieldReader) -> Root {
    { value, reader in
      guard case .map(let entries, _) = value else {
        reader.refuseShape(
          value,
          accepts: Localized(
            zh: "分项：" + table.fields.map(\.name.zh).joined(separator: "、"),
            en: "keys: " + table.fields.map(\.name.en).joined(separator: ", ")))
        return table.blank
      }
      return reader.nested(entries, table)
    }
  }

  /// Reads some entries by a table; the messages go on with the outer name afterwards.
  mutating func nested<Root>(_ entries: [Header.Entry], _ table: FieldTable<Root>) -> Root {
    let outer = name
    defer { name = outer }
    var reading = CardReading(table: table, path: file.path)
    return reading.read(entries, &self)
  }
}

/// One pass over the keys of one card.
private struct CardReading<Root: Sendable> {
  let table: FieldTable<Root>
  let path: String
  /// The key that gave each field its value, by the field's place in the table.
  private var seen: [Header.Scalar?]
  /// Fields whose value is empty, which counts as missing.
  private var isEmpty: [Bool]

  init(table: FieldTable<Root>, path: String) {
    self.table = table
    self.path = path
    seen = Array(repeating: nil, count: table.fields.count)
    isEmpty = Array(repeating: false, count: table.fields.count)
  }

  mutating func read(_ entries: [Header.Entry], _ reader: inout FieldReader) -> Root {
    var root = table.blank
    for entry in entries {
      let key = entry.key
      guard let place = table.place(of: key.text) else {
        readUnknown(entry, &root, &reader)
        continue
      }
      if let first = seen[place] {
        reader.report(doubled(key, after: first))
        continue
      }
      seen[place] = key
      isEmpty[place] = entry.value.isEmpty
      reader.name = Localized(zh: key.text, en: key.text)
      if !isEmpty[place] { table.fields[place].read(entry.value, &reader, &root) }
    }
    return root
  }

  private mutating func readUnknown(_ entry: Header.Entry, _ root: inout Root, _ reader: inout FieldReader) {
    let key = entry.key.text
    if key.utf8.prefix(2).elementsEqual("x-".utf8) || key.utf8.prefix(2).elementsEqual("X-".utf8) { return }
    if let extra = table.extra {
      root[keyPath: extra].append(entry)
      return
    }
    let near = reader.isFull ? nil : table.nearest(to: key)
    // A misspelt key is one mistake: the field that it means is not reported as missing too.
    if let near, seen[near] == nil { seen[near] = entry.key }
    reader.report(unknown(entry.key, near, reader.unknownRule))
  }

  /// Reports the required keys that are absent or empty, at the first line of the front matter.
  mutating func findMissing(
    _ header: Header, _ kind: ArticleKind, _ root: inout Root, _ reader: inout FieldReader
  ) {
    let isTranslation = table.place(of: "translates").map { seen[$0] != nil } ?? false
    let hasStatus = table.place(of: "status").map { seen[$0] != nil && !isEmpty[$0] } ?? false
    let isControlled = !isTranslation && (kind != .form || hasStatus)
    let start = Int(header.range.start)
    let first = SourceRange(start, min(start + 3, Int(header.range.end)))
    for (place, field) in table.fields.enumerated() {
      let isNeeded = field.need == .always || (field.need == .controlled && isControlled)
      guard isNeeded, seen[place] == nil || isEmpty[place] else { continue }
      if let misspelt = misspelling(of: place, in: root) {
        reader.report(unknown(misspelt, place, reader.unknownRule))
      } else {
        reader.report(missing(field, isEmpty[place] ? seen[place]?.range ?? first : first, header.keyLanguage))
      }
    }
  }

  /// Where unknown keys are kept, the one that most likely means a missing required key.
  private func misspelling(of place: Int, in root: Root) -> Header.Scalar? {
    guard let extra = table.extra else { return nil }
    return root[keyPath: extra].prefix([Diagnostic].headerLimit).first { table.nearest(to: $0.key.text) == place }?.key
  }

  private func unknown(_ key: Header.Scalar, _ near: Int?, _ rule: RuleName) -> Diagnostic {
    let text = String(key.text.unicodeScalars.prefix(60))
    let isChinese = key.text.utf8.contains { $0 >= 0x80 }
    let name = near.map { isChinese ? table.fields[$0].name.zh : table.fields[$0].name.en }
    let zh = table.fields.map(\.name.zh).joined(separator: "、")
    let en = table.fields.map(\.name.en).joined(separator: ", ")
    return Diagnostic(
      .error, rule, path: path, range: key.range,
      message: Localized(
        zh: "没有“\(text)”这一项" + (name.map { "，最接近的是“\($0)”" } ?? ""),
        en: "there is no key `\(text)`" + (name.map { "; the nearest is `\($0)`" } ?? "")),
      help: name.map { Localized(zh: "改为“\($0)”；自己的项以 x- 开头", en: "write `\($0)`; keys of your own begin with x-") }
        ?? Localized(zh: "可以写：\(zh)；自己的项以 x- 开头", en: "known keys: \(en); keys of your own begin with x-"))
  }

  private func doubled(_ key: Header.Scalar, after first: Header.Scalar) -> Diagnostic {
    Diagnostic(
      .error, .keyDuplicate, path: path, range: key.range,
      message: Localized(
        zh: key.text == first.text ? "“\(key.text)”写了两次" : "“\(key.text)”和“\(first.text)”是同一项",
        en: key.text == first.text ? "`\(key.text)` stands twice" : "`\(key.text)` and `\(first.text)` are the same key"
      ),
      notes: [.init(path: path, range: first.range, message: Localized(zh: "第一次在这里", en: "the first one is here"))],
      help: Localized(zh: "删去其中一个", en: "remove one of them"))
  }

  private func missing(_ field: Field<Root>, _ range: SourceRange, _ language: Language) -> Diagnostic {
    let name = field.name[language]
    return Diagnostic(
      .error, .keyMissing, path: path, range: range,
      message: Localized(zh: "缺少必填项“\(field.bothNames)”", en: "the required key `\(field.bothNames)` is missing"),
      help: Localized(zh: "在文件头写一行“\(name): …”。\(field.about.zh)", en: "add a line `\(name): …`. \(field.about.en)"))
  }
}
