import Diagnostics
import Foundation
import Procedures
import Testing
import Workspace

/// The whole line from a folder to a published site, on the sample handbook and on small ones.
@Suite struct BuildTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func temporary() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "handrail-test-\(UInt64.random(in: 0...(.max)))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  private func build(_ handbook: URL, into output: URL, jobs: Int = 2) throws -> Build.Outcome {
    var build = Build(root: handbook.path, output: output.path, today: "2026-11-20", generator: "Handrail test")
    build.jobs = jobs
    return try build.run { _ in nil }
  }

  private func tree(_ folder: URL) throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    var files: [String: Data] = [:]
    for name in names {
      var isFolder: ObjCBool = false
      let path = folder.appending(path: name).path
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = try Data(contentsOf: URL(filePath: path))
      }
    }
    return files
  }

  @Test func theSampleHandbookHasNoFindings() throws {
    let loaded = try LoadedHandbook(reading: Self.root.path)
    let findings = Examination(of: loaded, today: try #require(Day(year: 2026, month: 11, day: 20))).findings
    #expect(findings.isEmpty, "\(findings.prefix(3))")
    let counts = Dictionary(grouping: loaded.handbook.articles, by: \.kind).mapValues(\.count)
    #expect(counts[.procedure] ?? 0 >= 18 && counts[.policy] ?? 0 >= 4 && counts[.role] ?? 0 >= 30)
    #expect(counts[.department] ?? 0 >= 6 && counts[.form] ?? 0 >= 15 && counts[.event] ?? 0 >= 3)
  }

  @Test func theSameInputGivesTheSameBytesWithAnyNumberOfThreads() throws {
    let folder = try temporary()
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try build(Self.root, into: folder.appending(path: "one"), jobs: 1)
    _ = try build(Self.root, into: folder.appending(path: "two"), jobs: 2)
    let (one, two) = (try tree(folder.appending(path: "one")), try tree(folder.appending(path: "two")))
    #expect(one.count > 200)
    let isSame = one == two
    #expect(isSame)
  }

  @Test func anErrorChangesNothing() throws {
    let folder = try temporary()
    defer { try? FileManager.default.removeItem(at: folder) }
    let handbook = folder.appending(path: "handbook")
    let output = folder.appending(path: "public")
    try FileManager.default.createDirectory(at: handbook, withIntermediateDirectories: true)
    let fixture = Self.root.appending(path: "Tests/Fixtures/inspect/tables/content")
    try FileManager.default.copyItem(at: fixture, to: handbook.appending(path: "content"))
    guard case .published = try build(handbook, into: output) else {
      return #expect(Bool(false), "it must build first")
    }
    let before = try tree(output)
    let bad = "---\n编号: T-1\n名称: 重复\n---\n"
    try bad.write(to: handbook.appending(path: "content/forms/bad.md"), atomically: true, encoding: .utf8)
    guard case .refused(_, let findings) = try build(handbook, into: output) else {
      return #expect(Bool(false), "a duplicate code must be refused")
    }
    #expect(findings.contains { $0.rule == .codeDuplicate })
    let isSame = try tree(output) == before
    #expect(isSame)
  }
}
