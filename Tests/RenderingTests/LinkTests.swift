import Diagnostics
import Foundation
import Procedures
import Testing

@testable import Rendering

/// Every link of every page leads somewhere.
@Suite struct LinkTests {
  static func problems(_ site: Site) -> [String] {
    var pages: [String: String] = [:]
    for page in site.pages { pages[page.address.path] = SiteSamples.page(page.address.path, of: site) }
    let files = Set(site.theme.assets.all.map(\.path)).union(site.files.map(\.path)).union(["attachments/图/a b%.png"])
    var ids: [String: Set<String>] = [:]
    for (path, text) in pages {
      let found = text.matches(of: /\bid="([^"]*)"/).map { String($0.1) }
      ids[path] = Set(found)
      if ids[path]?.count != found.count { return ["\(path): an id stands twice"] }
    }
    var problems: [String] = []
    for (path, text) in pages {
      for match in text.matches(of: /\b(?:href|src)="([^"]*)"/) {
        let link = String(match.1).replacing("&amp;", with: "&")
        if link.hasPrefix("http") || link.hasPrefix("mailto:") || link.hasPrefix("tel:") { continue }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = parts[0].prefix { $0 != "?" }
        let target = file.isEmpty ? path : resolved(String(file), from: path)
        if pages[target] == nil && !files.contains(target) { problems.append("\(path): \(link)") }
        if parts.count > 1, let known = ids[target], !known.contains(parts[1].removingPercentEncoding ?? "") {
          problems.append("\(path): \(link)")
        }
      }
    }
    return problems.sorted()
  }

  private static func resolved(_ link: String, from path: String) -> String {
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for part in (link.removingPercentEncoding ?? link).split(separator: "/") {
      if part == ".." {
        if folders.isEmpty { return "outside" } else { folders.removeLast() }
      } else {
        folders.append(String(part))
      }
    }
    return folders.joined(separator: "/")
  }

  @Test func sample() { #expect(Self.problems(SiteSamples.site()) == []) }

  @Test func translated() {
    let site = SiteSamples.site([
      (
        "content/procedures/YY-001.en.md",
        "---\ntitle: Daily\ntranslates: 1.2\n---\n## Steps\n1. 08:00 **Duty manager** open BD-001\n"
      ),
      ("content/forms/BD-001.en.md", "---\ntitle: Patrol record\n---\nOne line each.\n"),
    ])
    #expect(Self.problems(site) == [])
    let page = SiteSamples.page("procedures/YY-001/index.en.html", of: site)
    #expect(page.contains("<html lang=\"en\">"))
    #expect(page.contains(">Duty manager</a>"))
    #expect(page.contains("../../forms/BD-001/index.en.html"))
    #expect(page.contains("href=\"index.html\" lang=\"zh-CN\""))
  }

  @Test func hostileNames() {
    let site = SiteSamples.site([
      ("content/roles/a.md", "---\n名称: \"../../x\"\n---\n1. a\n"),
      ("content/roles/b.md", "---\n名称: \"a:b?c#d%e\"\n---\n1. a\n"),
      ("content/roles/c.md", "---\n名称: CON\n---\n1. a\n"), ("content/roles/d.md", "---\n名称: index.html\n---\n1. a\n"),
      ("content/roles/e.md", "---\n名称: \"\\\"><script>alert(1)</script>\"\n---\n1. a\n"),
    ])
    #expect(Self.problems(site) == [])
  }
}
