import Diagnostics
import Procedures
import Templates
import Testing

@testable import Rendering

/// A small handbook as a site, for the tests of pages.
enum PageSamples {
  static func site(_ files: [String: String], settings: String = "", today: String = "2026-04-20") -> Site {
    var problems: [Diagnostic] = []
    let settings = Settings(
      parsing: SourceFile(path: "handbook.yml", bytes: Array(settings.utf8)), diagnostics: &problems)
    let order = ArticleKind.allCases
    let entries: [Entry] = files.keys.sorted().compactMap { path in
      guard let kind = ArticleKind(path: path), let text = files[path] else { return nil }
      return Entry(reading: SourceFile(path: path, bytes: Array(text.utf8)), as: kind, diagnostics: &problems)
    }
    let sorted = order.flatMap { kind in entries.filter { $0.kind == kind } }
    let register = Register(sorted, settings: settings)
    let handbook = Handbook(linking: register, attachments: [], diagnostics: &problems) { count, body in
      (0..<count).map(body)
    }
    let digest: @Sendable ([UInt8]) -> String = { bytes in
      String(bytes.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1) }, radix: 16) + "00000000"
    }
    let theme = Theme(settings: settings, digest: digest)
    let facts = BuildFacts(today: Day(parsing: today) ?? .sample, generator: "Handrail test", digest: digest)
    return Site(handbook, theme: theme, facts: facts)
  }

  static let files: [String: String] = [
    "content/procedures/YY-001.md": """
    ---
    编号: YY-001
    名称: 日常营运
    部门: 营运部
    版本: "1.0"
    状态: 生效
    生效日期: 2026-03-01
    负责人: 值班主管
    修订说明: 晨会提前
    锚点: {关门: "21:30"}
    ---
    ## 定义
    - **清场**：由上而下逐层确认无人滞留。
    ## 步骤
    1. 08:20–08:30 **保安员** 打开大门 & 侧门
    2. 关门前10分钟 **保安员** 清场
    """,
    "content/procedures/YY-001.en.md": """
    ---
    title: Daily operation
    ---
    ## Definitions
    - **Sweep**: nobody is left on any floor.
    ## Steps
    1. 08:20–08:30 **保安员** open the gate
    2. 关门前10分钟 **保安员** sweep
    """,
    "content/procedures/YY-002.md": """
    ---
    编号: YY-002
    名称: "=1+1,\\"报价\\""
    部门: 安保部
    版本: "2.0"
    状态: 生效
    生效日期: 2026-06-01
    负责人: 值班主管
    ---
    ## 定义
    - **清场**：由上而下逐层确认无人滞留。
    - **A类**：全国性活动。
    ## 步骤
    1. **保安员** 巡查
    """,
    "content/policies/ZD-001.md": """
    ---
    编号: ZD-001
    名称: 行为规范
    版本: "1.0"
    状态: 生效
    生效日期: 2025-04-08
    ---
    正文。
    """,
    "content/departments/营运部.md": "---\n名称: 营运部\n主管: 值班主管\n---\n管理**全部**现场工作。\n",
    "content/departments/安保部.md": "---\n名称: 安保部\n上级: 营运部\n---\n",
    "content/roles/值班主管.md": "---\n名称: 值班主管\n部门: 营运部\n---\n1. 巡场。\n",
    "content/roles/保安员.md": "---\n名称: 保安员\n部门: 安保部\n上级: 值班主管\n编制: 12\n---\n1. 守门。\n",
    "content/events/庆典.md": "---\n名称: 庆典\n日期: 2026-05-01\n流程: [YY-001]\n地点: 中庭\n---\n",
    "content/events/春季.md": "---\n名称: 春季\n日期: 2026-03-22\n流程: [YY-001]\n---\n",
  ]

  /// One page of a site as text; nil when there is none at the path.
  static func page(_ path: String, of site: Site) -> String? {
    guard let index = site.pages.firstIndex(where: { $0.address.path == path }) else { return nil }
    var bytes: [UInt8] = []
    var values = site.values
    site.render(index, &values, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Many documents without text.
  static func many(_ count: Int) -> [String: String] {
    var files: [String: String] = [:]
    for number in 0..<count {
      files["content/policies/P-\(number + 10_000).md"] =
        "---\n编号: P-\(number + 10_000)\n名称: 文件\(number)\n部门: 部门\(number % 3)\n版本: \"1.0\"\n状态: 草稿\n---\n"
    }
    return files
  }
}

extension Day {
  fileprivate static let sample = Day(daysSinceEpoch: 20_563)!
}

@Suite struct PagesTests {
  private let site = PageSamples.site(
    PageSamples.files, settings: "名称: 手册\n单位: 某某公司\n复审周期: 12个月\n网址: https://example.com/手册\n")

  @Test func builtInTemplatesFitTheViews() {
    #expect(site.theme.diagnostics.map(\.message.en) == [])
  }

  @Test func homeTellsWhatHoldsWhatComesAndWhatIsDue() throws {
    let home = try #require(PageSamples.page("index.html", of: site))
    for text in ["晨会提前", "05-01", "06-01", "04-08", "逾期 12 天", "打开大门 &amp; 侧门", "21:20", "关门前10分钟"] {
      #expect(home.contains(text), "\(text)")
    }
    #expect(!home.contains("春季"))
  }

  @Test func listsExistInTheLanguagesOfTheHandbook() throws {
    let english = try #require(PageSamples.page("procedures/index.en.html", of: site))
    #expect(english.contains("Daily operation"))
    #expect(english.contains("href=\"../register.en.html\""))
    #expect(english.contains("href=\"index.html\" lang=\"zh-CN\""))
    #expect(PageSamples.page("404.en.html", of: site) == nil)
  }

  @Test func indexStandsInTheOrderOfTheDepartments() throws {
    let page = try #require(PageSamples.page("procedures/index.html", of: site))
    let first = try #require(page.range("id=\"营运部\""))
    let second = try #require(page.range("id=\"安保部\""))
    #expect(first < second)
    let policies = try #require(PageSamples.page("policies/index.html", of: site))
    #expect(policies.contains("未分部门"))
  }

  @Test func eventsArePastOrComing() throws {
    let page = try #require(PageSamples.page("events/index.html", of: site))
    let coming = try #require(page.range("庆典"))
    let past = try #require(page.range("春季"))
    #expect(coming < past)
    #expect(page.contains("2026-05-01 周五"))
    #expect(page.contains("2026-03-22 周日"))
  }

  @Test func glossaryMergesEqualMeaningsAndLeadsWhereMentionsPoint() throws {
    let page = try #require(PageSamples.page("glossary.html", of: site))
    #expect(page.count("id=\"term-清场\"") == 1)
    #expect(page.contains("id=\"term-a类\""))
    let view = Viewpoint(site, address: Place.glossary.address, language: .chinese)
    var address: [UInt8] = []
    view.write(.term("清场", in: nil), into: &address)
    #expect(String(decoding: address, as: UTF8.self) == "glossary.html#" + Viewpoint.glossaryAnchor("清场"))
    let english = try #require(PageSamples.page("glossary.en.html", of: site))
    #expect(english.contains("Sweep"))
  }

  @Test func linksOfTheNotFoundPageBeginAtTheRoot() throws {
    let page = try #require(PageSamples.page("404.html", of: site))
    #expect(page.contains("href=\"/手册/register.html\""))
    #expect(page.contains("href=\"/手册/assets/site."))
    let without = PageSamples.site(PageSamples.files)
    let relative = try #require(PageSamples.page("404.html", of: without))
    #expect(relative.contains("href=\"register.html\""))
  }

  @Test func longListsHavePages() throws {
    let site = PageSamples.site(PageSamples.many(2001))
    let paths = Set(site.pages.map(\.address.path))
    #expect(paths.isSuperset(of: ["register.html", "register-2.html", "register-3.html", "policies/index-3.html"]))
    #expect(!paths.contains("register-4.html"))
    let last = try #require(PageSamples.page("register-3.html", of: site))
    #expect(last.contains("<a href=\"register-3.html\" aria-current=\"page\">3</a>"))
    #expect(last.count("data-kind=\"policy\"") == 1)
  }

  @Test(arguments: ["=1", "+1", "-1", "@a", "\ta", "\ra", "＝1", "＋1", "－1", "＠a"])
  func formulasInCellsAreText(_ cell: String) {
    #expect(RegisterFile.safe(cell) == "'" + cell)
  }

  @Test func registerIsCSV() throws {
    let file = try #require(site.files.first { $0.path == "register.csv" })
    let text = file.text(of: site)
    #expect(text.hasPrefix("\u{FEFF}编号,名称,类别,部门,版本,状态,生效,负责人,复审\r\n"))
    #expect(text.contains("YY-002,\"'=1+1,\"\"报价\"\"\",规程,安保部,2.0,待生效,2026-06-01,值班主管,2027-06-01\r\n"))
  }

  @Test func modelNamesThePages() throws {
    let file = try #require(site.files.first { $0.path == "data/handbook.json" })
    let text = file.text(of: site)
    #expect(text.contains("\"pages\":[\"procedures/YY-001/index.html\""))
    #expect(text.contains("\"pages\":[\"procedures/YY-001/index.en.html\""))
  }

  @Test func sitemapNamesAllPagesButTheMissingOne() throws {
    let file = try #require(site.files.first { $0.path == "sitemap.xml" })
    let text = file.text(of: site)
    #expect(text.contains("<loc>https://example.com/%E6%89%8B%E5%86%8C/procedures/YY-001/index.html</loc>"))
    #expect(!text.contains("404.html"))
    #expect(text.count("<url>") == site.pages.count - 1)
    #expect(!PageSamples.site(PageSamples.files).files.contains { $0.path == "sitemap.xml" })
  }

  @Test(arguments: ["//evil.example/", "javascript:alert(1)", "https://", "ftp://a/b"])
  func addressesThatAreNoneOfTheWebAreNotUsed(_ url: String) {
    let site = PageSamples.site(PageSamples.files, settings: "网址: \"\(url)\"\n")
    #expect(site.base == nil)
    #expect(site.rootPath.isEmpty)
  }

  @Test func rootPathNeverNamesAnotherServer() {
    let site = PageSamples.site(PageSamples.files, settings: "网址: https://example.com//evil.example/a\n")
    #expect(site.rootPath == "/evil.example/a/")
  }

  @Test func departmentsInACircleAppearOnce() {
    let site = PageSamples.site([
      "content/departments/甲.md": "---\n名称: 甲\n上级: 乙\n---\n",
      "content/departments/乙.md": "---\n名称: 乙\n上级: 甲\n---\n",
      "content/departments/丙.md": "---\n名称: 丙\n上级: 丙\n---\n",
    ])
    #expect(DepartmentTree(site.handbook).rows.count == 3)
  }

  @Test func termsStandInTheOrderOfTheirSound() {
    let terms = ["专柜", "清场", "3D", "B类", "督导", "A类", "贇"]
    let sorted = terms.map { (TermOrder($0), $0) }.sorted { $0.0 < $1.0 }
    #expect(sorted.map(\.1) == ["3D", "A类", "B类", "督导", "清场", "专柜", "贇"])
    #expect(sorted.map(\.0.letter) == ["0–9", "A", "B", "D", "Q", "Z", "…"])
  }
}

extension String {
  /// Where a text stands first, in bytes.
  fileprivate func range(_ text: String) -> Int? {
    let (whole, part) = (Array(utf8), Array(text.utf8))
    guard part.count <= whole.count else { return nil }
    return (0...(whole.count - part.count)).first { whole[$0..<($0 + part.count)].elementsEqual(part) }
  }

  /// How often a text stands in it.
  fileprivate func count(_ text: String) -> Int {
    var (count, rest) = (0, utf8[...])
    let part = Array(text.utf8)
    while let first = part.first, let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: part) { count += 1 }
      rest = rest.dropFirst()
    }
    return count
  }
}

extension FileJob {
  /// The whole file.
  fileprivate func text(of site: Site) -> String {
    var bytes: [UInt8] = []
    for part in 0..<parts { make(site, part, &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
