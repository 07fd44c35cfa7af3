import Diagnostics
import Glibc
import Testing
import Workspace

@Suite struct OutputFolderTests {
  let scratch = Scratch()

  private func refuses(_ output: String, _ words: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let before = scratch.tree("")
    #expect(sourceLocation: sourceLocation) {
      try Publication(output: output, handbook: scratch.path, patience: 0)
    } throws: { error in
      guard let error = error as? WorkspaceError else { return false }
      return error.exitCode == 2 && error.message.en.contains(words)
    }
    #expect(scratch.tree("") == before, sourceLocation: sourceLocation)
  }

  @Test func filesLinksAndForeignFoldersAreRefused() throws {
    scratch.write("file", "precious")
    refuses(scratch.path + "/file", "is a file")
    scratch.folder("real")
    symlink("real", "\(scratch.path)/link")
    refuses(scratch.path + "/link", "symbolic link")
    refuses(scratch.path + "/link/", "symbolic link")
    scratch.write("foreign/holiday.jpg", "x")
    refuses(scratch.path + "/foreign", "holiday.jpg")
    scratch.write("other/manifest.json", "{\"name\": \"an app\"}")
    refuses(scratch.path + "/other", "manifest.json")
    refuses("/", "root")
    refuses(scratch.path + "/file/public", "")
  }

  @Test func overlapWithTheSourcesIsRefused() throws {
    scratch.write("content/procedures/a.md", "a")
    scratch.folder("templates")
    symlink("content", "\(scratch.path)/alias")
    for output in [
      "/content", "/content/site", "/content/a/b/site", "/templates/x", "/alias/site", "/content/../content/x",
    ] {
      refuses(scratch.path + output, "inside the handbook")
    }
    for output in ["", "/", "/content/..", "/."] { refuses(scratch.path + output, "holds the handbook") }
    let parent = try #require(scratch.path.lastIndex(of: "/").map { String(scratch.path[..<$0]) })
    refuses(parent, "holds the handbook")
  }

  @Test func toleratedFilesAreTakenOver() throws {
    scratch.write("public/.gitkeep", "")
    scratch.write("public/.git/HEAD", "ref")
    scratch.write("public/CNAME", "handbook.example")
    scratch.write("public/robots.txt", "User-agent: *")
    let summary = try scratch.publish(["index.html": "x"])
    #expect(summary.carried == 4)
    #expect(scratch.names("public") == [".git", ".gitkeep", "CNAME", "index.html", "manifest.json", "robots.txt"])
    #expect(scratch.read("public/.git/HEAD") == "ref")
    try scratch.publish(["index.html": "y"])
    #expect(scratch.read("public/CNAME") == "handbook.example")
    #expect(scratch.read("public/manifest.json")?.contains("CNAME") == false)
  }

  @Test func theUsersFilesStay() throws {
    try scratch.publish(["index.html": "1", "a/index.html": "1"])
    scratch.write("public/uploads/深/photo.jpg", "photo")
    scratch.write("public/a/note.txt", "note")
    scratch.folder("public/empty")
    chmod("\(scratch.path)/public/empty", 0o700)
    symlink("/srv/somewhere", "\(scratch.path)/public/link")
    let summary = try scratch.publish(["index.html": "2"])
    #expect(summary.carried == 3 && summary.removed == 1)
    #expect(scratch.read("public/uploads/深/photo.jpg") == "photo" && scratch.read("public/a/note.txt") == "note")
    #expect(scratch.names("public/a") == ["note.txt"])
    #expect(scratch.status("public/link").st_mode & S_IFMT == S_IFLNK)
    #expect(scratch.status("public/empty").st_mode & 0o777 == 0o700)
  }

  @Test(arguments: ["b.html", "uploads", "uploads/x.txt/deep.html", "empty"])
  func clashesWithTheUsersFilesAreErrors(path: String) throws {
    try scratch.publish(["index.html": "1"])
    scratch.write("public/b.html", "mine")
    scratch.write("public/uploads/x.txt", "mine")
    scratch.folder("public/empty")
    let before = scratch.tree("public")
    #expect { try scratch.publish(["index.html": "2", path: "new"]) } throws: { error in
      (error as? WorkspaceError)?.kind == .clash
    }
    #expect(scratch.tree("public") == before && scratch.names() == ["content", "public"])
  }

  @Test func foreignSiblingByTheOldNameIsLeftAlone() throws {
    scratch.write(".public.old/diary.txt", "mine")
    try scratch.publish(["index.html": "1"])
    try scratch.publish(["index.html": "2"])
    #expect(scratch.read(".public.old/diary.txt") == "mine" && scratch.read("public/index.html") == "2")
    #expect(scratch.names() == [".public.old", "content", "public"])
  }
}
