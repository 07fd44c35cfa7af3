import Checks
import Diagnostics
import Foundation
import Procedures
import Testing
import Workspace

/// Every rule by its own two examples, which are its page in the manual as well.
@Suite struct ExampleTests {
  @Test func theFrameHasNoFindings() throws {
    let findings = try ExampleHandbook.findings(Example())
    #expect(findings.isEmpty, "\(findings.map { "\($0.path) \($0.rule) \($0.message.zh)" })")
  }

  @Test(arguments: RuleName.allCases)
  func theBadExampleBreaksTheRuleAndNoOther(_ name: RuleName) throws {
    let rule = Rule.named(name)
    let findings = try ExampleHandbook.findings(rule.bad)
    let seen = "\(findings.map { "\($0.rule) \($0.message.zh)" })"
    #expect(findings.contains { $0.rule == name }, "\(seen)")
    let others = findings.filter { $0.severity == .error && $0.rule != name && !rule.bad.also.contains($0.rule) }
    #expect(others.isEmpty, "\(seen)")
  }

  @Test(arguments: RuleName.allCases)
  func theGoodExampleBreaksNothing(_ name: RuleName) throws {
    let findings = try ExampleHandbook.findings(Rule.named(name).good)
    let wrong = findings.filter { $0.rule == name || $0.severity == .error }
    #expect(wrong.isEmpty, "\(wrong.map { "\($0.rule) \($0.message.zh)" })")
  }
}

/// An example as a folder on disk, read like any handbook.
enum ExampleHandbook {
  static let today = Day(year: 2026, month: 11, day: 20)

  /// What is found in an example.
  static func findings(_ example: Example) throws -> [Diagnostic] {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "handrail-example-\(UInt64.random(in: 0...(.max)))")
    defer { try? FileManager.default.removeItem(at: root) }
    for file in example.handbook { try write(file, below: root) }
    let loaded = try LoadedHandbook(reading: root.path, jobs: 1)
    return Examination(of: loaded, today: try #require(today), jobs: 1).findings
  }

  private static func write(_ file: Example.File, below root: URL) throws {
    let url = root.appending(path: file.path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    switch file.content {
    case .text(let text): try Data(text.utf8).write(to: url)
    case .bytes(let bytes): try Data(bytes).write(to: url)
    case .folder: try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    case .link(let target):
      try FileManager.default.createSymbolicLink(atPath: url.path, withDestinationPath: target)
    }
  }
}
