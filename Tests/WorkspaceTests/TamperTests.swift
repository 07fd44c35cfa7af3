import Diagnostics
import Foundation
import Procedures
import Testing

@testable import Workspace

/// Whatever is changed in the archive is found and named (spec/versions.md 1).
@Suite struct TamperTests {
  private func sample() throws -> (ArchiveSample, URL) {
    let sample = ArchiveSample()
    try sample.history()
    return (sample, URL(filePath: sample.path).appending(path: "content/issued"))
  }

  private func faults(_ sample: ArchiveSample) throws -> [Diagnostic] { try sample.archive().inspect().faults }

  private func files(_ folder: URL) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { !folder.appending(path: $0).hasDirectoryPath }.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder.appending(path: name).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// Thousands of flips of one bit, over every file and every line; each is found, by the file it is in.
  @Test func everyFlippedBitIsFound() throws {
    let (sample, folder) = try sample()
    #expect(try faults(sample).isEmpty)
    var random = SplitMix(seed: 20_261_123)
    for name in files(folder) {
      let url = folder.appending(path: name)
      let before = try Data(contentsOf: url)
      for _ in 0..<(name == "ledger.jsonl" ? 2000 : 120) {
        var after = before
        let index = Int(random.next() % UInt64(before.count))
        after[index] ^= UInt8(1) << UInt8(random.next() % 8)
        try after.write(to: url)
        let found = try sample.archive()
        // A flipped line end at the very end makes the last line an unfinished write, which strands its files or shows
        // as a cut.
        let isFound = try !found.inspect().faults.isEmpty || found.text.isCutOff
        #expect(isFound, "\(name) at \(index)")
      }
      try before.write(to: url)
    }
    #expect(try faults(sample).isEmpty)
  }

  @Test func linesTakenOutPutInOrMovedAreNamed() throws {
    let (sample, folder) = try sample()
    let url = folder.appending(path: "ledger.jsonl")
    let text = try String(contentsOf: url, encoding: .utf8)
    let lines: [String] = text.split(separator: "\n").map { String($0) + "\n" }
    func rules(_ lines: [String]) throws -> [String] {
      try lines.joined().write(to: url, atomically: false, encoding: .utf8)
      return try faults(sample).map(\.message.en)
    }
    let taken = try rules([lines[0]] + lines[2...])
    #expect(taken.contains { $0.hasPrefix("before line 2") })
    let moved = try rules([lines[0], lines[2], lines[1]] + lines[3...])
    #expect(moved.contains { $0.contains("line 2 of the ledger (seq 3) is out of order: it belongs behind line 3") })
    let doubled = try rules([lines[0], lines[0]] + lines[1...])
    #expect(doubled.contains { $0.contains("line 2 of the ledger repeats the line before") })
    let altered = try rules([lines[0].replacingOccurrences(of: "2026-01-05", with: "2026-01-06")] + lines[1...])
    #expect(altered.contains { $0.hasPrefix("line 1 of the ledger was altered") })
    let spaced = try rules([lines[0].replacingOccurrences(of: ",\"at\"", with: ", \"at\"")] + lines[1...])
    #expect(spaced.contains { $0.contains("line 1 of the ledger was not written by Handrail") })
    let cut = try rules(Array(lines.prefix(1)))
    #expect(cut.contains { $0.hasPrefix("no line of the ledger names this file") })
    let gone = try rules([])
    #expect(gone.count == 1 && gone[0].hasPrefix("the ledger is missing or empty"))
  }

  @Test func filesTakenOutOrPutInAreNamed() throws {
    let (sample, folder) = try sample()
    let file = folder.appending(path: "T-001/1.0/T-001.md")
    let bytes = try Data(contentsOf: file)
    try FileManager.default.removeItem(at: file)
    #expect(try faults(sample).map(\.message.en) == ["this sealed file of T-001@1.0 is missing"])
    #expect(try faults(sample).first?.path == "content/issued/T-001/1.0/T-001.md")
    try bytes.write(to: file)
    try Data("x".utf8).write(to: folder.appending(path: "T-001/1.0/extra.md"))
    #expect(try faults(sample).map(\.path) == ["content/issued/T-001/1.0/extra.md"])
    let outcome = try sample.control("2026-04-01").hold("T-001", reason: "试")
    #expect(sample.rules(outcome) == ["document-control"])
    guard case .broken = outcome else { return #expect(Bool(false), "a broken archive is not written to") }
  }

  @Test func aSignatureOutlivesARollBack() throws {
    let (sample, folder) = try sample()
    let ledger = folder.appending(path: "ledger.jsonl")
    let before = try Data(contentsOf: ledger)
    // RFC 8032, 7.1, test 1.
    let seed: [UInt8] = [
      0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4, 0x44, 0x49, 0xc5,
      0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
    ]
    let open: [UInt8] = [
      0xd7, 0x5a, 0x98, 0x01, 0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe, 0xd3, 0xc9, 0x64, 0x07, 0x3a, 0x0e, 0xe1, 0x72,
      0xf3, 0xda, 0xa6, 0x23, 0x25, 0xaf, 0x02, 0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a,
    ]
    try #expect(sample.rules(sample.control("2026-04-01").hold("T-001", reason: "试")) == [])
    let writer = try #require(try Archive.open(sample.path, for: .writing, patience: 10_000))
    _ = try writer.sign(seed: seed)
    writer.unlock()
    #expect(try faults(sample).isEmpty, "the signature is no stray file")
    #expect(try sample.archive().faults(ofSignatureBy: open).faults.isEmpty)
    #expect(
      try sample.archive().faults(ofSignatureBy: seed).faults.first?.message.en.contains("not by this key") == true)
    try before.write(to: ledger)
    #expect(try sample.archive().faults(ofSignatureBy: open).faults.first?.message.en.contains("rolled back") == true)
  }

  /// Twenty lines of another language find the same archive sound, and the same flips.
  @Test func anIndependentProgramAgrees() throws {
    let (sample, folder) = try sample()
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Ledger/verify.py")
    func run() throws -> Int32 {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/python3")
      process.arguments = [script.path, folder.path]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try run() == 0)
    for name in files(folder) {
      let url = folder.appending(path: name)
      let before = try Data(contentsOf: url)
      var after = before
      after[before.count / 2] ^= 1
      try after.write(to: url)
      #expect(try run() != 0, "\(name)")
      try before.write(to: url)
    }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
