import Procedures
import Testing

/// How versions stand from day to day: what scripts are told must be what a build on that day would say.
@Suite struct TimelineTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(parsing: text)) }

  private static func issue(_ version: String, _ effective: String) throws -> LedgerAction {
    .issue(
      Issuance(
        kind: .procedure, code: "YY-001", version: try #require(Version(parsing: version)), language: "zh-CN",
        path: "procedures/YY-001.md", effective: try day(effective), title: "营运", note: nil, approvals: [],
        files: [.init(path: "procedures/YY-001.md", digest: version)], context: ""))
  }

  private static func withdraw(_ version: String?, _ effective: String) throws -> LedgerAction {
    .withdraw(
      Withdrawal(
        code: "YY-001", version: version.flatMap { Version(parsing: $0) }, reason: "并入", successor: nil,
        effective: try day(effective)))
  }

  private static func record(_ events: [(String, LedgerAction)]) throws -> DocumentRecord {
    let ledger = Ledger(
      try events.enumerated().map { index, event in
        LedgerEvent(
          event.1, at: try #require(Instant(tolerating: event.0, offset: 480)), backdated: nil, batch: nil,
          seq: index + 1, prev: LedgerEvent.origin, digest: { _ in String(repeating: "a", count: 64) })
      })
    return try #require(ledger["yy-001"])
  }

  private static func words(_ spans: [Timeline.Span]) -> [String] {
    spans.map { "\($0.from) \($0.state.rawValue) \($0.version)" }
  }

  @Test func versionsFollowEachOther() throws {
    let timeline = try Self.record([
      ("2026-01-10", Self.issue("1.0", "2026-02-01")), ("2026-05-10", Self.issue("1.1", "2026-06-01")),
    ]).timeline
    #expect(
      Self.words(timeline.document) == [
        "2026-01-10 scheduled 1.0", "2026-02-01 in-force 1.0", "2026-06-01 in-force 1.1",
      ])
    #expect(
      timeline.versions.map(Self.words) == [
        ["2026-01-10 scheduled 1.0", "2026-02-01 in-force 1.0", "2026-06-01 superseded 1.0"],
        ["2026-05-10 scheduled 1.1", "2026-06-01 in-force 1.1"],
      ])
  }

  @Test func aHigherVersionThatTakesEffectEarlierSkipsTheLower() throws {
    let timeline = try Self.record([
      ("2026-01-10", Self.issue("1.0", "2026-02-01")), ("2026-03-01", Self.issue("1.1", "2026-09-01")),
      ("2026-04-01", Self.issue("1.2", "2026-05-01")),
    ]).timeline
    #expect(
      Self.words(timeline.versions[1]) == ["2026-03-01 scheduled 1.1", "2026-05-01 superseded 1.1"])
  }

  @Test func aWithdrawalEndsAllAndAHigherVersionRevives() throws {
    let timeline = try Self.record([
      ("2026-01-10", Self.issue("1.0", "2026-02-01")), ("2026-03-01", Self.withdraw(nil, "2026-04-01")),
      ("2026-06-01", Self.issue("2.0", "2026-07-01")),
    ]).timeline
    #expect(
      Self.words(timeline.document) == [
        "2026-01-10 scheduled 1.0", "2026-02-01 in-force 1.0", "2026-04-01 withdrawn 1.0", "2026-07-01 in-force 2.0",
      ])
    #expect(Self.words(timeline.versions[0]).last == "2026-04-01 withdrawn 1.0")
  }

  @Test func aHoldEndsWithItsRelease() throws {
    let pause = Pause(code: "YY-001", reason: "改造")
    let timeline = try Self.record([
      ("2026-01-10", Self.issue("1.0", "2026-02-01")), ("2026-03-01", .hold(pause)), ("2026-03-05", .release(pause)),
    ]).timeline
    #expect(
      Self.words(timeline.versions[0]) == [
        "2026-01-10 scheduled 1.0", "2026-02-01 in-force 1.0", "2026-03-01 on-hold 1.0", "2026-03-05 in-force 1.0",
      ])
  }

  /// On every day of two years the stretches say what the standing of that day says.
  @Test func stretchesSayWhatEachDayWouldSay() throws {
    let pause = Pause(code: "YY-001", reason: "改造")
    let record = try Self.record([
      ("2026-01-10", Self.issue("1.0", "2026-02-01")), ("2026-02-20", .hold(pause)),
      ("2026-03-01", Self.issue("1.1", "2026-09-01")), ("2026-03-05", .release(pause)),
      ("2026-04-01", Self.issue("1.2", "2026-05-01")), ("2026-05-20", Self.issue("1.3", "2026-12-01")),
      ("2026-06-01", Self.withdraw("1.3", "2026-06-01")), ("2026-07-01", Self.withdraw(nil, "2026-08-01")),
      ("2026-10-01", Self.issue("2.0", "2026-11-01")), ("2026-10-05", .hold(pause)),
    ])
    let timeline = record.timeline
    let first = try Self.day("2025-12-01").daysSinceEpoch
    for number in first..<(first + 500) {
      let day = try #require(Day(daysSinceEpoch: number))
      let span = timeline.document.last { $0.from <= day }
      let standing = record.standing(on: day)
      #expect(span?.state == standing.state && span?.version == standing.version?.version, "\(day)")
      for (place, version) in record.versions.enumerated() {
        let state = timeline.versions[place].last { $0.from <= day }?.state
        #expect(state == record.state(of: version.version, on: day), "\(day) \(version.version)")
      }
    }
  }
}
