import Diagnostics
import Foundation
import Testing

/// The reports for programs, read back as JSON.
@Suite struct DataReportTests {
  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func json(_ findings: [Diagnostic] = Samples.findings) throws -> [String: Any] {
    var report = JSONReport(files: Samples.files, language: .chinese, generator: "Handrail test")
    return try object(report.bytes(findings))
  }

  private func run(_ findings: [Diagnostic] = Samples.findings) throws -> [String: Any] {
    let text = Localized(zh: "岗位{存在}。", en: "Roles {exist}.")
    let rules = [RuleName.roleUnknown, .colonWidth, .unknownField].map { RuleNote($0, summary: text, advice: text) }
    var report = SARIFReport(files: Samples.files, rules: rules, language: .english, version: "0.1.0", root: "shop/")
    let log = try object(report.bytes(findings))
    #expect(log["version"] as? String == "2.1.0")
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  @Test func theJSONFitsItsSchema() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/diagnostics.schema.json")
    let schema = try object(Array(Data(contentsOf: file)))
    #expect(SchemaCheck(schema).faults(in: try json()).isEmpty)
    #expect(SchemaCheck(schema).faults(in: try json([])).isEmpty)
    var broken = try json()
    broken["findings"] = [["rule": "x"]]
    #expect(!SchemaCheck(schema).faults(in: broken).isEmpty)
    broken = try json()
    broken["more"] = 1
    #expect(!SchemaCheck(schema).faults(in: broken).isEmpty)
  }

  @Test func theJSONHoldsEveryPartOfAFinding() throws {
    let findings = try #require(try json()["findings"] as? [[String: Any]])
    #expect(findings.map { $0["rule"] as? String } == ["colon-width", "role-unknown", "unknown-field"])
    let range = try #require(findings[1]["range"] as? [String: [String: Int]])
    #expect(range["start"] == ["line": 4, "column": 6, "offset": Int(Samples.findings[0].range.start)])
    #expect(range["end"]?["column"] == 10)
    #expect((findings[1]["related"] as? [[String: Any]])?.first?["path"] as? String == "content/roles/收银.md")
    let fix = try #require(findings[2]["fix"] as? [[String: Any]])
    #expect(fix.map { $0["text"] as? String } == ["<x>\n", ""])
  }

  // MARK: SARIF 2.1.0, the parts of its schema and of its text that these logs use

  @Test func theLogNamesItsRulesOnce() throws {
    let run = try run()
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "Handrail")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let names = rules.compactMap { $0["id"] as? String }
    #expect(names == ["role-unknown", "colon-width", "unknown-field"])
    for result in try #require(run["results"] as? [[String: Any]]) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(names[index] == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
    }
  }

  @Test func regionsCountCodePointsAndBytes() throws {
    let run = try run()
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let results = try #require(run["results"] as? [[String: Any]])
    let place = try #require(
      (results[2]["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    let uri = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
    #expect(uri == "shop/content/procedures/%E9%87%87%E8%B4%AD/%E5%88%B0%E8%B4%A7%20%E9%AA%8C%E6%94%B6.md")
    let region = try #require(place["region"] as? [String: Int])
    // The emoji is two units of UTF-16, one code point and four bytes.
    #expect((region["endColumn"] ?? 0) - (region["startColumn"] ?? 0) == 1 && region["byteLength"] == 4)
    #expect(region["startLine"] == 4 && region.values.allSatisfy { $0 >= 0 })
    #expect((results[1]["relatedLocations"] as? [[String: Any]])?.count == 1)
  }

  @Test func fixesAreWhole() throws {
    let results = try #require(try run()["results"] as? [[String: Any]])
    #expect(results[1]["fixes"] == nil)
    let change = try #require(
      ((results[2]["fixes"] as? [[String: Any]])?.first?["artifactChanges"] as? [[String: Any]])?.first)
    let replacements = try #require(change["replacements"] as? [[String: Any]])
    #expect(replacements.count == 2)
    #expect((replacements[0]["insertedContent"] as? [String: String])?["text"] == "<x>\n")
    #expect(replacements[1]["insertedContent"] == nil && replacements[1]["deletedRegion"] != nil)
  }

  @Test func messagesHoldNoPlaceholderOrLink() throws {
    let results = try #require(try run()["results"] as? [[String: Any]])
    let texts = results.compactMap { ($0["message"] as? [String: String])?["text"] }
    #expect(texts[0] == "a full-width colon\nafter key, 50%: \\[see\\](x)")
    #expect(texts[1].hasSuffix("write {{收银}}"))
  }

  @Test func fingerprintsOutliveInsertedLines() throws {
    func prints(_ results: Any?) -> [String] {
      (results as? [[String: Any]])?.compactMap { ($0["partialFingerprints"] as? [String: String])?["handrail/v1"] }
        ?? []
    }
    let twice =
      Samples.findings + [
        Diagnostic(
          .error, .roleUnknown, path: Samples.files[0].path, range: Samples.range(of: "清点"),
          message: Localized(zh: "又", en: "again"))
      ]
    let first = prints(try run(twice)["results"])
    #expect(Set(first).count == 4)
    let moved = SourceFile(path: Samples.files[0].path, bytes: Array(("\n\n" + Samples.text).utf8))
    var report = SARIFReport(files: [moved], rules: [], language: .english, version: "1", root: "")
    let finding = Diagnostic(
      .error, .roleUnknown, path: moved.path,
      range: SourceRange(Int(Samples.findings[0].range.start) + 2, Int(Samples.findings[0].range.end) + 2),
      message: Localized(zh: "", en: "other words"))
    let log = try object(report.bytes([finding]))
    #expect(prints((log["runs"] as? [[String: Any]])?.first?["results"]) == [first[1]])
  }
}

/// The keywords of JSON Schema that the schema of diagnostics uses.
struct SchemaCheck {
  let root: [String: Any]

  init(_ root: [String: Any]) { self.root = root }

  func faults(in value: Any) -> [String] { faults(value, root, at: "$") }

  private func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last,
      let target = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
    {
      return faults(value, target, at: path)
    }
    var found: [String] = []
    if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") { found.append(path) }
    if let constant = schema["const"] as? Int, value as? Int != constant { found.append(path) }
    if let least = schema["minimum"] as? Int, (value as? Int ?? Int.min) < least { found.append(path) }
    switch schema["type"] as? String {
    case "string": if !(value is String) { found.append(path) }
    case "integer": if !(value is Int) { found.append(path) }
    case "array":
      guard let items = value as? [Any], let schema = schema["items"] as? [String: Any] else { return found + [path] }
      found += items.enumerated().flatMap { faults($1, schema, at: "\(path)[\($0)]") }
    case "object":
      guard let members = value as? [String: Any] else { return found + [path] }
      found += faults(members, of: schema, at: path)
    default: break
    }
    return found
  }

  private func faults(_ members: [String: Any], of schema: [String: Any], at path: String) -> [String] {
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    let missing = (schema["required"] as? [String] ?? []).filter { members[$0] == nil }.map { "\(path).\($0)" }
    return missing
      + members.flatMap { name, value in
        known[name].map { faults(value, $0, at: "\(path).\(name)") } ?? ["\(path).\(name)"]
      }
  }
}
