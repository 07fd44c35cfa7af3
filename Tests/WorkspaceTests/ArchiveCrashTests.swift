import Diagnostics
import Glibc
import Procedures
import Synchronization
import Testing

@testable import Workspace

/// Old or new, never half: `issue` stopped before each of its calls, in the middle of each of its writes, and with each
/// of them failing (design/reliability.md 3.2).
@Suite struct ArchiveCrashTests {
  /// Counts the calls and answers one of them.
  private final class Stepper: Sendable {
    private let names = Mutex<[String]>([])
    let target: Int
    let answer: Disk.Verdict
    let isLasting: Bool

    init(_ target: Int, _ answer: Disk.Verdict, isLasting: Bool = true) {
      self.target = target
      self.answer = answer
      self.isLasting = isLasting
    }

    /// The calls so far, by name.
    var calls: [String] { names.withLock { $0 } }

    var disk: Disk {
      Disk(verdict: { [self] name in
        let call = names.withLock { names in
          names.append(name)
          return names.count - 1
        }
        if call == target { return answer }
        return call > target && isLasting ? .stop : .go
      })
    }
  }

  private func sample() throws -> ArchiveSample {
    let sample = ArchiveSample()
    try sample.history()
    sample.document(version: "2.0", day: "2026-04-01")
    sample.document("T-003", version: "1.0", day: "2026-04-01")
    sample.scratch.write("content/assets/图.txt", "第三张图")
    return sample
  }

  private func issue(_ sample: ArchiveSample, _ disk: Disk) {
    _ = try? sample.control("2026-04-01", disk: disk).issue(["T-001", "T-003"], note: nil)
  }

  @Test func everyCallCanBeTheLast() throws {
    let template = try sample()
    let whole = try ArchiveSample(copying: template)
    let old = whole.tree
    let counter = Stepper(Int.max, .go)
    issue(whole, counter.disk)
    let new = whole.tree
    #expect(new.count > old.count && counter.calls.count > 30)
    for (target, name) in counter.calls.enumerated() {
      for answer in name == "write" ? [Disk.Verdict.stop, .cut(1), .cut(1500)] : [.stop] {
        let sample = try ArchiveSample(copying: template)
        issue(sample, Stepper(target, answer).disk)
        // Readers that come before the next writer see the old ledger or the new one, and a sound archive.
        let archive = try sample.archive()
        let isSound = try archive.inspect().faults.isEmpty
        #expect(isSound, "call \(target)")
        #expect([5, 7].contains(archive.ledger.events.count), "call \(target)")
        let isOld = archive.ledger.events.count == 5
        // The next command leaves one of the two trees, and can write.
        issue(sample, Disk())
        let isNew = sample.tree == new
        #expect(isNew, "call \(target), old: \(isOld)")
      }
    }
  }

  @Test func aFailingCallLeavesTheOldLedgerAndIsTold() throws {
    let template = try sample()
    let whole = try ArchiveSample(copying: template)
    let counter = Stepper(Int.max, .go)
    issue(whole, counter.disk)
    for target in stride(from: 0, to: counter.calls.count, by: 2) {
      for code in [ENOSPC, EIO] {
        let sample = try ArchiveSample(copying: template)
        let stepper = Stepper(target, .fail(code), isLasting: false)
        var failure: WorkspaceError?
        do {
          _ = try sample.control("2026-04-01", disk: stepper.disk).issue(["T-001", "T-003"], note: nil)
        } catch { failure = error as? WorkspaceError }
        let archive = try sample.archive()
        let isSound = try archive.inspect().faults.isEmpty
        #expect(isSound, "call \(target)")
        let count = archive.ledger.events.count
        #expect(count == 7 || (count == 5 && failure != nil), "call \(target)")
        #expect(
          sample.scratch.names("content/issued").contains { $0.hasPrefix(".pending-") } == false, "call \(target)")
      }
    }
  }

  @Test func anUnfinishedLineIsIgnoredAndThenCut() throws {
    let sample = try sample()
    let file = open("\(sample.path)/content/issued/ledger.jsonl", O_WRONLY | O_APPEND)
    _ = "{\"approvals\":[".withCString { write(file, $0, strlen($0)) }
    close(file)
    let archive = try sample.archive()
    #expect(archive.text.isCutOff && archive.ledger.events.count == 5 && archive.notices.count == 1)
    #expect(try archive.inspect().faults.isEmpty)
    try #expect(sample.issue("T-001", at: "2026-04-01") == [])
    #expect(try sample.archive().text.isCutOff == false)
  }

  @Test func theSecondOfTwoWritersWaitsOrSaysSo() throws {
    let sample = try sample()
    let held = try #require(try Archive.open(sample.path, for: .writing, patience: 10_000))
    #expect(throws: WorkspaceError.self) { try sample.control("2026-04-01", patience: 40).hold("T-001", reason: "试") }
    held.unlock()
    let codes = ["T-001", "T-003"]
    let path = sample.path
    let results: [Bool] = Parallel.map(codes, jobs: 2) { code in
      guard let recording = try? Recording(at: "2026-04-01", backdated: nil, utcOffset: 480, now: 1_800_000_000) else {
        return false
      }
      var control = DocumentControl(root: path, recording: recording)
      control.patience = 20_000
      guard case .recorded? = try? control.issue([code], note: nil) else { return false }
      return true
    }
    #expect(results == [true, true])
    let archive = try sample.archive()
    #expect(archive.faults.isEmpty && archive.ledger.events.count == 7)
    #expect(archive.ledger["T-003"] != nil && archive.ledger["T-001"]?.highest?.version.text == "2.0")
  }
}
