import Glibc
import Testing

@testable import Workspace

/// Publishing where the folders cannot change places; the parts are driven directly, since a test cannot mount.
@Suite struct InPlaceTests {
  let scratch = Scratch()

  private func publishInPlace(_ files: [String: String]) throws {
    let publication = try Publication(output: scratch.path + "/public", handbook: scratch.path)
    for (path, text) in files { try publication.write(path: path, bytes: Array(text.utf8)) }
    let entries = files.map { Manifest.Entry(path: $0, size: $1.utf8.count, digest: Digest(Array($1.utf8))) }
    let edition = try Edition(written: entries, of: publication)
    try edition.stage(jobs: 1)
    let target = try #require(publication.folder.current)
    try InPlace(edition: edition, target: target, source: publication.staging, old: publication.previous)
      .publish(shown: "public")
  }

  @Test func theResultIsThatOfAnExchange() throws {
    let old = ["index.html": "1", "gone/a.html": "1", "swap/a.html": "1", "flat": "1", "assets/x": "1"]
    let new = ["index.html": "2", "new/b.html": "2", "swap": "2", "flat/a.html": "2", "assets/x": "1"]
    try scratch.publish(old)
    scratch.write("public/mine.txt", "mine")
    try scratch.publish(old, to: "other")
    scratch.write("other/mine.txt", "mine")
    try publishInPlace(new)
    try scratch.publish(new, to: "other")
    let found = scratch.tree("public").map { $0.dropFirst("public".count) }
    #expect(found == scratch.tree("other").map { $0.dropFirst("other".count) })
  }

  @Test func partsComeInOrder() {
    let paths = ["data/state-1.js", "index.html", "procedures/A/index.html", "assets/a.css", "procedures/A/state.js"]
    let order = paths.sorted { InPlace.Rank($0).rawValue < InPlace.Rank($1).rawValue }
    #expect(order.map { InPlace.Rank($0) } == [.asset, .page, .index, .state, .state])
    #expect(InPlace.Rank("data/search/12.js") == .index && InPlace.Rank("register.html") == .index)
  }

  @Test func aStoppedBuildIsCompletedByTheNext() throws {
    try scratch.publish(["index.html": "1", "a.html": "1", "z.html": "1"])
    let publication = try Publication(output: scratch.path + "/public", handbook: scratch.path)
    let entries = [Manifest.Entry(path: "a.html", size: 1, digest: Digest([0x32]))]
    let edition = try Edition(written: entries, of: publication)
    let target = try #require(publication.folder.current)
    // The new file was never staged, so moving it fails after the folder's manifest has been widened.
    #expect(throws: WorkspaceError.self) {
      try InPlace(edition: edition, target: target, source: publication.staging, old: publication.previous)
        .publish(shown: "public")
    }
    publication.abandon()
    #expect(scratch.names("public") == ["a.html", "index.html", "manifest.json", "z.html"])
  }

  @Test func foreignPathsAfterAStopAreStillOurs() throws {
    try scratch.publish(["index.html": "1"])
    do {
      let publication = try Publication(output: scratch.path + "/public", handbook: scratch.path)
      let entries = ["index.html", "a/new.html"].map { Manifest.Entry(path: $0, size: 1, digest: Digest([0x32])) }
      try publication.write(path: "a/new.html", bytes: [0x32])
      let edition = try Edition(written: entries, of: publication)
      let target = try #require(publication.folder.current)
      // `index.html` was never staged: the stop comes after `a/new.html`, a page and so before it, was put in its place.
      try? InPlace(edition: edition, target: target, source: publication.staging, old: publication.previous)
        .publish(shown: "public")
    }
    #expect(scratch.names("public/a") == ["new.html"])
    try scratch.publish(["index.html": "3"])
    #expect(scratch.names("public") == ["index.html", "manifest.json"])
  }
}
