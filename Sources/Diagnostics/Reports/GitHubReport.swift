/// Findings as annotations of a GitHub workflow: `::error file=…,line=…,title=…::message`.
package struct GitHubReport {
  private let language: Language
  private let root: String
  private var places: SourcePlaces

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - files: the texts that findings point into.
  ///   - language: the language of the messages.
  ///   - root: the handbook's folder as the repository knows it; empty where it is the repository itself.
  package init(files: [SourceFile], language: Language, root: String = "") {
    self.language = language
    self.root = root
    places = SourcePlaces(files)
  }

  /// Writes all findings, one on a line. Linear but for sorting.
  package mutating func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.inReadingOrder().map { line($0) }.joined()
  }

  private mutating func line(_ finding: Diagnostic) -> String {
    let span = places.span(finding.path, finding.range)
    let (start, end) = (span.lowerBound, span.upperBound)
    var properties = ["file=" + Self.property(root + finding.path), "line=\(start.line)"]
    // A column is shown only where the range stays on its line.
    if start.line == end.line {
      properties += ["col=\(start.column)", "endColumn=\(max(start.column, end.column - 1))"]
    } else {
      properties.append("endLine=\(end.line)")
    }
    properties.append("title=" + Self.property(finding.rule.rawValue))
    var message = finding.message[language]
    for note in finding.notes {
      let place = places.span(note.path, note.range).lowerBound
      message += "\n\(note.path):\(place.line):\(place.column): \(note.message[language])"
    }
    if let help = finding.help { message += "\n" + help[language] }
    return "::\(Self.command(finding.severity)) \(properties.joined(separator: ","))::\(Self.data(message))\n"
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// A message: the end of the line would end the command, and `%` would begin an escape.
  static func data(_ text: String) -> String { escaped(text, more: false) }

  /// A property: `:` and `,` part properties from each other as well.
  static func property(_ text: String) -> String { escaped(text, more: true) }

  private static func escaped(_ text: String, more: Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result.append(contentsOf: "%25".unicodeScalars)
      case "\r": result.append(contentsOf: "%0D".unicodeScalars)
      case "\n": result.append(contentsOf: "%0A".unicodeScalars)
      case ":" where more: result.append(contentsOf: "%3A".unicodeScalars)
      case "," where more: result.append(contentsOf: "%2C".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
