import Diagnostics
import Glibc
import Synchronization
import Testing

@testable import Workspace

@Suite struct ProcessTests {
  @Test(arguments: [(0, 1), (1, 4), (7, 3), (1000, 1), (1000, 2), (1000, 16), (5, 1000), (3, 0)])
  func parallelMapKeepsTheOrder(count: Int, jobs: Int) {
    let calls = Atomic<Int>(0)
    let found = Parallel.map(count: count, jobs: jobs) { index in
      calls.add(1, ordering: .relaxed)
      return "\(index)"
    }
    #expect(found == (0..<count).map { "\($0)" } && calls.load(ordering: .relaxed) == count)
    #expect(Parallel.map(Array(found), jobs: jobs) { $0 + "!" } == found.map { $0 + "!" })
    #expect(Parallel.processors >= 1)
  }

  /// Every index is met once, whether it is among the large ones or not, and each worker keeps its own tools.
  @Test(arguments: [(0, 0), (1, 1), (5, 9), (1000, 0), (1000, 3), (1000, 1000)])
  func everyPieceIsDoneOnce(count: Int, large: Int) {
    let met = Mutex<[Int]>([])
    Parallel.forEach(count: count, large: large, jobs: 4, tools: { [Int]() }) { index, own in
      own.append(index)
      #expect(own == own.sorted())
      met.withLock { $0.append(index) }
    }
    #expect(met.withLock { $0.sorted() } == Array(0..<count))
  }

  @Test func digestsAreThoseOfTheStandard() {
    #expect(Digest([]).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let abc = Digest(Array("abc".utf8))
    #expect(abc.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Digest(hex: abc.hex.utf8) == abc && abc.bytes.count == 32)
    for text in ["", "0", String(repeating: "g", count: 64), abc.hex.uppercased(), abc.hex + "0"] {
      #expect(Digest(hex: text.utf8) == nil)
    }
    let all = Parallel.map(count: 64, jobs: 8) { Digest([UInt8($0)]) }
    #expect(Set(all).count == 64)
  }

  @Test func todayIsTheOptionElseTheEpoch() throws {
    #expect(try "\(Today.read(option: "2024-02-29", utcOffset: 0, epoch: "abc"))" == "2024-02-29")
    #expect(try "\(Today.read(option: nil, utcOffset: 0, epoch: "0"))" == "1970-01-01")
    #expect(try "\(Today.read(option: nil, utcOffset: 480, epoch: "1717200000"))" == "2024-06-01")
    #expect(try "\(Today.read(option: nil, utcOffset: 0, epoch: "1709251199"))" == "2024-02-29")
    #expect(try "\(Today.read(option: nil, utcOffset: 60, epoch: "1709251199"))" == "2024-03-01")
    #expect(try "\(Today.read(option: nil, utcOffset: -60, epoch: "0"))" == "1969-12-31")
    #expect(try "\(Today.read(option: nil, utcOffset: 480, epoch: nil))" > "2024-01-01")
  }

  @Test(arguments: ["abc", "-1", "", " 1", "1.5", "1e9", "99999999999999999999", "253402300800", "+5", "１"])
  func badEpochsAreNamed(epoch: String) {
    #expect { try Today.read(option: nil, utcOffset: 0, epoch: epoch) } throws: { error in
      guard let error = error as? WorkspaceError else { return false }
      return error.message.zh.contains("SOURCE_DATE_EPOCH") && error.exitCode == 2
    }
  }

  @Test(arguments: ["", "2024-02-30", "2023-02-29", "1900-02-29", "2024-13-01", "24-02-03", "2024/02/03", "0000-01-01"])
  func badDaysAreAUsageError(option: String) {
    #expect { try Today.read(option: option, utcOffset: 0, epoch: nil) } throws: { error in
      (error as? WorkspaceError)?.exitCode == 64
    }
  }

  @Test func progressIsShownOnATerminalOnly() {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    let quiet = Progress("x", total: 10, isShown: false, output: ends[1])
    quiet.advance()
    quiet.finish()
    let shown = Progress("生成", total: 1000, isShown: true, output: ends[1])
    for _ in 0..<1000 { shown.advance() }
    shown.finish()
    close(ends[1])
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(ends[0], &bytes, bytes.count)
    close(ends[0])
    let lines = String(decoding: bytes[..<max(count, 0)], as: UTF8.self).split(separator: "\r")
    #expect(lines.count == 101 && lines[99].hasPrefix("生成 1000/1000"))
  }

  @Test func messagesNameTheReason() {
    let full = WorkspaceError(WorkspaceAction.write.text, path: "public/a\nb", code: ENOSPC)
    #expect(full.message.en.contains("no space") && full.message.zh.contains("空间不足"))
    #expect(full.path == #"public/a\u{A}b"#)
  }
}
