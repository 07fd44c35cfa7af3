import Diagnostics
import Procedures
import Testing

@testable import Workspace

/// The conditions of `issue`, and what the other commands accept (spec/versions.md 1).
@Suite struct IssueTests {
  @Test func aVersionIsSealedWithEverythingItShows() throws {
    let sample = ArchiveSample()
    sample.document(version: "1.0", day: "2026-01-05")
    try #expect(sample.issue("T-001", at: "2026-01-05 09:30") == [])
    let archive = try sample.archive()
    let version = try #require(archive.ledger["t-001"]?.versions.first)
    #expect(version.issuance.files.map(\.path) == ["assets/图.txt", "procedures/T-001.md"])
    #expect(version.event.at.description == "2026-01-05T09:30:00+08:00")
    #expect(sample.scratch.names("content/issued/T-001/1.0") == ["T-001.md"])
    #expect(try archive.inspect().faults.isEmpty)
    #expect(
      try archive.context(version.issuance.context).files.map(\.path) == ["handbook.yml", "roles/店员.md", "roles/店长.md"])
    #expect(sample.scratch.read(".gitattributes")?.contains("merge=binary") == true)
  }

  @Test func obstaclesAreNamedAtOnce() throws {
    let sample = ArchiveSample()
    sample.document(version: "1.0", day: "2026-01-05", status: "评审")
    try #expect(sample.issue("T-001", at: "2026-01-05") == ["document-control"])
    sample.document(version: "1.0", day: "2026-01-05", effective: "2026-01-04")
    try #expect(sample.issue("T-001", at: "2026-01-05") == ["approval-order", "document-control"])
    sample.document(version: "1.0", day: "2026-01-05")
    try #expect(sample.issue("T-001", at: "2026-01-04").allSatisfy { $0 == "approval-order" })
    try #expect(sample.issue("T-009", at: "2026-01-05") == ["document-control"])
    sample.document(version: "1.0", day: "2026-01-05", step: "做 → 步骤 9")
    let rules = try sample.issue("T-001", at: "2026-01-05")
    #expect(!rules.isEmpty, "an error of the document keeps it from being issued")
    #expect(sample.scratch.names("content/issued").filter { !$0.hasPrefix(".") } == [])
  }

  @Test func noVersionIsUsedTwiceAndEachSaysSomethingNew() throws {
    let sample = ArchiveSample()
    try sample.history()
    sample.document(version: "1.1", day: "2026-04-01", step: "做别的")
    try #expect(sample.issue("T-001", at: "2026-04-01") == ["version-order"])
    sample.document(version: "1.0.9", day: "2026-04-01", step: "做别的")
    try #expect(sample.issue("T-001", at: "2026-04-01") == ["version-order"])
    sample.document(version: "B/0", day: "2026-04-01", step: "做别的")
    try #expect(sample.issue("T-001", at: "2026-04-01") == ["version-order"])
    sample.document(version: "1.10", day: "2026-04-01", step: "做第 1.1 版的事", note: "只改了版本")
    try #expect(sample.issue("T-001", at: "2026-04-01") == ["version-same"])
    sample.document(version: "1.10", day: "2026-04-01", note: nil)
    try #expect(sample.issue("T-001", at: "2026-04-01") == ["change-note"])
    try #expect(sample.issue("T-001", at: "2026-04-01", note: "说明在命令里") == [])
    try #expect(sample.issue("T-001", at: "2026-04-01") == ["version-same"])
    // A picture alone is a change too.
    sample.document(version: "1.11", day: "2026-04-02", step: "做第 1.10 版的事")
    sample.scratch.write("content/assets/图.txt", "新的平面图")
    try #expect(sample.issue("T-001", at: "2026-04-02") == [])
  }

  @Test func approvalsOfAnEarlierVersionDoNotCount() throws {
    let sample = ArchiveSample()
    sample.document(version: "1.0", day: "2026-01-05")
    try sample.issue("T-001", at: "2026-01-05")
    sample.document(version: "1.1", day: "2026-01-05", effective: "2026-02-05")
    try #expect(sample.issue("T-001", at: "2026-02-05") == ["approval-missing", "approval-missing"])
  }

  @Test func severalAreIssuedTogetherOrNotAtAll() throws {
    let sample = ArchiveSample()
    sample.document(version: "1.0", day: "2026-01-05")
    sample.document("T-002", version: "1.0", day: "2026-01-05", status: "草稿")
    try #expect(sample.issue("T-001", "T-002", at: "2026-01-05") == ["document-control"])
    #expect(try sample.archive().isEmpty)
    sample.document("T-002", version: "1.0", day: "2026-01-05")
    try #expect(sample.issue("T-001", "T-002", at: "2026-01-05") == [])
    let events = try sample.archive().ledger.events
    #expect(events.map(\.seq) == [1, 2] && events.map { $0.batch?.count } == [2, 2])
  }

  @Test func timesOutOfOrderAreExplained() throws {
    let sample = ArchiveSample()
    try sample.history()
    func message(_ at: String?) -> String? {
      do {
        let recording = try Recording(at: at, backdated: nil, utcOffset: 480, now: 1_772_000_000)
        _ = try DocumentControl(root: sample.path, recording: recording).hold("T-001", reason: "试")
        return nil
      } catch let error as WorkspaceError {
        return error.message.en
      } catch {
        return "?"
      }
    }
    #expect(message("2026-02-01")?.contains("before the last line of the ledger (seq 5") == true)
    #expect(message("2027-02-01")?.contains("lies in the future") == true)
    #expect(message("gestern")?.contains("write 2026-03-01") == true)
    #expect(message(nil)?.contains("the system's clock says 2026-02-25") == true)
  }

  @Test func theOtherCommandsRefuseWhatMakesNoSense() throws {
    let sample = ArchiveSample()
    try sample.history()
    let control = try sample.control("2026-04-01")
    #expect(sample.rules(try control.hold("T-002", reason: "试")) == ["document-control"])
    #expect(sample.rules(try control.release("T-001", reason: nil)) == ["document-control"])
    #expect(sample.rules(try control.hold("T-003", reason: "试")) == ["document-control"])
    #expect(sample.rules(try control.edition("春季", note: nil)) == ["document-control"])
    #expect(sample.rules(try control.distribute("T-001", to: [], returned: [1])) == ["document-control"])
    let pinned = try #require(PinnedCode(parsing: "T-001@1.1"))
    #expect(
      sample.rules(try control.withdraw(pinned, reason: "试", successor: nil, effective: nil)) == ["document-control"])
    let own = try #require(PinnedCode(parsing: "T-001"))
    #expect(
      sample.rules(try control.withdraw(own, reason: "试", successor: "T-001", effective: nil)) == ["document-control"]
    )
    #expect(sample.rules(try control.hold("T-001", reason: "试")) == [])
    #expect(sample.rules(try control.hold("T-001", reason: "试")) == ["document-control"])
    #expect(sample.rules(try control.release("T-001", reason: nil)) == [])
    #expect(sample.rules(try control.distribute("T-001", to: ["一楼", "二楼"], returned: [])) == [])
    #expect(sample.rules(try control.distribute("T-001", to: ["三楼"], returned: [1])) == [])
    let day = try #require(Day(parsing: "2026-04-01"))
    let record = try #require(try sample.archive().ledger["T-001"])
    #expect(record.copies(on: day).map(\.copy.number) == [2, 3])
  }

  @Test func aScheduledVersionCanBeCancelledAndItsNumberIsGone() throws {
    let sample = ArchiveSample()
    try sample.history()
    sample.document(version: "2.0", day: "2026-04-01", effective: "2026-06-01")
    try #expect(sample.issue("T-001", at: "2026-04-01") == [])
    let pinned = try #require(PinnedCode(parsing: "T-001@2.0"))
    let control = try sample.control("2026-05-01")
    #expect(sample.rules(try control.withdraw(pinned, reason: "取消", successor: nil, effective: nil)) == [])
    let record = try #require(try sample.archive().ledger["T-001"])
    let day = try #require(Day(parsing: "2026-07-01"))
    #expect(record.standing(on: day).version?.version.text == "1.1")
    sample.document(version: "2.0", day: "2026-05-02", step: "做新的")
    try #expect(sample.issue("T-001", at: "2026-05-02") == ["version-order"])
  }

  @Test func aDryRunWritesNothing() throws {
    let sample = ArchiveSample()
    sample.document(version: "1.0", day: "2026-01-05")
    var control = try sample.control("2026-01-05")
    control.isDryRun = true
    #expect(sample.rules(try control.issue(["T-001"], note: nil)) == [])
    #expect(sample.scratch.names("content").contains("issued") == false)
  }
}
