import Diagnostics
import Glibc
import Testing
import Workspace

/// How files that people wrote are changed: old or new, never half, never over somebody's change.
@Suite struct WorkingCopyTests {
  private func file(_ path: String, _ text: String) -> SourceFile { SourceFile(path: path, bytes: Array(text.utf8)) }

  @Test func aFileIsReplacedAndKeepsItsMode() throws {
    let scratch = Scratch()
    scratch.write("content/a.md", "old")
    chmod(scratch.path + "/content/a.md", 0o640)
    var copy = try WorkingCopy(at: scratch.path)
    try copy.replace(file("content/a.md", "old"), with: file("content/a.md", "new"))
    #expect(scratch.read("content/a.md") == "new")
    #expect(scratch.status("content/a.md").st_mode & 0o777 == 0o640)
    #expect(scratch.names("content") == ["a.md", "procedures"])
  }

  @Test func whatChangedSinceItWasReadIsNotOverwritten() throws {
    let scratch = Scratch()
    scratch.write("content/a.md", "somebody's")
    var copy = try WorkingCopy(at: scratch.path)
    #expect(throws: WorkspaceError.self) {
      try copy.replace(file("content/a.md", "old"), with: file("content/a.md", "new"))
    }
    #expect(scratch.read("content/a.md") == "somebody's")
  }

  @Test func aLinkIsNotFollowed() throws {
    let scratch = Scratch()
    scratch.write("elsewhere.md", "old")
    symlink(scratch.path + "/elsewhere.md", scratch.path + "/content/a.md")
    var copy = try WorkingCopy(at: scratch.path)
    #expect(throws: WorkspaceError.self) {
      try copy.replace(file("content/a.md", "old"), with: file("content/a.md", "new"))
    }
    #expect(scratch.read("elsewhere.md") == "old")
  }

  @Test func allFilesOrNone() throws {
    let scratch = Scratch()
    scratch.write("content/a.md", "a")
    scratch.write("content/procedures/b.md", "changed")
    var copy = try WorkingCopy(at: scratch.path)
    #expect(throws: WorkspaceError.self) {
      try copy.replaceAll([
        (file("content/a.md", "a"), file("content/a.md", "A")),
        (file("content/procedures/b.md", "b"), file("content/procedures/b.md", "B")),
      ])
    }
    #expect(scratch.read("content/a.md") == "a" && scratch.read("content/procedures/b.md") == "changed")
    scratch.write("content/procedures/b.md", "b")
    try copy.replaceAll([
      (file("content/a.md", "a"), file("content/a.md", "A")),
      (file("content/procedures/b.md", "b"), file("content/procedures/b.md", "B")),
    ])
    #expect(scratch.read("content/a.md") == "A" && scratch.read("content/procedures/b.md") == "B")
    #expect(scratch.names("content") == ["a.md", "procedures"] && scratch.names("content/procedures") == ["b.md"])
  }

  /// A killed run leaves its half-written text under a name that no reader sees; the next one removes it.
  @Test func whatAKilledRunLeftIsRemoved() throws {
    let scratch = Scratch()
    scratch.write("content/a.md", "old")
    // No process has the highest number that there can be.
    scratch.write("content/.handrail-rewrite-4194304-1", "half")
    scratch.write("content/.handrail-rewrite-\(getpid())-99", "of a living process")
    var copy = try WorkingCopy(at: scratch.path)
    try copy.replace(file("content/a.md", "old"), with: file("content/a.md", "new"))
    #expect(scratch.read("content/a.md") == "new")
    #expect(scratch.read("content/.handrail-rewrite-4194304-1") == nil)
    #expect(scratch.read("content/.handrail-rewrite-\(getpid())-99") != nil)
  }

  @Test func anExistingFileIsNotMadeAgain() throws {
    let scratch = Scratch()
    scratch.write("content/a.md", "old")
    var copy = try WorkingCopy(at: scratch.path)
    #expect(throws: WorkspaceError.self) { try copy.create(file("content/a.md", "new")) }
    #expect(throws: WorkspaceError.self) { try copy.create(file("../a.md", "new")) }
    try copy.create(file("content/roles/甲/乙.md", "new"))
    #expect(scratch.read("content/a.md") == "old" && scratch.read("content/roles/甲/乙.md") == "new")
  }
}
