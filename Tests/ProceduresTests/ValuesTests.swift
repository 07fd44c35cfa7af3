import Diagnostics
import Testing

@testable import Procedures

@Suite struct ValuesTests {
  @Test(arguments: [
    "2024-02-30", "2024-13-45", "24-02-03", "2024/2/3", "2024-2-3", "10000-01-01", "0000-01-01", "-005-01-01",
    "2024-01-01 ",
    "２０２４-０２-０３", "2023-02-29", "1900-02-29", "", "2024-01-0a",
  ])
  func noDay(text: String) { #expect(Day(parsing: text) == nil) }

  @Test(
    arguments: [
      ("2024年2月3日", "2024-02-03"), ("2024/2/3", "2024-02-03"), ("２０２４-０２-０３", "2024-02-03"), ("2024.2.3", "2024-02-03"),
      ("2024年 2月 3号", "2024-02-03"), ("24-02-03", nil), ("2024年2月30日", nil), ("2024-13-45", nil),
      ("99999999999-1-1", nil),
    ] as [(String, String?)])
  func tolerantDays(text: String, expected: String?) { #expect(Day(tolerating: text)?.description == expected) }

  @Test func daysRoundTrip() throws {
    var day = try #require(Day(parsing: "1900-01-01"))
    let end = try #require(Day(parsing: "2100-12-31"))
    var number = day.daysSinceEpoch
    var weekday = 1  // 1 January 1900 was a Monday.
    while day < end {
      #expect(Day(daysSinceEpoch: number) == day && day.weekday == weekday)
      #expect(Day(parsing: day.description) == day)
      let next = try #require(day.adding(days: 1))
      #expect(next > day && next.daysSinceEpoch == number + 1)
      (day, number, weekday) = (next, number + 1, weekday % 7 + 1)
    }
    #expect(Day(parsing: "1970-01-01")?.daysSinceEpoch == 0)
    #expect(Day(parsing: "0001-01-01")?.adding(days: -1) == nil)
    #expect(Day(parsing: "9999-12-31")?.adding(days: 1) == nil)
    #expect(Day(parsing: "9999-12-31")?.adding(days: .max) == nil)
    #expect(Day(parsing: "0001-01-01")?.weekday == 1)
    #expect(Day(parsing: "9999-12-31").flatMap { Day(daysSinceEpoch: $0.daysSinceEpoch) }?.description == "9999-12-31")
    #expect(Day(parsing: "2024-01-31")?.adding(months: 1)?.description == "2024-02-29")
    #expect(Day(parsing: "2024-02-29")?.adding(months: 12)?.description == "2025-02-28")
    #expect(Day(parsing: "9999-12-31")?.adding(months: .max) == nil)
    #expect(Day(parsing: "0001-01-31")?.adding(months: .min) == nil)
  }

  @Test(
    arguments: [
      ("9:00", "09:00"), ("24:00", "24:00"), ("21∶30", "21:30"), ("08：20", "08:20"), (" 8 : 20 ", "08:20"),
      ("25:70", nil), ("24:01", nil),
      ("9", nil), ("9:0", nil), ("", nil), ("99999999999999999999:00", nil),
    ] as [(String, String?)])
  func clocks(text: String, expected: String?) { #expect(Clock(parsing: text)?.description == expected) }

  @Test func versionOrder() {
    let ordered = ["1", "1.9", "1.10", "2.0", "10"].compactMap { Version(parsing: $0) }
    #expect(ordered.count == 5 && ordered.reversed().sorted() == ordered)
    let lettered = ["A/0", "A/1", "A/10", "B/0"].compactMap { Version(parsing: $0) }
    #expect(lettered.count == 4 && lettered.reversed().sorted() == lettered)
    #expect(Version(parsing: "1") == Version(parsing: "1.0"))
    #expect(Version(parsing: "1")?.hashValue == Version(parsing: "1.0.0")?.hashValue)
    #expect(Version(parsing: "A/3")?.pathText == "A-3" && Version(parsing: "1.10")?.text == "1.10")
  }

  @Test(arguments: [
    "1..2", "vv1", "１.０", "1.0<b>", "V1.0", "1.", ".1", "1.2.3.4.5", "1234567", "a/1", "A/", "A/1234", "A/1/2", "AA/1",
    "", "-1",
  ])
  func noVersion(text: String) { #expect(Version(parsing: text) == nil) }

  @Test(
    arguments: [
      ("V1.0", "1.0"), ("v2", "2"), ("１.０", "1.0"), ("a/1", "A/1"), ("版本1.2", "1.2"), ("vv1", nil), ("1..2", nil),
      ("第3版", "3"),
    ] as [(String, String?)])
  func tolerantVersions(text: String, expected: String?) { #expect(Version(tolerating: text)?.text == expected) }

  @Test(
    arguments: [
      ("SC-001", nil), ("404", nil), ("a.b_c-d", nil), ("CON", .reserved), ("NUL", .reserved), ("com1.x", .reserved),
      ("aux", .reserved),
      ("x.", .trailingDot), ("a:b", .character), ("a/b", .character), ("..", .character), ("../../outside", .character),
      ("a?b#c%20d&e", .character), ("SOP-\u{200B}102", .character), ("CAFÉ", .character), ("", .character),
      ("-a", .character),
      ("COM10", nil), ("CONSOLE", nil), (String(repeating: "a", count: 64), nil),
      (String(repeating: "a", count: 65), .tooLong),
    ] as [(String, Code.Fault?)])
  func codes(text: String, fault: Code.Fault?) { #expect(Code.fault(in: text) == fault) }

  @Test(
    arguments: [
      ("12个月", 12), ("1年", 12), ("12 months", 12), ("2 years", 24), ("半年", 6), ("两年", 24), ("十二个月", 12), ("１２ 个月", 12),
      ("1 Year", 12), ("二十四个月", 24), ("2季度", 6), ("0个月", nil), ("一会儿", nil), ("99999999999个月", nil), ("个月", nil),
      ("12", nil),
    ] as [(String, Int?)])
  func cycles(text: String, months: Int?) { #expect(ReviewCycle(parsing: text)?.months == months) }

  @Test(
    arguments: [
      ("草稿", Status.draft), ("Draft", .draft), ("in-review", .inReview), ("审核中", .inReview), ("已批准", .approved),
      ("现行", .effective),
      ("试行", .effective), ("作废", .withdrawn), ("aproved", nil), ("", nil),
    ] as [(String, Status?)])
  func statuses(text: String, status: Status?) { #expect(Status(parsing: text) == status) }

  @Test(
    arguments: [
      ("批准 店长 丙某 2024-05-20", "approved|店长|丙某|2024-05-20"), ("会签 财务部 2024-05-20", "reviewed|财务部||2024-05-20"),
      ("编制：店长 甲某 2024-05-20 9:30", "drafted|店长|甲某|2024-05-20 09:30"),
      ("审核 店长甲某 2024-05-20", "reviewed|店长|甲某|2024-05-20"),
      ("approved Store Manager A Person 2024-05-20", "approved|Store Manager|A Person|2024-05-20"),
      ("发布 未知 乙某 2024-05-20", "published|未知|乙某|2024-05-20"), ("征求意见 2024-05-20", "consulted|||2024-05-20"),
      ("批准　店长　丙某　2024-05-20", "approved|店长|丙某|2024-05-20"), ("看过 店长 丙某 2024-05-20", nil), ("批准 店长 丙某", nil),
      ("批准 店长 丙某 2024-05-20 25:70", nil), ("", nil),
    ] as [(String, String?)])
  func approvals(text: String, expected: String?) {
    let known: Set<String> = ["店长", "财务部", "Store", "Store Manager"]
    let line = Named(text: text, range: SourceRange(10, 10 + text.utf8.count))
    let approval = Approval(parsing: line) { known.contains($0) }
    let shown = approval.map { "\($0.action.rawValue)|\($0.role.text)|\($0.person)|\($0.at)" }
    #expect(shown == expected)
  }

  @Test func approvalRolesHaveTheirPlace() throws {
    let line = Named(text: "批准 店长 丙某 2024-05-20", range: SourceRange(100, 100 + "批准 店长 丙某 2024-05-20".utf8.count))
    let approval = try #require(Approval(parsing: line) { $0 == "店长" })
    #expect(approval.role.range == SourceRange(107, 113))
  }

  @Test(
    arguments: [
      ("verison", ["version", "title"], "version"), ("版木号", ["版本号", "名称"], "版本号"), ("收银主管", ["收银组长", "店长"], nil),
      ("采购主管", ["采购主任", "店长"], "采购主任"), ("zzzz", ["title"], nil), ("", ["a"], nil), ("店内", ["店长"], nil),
      ("tilte", ["title"], "title"), ("TITEL", ["title"], "title"),
    ] as [(String, [String], String?)])
  func nearestWords(word: String, known: [String], expected: String?) {
    #expect(EditDistance.nearest(word, among: known) == expected)
  }

  @Test func distances() {
    #expect(EditDistance.distance("abcd", "acbd", limit: 3) == 1)
    #expect(EditDistance.distance("甲乙丙", "甲丙", limit: 3) == 1)
    #expect(EditDistance.distance("", "abc", limit: 3) == 3)
    #expect(EditDistance.distance("kitten", "sitting", limit: 3) == 3)
    #expect(EditDistance.distance("kitten", "sitting", limit: 2) == nil)
    #expect(EditDistance.distance(String(repeating: "a", count: 100), "a", limit: 200) == nil)
  }

  @Test func randomTextNeverTraps() {
    var generator = SplitMix(state: 7)
    let pieces = [
      "2024", "-", "/", "年", "月", "日", "1", "９", ".", "V", "A", ":", "：", "批准", " ", "　", "个月", "十", "\u{301}", "𠮷",
      "至",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int(generator.next() % 12)).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }
        .joined()
      _ = (Day(parsing: text), Day(tolerating: text), Clock(parsing: text), Version(parsing: text))
      _ = (Version(tolerating: text), Code.fault(in: text), ReviewCycle(parsing: text), Status(parsing: text))
      _ = Approval(parsing: Named(text: text, range: SourceRange(0, text.utf8.count))) { $0.utf8.count == 6 }
    }
  }
}

/// A small seeded generator, so that a failure can be repeated.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
