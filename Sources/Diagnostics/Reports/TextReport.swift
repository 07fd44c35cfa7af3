/// Findings as text: `path:line:column: error[rule]: message`, the source line with a caret, notes, help.
package struct TextReport {
  /// The language of the messages.
  package let language: Language
  /// Whether severities and carets are coloured.
  package let usesColour: Bool
  /// The most cells of a source line that are shown.
  package let width: Int
  /// The most findings shown of one file; the rest is counted.
  package static let limitPerFile = 50

  private var places: SourcePlaces

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - files: the texts that findings point into; a finding about any other path is shown without its line.
  ///   - language: the language of the messages.
  ///   - usesColour: whether the output is a terminal that shows colours.
  ///   - width: the width of the output in cells.
  package init(files: [SourceFile], language: Language, usesColour: Bool = false, width: Int = 100) {
    places = SourcePlaces(files)
    self.language = language
    self.usesColour = usesColour
    self.width = width
  }

  /// Writes all findings in the order of path, place and rule, each once; of a file with very many the gravest ones.
  ///
  /// - Returns: the text, with a line at the end for what was left out. Linear but for sorting.
  package mutating func text(_ diagnostics: [Diagnostic]) -> String {
    var text = ""
    var hidden: [(path: String, count: Int)] = []
    var rest = diagnostics.inReadingOrder()[...]
    while let path = rest.first?.path {
      let ofFile = rest.prefix { $0.path == path }
      rest = rest.dropFirst(ofFile.count)
      for finding in Self.gravest(ofFile) { text += entry(finding) }
      if ofFile.count > Self.limitPerFile { hidden.append((path, ofFile.count - Self.limitPerFile)) }
    }
    for (path, count) in hidden {
      text +=
        Localized(zh: "\(escaped(path))：还有 \(count) 处未列出\n", en: "\(escaped(path)): \(count) more not shown\n")[
          language]
    }
    return text
  }

  /// The findings of one file that are shown: errors push hints out, and all stay in the order of the text.
  private static func gravest(_ findings: ArraySlice<Diagnostic>) -> ArraySlice<Diagnostic> {
    guard findings.count > limitPerFile else { return findings }
    let ranked = findings.indices.sorted { a, b in
      findings[a].severity != findings[b].severity ? findings[a].severity < findings[b].severity : a < b
    }
    return ranked.prefix(limitPerFile).sorted().map { findings[$0] }[...]
  }

  /// How many findings each rule has, where there are too many to see it; empty for a few.
  ///
  /// - Returns: lines such as `  12 × vague-time`, errors first, then by number.
  package func summary(_ diagnostics: [Diagnostic]) -> String {
    guard diagnostics.count > 10 else { return "" }
    var counts: [RuleName: (severity: Severity, count: Int)] = [:]
    for finding in diagnostics {
      let old = counts[finding.rule] ?? (finding.severity, 0)
      counts[finding.rule] = (min(old.severity, finding.severity), old.count + 1)
    }
    let ranked = counts.sorted { a, b in
      if a.value.severity != b.value.severity { return a.value.severity < b.value.severity }
      return a.value.count != b.value.count ? a.value.count > b.value.count : a.key.rawValue < b.key.rawValue
    }
    let most = ranked.map { String($0.value.count).count }.max() ?? 1
    return ranked.map { rule, value in
      let number = String(value.count)
      let margin = String(repeating: " ", count: most - number.count + 2)
      return "\(margin)\(number) × \(paint("\(value.severity.word)[\(rule)]", value.severity))\n"
    }.joined()
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
    let position = places.span(path, range).lowerBound
    return "\(escaped(path)):\(position.line):\(position.column)"
  }

  /// The source line and a caret under the range, held inside the width of the output.
  private mutating func excerpt(_ diagnostic: Diagnostic) -> String {
    guard let file = places.file(diagnostic.path), let table = places.table(diagnostic.path), !file.bytes.isEmpty else {
      return ""
    }
    let range = diagnostic.range.clamped(to: file.bytes.count)
    let number = table.position(of: range.lowerBound).line
    let line = table.range(ofLine: number)
    // A range may begin at the line's end and go on in the next line; what is marked stays on this one.
    let start = min(max(range.lowerBound, line.lowerBound), line.upperBound)
    let end = min(max(range.upperBound, start), line.upperBound)
    func shown(_ part: Range<Int>) -> String { escaped(String(decoding: file.bytes[part], as: UTF8.self)) }
    let window = ExcerptWindow(
      lead: shown(line.lowerBound..<start), body: shown(start..<end), rest: shown(end..<line.upperBound),
      width: max(20, width - String(number).count - 4))
    let margin = String(repeating: " ", count: String(number).count)
    let carets = paint(String(repeating: "^", count: window.carets), diagnostic.severity)
    return " \(number) | \(window.text)\n \(margin) | \(String(repeating: " ", count: window.indent))\(carets)\n"
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

  private func escaped(_ text: String) -> String { ShownText.escaped(text) }
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
