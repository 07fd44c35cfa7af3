import Diagnostics
import Procedures
import Testing

/// Training records as spreadsheets write them, and the gaps they leave.
@Suite struct TrainingTests {
  private func read(_ text: String) -> Trainings { Trainings(parsing: Array(text.utf8)) }

  @Test func columnsMayStandInAnyOrderAndLanguage() {
    let plain = read("code,version,person,role,date,result\r\nA-1,1.0,甲某,店长,2026-01-02,合格\r\n").of(code: "a-1")
    let other = read("\u{FEFF}姓名;岗位;编号;版本;日期;结果\n\"甲某\";店长;A-1;V1.0;2026/1/2;合格\n\n").of(code: "A-1")
    #expect(
      plain.map(\.person) == ["甲某"] && plain.map(\.version) == other.map(\.version)
        && plain.map(\.day) == other.map(\.day))
    #expect(plain.first?.isPassed == true)
    let quoted = read("code\tversion\tperson\trole\tdate\tresult\nA-1\t1.0\t\"甲\"\"某\n乙\"\t店长\t2026-01-02\t不合格").of(
      code: "A-1")
    #expect(quoted.first?.person == "甲\"某\n乙" && quoted.first?.isPassed == false)
  }

  @Test func everyHolderPassesTheVersionInForce() throws {
    var findings: [Diagnostic] = []
    func entry(_ path: String, _ text: String) -> Entry {
      let file = SourceFile(path: "content/\(path)", bytes: Array(text.utf8))
      return Entry(reading: file, as: ArticleKind(path: file.path) ?? .role, diagnostics: &findings)
    }
    let entries = [
      entry("roles/店长.md", "---\n名称: 店长\n任职: [甲某 内线 1, 乙某]\n---\n"),
      entry("roles/店员.md", "---\n名称: 店员\n---\n"),
      entry("roles/保洁.md", "---\n名称: 保洁\n---\n"),
      entry("procedures/a.md", "---\n编号: A-1\n名称: 试\n---\n## 步骤\n1. **店长** 做\n2. **店员** 做\n3. **保洁** 做\n"),
    ]
    let handbook = Handbook(
      linking: Register(entries, settings: Settings()), attachments: [], diagnostics: &findings,
      map: { count, body in (0..<count).map { body($0) } })
    let records = read(
      """
      code,version,person,role,date,result
      A-1,1.0,甲某,店长,2026-01-02,合格
      a-1,1.1,甲某,店长,2026-01-02,合格
      A-1,1.1,乙某,店长,2026-01-02,不合格
      A-1,1.1,丙某,店员,2026-01-02,通过
      """)
    let article = try #require(handbook.articles.first { $0.kind == .procedure })
    let (version, day) = (LedgerTests.version("1.1"), LedgerTests.day("2026-01-01"))
    let gaps = handbook.trainingGaps(of: [(article.id, version, day)], records: records)
    #expect(gaps.map(\.role) == ["店长", "保洁"] && gaps.map(\.people) == [["乙某"], []])
  }
}
