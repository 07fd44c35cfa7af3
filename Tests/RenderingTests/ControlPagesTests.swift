import Diagnostics
import Foundation
import FoundationXML
import Procedures
import Testing

@testable import Rendering

/// The pages of document control, on a handbook whose names changed since its versions were sealed.
@Suite struct ControlPagesTests {
  private static let role = ("content/roles/值班主管.md", "---\n名称: 值班主管\n曾用名: [值班经理]\n---\n1. 值班。\n")
  private static let path = "content/procedures/YY-001.md"

  private static func text(_ version: String, _ effective: String, _ steps: String) -> String {
    "---\n编号: YY-001\n名称: 营运\n版本: \(version)\n状态: 生效\n生效日期: \(effective)\n---\n## 步骤\n\(steps)\n"
  }

  private static let first = text("1.0", "2026-01-01", "1. **值班经理** 开门，见《旧表》\n2. **夜班长** 锁门")
  private static let second = text("1.1", "2026-03-01", "1. **值班主管** 开门")
  private static let third = text("2.0", "2026-12-01", "1. **值班主管** 开门\n2. **值班主管** 广播")

  private static func names(_ roles: [String]) -> SealedNames {
    var ignored: [Diagnostic] = []
    var files = roles.map { ("content/roles/\($0).md", "---\n名称: \($0)\n---\n1. 值班。\n") }
    files.append((path, "---\n编号: \"YY-001\"\n名称: \"营运\"\n---\n"))
    files.append(("content/forms/旧表.md", "---\n名称: \"旧表\"\n---\n"))
    let entries = files.compactMap { file in
      ArticleKind(path: file.0).map {
        Entry(reading: SourceFile(path: file.0, bytes: Array(file.1.utf8)), as: $0, diagnostics: &ignored)
      }
    }
    return SealedNames(entries, settings: Settings()) { count, body in (0..<count).map(body) }
  }

  private static func issue(
    _ code: String, _ version: String, _ effective: String, title: String = "营运"
  ) throws -> LedgerAction {
    .issue(
      Issuance(
        kind: .procedure, code: code, version: try #require(Version(parsing: version)), language: "zh-CN",
        path: "procedures/\(code).md", effective: try #require(Day(parsing: effective)), title: title,
        note: "改了 <什么>", approvals: [.init(action: "approved", role: "值班主管", person: "甲某", at: "2025-12-01")],
        files: [.init(path: "procedures/\(code).md", digest: String(repeating: String(version.prefix(1)), count: 64))],
        context: ""))
  }

  private static func ledger() throws -> Ledger {
    let actions: [(String, LedgerAction)] = [
      ("2025-12-20", try issue("YY-001", "1.0", "2026-01-01")),
      ("2025-12-21", try issue("SC-002", "1.0", "2026-01-01", title: "旧规程")),
      ("2026-02-20", try issue("YY-001", "1.1", "2026-03-01")),
      (
        "2026-03-02",
        .edition(
          EditionNote(
            name: "春季版", versions: [("YY-001", try #require(Version(parsing: "1.1")))], note: nil))
      ),
      (
        "2026-03-20",
        .withdraw(
          Withdrawal(
            code: "SC-002", version: nil, reason: "并入", successor: "YY-001",
            effective: try #require(Day(parsing: "2026-04-01"))))
      ),
      ("2026-04-10", try issue("YY-001", "2.0", "2026-12-01")),
    ]
    var prev = LedgerEvent.origin
    return Ledger(
      try actions.enumerated().map { index, action in
        let event = LedgerEvent(
          action.1, at: try #require(Instant(tolerating: action.0, offset: 480)), backdated: nil, batch: nil,
          seq: index + 1, prev: prev,
          digest: { bytes in String(repeating: SiteSamples.digest(bytes), count: 4) })
        prev = event.hash
        return event
      })
  }

  private static func site(today: String = "2026-04-20") throws -> Site {
    var ignored: [Diagnostic] = []
    let files = [(path, second), role].compactMap { file in
      ArticleKind(path: file.0).map {
        Entry(reading: SourceFile(path: file.0, bytes: Array(file.1.utf8)), as: $0, diagnostics: &ignored)
      }
    }
    let handbook = Handbook(
      linking: Register(files, settings: Settings()), attachments: [], diagnostics: &ignored,
      map: { count, body in (0..<count).map(body) })
    let ledger = try ledger()
    let day = try #require(Day(parsing: today))
    var facts = BuildFacts(
      today: day, generator: "Handrail", ledgerHead: ledger.head, digest: SiteSamples.digest)
    facts.ledger = ledger
    let texts = [("1.0", first, 0), ("1.1", second, 1), ("2.0", third, 1)]
    facts.sealed = SealedTexts(
      names: [names(["值班经理", "夜班长"]), names(["值班主管"])],
      texts: try texts.map { version, text, names in
        SealedTexts.Text(
          code: "YY-001", version: try #require(Version(parsing: version)),
          files: [SourceFile(path: path, bytes: Array(text.utf8))], attachments: [:], names: names)
      })
    let record = try #require(ledger["YY-001"])
    let current = try #require(record.standing(on: day).version)
    facts.standings = ["yy-001": ArticleStanding(record, current, on: day)]
    return Site(handbook, theme: Theme(digest: SiteSamples.digest), facts: facts)
  }

  private static func file(_ path: String, of site: Site) -> String {
    guard let job = site.files.first(where: { $0.path == path }) else { return "" }
    var bytes: [UInt8] = []
    for part in 0..<job.parts { job.make(site, part, &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func aVersionKeepsItsNamesAndLeadsToWhereTheyAre() throws {
    let page = SiteSamples.page("procedures/YY-001/1.0/index.html", of: try Self.site())
    #expect(page.contains("href=\"../../../roles/值班主管/index.html\""))
    #expect(page.contains("值班经理") && page.contains("夜班长") && page.contains("《旧表》"))
    // Who has no page any more is named without a link.
    #expect(!page.contains("roles/夜班长") && !page.contains("forms/旧表") && !page.contains("404.html"))
  }

  @Test func versionsAreComparedWithWhatTheirNamesMeant() throws {
    let site = try Self.site()
    let page = SiteSamples.page("procedures/YY-001/compare/1.0..1.1.html", of: site)
    #expect(page.contains("<del") && page.contains("夜班长") && page.contains("/1.0/index.html\""))
    #expect(page.contains("assets/redline.") && !page.contains("style=\"") && !page.contains("<style"))
    let history = SiteSamples.page("procedures/YY-001/history.html", of: site)
    #expect(history.contains("href=\"compare/1.0..1.1.html\"") && history.contains("1.0..1.1"))
    // Every comparison that a page offers is there, and no document of one version has any.
    let all = site.pages.map(\.address.path).filter { $0.contains("/compare/") }
    #expect(all.sorted() == ["1.0..1.1", "1.0..2.0", "1.1..2.0"].map { "procedures/YY-001/compare/\($0).html" })
    #expect(all.allSatisfy { SiteSamples.page($0, of: site).contains("class=\"redline\"") })
  }

  @Test func beyondTheLimitNeighboursAndTheVersionInForceAreCompared() {
    let pairs = { (places: [Int], current: Int?, limit: Int) in
      IssuedDocument.pairs(of: places, current: current, limit: limit).map { "\($0.older)\($0.newer)" }
    }
    #expect(pairs([0, 1, 2], nil, 3) == ["01", "02", "12"])
    #expect(pairs([0, 1, 2, 3, 4], 2, 3) == ["01", "02", "12", "23", "24", "34"])
    #expect(pairs([0, 1, 2, 3, 4], nil, 0) == ["01", "12", "23", "34"])
    #expect(pairs([0, 2, 3], 3, 0) == ["02", "03", "23"] && pairs([4], 4, 6).isEmpty && pairs([], nil, 6).isEmpty)
  }

  @Test func aVersionSaysHowItStandsAndWhereToGo() throws {
    let page = SiteSamples.page("procedures/YY-001/1.0/index.html", of: try Self.site())
    #expect(page.contains("banner-superseded") && page.contains("/1.1/index.html\""))
    #expect(page.contains("截至 2026-04-20") && page.contains("11111111"))
    let current = SiteSamples.page("procedures/YY-001/index.html", of: try Self.site())
    #expect(!current.contains("class=\"banner") && current.contains("现行有效"))
    #expect(current.contains("src=\"state.js\""))
    let next = SiteSamples.page("procedures/YY-001/2.0/index.html", of: try Self.site())
    #expect(next.contains("banner-scheduled") && next.contains("href=\"checklist.html\""))
  }

  @Test func theContentOfAVersionDoesNotDependOnTheDay() throws {
    func content(_ today: String) throws -> Substring {
      let page = SiteSamples.page("procedures/YY-001/1.0/index.html", of: try Self.site(today: today))
      let start = try #require(page.range(of: "<section class=\"steps\"")).lowerBound
      return page[start..<(try #require(page.range(of: "</article>")).lowerBound)]
    }
    // The word across the sheet is of the frame.
    let isSame = try content("2026-04-20") == content("2026-11-20")
    #expect(isSame)
  }

  @Test func whatIsNotYetRecordedIsNotThere() throws {
    let site = try Self.site(today: "2026-03-05")
    let paths = Set(site.pages.map(\.address.path))
    #expect(paths.contains("procedures/YY-001/1.1/index.html") && !paths.contains("procedures/YY-001/2.0/index.html"))
    #expect(!Self.file("procedures/YY-001/state.js", of: site).contains("2.0"))
  }

  @Test func aStateScriptIsJSONInACall() throws {
    let text = Self.file("procedures/YY-001/state.js", of: try Self.site())
    let start = "(window.handrailState=window.handrailState||[]).push("
    #expect(text.hasPrefix(start) && text.hasSuffix(");\n"))
    let json = try JSONSerialization.jsonObject(with: Data(text.dropFirst(start.count).dropLast(3).utf8))
    let state = try #require(json as? [String: Any])
    let stands = try #require(state["stands"] as? [[String]])
    #expect(stands.last == ["2026-12-01", "effective", "2.0"])
    #expect((state["versions"] as? [Any])?.count == 3)
  }

  @Test func aWithdrawnDocumentLeavesAPageThatSaysWhereItWent() throws {
    let site = try Self.site()
    let page = SiteSamples.page("procedures/SC-002/index.html", of: site)
    #expect(page.contains("已作废") && page.contains("YY-001/index.html\""))
    #expect(SiteSamples.page("procedures/SC-002/history.html", of: site).contains("并入"))
    let moved = SiteSamples.page("roles/值班经理/index.html", of: site)
    #expect(moved.contains("值班主管/index.html\""))
  }

  @Test func historyEscapesWhatWasNotedAndHidesPeople() throws {
    var site = try Self.site()
    #expect(SiteSamples.page("procedures/YY-001/history.html", of: site).contains("甲某"))
    #expect(SiteSamples.page("procedures/YY-001/history.html", of: site).contains("改了 &lt;什么&gt;"))
    var facts = site.facts
    facts.showsPeople = false
    site = Site(site.handbook, theme: site.theme, facts: facts)
    let isNamed = site.pages.contains { SiteSamples.page($0.address.path, of: site).contains("甲某") }
    #expect(!isNamed)
    #expect(!site.pages.contains { $0.address.path.contains("/compare/") }, "a redline shows the lines of approval")
  }

  @Test func whatWasWithdrawnForAHiddenDocumentStaysWithdrawn() throws {
    let ledger = Ledger(try Self.ledger().events.compactMap { event in event.visible { $0 == "YY-001" } })
    let day = try #require(Day(parsing: "2026-04-20"))
    let standing = try #require(ledger["SC-002"]).standing(on: day)
    #expect(standing.state == .withdrawn && standing.withdrawal?.successor == nil)
    #expect(ledger["YY-001"] == nil && ledger.editions.first?.edition.versions.isEmpty == true)
  }

  @Test func theFeedIsAtomWithoutAClock() throws {
    let feed = Self.file("feed.xml", of: try Self.site())
    #expect(XMLParser(data: Data(feed.utf8)).parse())
    let ids = feed.matches(of: /<id>(urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[58][0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12})<\/id>/)
    #expect(ids.count == 7 && Set(ids.map(\.1)).count == 7)
    #expect(feed.contains("<updated>2026-04-10T00:00:00+08:00</updated>"))
  }

  @Test func withoutALedgerThereIsNoControl() {
    let site = SiteSamples.site()
    let paths = Set(site.pages.map(\.address.path))
    #expect(!paths.contains("changes.html") && !paths.contains("as-of.html"))
    #expect(!site.files.contains { $0.path == "feed.xml" || $0.path.contains("state") })
  }
}
