import Diagnostics
import Glibc
import Testing
import Workspace

@Suite struct ContentFolderTests {
  let scratch = Scratch()

  private func rules(_ content: Content) -> [String] { content.diagnostics.map { "\($0.rule) \($0.path)" } }

  @Test func everyFileHasItsPlace() throws {
    for folder in ["procedures/采购", "policies", "roles", "departments", "forms", "events/2024"] {
      scratch.write("content/\(folder)/a.md", folder)
    }
    scratch.write("content/handbook.yml", "title: x")
    scratch.write("content/readme.md", "attachment")
    scratch.write("content/procedures/图.png", "12345")
    scratch.write("content/records/training.csv", "c")
    scratch.write("content/issued/YY-001/1.0.md", "sealed")
    scratch.write("templates/partials/head.html", "<head>")
    let content = try ContentFolder.read(handbook: scratch.path)
    #expect(
      content.documents.map(\.path) == [
        "content/departments/a.md", "content/events/2024/a.md", "content/forms/a.md", "content/policies/a.md",
        "content/procedures/采购/a.md", "content/roles/a.md",
      ])
    #expect(content.documents.last?.bytes == Array("roles".utf8))
    #expect(content.settings?.bytes == Array("title: x".utf8))
    #expect(content.attachments == content.attachments.sorted { $0.path < $1.path })
    #expect(content.attachments.map(\.path) == ["content/procedures/图.png", "content/readme.md"])
    #expect(content.attachments.first?.size == 5)
    #expect(content.records.map(\.path) == ["content/records/training.csv"])
    #expect(content.issued.map(\.path) == ["content/issued/YY-001/1.0.md"])
    #expect(content.templates.map(\.path) == ["templates/partials/head.html"])
    #expect(content.diagnostics.isEmpty)
    #expect(try content.bytes(of: content.attachments[0]) == Array("12345".utf8))
  }

  @Test func ignoredNamesAreIgnored() throws {
    scratch.write("content/procedures/a.md", "a")
    scratch.write("content/procedures/.DS_Store", "x")
    scratch.write("content/procedures/Thumbs.db", "x")
    scratch.write("content/.git/config", "x")
    symlink("nowhere", "\(scratch.path)/content/procedures/.#a.md")
    let content = try ContentFolder.read(handbook: scratch.path)
    #expect(content.documents.count == 1 && content.attachments.isEmpty && content.diagnostics.isEmpty)
  }

  @Test func linksPipesAndSocketsAreErrors() throws {
    scratch.write("content/procedures/a.md", "a")
    symlink("/etc/passwd", "\(scratch.path)/content/procedures/leak.md")
    symlink("nowhere", "\(scratch.path)/content/procedures/gone.md")
    symlink("/etc", "\(scratch.path)/content/folder")
    symlink("/etc", "\(scratch.path)/templates")
    mkfifo("\(scratch.path)/content/procedures/pipe.md", 0o644)
    let content = try ContentFolder.read(handbook: scratch.path)
    #expect(
      rules(content) == [
        "symlink content/folder", "symlink content/procedures/gone.md", "symlink content/procedures/leak.md",
        "unreadable content/procedures/pipe.md", "symlink templates",
      ])
    #expect(content.documents.map(\.path) == ["content/procedures/a.md"])
    #expect(content.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func linkedContentIsAnErrorAndNotFollowed() throws {
    scratch.write("elsewhere/procedures/a.md", "a")
    rmdir("\(scratch.path)/content/procedures")
    rmdir("\(scratch.path)/content")
    symlink("elsewhere", "\(scratch.path)/content")
    let content = try ContentFolder.read(handbook: scratch.path)
    #expect(rules(content) == ["symlink content"] && content.documents.isEmpty)
  }

  @Test func sizeLimitIsExact() throws {
    let limit = ContentFolder.documentLimit
    scratch.write("content/procedures/full.md", [UInt8](repeating: 0x61, count: limit))
    scratch.write("content/procedures/over.md", [UInt8](repeating: 0x61, count: limit + 1))
    scratch.write("content/procedures/empty.md", "")
    let content = try ContentFolder.read(handbook: scratch.path)
    #expect(content.documents.map(\.bytes.count) == [0, limit])
    #expect(rules(content) == ["limit content/procedures/over.md"])
  }

  @Test func namesAreShownWithoutControlCharacters() throws {
    scratch.write("content/procedures/a.md", "a")
    scratch.write("content/procedures/x\nSOP.md", "a")
    scratch.write("content/procedures/\u{202E}gpj.md", "a")
    let folder = open("\(scratch.path)/content/procedures", O_RDONLY)
    let bad: [CChar] = [CChar(bitPattern: 0xFF), 0x2E, 0x6D, 0x64, 0]
    close(openat(folder, bad, O_CREAT | O_WRONLY, 0o644))
    close(folder)
    let content = try ContentFolder.read(handbook: scratch.path)
    #expect(
      Set(rules(content)) == [
        #"encoding content/procedures/\xFF.md"#, #"encoding content/procedures/x\u{A}SOP.md"#,
        #"encoding content/procedures/\u{202E}gpj.md"#,
      ])
    #expect(content.documents.count == 1)
  }

  @Test func deepFoldersEndInAnErrorNotACrash() throws {
    scratch.write("content/procedures/a.md", "a")
    var folder = open("\(scratch.path)/content/procedures", O_RDONLY)
    let start = folder
    for _ in 0..<300 {
      mkdirat(folder, "dddddddddddddddddddd", 0o755)
      let next = openat(folder, "dddddddddddddddddddd", O_RDONLY)
      if folder != start { close(folder) }
      folder = next
    }
    close(folder)
    close(start)
    let content = try ContentFolder.read(handbook: scratch.path)
    #expect(content.documents.count == 1)
    #expect(content.diagnostics.map(\.rule.rawValue) == ["unreadable"])
    #expect(content.diagnostics.allSatisfy { $0.path.utf8.count < 520 })
  }

  @Test func missingAndEmptyContentAreRefused() throws {
    #expect { try ContentFolder.read(handbook: scratch.path) } throws: { error in
      (error as? WorkspaceError)?.path.hasSuffix("/content") == true
    }
    rmdir("\(scratch.path)/content/procedures")
    rmdir("\(scratch.path)/content")
    #expect { try ContentFolder.read(handbook: scratch.path) } throws: { error in
      (error as? WorkspaceError)?.kind == .handbook && (error as? WorkspaceError)?.exitCode == 2
    }
    #expect(throws: WorkspaceError.self) { try ContentFolder.read(handbook: scratch.path + "/nowhere") }
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything"))
  func unreadableFolderIsNamed() throws {
    scratch.write("content/procedures/a.md", "a")
    scratch.write("content/procedures/hr/b.md", "b")
    scratch.write("content/procedures/c.md", "c")
    chmod("\(scratch.path)/content/procedures/hr", 0)
    chmod("\(scratch.path)/content/procedures/c.md", 0)
    let content = try ContentFolder.read(handbook: scratch.path)
    #expect(rules(content) == ["unreadable content/procedures/c.md", "unreadable content/procedures/hr"])
  }
}
