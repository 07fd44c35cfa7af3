import Foundation
import Markdown
import Testing

/// `Tests/Fixtures/dump/<case>.md` beside the tree that it gives; `RECORD=1` writes the trees and fails.
@Suite struct FixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/dump")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()

  @Test func thereAreSome() { #expect(Self.names.count >= 10) }

  @Test(arguments: names)
  func tree(_ name: String) throws {
    let text = try Data(contentsOf: Self.folder.appending(path: name))
    let dump = TreeDump(parsed(Array(text)).0).text
    let file = Self.folder.appending(path: name.replacing(/md$/, with: "tree"))
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(dump.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == dump)
  }

  /// Fixtures without extensions are named `core-…`; there the writer equals libcmark.
  @Test(arguments: names.filter { $0.hasPrefix("core-") })
  func oracle(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    #expect(html(text) == Oracle.differing(text))
  }
}
