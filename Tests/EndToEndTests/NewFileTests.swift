import Diagnostics
import Foundation
import Procedures
import Testing
import Workspace

/// `init` and `new`: what they make passes the checks as it stands.
@Suite struct NewFileTests {
  private func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "handrail-test-\(UInt64.random(in: 0...(.max)))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  private func findings(_ root: URL) throws -> [Diagnostic] {
    let loaded = try LoadedHandbook(reading: root.path)
    return Examination.ofTexts(loaded, today: try #require(ExampleDay.today))
  }

  private func make(
    _ kind: ArticleKind, _ title: String? = nil, department: String? = nil, language: Language = .chinese, in root: URL
  ) throws -> SourceFile {
    let loaded = try LoadedHandbook(reading: root.path, allowingNone: true)
    let wish = Skeleton.Wish(
      kind, title: title, department: department, language: language, today: try #require(ExampleDay.today))
    return try NewFile.create(wish, in: loaded, root: root.path)
  }

  @Test(arguments: Language.allCases)
  func aNewHandbookIsSoundAndPublishes(_ language: Language) throws {
    let root = try folder()
    defer { try? FileManager.default.removeItem(at: root) }
    let files = try Starter.create(at: root.path, language)
    #expect(files.map(\.path).contains(".gitattributes"))
    let found = try findings(root)
    #expect(found.isEmpty, "\(found.map { "\($0.path) \($0.rule) \($0.message.zh)" })")
    let build = Build(
      root: root.path, output: root.appending(path: "public").path, today: "2026-11-20", generator: "Handrail test")
    let outcome = try build.run { _ in nil }
    guard case .published(let published, _, _) = outcome else {
      Issue.record("it must build")
      return
    }
    let steps = published.loaded.handbook.articles.filter { $0.kind == ArticleKind.procedure }.map { $0.steps.count }
    #expect(steps == [4, 5])
    #expect(published.loaded.handbook.articles.allSatisfy { $0.unresolved.isEmpty })
    #expect(throws: WorkspaceError.self) { try Starter.create(at: root.path, language) }
  }

  @Test(arguments: Language.allCases, ArticleKind.allCases)
  func aSkeletonPassesTheChecks(_ language: Language, _ kind: ArticleKind) throws {
    let root = try folder()
    defer { try? FileManager.default.removeItem(at: root) }
    _ = try Starter.create(at: root.path, language)
    let first = try make(kind, language: language, in: root)
    let second = try make(kind, language: language, in: root)
    #expect(first.path != second.path)
    // Nobody has given the new role a task yet; that is true, and the message says what to do.
    let found = try findings(root).filter { $0.severity != .info && $0.rule != .roleUnused }
    #expect(found.isEmpty, "\(found.map { "\($0.path) \($0.rule) \($0.message.zh)" })")
    // Every key of the kind is there, with a value or with a hint.
    let text = String(decoding: first.bytes, as: UTF8.self)
    for key in Card.keys(of: kind) where key.en.first != "translates" {
      let name = language == .chinese ? key.zh.first ?? "" : key.en.first ?? ""
      #expect(text.contains("\n\(name): ") || text.contains("\n# \(name): "), "\(name)")
    }
  }

  @Test func theNextCodeFollowsTheHighestEverUsed() throws {
    let root = try folder()
    defer { try? FileManager.default.removeItem(at: root) }
    _ = try Starter.create(at: root.path, .chinese)
    let issued = root.appending(path: "content/issued/MD-041/1.0")
    try FileManager.default.createDirectory(at: issued, withIntermediateDirectories: true)
    try Data().write(to: issued.appending(path: "x.md"))
    #expect(try make(.procedure, "雨天防滑", in: root).path == "content/procedures/门店部/MD-042-雨天防滑.md")
    #expect(try make(.procedure, "a/b: #1 \"甲\"", in: root).path == "content/procedures/门店部/MD-043-a-b- #1 -甲-.md")
    #expect(try findings(root).filter { $0.severity != .info }.isEmpty)
    #expect(throws: WorkspaceError.self) { try make(.procedure, "雨天防滑", in: root) }
    #expect(throws: WorkspaceError.self) { try make(.procedure, department: "无此部", in: root) }
  }

  @Test func anEmptyHandbookGrowsFromNothing() throws {
    let root = try folder()
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root.appending(path: "content"), withIntermediateDirectories: true)
    #expect(throws: WorkspaceError.self) { try make(.event, in: root) }
    for kind in [ArticleKind.procedure, .role, .procedure, .department, .policy, .form, .event] {
      _ = try make(kind, in: root)
      #expect(try findings(root).filter { $0.severity == .error }.isEmpty, "\(kind)")
    }
  }
}
