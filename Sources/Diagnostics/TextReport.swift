/// Findings as text: `path:line:column: error[rule]: message`, the source line with a caret, notes, help.
package struct TextReport {
  /// The language of the messages.
  package let language: Language
  /// Whether severities and carets are coloured.
  package let usesColour: Bool
  /// The most cells of a source line that are shown.
  package let width: Int
  /// The most findings shown of one file and of one rule; the rest is counted.
  package static let limitPerFile = 20

  private let files: [String: SourceFile]
  private var tables: [String: LineTable] = [:]

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - files: the texts that findings point into; a finding about any other path is shown without its line.
  ///   - language: the language of the messages.
  ///   - usesColour: whether the output is a terminal that shows colours.
  ///   - width: the width of the output in cells.
  package init(files: [SourceFile], language: Language, usesColour: Bool = false, width: Int = 100) {
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.language = language
    self.usesColour = usesColour
    self.width = width
  }

  /// Writes all findings in the order of path, place and rule, each once.
  ///
  /// - Returns: the text, with a line at the end for what was left out. Linear but for sorting.
  package mutating func text(_ diagnostics: [Diagnostic]) -> String {
    var text = ""
    var shown: [String: Int] = [:]
    var hidden: [(path: String, count: Int)] = []
    for diagnostic in diagnostics.inReadingOrder() {
      let count = shown[diagnostic.path, default: 0]
      shown[diagnostic.path] = count + 1
      if count < Self.limitPerFile {
        text += entry(diagnostic)
      } else if hidden.last?.path == diagnostic.path {
        hidden[hidden.count - 1].count += 1
      } else {
        hidden.append((diagnostic.path, 1))
      }
    }
    for (path, count) in hidden {
      text +=
        Localized(zh: "\(escaped(path))：还有 \(count) 处未列出\n", en: "\(escaped(path)): \(count) more not shown\n")[
          language]
    }
    return text
  }

  private mutating func entry(_ diagnostic: Diagnostic) -> String {
    let severity = paint("\(diagnostic.severity.word)[\(diagnostic.rule)]", diagnostic.severity)
    var text = "\(place(diagnostic.path, diagnostic.range)): \(severity): \(escaped(diagnostic.message[language]))\n"
    text += excerpt(diagnostic)
    for note in diagnostic.notes {
      text += " note: \(place(note.path, note.range)): \(escaped(note.message[language]))\n"
    }
    if let help = diagnostic.help { text += " help: \(escaped(help[language]))\n" }
    return text
  }

  private mutating func place(_ path: String, _ range: SourceRange) -> String {
    let position = table(path)?.position(of: Int(range.start))
    return "\(escaped(path)):\(position?.line ?? 1):\(position?.column ?? 1)"
  }

  private mutating func table(_ path: String) -> LineTable? {
    if let table = tables[path] { return table }
    guard let file = files[path] else { return nil }
    let table = LineTable(file)
    tables[path] = table
    return table
  }

  /// The source line and a caret under the range, held inside the width of the output.
  private mutating func excerpt(_ diagnostic: Diagnostic) -> String {
    guard let file = files[diagnostic.path], let table = table(diagnostic.path), !file.bytes.isEmpty else { return "" }
    let range = diagnostic.range.clamped(to: file.bytes.count)
    let number = table.position(of: range.lowerBound).line
    let line = table.range(ofLine: number)
    let marked =
      max(
        range.lowerBound, line.lowerBound)..<max(
        min(range.upperBound, line.upperBound), max(range.lowerBound, line.lowerBound))
    let lead = String(decoding: file.bytes[line.lowerBound..<min(marked.lowerBound, line.upperBound)], as: UTF8.self)
    let body = String(
      decoding: file.bytes[min(marked.lowerBound, line.upperBound)..<min(marked.upperBound, line.upperBound)],
      as: UTF8.self)
    let rest = String(decoding: file.bytes[min(marked.upperBound, line.upperBound)..<line.upperBound], as: UTF8.self)
    let room = max(20, width - String(number).count - 4)
    let shownBody = CellWidth.prefix(escaped(body), room * 2 / 3)
    let shownLead = CellWidth.suffix(escaped(lead), max(0, room - CellWidth.of(shownBody) - 8))
    let shownRest = CellWidth.prefix(escaped(rest), max(0, room - CellWidth.of(shownLead) - CellWidth.of(shownBody)))
    let carets = String(repeating: "^", count: max(1, CellWidth.of(shownBody)))
    let margin = String(repeating: " ", count: String(number).count)
    return " \(number) | \(shownLead)\(shownBody)\(shownRest)\n"
      + " \(margin) | \(String(repeating: " ", count: CellWidth.of(shownLead)))\(paint(carets, diagnostic.severity))\n"
  }

  private func paint(_ text: String, _ severity: Severity) -> String {
    guard usesColour else { return text }
    let code: String
    switch severity {
    case .error: code = "31"
    case .warning: code = "33"
    case .info: code = "36"
    }
    return "\u{1B}[1;\(code)m\(text)\u{1B}[0m"
  }

  /// Text without a raw control, bidirectional or line-ending character; tabs become a blank.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result += " "
      case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension [Diagnostic] {
  /// The findings by path, place, weight and rule, each once. n log n.
  package func inReadingOrder() -> [Diagnostic] {
    var result: [Diagnostic] = []
    for finding in sorted(by: { Self.precedes($0, $1) }) where result.last != finding { result.append(finding) }
    return result
  }

  private static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
    if a.range.start != b.range.start { return a.range.start < b.range.start }
    if a.severity != b.severity { return a.severity < b.severity }
    if a.rule != b.rule { return a.rule.rawValue < b.rule.rawValue }
    return a.message.en < b.message.en
  }

  /// How many findings there are of one weight.
  package func count(_ severity: Severity) -> Int { reduce(0) { $0 + ($1.severity == severity ? 1 : 0) } }
}
