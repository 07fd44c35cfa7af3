/// Findings as JSON (docs/diagnostics.schema.json): complete, in reading order, one on a line.
package struct JSONReport {
  private let generator: String
  private let language: Language
  private var places: SourcePlaces

  /// The version of the form; it changes when a member is renamed, removed or given another meaning.
  package static let version = 1

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - files: the texts that findings point into.
  ///   - language: the language of the messages.
  ///   - generator: the program and its version.
  package init(files: [SourceFile], language: Language, generator: String) {
    self.generator = generator
    self.language = language
    places = SourcePlaces(files)
  }

  /// Writes all findings, each once. Linear but for sorting.
  package mutating func bytes(_ diagnostics: [Diagnostic]) -> [UInt8] {
    let findings = diagnostics.inReadingOrder()
    var json = JSONWriter()
    json.object { json in
      json.member("version", Self.version)
      json.member("generator", generator)
      json.member("language", language.rawValue)
      json.member("columnKind", "unicodeCodePoints")
      json.member("counts") { json in
        for severity in Severity.allCases { json.member(severity.word, findings.count(severity)) }
      }
      json.list("findings", findings) { json, finding in
        json.newLine()
        json.object { write(finding, &$0) }
      }
    }
    json.end()
    return json.bytes
  }

  private mutating func write(_ finding: Diagnostic, _ json: inout JSONWriter) {
    json.member("rule", finding.rule.rawValue)
    json.member("severity", finding.severity.word)
    json.member("path", finding.path)
    write(finding.path, finding.range, &json)
    json.member("message", finding.message[language])
    json.member("help", finding.help?[language])
    json.member("related", list: finding.notes) { json, note in
      json.object { json in
        json.member("path", note.path)
        write(note.path, note.range, &json)
        json.member("message", note.message[language])
      }
    }
    json.member("fix", list: finding.fix) { json, replacement in
      json.object { json in
        write(finding.path, replacement.range, &json)
        json.text("text", replacement.text)
      }
    }
  }

  private mutating func write(_ path: String, _ range: SourceRange, _ json: inout JSONWriter) {
    let span = places.span(path, range)
    json.member("range") { json in
      write("start", span.lowerBound, range.start, &json)
      write("end", span.upperBound, range.end, &json)
    }
  }

  private func write(_ name: String, _ place: LineTable.Position, _ offset: Int32, _ json: inout JSONWriter) {
    json.member(name) { json in
      json.member("line", place.line)
      json.member("column", place.column)
      json.member("offset", Int(offset))
    }
  }
}
