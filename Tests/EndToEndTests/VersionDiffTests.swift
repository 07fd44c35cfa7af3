import Diagnostics
import Foundation
import Redlines
import Testing
import Workspace

/// `diff` of versions (spec/versions.md 4): the sample's ledger, and a repository made for the test.
@Suite struct VersionDiffTests {
  private static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private func redline(_ old: String, _ new: String, in folder: String = sample) throws -> Redline {
    try #require(ComparedSides(old: old, new: new, directory: folder, today: "2026-11-20").redlines().first)
  }

  private func refusal(_ old: String, _ new: String, in folder: String = sample) -> WorkspaceError? {
    do throws(WorkspaceError) {
      _ = try ComparedSides(old: old, new: new, directory: folder, today: "2026-11-20")
      return nil
    } catch {
      return error
    }
  }

  @Test func issuedVersionsAreCompared() throws {
    let whole = try redline("AQ-002@1.0", "AQ-002@2.0")
    #expect(whole.old.version == "1.0" && whole.new.version == "2.0")
    #expect(whole.events.contains { $0.kind.name == "step.retimed" } && whole.impact.roles.contains("楼层主管"))
    #expect(try redline("AQ-002@1.1", "AQ-002@1.1").isEmpty)
    // The way back tells of as much that went as the way there tells of what came.
    let back = try redline("AQ-002@2.0", "AQ-002@1.0")
    let came = whole.events.count { $0.kind.verb == .added }
    #expect(came > 0 && came == back.events.count { $0.kind.verb == .removed })
  }

  @Test func aDayAndTheVersionInForceAreVersions() throws {
    let whole = try redline("AQ-002@1.0", "AQ-002@2.0")
    let byDay = try redline("AQ-002@2024-12-01", "AQ-002@current")
    #expect(byDay.old.version == "1.0" && byDay.new.version == "2.0")
    #expect(byDay.events.map(\.kind) == whole.events.map(\.kind))
  }

  @Test func theWorkingCopyIsASide() throws {
    let redline = try redline("AQ-002@1.0", "AQ-002")
    #expect(redline.old.version == "1.0" && redline.new.code == "AQ-002" && !redline.isEmpty)
  }

  @Test(arguments: [
    ("AQ-002@9.9", "there are 1.0, 1.1, 2.0"), ("XX-999@1.0", "no document with this code"),
    ("AQ-002@2020-01-01", "no version was in force"), ("AQ-002@newest", "CODE@current"), ("git:HEAD", "git:REV:PATH"),
  ])
  func whatIsNoVersionIsRefusedWithTheWayOut(_ name: String, _ words: String) throws {
    let error = try #require(refusal(name, "AQ-002"))
    #expect(error.exitCode == 2 && (error.message.en + error.message.zh).contains(words), "\(error.message.en)")
  }

  // MARK: Git

  private func git(_ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments = ["-C", folder.path, "-c", "user.name=t", "-c", "user.email=t@example.org"] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.environment = ["HOME": "/nonexistent", "PATH": "/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(arguments)")
  }

  private func write(_ path: String, _ text: String, in folder: URL) throws {
    let file = folder.appending(path: "content/" + path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func procedure(_ code: String, _ step: String) -> String {
    "---\n编号: \(code)\n名称: 流程\(code)\n部门: 营运部\n---\n## 步骤\n1. **店员** \(step)\n2. **店员** 锁好门\n"
  }

  /// A repository with two commits: one document edited, one gone, one new, one renamed and edited, one left alone.
  private func repository() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "handrail-test-\(UInt64.random(in: 0...(.max)))")
    try write("handbook.yml", "名称: 试\n部门: [营运部]\n", in: folder)
    try write("roles/店员.md", "---\n名称: 店员\n部门: 营运部\n---\n", in: folder)
    try write("procedures/a.md", procedure("T-1", "开门迎客"), in: folder)
    try write("procedures/b.md", procedure("T-2", "清点库存"), in: folder)
    try write("procedures/c.md", procedure("T-3", "打扫店面"), in: folder)
    try write("procedures/e.md", procedure("T-5", "不变的事"), in: folder)
    try write("assets/a.txt", "1", in: folder)
    try git(["init", "-q", "."], in: folder)
    try git(["add", "."], in: folder)
    try git(["commit", "-qm", "eins"], in: folder)
    try write("procedures/a.md", procedure("T-1", "开门迎客并问好"), in: folder)
    try FileManager.default.removeItem(at: folder.appending(path: "content/procedures/b.md"))
    try FileManager.default.removeItem(at: folder.appending(path: "content/procedures/c.md"))
    try write("procedures/sub/c.md", procedure("T-3", "打扫店面和仓库"), in: folder)
    try write("procedures/d.md", procedure("T-4", "收银对账"), in: folder)
    try write("assets/a.txt", "2", in: folder)
    try git(["add", "-A", "."], in: folder)
    try git(["commit", "-qm", "zwei"], in: folder)
    return folder
  }

  @Test func everyDocumentBetweenTwoRevisionsIsCompared() throws {
    let folder = try repository()
    defer { try? FileManager.default.removeItem(at: folder) }
    // What lies in the working folder plays no part.
    try write("procedures/e.md", procedure("T-5", "未提交的事"), in: folder)
    for range in ["HEAD~1..HEAD", "HEAD~1.."] {
      let sides = try ComparedSides(git: range, directory: folder.path)
      let redlines = sides.redlines()
      let told = redlines.map { "\($0.old.code)>\($0.new.code) \($0.events.map(\.kind.name).joined(separator: ","))" }
      #expect(
        told == [
          "T-1>T-1 step.edited", "T-3>T-3 step.edited", ">T-4 document.added", "T-2> document.removed",
        ])
      #expect(sides.isFolder && sides.notices.map(\.en) == ["1 other file changed, not compared: content/assets/a.txt"])
    }
    #expect(try ComparedSides(git: "HEAD..HEAD", directory: folder.path).redlines().isEmpty)
    let one = try redline("git:HEAD~1:content/procedures/a.md", "T-1", in: folder.path)
    #expect(one.events.count == 1 && one.impact.roles == ["店员"])
  }

  @Test func revisionsThatAreNotThereAreRefused() throws {
    let folder = try repository()
    let shallow = folder.appending(path: "shallow")
    defer { try? FileManager.default.removeItem(at: folder) }
    try git(["clone", "-q", "--depth", "1", "file://" + folder.path, shallow.path], in: folder)
    let cases: [(String, URL, Int32, String)] = [
      ("nix..HEAD", folder, 2, "no such revision"), ("HEAD~1..HEAD", shallow, 2, "git fetch --unshallow"),
      ("--upload-pack=x..HEAD", folder, 2, "no such revision"), ("HEAD", folder, 64, "BASE..HEAD"),
      ("a...b", folder, 64, "merge-base"), ("a..b", FileManager.default.temporaryDirectory, 2, "no git repository"),
    ]
    for (range, place, code, words) in cases {
      do throws(WorkspaceError) {
        _ = try ComparedSides(git: range, directory: place.path)
        Issue.record("\(range) was not refused")
      } catch {
        #expect(error.exitCode == code && error.message.en.contains(words), "\(range): \(error.message.en)")
      }
    }
    let missing = refusal("git:HEAD:content/none.md", "T-1", in: folder.path)
    #expect(missing?.exitCode == 2 && missing?.message.en == "the revision has no such file")
  }
}
