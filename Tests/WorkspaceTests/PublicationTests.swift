import Diagnostics
import Glibc
import Testing
import Workspace

@Suite struct PublicationTests {
  let scratch = Scratch()

  @Test func firstBuildMakesTheFolder() throws {
    let summary = try scratch.publish(["index.html": "首页", "procedures/YY-001/index.html": "规程"])
    #expect(summary.files == 3 && summary.unchanged == 0 && summary.notices.isEmpty)
    #expect(scratch.read("public/procedures/YY-001/index.html") == "规程")
    #expect(scratch.names() == ["content", "public"])
    #expect(scratch.read("public/manifest.json").map { Digest(Array($0.utf8)) } == summary.digest)
  }

  @Test func manifestIsTheSameInAnyOrderAndReadsBack() throws {
    let files = ["b.html": "2", "a/x.html": "1", "a.html": "0", "岗位/\"店长\".html": "3"]
    try scratch.publish(files, to: "one")
    let publication = try Publication(output: scratch.path + "/two", handbook: scratch.path)
    for path in files.keys.sorted().reversed() {
      try publication.write(path: path, bytes: Array((files[path] ?? "").utf8))
    }
    _ = try publication.commit(jobs: 1)
    #expect(scratch.read("one/manifest.json") == scratch.read("two/manifest.json"))
    let manifest = try #require(Manifest(parsing: Array((scratch.read("one/manifest.json") ?? "").utf8)))
    #expect(manifest.entries.map(\.path) == ["a.html", "a/x.html", "b.html", "岗位/\"店长\".html"])
    #expect(manifest["b.html"]?.digest == Digest([0x32]))
    #expect(String(decoding: manifest.bytes, as: UTF8.self) == scratch.read("one/manifest.json"))
  }

  @Test func damagedManifestsAreNotOurs() {
    let good = Array(Manifest([Manifest.Entry(path: "a", size: 1, digest: Digest([1]))]).bytes)
    #expect(Manifest(parsing: good) != nil)
    for length in good.indices { #expect(Manifest(parsing: Array(good[..<length])) == nil) }
    #expect(Manifest(parsing: good + [0x0A]) == nil)
    let outside = String(decoding: good, as: UTF8.self).replacing("\"a\"", with: "\"../a\"")
    #expect(Manifest(parsing: Array(outside.utf8)) == nil)
  }

  @Test func modesDoNotFollowTheUmask() throws {
    let before = umask(0o077)
    defer { umask(before) }
    try scratch.publish(["a/b/c.html": "x"])
    for (name, mode) in [("public", 0o755), ("public/a/b", 0o755), ("public/a/b/c.html", 0o644)] {
      #expect(Int(scratch.status(name).st_mode & 0o777) == mode)
    }
  }

  @Test func stalePagesGoAndUnchangedOnesAreTheSameFile() throws {
    try scratch.publish(["same.html": "s", "gone/index.html": "g", "new.html": "1"])
    let node = scratch.status("public/same.html").st_ino
    let summary = try scratch.publish(["same.html": "s", "new.html": "2"])
    #expect(summary.unchanged == 1 && summary.removed == 1)
    #expect(scratch.status("public/same.html").st_ino == node)
    #expect(scratch.names("public") == ["manifest.json", "new.html", "same.html"])
    #expect(scratch.read(".public.old/gone/index.html") == "g")
    try scratch.publish(["new.html": "3"])
    #expect(scratch.names(".public.old") == ["manifest.json", "new.html", "same.html"])
    #expect(scratch.names() == [".public.old", "content", "public"])
  }

  @Test func sharedOrChangedFilesAreWrittenAnew() throws {
    try scratch.publish(["a.html": "aa", "b.html": "bb", "c.html": "cc"])
    scratch.write("public/a.html", "xx")
    chmod("\(scratch.path)/public/b.html", 0o600)
    for name in ["1", "2"] { link("\(scratch.path)/public/c.html", "\(scratch.path)/\(name)") }
    let summary = try scratch.publish(["a.html": "aa", "b.html": "bb", "c.html": "cc"])
    #expect(summary.unchanged == 0 && scratch.read("public/a.html") == "aa")
    #expect(scratch.status("public/b.html").st_mode & 0o777 == 0o644)
  }

  @Test func keepTakesOnlyWhatIsStillTrue() throws {
    try scratch.publish(["a.html": "aa", "b.html": "bb"])
    scratch.write("public/b.html", "xx")
    let publication = try Publication(output: scratch.path + "/public", handbook: scratch.path)
    #expect(try publication.keep(path: "a.html"))
    #expect(try !publication.keep(path: "b.html"))
    #expect(try !publication.keep(path: "c.html"))
    try publication.write(path: "b.html", bytes: Array("bb".utf8))
    #expect(try publication.commit().unchanged == 1)
    #expect(scratch.read("public/a.html") == "aa" && scratch.read("public/b.html") == "bb")
  }

  @Test func unsafePathsAreRefused() throws {
    let paths = [
      "", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "a\\b", "a\nb", "a\u{202E}b", "manifest.json",
      String(repeating: "x", count: 256), String(repeating: "x/", count: 2100) + "x",
    ]
    for path in paths {
      let publication = try Publication(output: scratch.path + "/public", handbook: scratch.path)
      #expect(throws: WorkspaceError.self, "\(path)") { try publication.write(path: path, bytes: []) }
      #expect(throws: WorkspaceError.self) { try publication.commit() }
    }
    #expect(scratch.names() == ["content"])
  }

  @Test(arguments: [
    ("a.html", "a.html"), ("A.html", "a.html"), ("e\u{301}.html", "\u{E9}.html"), ("Ä/x", "ä/x"), ("a", "a/b"),
  ])
  func twinsAreNamedAndNothingIsPublished(first: String, second: String) throws {
    try scratch.publish(["index.html": "old"])
    let before = scratch.tree("public")
    #expect {
      let publication = try Publication(output: scratch.path + "/public", handbook: scratch.path)
      try publication.write(path: first, bytes: [1])
      try publication.write(path: second, bytes: [2])
      _ = try publication.commit()
    } throws: { error in
      guard let error = error as? WorkspaceError, error.kind == .clash else { return false }
      return error.message.zh.contains(first) || error.message.zh.contains(second)
    }
    #expect(scratch.tree("public") == before && scratch.names() == ["content", "public"])
  }

  @Test func failingWriteLeavesTheOldTree() throws {
    try scratch.publish(["index.html": "old", "a/b.html": "old"])
    let before = scratch.tree("public")
    let publication = try Publication(output: scratch.path + "/public", handbook: scratch.path)
    try publication.write(path: "a/b.html", bytes: [1])
    // A folder that is gone stands for a disk that fails.
    rename("\(scratch.path)/\(scratch.names().first { $0.hasPrefix(".public.new-") } ?? "")/a", scratch.path + "/taken")
    #expect(throws: WorkspaceError.self) { try publication.commit() }
    #expect(scratch.tree("public") == before)
    #expect(!scratch.names().contains { $0.hasPrefix(".public") })
  }

  @Test func changedStagingIsFound() throws {
    try scratch.publish(["index.html": "old"])
    let publication = try Publication(output: scratch.path + "/public", handbook: scratch.path)
    try publication.write(path: "index.html", bytes: Array("new".utf8))
    let staging = try #require(scratch.names().first { $0.hasPrefix(".public.new-") })
    scratch.write("\(staging)/index.html", "nev")
    #expect(throws: WorkspaceError.self) { try publication.commit() }
    #expect(scratch.read("public/index.html") == "old" && scratch.names() == ["content", "public"])
  }

  @Test func abandonedBuildsLeaveNothing() throws {
    do {
      let publication = try Publication(output: scratch.path + "/deep/er/public", handbook: scratch.path)
      try publication.write(path: "index.html", bytes: [1])
    }
    #expect(scratch.names() == ["content"])
    let publication = try Publication(output: scratch.path + "/deep/er/public", handbook: scratch.path)
    try publication.write(path: "index.html", bytes: [1])
    _ = try publication.commit()
    #expect(scratch.names("deep/er") == ["public"])
    #expect(throws: WorkspaceError.self) { try publication.write(path: "b", bytes: []) }
    #expect(throws: WorkspaceError.self) { try publication.commit() }
    #expect(scratch.names("deep/er/public") == ["index.html", "manifest.json"])
  }

  @Test func killedBuildsAreCleared() throws {
    scratch.write(".public.new-0123456789abcdef/a/b.html", "half")
    scratch.write(".public.new-cafe/mine", "mine")
    try scratch.publish(["index.html": "x"])
    #expect(scratch.names() == [".public.new-cafe", "content", "public"])
  }

  @Test func onlyOneBuildAtATime() throws {
    let first = try Publication(output: scratch.path + "/public", handbook: scratch.path)
    #expect { try Publication(output: scratch.path + "/public", handbook: scratch.path, patience: 40) } throws: {
      error in
      (error as? WorkspaceError)?.kind == .output
    }
    try first.write(path: "index.html", bytes: [1])
    _ = try first.commit()
    // The lock ends with the commit, not with the object.
    _ = try Publication(output: scratch.path + "/public", handbook: scratch.path, patience: 0)
    withExtendedLifetime(first) {}
  }

  @Test func buildsThatWaitComeAfterEachOther() throws {
    let results = Parallel.map(count: 8, jobs: 4) { [scratch] index in
      guard let publication = try? Publication(output: scratch.path + "/public", handbook: scratch.path) else {
        return false
      }
      for page in 0..<50 {
        guard (try? publication.write(path: "p\(page).html", bytes: [UInt8(index)])) != nil else { return false }
      }
      return (try? publication.commit(jobs: 1)) != nil
    }
    #expect(results.allSatisfy { $0 })
    let first = scratch.read("public/p0.html")
    #expect((0..<50).allSatisfy { scratch.read("public/p\($0).html") == first })
    #expect(scratch.names() == [".public.old", "content", "public"])
  }

  @Test func manyThreadsWriteAtOnce() throws {
    let publication = try Publication(output: scratch.path + "/public", handbook: scratch.path)
    let failed = Parallel.map(count: 2000, jobs: 8) { index in
      (try? publication.write(path: "a/\(index % 50)/b/\(index).html", bytes: Array("\(index)".utf8))) == nil
    }
    #expect(!failed.contains(true))
    #expect(try publication.commit(jobs: 4).files == 2001)
    #expect(scratch.read("public/a/49/b/1999.html") == "1999")
  }
}
