/// Findings as SARIF (OASIS Static Analysis Results Interchange Format 2.1.0), for code scanning services and editors.
package struct SARIFReport {
  private let language: Language
  private let version: String
  private let root: String
  private let rules: [RuleNote]
  private var places: SourcePlaces
  private var occurrences: [UInt64: Int] = [:]

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - files: the texts that findings point into.
  ///   - rules: what is said about rules, in the order of the manual.
  ///   - language: the language of the messages.
  ///   - version: the version of the program, such as `0.1.0`.
  ///   - root: the handbook's folder as the repository knows it, with `/` at its end; empty for the repository itself.
  package init(files: [SourceFile], rules: [RuleNote], language: Language, version: String, root: String = "") {
    self.language = language
    self.version = version
    self.root = root
    self.rules = rules
    places = SourcePlaces(files)
  }

  /// Writes all findings, each once. Linear but for sorting.
  package mutating func bytes(_ diagnostics: [Diagnostic]) -> [UInt8] {
    let findings = diagnostics.inReadingOrder()
    let numbers = Dictionary(
      rules.enumerated().map { ($1.rule, $0) }, uniquingKeysWith: { first, _ in first })
    var json = JSONWriter()
    json.object { json in
      json.member(
        "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      json.member("version", "2.1.0")
      json.member("runs", list: [findings]) { json, findings in
        json.object { json in
          writeTool(&json)
          json.member("language", language.rawValue)
          json.member("columnKind", "unicodeCodePoints")
          json.member("newlineSequences", ["\r\n", "\n", "\r"])
          json.list("results", findings) { json, finding in
            json.newLine()
            json.object { write(finding, numbers[finding.rule], &$0) }
          }
        }
      }
    }
    json.end()
    return json.bytes
  }

  private func writeTool(_ json: inout JSONWriter) {
    json.member("tool") { json in
      json.member("driver") { json in
        json.member("name", "Handrail")
        json.member("semanticVersion", version)
        json.member("rules", list: rules) { json, rule in
          json.newLine()
          json.object { json in
            json.member("id", rule.rule.rawValue)
            json.member("shortDescription") { $0.member("text", Self.message(rule.summary[language])) }
            json.member("help") { $0.member("text", Self.message(rule.advice[language])) }
          }
        }
      }
    }
  }

  private mutating func write(_ finding: Diagnostic, _ number: Int?, _ json: inout JSONWriter) {
    json.member("ruleId", finding.rule.rawValue)
    if let number { json.member("ruleIndex", number) }
    json.member("level", Self.level(finding.severity))
    let help = finding.help.map { "\n" + $0[language] } ?? ""
    json.member("message") { $0.member("text", Self.message(finding.message[language] + help)) }
    json.member("locations", list: [finding.range]) { json, range in
      json.object { writePlace(finding.path, range, &$0) }
    }
    json.member("relatedLocations", list: finding.notes) { json, note in
      json.object { json in
        writePlace(note.path, note.range, &json)
        json.member("message") { $0.member("text", Self.message(note.message[language])) }
      }
    }
    json.member("partialFingerprints") { $0.member("handrail/v1", fingerprint(finding)) }
    if !finding.fix.isEmpty { writeFix(finding, &json) }
  }

  private mutating func writePlace(_ path: String, _ range: SourceRange, _ json: inout JSONWriter) {
    json.member("physicalLocation") { json in
      json.member("artifactLocation") { $0.member("uri", Self.uri(root + path)) }
      writeRegion("region", path, range, &json)
    }
  }

  private mutating func writeRegion(_ name: String, _ path: String, _ range: SourceRange, _ json: inout JSONWriter) {
    let span = places.span(path, range)
    json.member(name) { json in
      json.member("startLine", span.lowerBound.line)
      json.member("startColumn", span.lowerBound.column)
      json.member("endLine", span.upperBound.line)
      json.member("endColumn", span.upperBound.column)
      json.member("byteOffset", max(0, Int(range.start)))
      json.member("byteLength", max(0, Int(range.end) - max(0, Int(range.start))))
    }
  }

  private mutating func writeFix(_ finding: Diagnostic, _ json: inout JSONWriter) {
    json.member("fixes", list: [finding]) { json, finding in
      json.object { json in
        if let help = finding.help {
          json.member("description") { $0.member("text", Self.message(help[language])) }
        }
        json.member("artifactChanges", list: [finding]) { json, finding in
          json.object { json in
            json.member("artifactLocation") { $0.member("uri", Self.uri(root + finding.path)) }
            json.member("replacements", list: finding.fix) { json, replacement in
              json.object { json in
                writeRegion("deletedRegion", finding.path, replacement.range, &json)
                if replacement.text.isEmpty { return }
                json.member("insertedContent") { $0.member("text", replacement.text) }
              }
            }
          }
        }
      }
    }
  }

  /// What stays the same when lines above a finding change: rule, path, the text of its line, and which of several.
  private mutating func fingerprint(_ finding: Diagnostic) -> String {
    var hash = Fingerprint()
    hash.add(finding.rule.rawValue.utf8)
    hash.add(finding.path.utf8)
    hash.add(places.line(finding.path, finding.range))
    let count = occurrences[hash.value, default: 0]
    occurrences[hash.value] = count + 1
    return "\(hash.text):\(count + 1)"
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// A message without placeholders and links: braces are doubled, brackets before a round one escaped (SARIF 3.11.5,
  /// 3.11.6).
  static func message(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let hasLink = text.contains("](")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "}": result.append(scalar)
      case "[" where hasLink, "]" where hasLink: result.append("\\")
      default: break
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// A relative path as a URI reference: what is no unreserved character or `/` is percent-encoded (RFC 3986).
  static func uri(_ path: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// FNV-1a with 64 bits: tells findings apart, promises nothing against somebody who wants two to be alike.
private struct Fingerprint {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
    add(0)
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
