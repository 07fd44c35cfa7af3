import Diagnostics
import Foundation
import Procedures
import Testing
import Workspace

/// Texts before and after `handrail format`: `Tests/Fixtures/format/<case>/`.
///
/// To add one, write `before.md`, run with `RECORD=1` (which fails on purpose), read `after.md`, commit. A case whose text
/// is left alone has an `obstacle.txt` that says why.
@Suite struct FormatFixtureTests {
  static let folder = FixturesTests.folder.deletingLastPathComponent().appending(path: "format")
  static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
    !$0.hasPrefix(".")
  }
  .sorted()

  @Test(arguments: cases)
  func textIsRepairedAndNoMore(_ name: String) throws {
    let root = Self.folder.appending(path: name)
    let before = Array(try Data(contentsOf: root.appending(path: "before.md")))
    let outcome = try #require(Formatting.outcome(SourceFile(path: Formatting.path, bytes: before)))
    try expect(outcome.after.bytes, root.appending(path: "after.md"))
    let obstacle = outcome.obstacle.map { "\($0.rule): \($0.message.zh)\n" } ?? ""
    try expect(Array(obstacle.utf8), root.appending(path: "obstacle.txt"), isOptional: true)
    if outcome.obstacle != nil { #expect(!outcome.isChanged) }
  }

  @Test(arguments: cases)
  func twiceIsOnce(_ name: String) throws {
    let before = Array(try Data(contentsOf: Self.folder.appending(path: "\(name)/before.md")))
    let once = try #require(Formatting.outcome(SourceFile(path: Formatting.path, bytes: before)))
    let twice = try #require(Formatting.outcome(once.after))
    #expect(!twice.isChanged)
  }

  private func expect(_ bytes: [UInt8], _ file: URL, isOptional: Bool = false) throws {
    let old = (try? Data(contentsOf: file)).map { Array($0) } ?? (isOptional ? [] : nil)
    if old == bytes { return }
    if FixturesTests.isRecording {
      if bytes.isEmpty { try FileManager.default.removeItem(at: file) } else { try Data(bytes).write(to: file) }
      Issue.record("recorded \(file.lastPathComponent)")
      return
    }
    Issue.record("\(file.path) differs; see it with RECORD=1 and git diff")
  }

  @Test func thereAreCases() { #expect(Self.cases.count >= 20) }
}

/// One text by itself, as `handrail format FILE` reads it outside a handbook.
enum Formatting {
  static let path = "content/procedures/x.md"

  static func findings(_ files: [SourceFile]) -> [Diagnostic] {
    guard let today = ExampleDay.today else { return [] }
    return Examination.ofTexts(LoadedHandbook(loose: files), today: today, jobs: 1)
  }

  static func outcome(_ file: SourceFile) -> RepairRounds.Outcome? {
    RepairRounds.run([file], isChosen: { _ in true }, find: findings).first
  }
}

/// The day on which tests look at handbooks.
enum ExampleDay {
  static let today = Day(year: 2026, month: 11, day: 20)
}
