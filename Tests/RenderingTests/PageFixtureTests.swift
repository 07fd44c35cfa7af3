import Diagnostics
import Foundation
import Procedures
import Templates
import Testing

@testable import Rendering

@Suite struct PageFixtureTests {
  static let path = "procedures/YY-001/index.html"

  /// `full.md` through a template that names everything; `RECORD=1` writes it and fails.
  @Test func procedure() throws {
    let template = SourceFile(
      path: "templates/procedure.mustache", bytes: SiteSamples.bytes("templates/procedure.mustache"))
    let site = SiteSamples.site(templates: [template])
    #expect(site.theme.diagnostics == [])
    let page = SiteSamples.page(Self.path, of: site)
    let file = SiteSamples.folder.appending(path: "full.txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(page.utf8).write(to: file)
      Issue.record("recorded full.txt")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
  }

  /// Every piece of text in the article bears a mark; all of them are on its page with the built-in templates.
  @Test func nothingIsLost() {
    let page = SiteSamples.page(Self.path, of: SiteSamples.site())
    var marks: [String] = []
    for number in 1...67 where number != 25 { marks.append(number < 10 ? "文0\(number)" : "文\(number)") }
    #expect(marks.filter { !page.contains($0) } == [])
  }

  /// What a checklist has to show: steps, boxes, conditions; and nothing twice.
  @Test func checklist() {
    let page = SiteSamples.page("procedures/YY-001/checklist.html", of: SiteSamples.site())
    for mark in ["文15", "文16", "文17", "文19", "文20", "文21", "文22", "文36", "文40", "文44", "文47"] {
      #expect(page.contains(mark), "\(mark)")
    }
    let keys = page.matches(of: /aria-labelledby="I-([^"]*)"/).map { String($0.1) }
    #expect(Set(keys).count == keys.count && keys.count == 8)
    #expect(page.contains("href=\"index.html#step-1\"") || page.contains("href=\"index.html\""))
  }

  @Test func sameBytesTwice() {
    let (a, b) = (SiteSamples.site(), SiteSamples.site())
    #expect(a.pages.map(\.address) == b.pages.map(\.address))
    for page in a.pages {
      #expect(SiteSamples.page(page.address.path, of: a) == SiteSamples.page(page.address.path, of: b))
    }
  }
}
