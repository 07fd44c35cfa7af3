import Diagnostics
import Foundation
import Testing
import Workspace

/// A writer's first draft with the usual faults: what the terminal shows of it, what `format` makes of it, and what is
/// left for the writer. `Tests/Fixtures/draft/expected` is recorded with `RECORD=1`.
@Suite struct DraftTests {
  static let root = FixturesTests.folder.deletingLastPathComponent().appending(path: "draft")
  static let path = "content/procedures/MD-001-闭店.md"

  private func shown(_ content: Content) -> (text: String, findings: [Diagnostic]) {
    let loaded = LoadedHandbook(content)
    guard let today = ExampleDay.today else { return ("", []) }
    let findings = Examination.ofTexts(loaded, today: today).filter { $0.path == Self.path }
    var report = TextReport(files: loaded.files, language: .chinese, width: 80)
    return (report.text(findings) + report.summary(findings), findings)
  }

  @Test func theListIsWorthReading() throws {
    let content = try ContentFolder.read(handbook: Self.root.path)
    let (text, findings) = shown(content)
    #expect(findings.count >= 25)
    #expect(text.split(separator: "\n").allSatisfy { !$0.contains(" | ") || CellWidth.of(String($0)) <= 80 })
    try expect(text, "terminal.txt")
  }

  @Test func formatRepairsWhatItMay() throws {
    let content = try ContentFolder.read(handbook: Self.root.path)
    let outcomes = RepairRounds.run(content.documents, isChosen: { _ in true }) {
      shown(content.replacing($0)).findings
    }
    let draft = try #require(outcomes.first { $0.before.path == Self.path })
    #expect(outcomes.allSatisfy { $0.obstacle == nil && ($0.before.path == Self.path || !$0.isChanged) })
    try expect(String(decoding: draft.after.bytes, as: UTF8.self), "formatted.md")
    let (text, findings) = shown(content.replacing([draft.after]))
    #expect(findings.allSatisfy { $0.fix.isEmpty })
    try expect(text, "left.txt")
  }

  private func expect(_ text: String, _ name: String) throws {
    let file = Self.root.appending(path: "expected/\(name)")
    let old = try? String(contentsOf: file, encoding: .utf8)
    if FixturesTests.isRecording, old != text {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)")
      return
    }
    let isSame = old == text
    #expect(isSame, "\(name) differs; see it with RECORD=1 and git diff")
  }
}
