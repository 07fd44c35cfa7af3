import Diagnostics
import Foundation
import Procedures
import Testing

@testable import Workspace

/// What a build publishes of a handbook under control (spec/versions.md 2).
@Suite struct PublishedHandbookTests {
  private func build(
    _ sample: ArchiveSample, _ scope: PublishedScope, today: String? = "2026-04-10", to name: String = "public"
  ) throws -> Build.Outcome {
    var build = Build(root: sample.path, output: sample.path + "/" + name, today: today, generator: "test")
    build.scope = scope
    return try build.run { _ in nil }
  }

  private func text(_ sample: ArchiveSample, _ path: String) -> String { sample.scratch.read(path) ?? "" }

  /// Every byte of a published folder.
  private func everything(_ sample: ArchiveSample, _ name: String) throws -> String {
    let folder = URL(filePath: sample.path).appending(path: name)
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try names.map { name in
      var isFolder: ObjCBool = false
      let path = folder.appending(path: name).path
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
        return name
      }
      return name + "\n" + String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }.joined(separator: "\n")
  }

  /// What stands around a text; nil where it does not occur.
  private static func around(_ canary: String, _ text: String) -> String? {
    guard let place = text.range(of: canary) else { return nil }
    return String(text[..<place.lowerBound].suffix(120) + text[place.lowerBound...].prefix(120))
  }

  @Test func onlyWhatWasIssuedIsPublished() throws {
    let sample = ArchiveSample()
    try sample.history()
    sample.document(version: "2.0", day: "2026-04-01", step: "做没有发行的事")
    sample.document("T-003", version: "1.0", day: "2026-04-01", step: "做坏了的事 → 步骤 99")
    guard case .published(let published, _, _) = try build(sample, PublishedScope(.inForce)) else {
      return #expect(Bool(false), "errors in drafts keep nothing back")
    }
    #expect(published.findings.map(\.rule) == [.documentControl] && published.findings.first?.severity == .warning)
    #expect(text(sample, "public/procedures/T-001/index.html").contains("做第 1.1 版的事"))
    #expect(text(sample, "public/procedures/T-002/index.html").contains("已作废"))
    let all = try everything(sample, "public")
    #expect(!all.contains("没有发行的事") && !all.contains("坏了的事"))
    #expect(all.contains(try sample.archive().ledger.head.prefix(12)))
    #expect(try SiteInspection(sample.path + "/public", ledger: sample.archive().ledger).faults.isEmpty)
    guard case .refused = try build(sample, PublishedScope(.review), to: "public-review") else {
      return #expect(Bool(false), "a review build shows the errors")
    }
    sample.document("T-003", version: "1.0", day: "2026-04-01", status: "草稿")
    guard case .published = try build(sample, PublishedScope(.review), to: "public-review") else {
      return #expect(Bool(false), "drafts are published for review")
    }
    let draft = text(sample, "public-review/procedures/T-001/index.html")
    #expect(draft.contains("没有发行的事") && draft.contains("banner-draft"))
    #expect(text(sample, "public-review/procedures/T-003/index.html").contains("banner-draft"))
  }

  @Test func aDayInThePastIsPublishedAsItStood() throws {
    let sample = ArchiveSample()
    try sample.history()
    sample.scratch.write("content/roles/店员.md", "---\n名称: 营业员\n部门: 营运部\n---\n")
    let day = try #require(Day(parsing: "2026-01-20"))
    guard case .published = try build(sample, PublishedScope(.asOf(day)), today: nil, to: "old") else {
      return #expect(Bool(false), "it can be published")
    }
    #expect(text(sample, "old/procedures/T-001/index.html").contains("做第 1.0 版的事"))
    #expect(!text(sample, "old/roles/店员/index.html").isEmpty && text(sample, "old/procedures/T-002/index.html").isEmpty)
    let first = try #require(Day(parsing: "2026-01-04"))
    #expect(throws: WorkspaceError.self) { try build(sample, PublishedScope(.asOf(first)), today: nil, to: "older") }
  }

  @Test func whatASealedVersionShowsStaysAsItWas() throws {
    let sample = ArchiveSample()
    try sample.history()
    sample.scratch.write("content/assets/图.txt", "新的平面图")
    guard case .published = try build(sample, PublishedScope(.inForce)) else {
      return #expect(Bool(false), "it builds")
    }
    let all = try everything(sample, "public")
    #expect(all.contains("\n平面图") && !all.contains("新的平面图"))
    #expect(text(sample, "public/procedures/T-001/index.html").contains("attachments/issued/"))
  }

  @Test func anAlteredArchiveIsNotPublished() throws {
    let sample = ArchiveSample()
    try sample.history()
    sample.scratch.write("content/issued/T-001/1.1/T-001.md", "别的")
    guard case .broken(let findings, _) = try build(sample, PublishedScope(.inForce)) else {
      return #expect(Bool(false), "it must be refused")
    }
    #expect(findings.map(\.path) == ["content/issued/T-001/1.1/T-001.md"])
    #expect(sample.scratch.names().contains("public") == false)
  }

  /// What an audience may not see is in no byte of what is published for it.
  @Test func nothingLeaksToAMoreOpenAudience() throws {
    let sample = ArchiveSample()
    sample.scratch.write(
      "content/handbook.yml", "名称: 试\n部门: [营运部]\n复审周期: 12个月\n密级: [公开, 内部, 机密, 旧密]\n默认密级: 内部\n")
    sample.document("T-001", version: "1.0", day: "2026-01-05", step: "做公开的事", extra: "密级: 公开\n")
    sample.document("T-002", version: "1.0", day: "2026-01-05", step: "做CANARY内部的事")
    sample.document("T-003", version: "1.0", day: "2026-01-05", step: "做CANARY机密的事", extra: "密级: 机密\n")
    sample.document("T-004", version: "1.0", day: "2026-01-05", step: "做CANARY后来保密的事", extra: "密级: 公开\n")
    sample.document("T-005", version: "1.0", day: "2026-01-05", step: "做CANARY写错的事", extra: "密级: 旧密\n")
    try #expect(sample.issue("T-001", "T-002", "T-003", "T-004", "T-005", at: "2026-01-05", note: nil) == [])
    // A level that handbook.yml no longer lists is closed to everybody.
    sample.scratch.write(
      "content/handbook.yml", "名称: 试\n部门: [营运部]\n复审周期: 12个月\n密级: [公开, 内部, 机密]\n默认密级: 内部\n")
    sample.document(
      "T-004", version: "2.0", day: "2026-02-05", effective: "2026-12-01", step: "做CANARY机密的新事", extra: "密级: 机密\n")
    try #expect(sample.issue("T-004", at: "2026-02-05") == [])
    sample.scratch.write("content/roles/密.md", "---\n名称: CANARY岗位\n部门: 营运部\n密级: 机密\n任职: [CANARY人]\n---\n")
    sample.scratch.write("content/forms/F.md", "---\n编号: F-1\n名称: CANARY表\n---\n试\n")
    try #expect(sample.rules(sample.control("2026-03-01").edition("春季", note: nil)) == [])
    guard case .published(let published, _, _) = try build(sample, PublishedScope(.inForce)) else {
      return #expect(Bool(false), "it builds")
    }
    let open = try everything(sample, "public")
    for canary in ["CANARY", "T-002", "T-003", "T-004", "T-005", "F-1", "甲某", "乙某"] {
      #expect(Self.around(canary, open) == nil)
    }
    #expect(open.contains("做公开的事") && published.ledger?.documents.map(\.code) == ["T-001"])
    #expect(text(sample, "public/data/ledger.jsonl").split(separator: "\n").count == 7)
    guard case .published = try build(sample, PublishedScope(.inForce, audience: "内部"), to: "inner") else {
      return #expect(Bool(false), "it builds")
    }
    let inner = try everything(sample, "inner")
    #expect(inner.contains("CANARY内部的事") && inner.contains("CANARY表") && inner.contains("甲某"))
    for canary in ["机密", "后来保密", "CANARY写错", "CANARY岗位", "CANARY人"] { #expect(Self.around(canary, inner) == nil) }
    #expect(throws: WorkspaceError.self) { try build(sample, PublishedScope(.inForce, audience: "外部")) }
    #expect(PublishedScope(.review, audience: "内部").folder == "public-review-内部")
  }
}
