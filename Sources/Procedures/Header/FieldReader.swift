package import Diagnostics
package import Markdown

/// Turns the values of a header into typed values and reports what it cannot read; one per file.
package struct FieldReader {
  /// The file, for paths and places.
  let file: SourceFile
  /// The rule of an unknown key: `key-unknown` in a document, `config-unknown` in handbook.yml.
  let unknownRule: RuleName
  /// The names of the field that is being read, for messages.
  var name = Localized(zh: "", en: "")
  /// What was found wrong so far.
  private(set) var findings: [Diagnostic] = []

  init(file: SourceFile, unknownRule: RuleName = .keyUnknown) {
    self.file = file
    self.unknownRule = unknownRule
  }

  /// Notes a finding. Past the limit only the count matters, so that hostile files stay cheap.
  mutating func report(_ finding: Diagnostic) { findings.append(finding) }

  /// Whether more findings would only be counted.
  var isFull: Bool { findings.count > [Diagnostic].headerLimit }

  /// Reports `value-invalid` with what is accepted, and the repair where there is one.
  mutating func refuse(
    _ written: String, _ range: SourceRange, accepts: Localized, because reason: Localized? = nil, fix: String? = nil
  ) {
    let text = String(written.unicodeScalars.prefix(60))
    let zh = reason.map { "：\($0.zh)" } ?? ""
    let en = reason.map { ": \($0.en)" } ?? ""
    let zhHelp = fix.map { "改为 \($0)" } ?? "可以写：\(accepts.zh)"
    let enHelp = fix.map { "write \($0)" } ?? "accepted: \(accepts.en)"
    report(
      Diagnostic(
        .error, .valueInvalid, path: file.path, range: range,
        message: Localized(zh: "“\(name.zh)”不能是“\(text)”\(zh)", en: "`\(name.en)` cannot be `\(text)`\(en)"),
        help: Localized(zh: zhHelp, en: enHelp), fix: fix.map { [Replacement(range, with: $0)] } ?? []))
  }

  /// Reports a list or map where one text is wanted, or the other way round.
  mutating func refuseShape(_ value: Header.Value, accepts: Localized) {
    let shape =
      switch value {
      case .empty: Localized(zh: "空", en: "empty")
      case .scalar(let scalar): Localized(zh: scalar.text, en: scalar.text)
      case .list: Localized(zh: "列表", en: "a list")
      case .map: Localized(zh: "分项", en: "keys of its own")
      }
    report(
      Diagnostic(
        .error, .valueInvalid, path: file.path, range: value.range,
        message: Localized(
          zh: "“\(name.zh)”不能是\(shape.zh.unicodeScalars.count > 60 ? "这样" : shape.zh)",
          en: "`\(name.en)` cannot be \(shape.en.unicodeScalars.count > 60 ? "this" : shape.en)"),
        help: Localized(zh: "可以写：\(accepts.zh)", en: "accepted: \(accepts.en)")))
  }

  /// The text of a scalar without blanks around it, with its exact bytes where the file holds it unescaped.
  func place(_ scalar: Header.Scalar) -> (named: Named, isExact: Bool) {
    let text = WidthFolding.trimmed(scalar.text)
    let range = scalar.range.clamped(to: file.bytes.count)
    guard let start = text.withBytes({ Self.start(of: $0, in: file.bytes, range) }) else {
      return (Named(text: text, range: scalar.range), false)
    }
    return (Named(text: text, range: SourceRange(start, start + text.utf8.count)), true)
  }
}

extension FieldReader {
  /// Where a text stands in a range of a file that is hardly longer.
  private static func start(of text: Bytes, in file: [UInt8], _ range: Range<Int>) -> Int? {
    guard !text.isEmpty, range.count >= text.count, range.count - text.count <= 64 else { return nil }
    return file.withBytes { file in
      (range.lowerBound...(range.upperBound - text.count)).first { file[$0..<($0 + text.count)].equals(text) }
    }
  }
}

extension Header.Value {
  /// Whether the author left it empty: nothing, `~`, blanks in quotes, an empty list or map.
  var isEmpty: Bool {
    switch self {
    case .empty: true
    case .scalar(let scalar): scalar.text.unicodeScalars.allSatisfy(WidthFolding.isBlank)
    case .list(let items, _): items.isEmpty
    case .map(let entries, _): entries.isEmpty
    }
  }
}

extension Header {
  /// The language in which the author wrote the keys: Chinese when half of them or more have a Han character.
  package var keyLanguage: Language {
    let han = entries.count { $0.key.text.utf8.contains { $0 >= 0x80 } }
    return han * 2 >= entries.count ? .chinese : .english
  }
}
