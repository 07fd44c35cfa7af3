import Diagnostics
import Foundation
import Procedures
import Testing

@testable import Workspace

/// Where texts of versions come from: the archive and git (spec/versions.md 4).
@Suite struct VersionTextTests {
  private func git(_ arguments: [String], in folder: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments = ["-C", folder, "-c", "user.name=t", "-c", "user.email=t@example.org"] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.environment = ["HOME": "/nonexistent", "PATH": "/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(arguments)")
  }

  private func step(_ text: VersionText) -> String {
    String(decoding: text.file.bytes, as: UTF8.self).contains("做第 1.0 版的事") ? "1.0" : "1.1"
  }

  private func side(_ text: String) throws -> VersionSide { try #require(VersionSide(parsing: text)) }

  @Test func everySideIsFoundWithTheNamesOfItsTime() throws {
    let sample = ArchiveSample()
    try sample.history()
    sample.scratch.write("content/roles/店员.md", "---\n名称: 营业员\n部门: 营运部\n---\n")
    let texts = try VersionTexts(sample.path, today: "2026-04-01")
    #expect(try step(texts.text(side("T-001@1.0"))) == "1.0")
    #expect(try step(texts.text(side("T-001@current"))) == "1.1")
    #expect(try step(texts.text(side("T-001@2026-01-20"))) == "1.0")
    #expect(try step(texts.text(side("t-001"))) == "1.1")
    let old = try texts.text(side("T-001@1.0"))
    let article = old.loaded.handbook[old.article]
    #expect(article.unresolved.isEmpty && old.loaded.handbook.roles.map(\.name).contains("店员"))
    #expect(try texts.text(side("T-001")).loaded.handbook.roles.map(\.name).contains("营业员"))
    #expect(throws: WorkspaceError.self) { try texts.text(side("T-001@9.9")) }
    #expect(throws: WorkspaceError.self) { try texts.text(side("T-002@current")) }
    #expect(VersionSide(parsing: "content/a.md") == nil && VersionSide(parsing: "git:HEAD") == nil)
  }

  @Test func gitIsReadWithoutRunningAnything() throws {
    let sample = ArchiveSample()
    sample.document(version: "1.0", day: "2026-01-05")
    try git(["init", "-q", "."], in: sample.path)
    try git(["add", "content"], in: sample.path)
    try git(["commit", "-qm", "eins"], in: sample.path)
    sample.document(version: "1.1", day: "2026-02-05")
    sample.scratch.write("content/roles/新.md", "---\n名称: 新岗位\n部门: 营运部\n---\n")
    try git(["add", "content"], in: sample.path)
    try git(["commit", "-qm", "zwei"], in: sample.path)
    // A hostile configuration: whatever it names would leave a file.
    let trap = sample.path + "/trap"
    for key in [
      "core.fsmonitor", "diff.external", "core.pager", "core.sshCommand", "filter.x.smudge", "diff.x.textconv",
    ] {
      try git(["config", key, "touch \(trap)"], in: sample.path)
    }
    sample.scratch.write(".git/info/attributes", "* filter=x diff=x\n")
    let texts = try VersionTexts(sample.path, today: "2026-04-01")
    #expect(try step(texts.text(side("git:HEAD~1:content/procedures/T-001.md"))) == "1.0")
    let new = try texts.text(side("git:HEAD:content/procedures/T-001.md"))
    #expect(step(new) == "1.1" && new.loaded.handbook.roles.count == 3)
    let repository = try GitRepository(of: sample.path)
    let (old, head) = (try repository.commit("HEAD~1"), try repository.commit("HEAD"))
    let changes = try repository.changes(from: old, to: head)
    #expect(changes.map(\.path) == ["content/procedures/T-001.md", "content/roles/新.md"])
    #expect(changes.map(\.isInOld) == [true, false])
    #expect(throws: WorkspaceError.self) { try repository.commit("--upload-pack=touch") }
    #expect(throws: WorkspaceError.self) { try texts.text(side("git:HEAD:content/none.md")) }
    #expect(!FileManager.default.fileExists(atPath: trap))
    let bare = sample.path + "/bare.git"
    try git(["clone", "-q", "--bare", ".", bare], in: sample.path)
    #expect(
      try step(VersionTexts(bare, today: "2026-04-01").text(side("git:HEAD~1:content/procedures/T-001.md"))) == "1.0")
    let shallow = sample.path + "/shallow"
    try git(["clone", "-q", "--depth", "1", "file://" + sample.path, shallow], in: sample.path)
    #expect(refusal(of: "HEAD~1", in: shallow)?.contains("shallow clone") == true)
  }

  private func refusal(of revision: String, in folder: String) -> String? {
    do throws(WorkspaceError) {
      _ = try GitRepository(of: folder).commit(revision)
      return nil
    } catch {
      return error.message.en
    }
  }
}
