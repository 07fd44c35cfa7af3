import Diagnostics
import Procedures
import Testing

/// The values of the ledger: canonical JSON, moments, and how documents stand (spec/versions.md 1, 2).
@Suite struct LedgerTests {
  static func day(_ text: String) -> Day {
    guard let day = Day(parsing: text) else { preconditionFailure(text) }
    return day
  }

  static func version(_ text: String) -> Version {
    guard let version = Version(parsing: text) else { preconditionFailure(text) }
    return version
  }

  /// Events of one document, a day each: `issue 1.0 2026-01-01` with the first day in force where it is another one.
  static func record(_ script: [String]) -> DocumentRecord? {
    var events: [LedgerEvent] = []
    for line in script {
      let words = line.split(separator: " ").map(String.init)
      let at = Instant(day(words[0]), offset: 480)
      let action: LedgerAction
      switch words[1] {
      case "issue":
        action = .issue(
          Issuance(
            kind: .procedure, code: "T-1", version: version(words[2]), language: "zh-CN", path: "procedures/T-1.md",
            effective: day(words.count > 3 ? words[3] : words[0]), title: "试", note: nil, approvals: [],
            files: [.init(path: "procedures/T-1.md", digest: String(repeating: "a", count: 64))],
            context: String(repeating: "b", count: 64)))
      case "withdraw":
        action = .withdraw(
          Withdrawal(
            code: "T-1", version: nil, reason: "试", successor: nil,
            effective: day(words.count > 2 ? words[2] : words[0])))
      case "cancel":
        action = .withdraw(
          Withdrawal(code: "T-1", version: version(words[2]), reason: "试", successor: nil, effective: day(words[0])))
      case "hold": action = .hold(Pause(code: "T-1", reason: "试"))
      case "release": action = .release(Pause(code: "T-1", reason: nil))
      default: action = .review(PeriodicReview(code: "T-1", version: version("1"), by: "甲", outcome: "可", note: nil))
      }
      let last = events.last
      guard let at else { return nil }
      events.append(
        LedgerEvent(
          action, at: at, backdated: nil, batch: nil, seq: events.count + 1, prev: last?.hash ?? LedgerEvent.origin
        ) { _ in String(repeating: "c", count: 64) })
    }
    return Ledger(events)["t-1"]
  }

  private func standing(_ script: [String], _ on: String) -> String {
    guard let standing = Self.record(script)?.standing(on: Self.day(on)), let state = standing.state else { return "-" }
    return state.rawValue + " " + (standing.version?.version.text ?? "")
  }

  @Test func documentsStandAsTheSpecificationSays() {
    let plain = ["2026-01-01 issue 1.9", "2026-02-01 issue 1.10 2026-03-01", "2026-04-01 issue 2.0"]
    #expect(standing(plain, "2025-12-31") == "-")
    #expect(standing(plain, "2026-01-01") == "in-force 1.9")
    #expect(standing(plain, "2026-02-28") == "in-force 1.9")
    #expect(standing(plain, "2026-03-01") == "in-force 1.10")
    #expect(standing(plain, "2026-04-01") == "in-force 2.0")
    #expect(standing(["2026-01-01 issue A/1 2026-02-01"], "2026-01-15") == "scheduled A/1")
    // A higher version that takes effect earlier skips the lower one.
    let skip = ["2026-01-01 issue 1.0", "2026-01-10 issue 1.1 2026-06-01", "2026-01-20 issue 1.2 2026-02-01"]
    #expect(standing(skip, "2026-02-01") == "in-force 1.2" && standing(skip, "2026-07-01") == "in-force 1.2")
    #expect(Self.record(skip)?[Self.version("1.1")]?.isSkipped == true)
    #expect(Self.record(skip)?[Self.version("1.0")]?.isSkipped == false)
    // Withdrawal, and a higher version that revives the code.
    let revived = ["2026-01-01 issue 1.0", "2026-02-01 withdraw 2026-03-01", "2026-05-01 issue 1.1 2026-06-01"]
    #expect(standing(revived, "2026-02-28") == "in-force 1.0" && standing(revived, "2026-03-01") == "withdrawn 1.0")
    #expect(standing(revived, "2026-05-15") == "withdrawn 1.0" && standing(revived, "2026-06-01") == "in-force 1.1")
    // A hold lasts until it is released, whatever is issued meanwhile.
    let held = ["2026-01-01 issue 1.0", "2026-02-01 hold", "2026-03-01 issue 1.1", "2026-04-01 release"]
    #expect(standing(held, "2026-02-01") == "on-hold 1.0" && standing(held, "2026-03-02") == "on-hold 1.1")
    #expect(standing(held, "2026-04-01") == "in-force 1.1")
    let cancelled = ["2026-01-01 issue 1.0", "2026-02-01 issue 1.1 2026-06-01", "2026-03-01 cancel 1.1"]
    #expect(standing(cancelled, "2026-07-01") == "in-force 1.0")
    #expect(Self.record(cancelled)?.state(of: Self.version("1.1"), on: Self.day("2026-02-15")) == .scheduled)
    #expect(Self.record(cancelled)?.state(of: Self.version("1.1"), on: Self.day("2026-03-15")) == .withdrawn)
  }

  @Test func theNextReviewCountsFromTheLaterOfEffectAndReview() throws {
    let record = try #require(Self.record(["2026-01-01 issue 1.0 2026-02-01", "2026-09-01 look"]))
    let cycle = try #require(ReviewCycle(months: 12))
    #expect(record.nextReview(on: Self.day("2026-08-31"), cycle: cycle) == Self.day("2027-02-01"))
    #expect(record.nextReview(on: Self.day("2026-09-01"), cycle: cycle) == Self.day("2027-09-01"))
    #expect(record.nextReview(on: Self.day("2026-01-15"), cycle: cycle) == nil)
  }

  /// Whatever is recorded in whatever order, exactly one version is the current one, and it is the highest that may be.
  @Test func everyDayHasAtMostOneCurrentVersion() {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<300 {
      var script: [String] = []
      var (day, number) = (1, 0)
      for _ in 0..<(1 + random(8)) {
        day = min(day + random(4), 28)
        let text = Day(year: 2026, month: 1, day: day)?.description ?? ""
        let effective = Day(year: 2026, month: 1, day: min(day + random(10), 31))?.description ?? ""
        number += 1
        script.append(
          random(5) == 0 && number > 1 ? "\(text) withdraw \(effective)" : "\(text) issue 1.\(number) \(effective)")
      }
      guard let record = Self.record(script) else { continue }
      for date in 1...31 {
        guard let on = Day(year: 2026, month: 1, day: date) else { continue }
        let states = record.versions.map { record.state(of: $0.version, on: on) }
        let current = states.count { $0 == .inForce }
        let isSettled = current <= 1 && (record.standing(on: on).state == .inForce) == (current == 1)
        #expect(isSettled, "\(script) on \(on)")
        let highest = record.versions.filter { $0.from <= on && ($0.until.map { on < $0 } ?? true) }
        let isAgreed = highest.last?.version == (current == 1 ? record.standing(on: on).version?.version : nil)
        #expect(isAgreed, "\(script) on \(on)")
      }
    }
  }

  /// The order is total and does not depend on how a version is written out.
  @Test func versionsHaveATotalOrder() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let versions = (0..<60).map { _ -> Version in
      if random(4) == 0 { return Self.version("\(["A", "B", "Z"][random(3)])/\(random(120))") }
      return Self.version((0...random(4)).map { _ in String(random(12)) }.joined(separator: "."))
    }
    var isTotal = true
    for a in versions {
      for b in versions {
        isTotal = isTotal && (a < b ? 1 : 0) + (b < a ? 1 : 0) + (a == b ? 1 : 0) == 1
        for c in versions where a < b && b < c { isTotal = isTotal && a < c }
      }
    }
    #expect(isTotal)
    let sorted = ["1.9", "1.10", "2.0", "A/0", "A/1", "A/12", "B/0"].map(Self.version)
    #expect(sorted == sorted.reversed().sorted())
    #expect(Self.version("1") == Self.version("1.0.0"))
  }

  @Test func momentsAreReadAndWrittenExactly() throws {
    let moment = try #require(Instant(tolerating: "2026-03-01 09:05", offset: 480))
    #expect(moment.description == "2026-03-01T09:05:00+08:00" && moment.day == Self.day("2026-03-01"))
    #expect(Instant(tolerating: "2026-03-01", offset: -330)?.description == "2026-03-01T00:00:00-05:30")
    #expect(Instant(tolerating: "2026-03-01T01:05:00Z", offset: 480) == moment)
    #expect(Instant(parsing: moment.description) == moment)
    for text in ["2026-02-30", "2026-03-01 25:00", "2026-03-01T9:05", "2026-03-01 09:05 ", "2026-03-01T09:05:00+8:00"] {
      #expect(Instant(tolerating: text, offset: 0) == nil, "\(text)")
    }
    #expect(Instant(parsing: "2026-03-01 09:05") == nil)
    #expect(Instant(seconds: -1, offset: 0)?.description == "1969-12-31T23:59:59+00:00")
  }

  @Test func jsonHasOneSpelling() {
    let value = JSONValue.object(of: [
      ("b", .string("汉\u{1F600}\"\\\n\u{1}\u{7F}")), ("\u{FFFD}", .null), ("\u{1F600}", .bool(true)),
      ("a", .array([.number(-3), .object([])])), ("none", nil),
    ])
    let text = String(decoding: value.canonicalBytes, as: UTF8.self)
    // RFC 8785 sorts by UTF-16: what lies above the first plane stands before U+FFFD.
    #expect(text == #"{"a":[-3,{}],"b":"汉😀\"\\\n\u0001"# + "\u{7F}" + #"","😀":true,"�":null}"#)
    #expect(CanonicalJSON.value(value.canonicalBytes) == value)
    for other in [
      #"{"b":1,"a":2}"#, #"{"a":1,"a":1}"#, #"{"a" :1}"#, #"{"a":01}"#, #"{"a":-0}"#, #"{"a":1.0}"#, #"{"a":"\u0041"}"#,
      #"{"a":"\/"}"#, #"{"a":"\u000a"}"#, #"{"a":1}x"#, #"{"a":9007199254740992}"#, "{\"a\":\"\n\"}", "[", "",
      String(repeating: "[", count: 40),
    ] { #expect(CanonicalJSON.value(Array(other.utf8)) == nil, "\(other)") }
    #expect(CanonicalJSON.value([0x22, 0xFF, 0x22]) == nil)
  }

  @Test func eventsComeBackAsTheyWereWritten() {
    let record = Self.record(["2026-01-01 issue 1.0", "2026-01-02 hold", "2026-01-03 release", "2026-01-04 withdraw"])
    let events = record.map { [$0.versions[0].event] + $0.pauses.map(\.event) + $0.withdrawals.map(\.event) } ?? []
    let bytes = events.flatMap(\.line)
    let text = LedgerText(
      reading: bytes, digest: { _ in String(repeating: "c", count: 64) },
      map: { count, body in (0..<count).map { body($0) } })
    #expect(text.events == events && !text.isCutOff && events.count == 4)
    let cut = LedgerText(
      reading: bytes.dropLast(), digest: { _ in String(repeating: "c", count: 64) },
      map: { count, body in (0..<count).map { body($0) } })
    #expect(cut.events.count == 3 && cut.isCutOff)
  }

  @Test func bookkeepingIsNoChange() {
    func text(_ card: String, _ body: String) -> SealedText {
      let bytes = Array("---\n编号: T-1\n名称: 试\n\(card)---\n## 步骤\n1. **店员** \(body)\n".utf8)
      return SealedText(SourceFile(path: "content/procedures/t.md", bytes: bytes), as: .procedure)
    }
    let plain = text("", "做")
    #expect(text("版本: 1.1\n状态: 批准\n生效日期: 2026-01-01\n审批:\n  - 批准 店长 甲某 2026-01-01\n修订说明: 改\n", "做") == plain)
    #expect(text("", "做\n## 修订记录\n- 1.1 2026-01-01 甲某：改") == plain)
    #expect(text("", "做\r\n") == plain)
    #expect(text("", "做别的") != plain)
    #expect(text("保管期限: 3年\n", "做") != plain)
    #expect(text("", "做\n## 修订记录\n- 1.1：改\n## 附则\n无") != plain)
  }
}
