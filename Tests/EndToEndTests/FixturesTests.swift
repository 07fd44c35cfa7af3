import Diagnostics
import Foundation
import Procedures
import Rendering
import Testing
import Workspace

/// Whole handbooks with what is understood of them and what is found: `Tests/Fixtures/inspect/<case>/`.
///
/// To add one, make a folder with `content/`, run with `RECORD=1` (which fails on purpose), read what was recorded, commit.
@Suite struct FixturesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/inspect")
  static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
    !$0.hasPrefix(".")
  }
  .sorted()
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  @Test(arguments: cases)
  func handbookIsUnderstood(_ name: String) throws {
    let root = Self.folder.appending(path: name)
    let loaded = try LoadedHandbook(reading: root.path)
    var report = TextReport(files: loaded.files, language: .chinese)
    try expect(ModelJSON(loaded.handbook).bytes(), root.appending(path: "expected/model.json"))
    let today = try #require(Day(year: 2026, month: 11, day: 20))
    let findings = Examination(of: loaded, today: today).findings
    try expect(Array(report.text(findings).utf8), root.appending(path: "expected/diagnostics.txt"))
  }

  private func expect(_ bytes: [UInt8], _ file: URL) throws {
    let old = (try? Data(contentsOf: file)).map { Array($0) }
    if Self.isRecording, old != bytes {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      Issue.record(
        "recorded \(file.lastPathComponent) of \(file.deletingLastPathComponent().deletingLastPathComponent().lastPathComponent)"
      )
      return
    }
    let isSame = old == bytes
    #expect(isSame, "\(file.path) differs; see it with RECORD=1 and git diff")
  }

  @Test func thereAreCases() { #expect(Self.cases.count >= 5) }
}
