package import Diagnostics

/// The ledger as it stands in its file: every line read and held against the chain of hashes.
package struct LedgerText: Sendable {
  /// The path of the ledger below the handbook's folder.
  package static let path = "content/issued/ledger.jsonl"

  /// The whole file.
  package let bytes: [UInt8]
  /// The events, in order; those of lines that cannot be read are missing.
  package let events: [LedgerEvent]
  /// What is wrong with it, by line.
  package let faults: [Diagnostic]
  /// The number of bytes that count: what follows is an unfinished write, which readers ignore and the next writer cuts.
  package let end: Int

  /// One line: its bytes, its event and whether its own hash is right.
  private struct Line: Sendable {
    let range: Range<Int>
    let event: LedgerEvent?
    let isTrue: Bool
  }

  /// Reads a ledger. Linear, but for the faults that are looked up.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - digest: gives the SHA-256 of some bytes in hexadecimal digits.
  ///   - map: shares out the reading of the lines.
  package init(reading bytes: [UInt8], digest: @escaping @Sendable ([UInt8]) -> String, map: ParallelMap<[ChunkLine]>) {
    let chunks = Self.chunks(of: bytes)
    let read = map(chunks.count) { ChunkLine.read(bytes, chunks[$0], digest: digest) }.flatMap(\.self)
    var lines = read.map { Line(range: $0.range, event: $0.event, isTrue: $0.isTrue) }
    var end = lines.last?.range.upperBound ?? 0
    // Lines of one command count together: without its last one the write did not finish.
    if let last = lines.last?.event, let batch = last.batch, batch.number < batch.count, batch.number <= lines.count {
      lines.removeLast(batch.number)
      end = lines.last?.range.upperBound ?? 0
    }
    self.bytes = bytes
    self.end = end
    events = lines.compactMap(\.event)
    faults = Self.faults(lines)
  }

  /// Whether something follows that is an unfinished write.
  package var isCutOff: Bool { end < bytes.count }

  /// Parts of about equal size that end with a line; what follows the last line end is in none.
  private static func chunks(of bytes: [UInt8]) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var start = 0
    let size = max(1 << 16, bytes.count / 64)
    while start < bytes.count {
      let goal = min(start + size, bytes.count)
      let end = bytes[(goal - 1)...].firstIndex(of: 0x0A) ?? bytes[start..<goal].lastIndex(of: 0x0A)
      guard let end else { break }
      chunks.append(start..<(end + 1))
      start = end + 1
    }
    return chunks
  }

  private static func faults(_ lines: [Line]) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var places: [String: Int]?
    for (index, line) in lines.enumerated() {
      let number = index + 1
      guard let event = line.event, line.isTrue else {
        faults.append(.altered(line.range, number, isReadable: line.event != nil))
        continue
      }
      let before = index == 0 ? LedgerEvent.origin : lines[index - 1].event?.hash
      if event.prev != before, let before {
        if places == nil {
          places = Dictionary(
            lines.enumerated().compactMap { place, line in line.event.map { ($0.hash, place + 1) } },
            uniquingKeysWith: { first, _ in first })
        }
        let isFirst = event.prev == LedgerEvent.origin
        faults.append(
          .broken(line.range, number, event, follows: isFirst ? 0 : places?[event.prev], isRepeat: before == event.hash)
        )
      } else if event.seq != number {
        faults.append(.misnumbered(line.range, number, event))
      }
      if index > 0, let earlier = lines[index - 1].event, event.at < earlier.at {
        faults.append(.backwards(line.range, number, event, after: earlier))
      }
    }
    return faults
  }
}

/// A line of a ledger as one worker reads it.
package struct ChunkLine: Sendable {
  let range: Range<Int>
  let event: LedgerEvent?
  let isTrue: Bool

  /// Reads the lines of one part.
  static func read(_ bytes: [UInt8], _ chunk: Range<Int>, digest: ([UInt8]) -> String) -> [ChunkLine] {
    bytes.withUnsafeBufferPointer { buffer in
      var lines: [ChunkLine] = []
      var start = chunk.lowerBound
      var rest: [UInt8] = []
      while start < chunk.upperBound {
        let end = buffer[start..<chunk.upperBound].firstIndex(of: 0x0A) ?? chunk.upperBound
        let text = UnsafeBufferPointer(rebasing: buffer[start..<end])
        lines.append(read(text, at: start..<min(end + 1, chunk.upperBound), &rest, digest: digest))
        start = end + 1
      }
      return lines
    }
  }

  /// A line is hashed as it stands, without the one member that holds its hash.
  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, at range: Range<Int>, _ rest: inout [UInt8], digest: ([UInt8]) -> String
  ) -> ChunkLine {
    guard let line = CanonicalJSON.read(text, locating: "hash"), let hash = line.member,
      let event = LedgerEvent(line.value)
    else { return ChunkLine(range: range, event: nil, isTrue: false) }
    rest.removeAll(keepingCapacity: true)
    rest += text[..<hash.lowerBound]
    rest += text[hash.upperBound...]
    return ChunkLine(range: range, event: event, isTrue: digest(rest) == event.hash)
  }
}

extension Diagnostic {
  private static func ledger(
    _ range: Range<Int>, zh: String, en: String, help: Localized
  ) -> Diagnostic {
    Diagnostic(
      .error, .documentControl, path: LedgerText.path, range: SourceRange(range.lowerBound, range.lowerBound),
      message: Localized(zh: zh, en: en), help: help)
  }

  private static let restore = Localized(
    zh: "台账只能追加；从备份或版本库恢复 content/issued/，再用 handrail verify 核对",
    en: "the ledger only ever grows; restore content/issued/ from a backup or from git, then run handrail verify")

  fileprivate static func altered(_ range: Range<Int>, _ line: Int, isReadable: Bool) -> Diagnostic {
    ledger(
      range,
      zh: isReadable ? "台账第 \(line) 行被改动过：内容与它的散列值不符" : "台账第 \(line) 行不是本程序写的，或已损坏",
      en: isReadable
        ? "line \(line) of the ledger was altered: it does not match its own hash"
        : "line \(line) of the ledger was not written by Handrail, or is damaged", help: restore)
  }

  fileprivate static func broken(
    _ range: Range<Int>, _ line: Int, _ event: LedgerEvent, follows: Int?, isRepeat: Bool
  ) -> Diagnostic {
    if isRepeat {
      return ledger(
        range, zh: "台账第 \(line) 行重复了上一行", en: "line \(line) of the ledger repeats the line before",
        help: restore)
    }
    if let follows {
      return ledger(
        range,
        zh: "台账第 \(line) 行（序号 \(event.seq)）位置不对：它应当接在第 \(follows) 行之后",
        en: "line \(line) of the ledger (seq \(event.seq)) is out of order: it belongs behind line \(follows)",
        help: restore)
    }
    return ledger(
      range,
      zh: "台账第 \(line) 行之前缺行，或前一行被换过：它的序号是 \(event.seq)，前一行的散列值应为 \(event.prev.prefix(12))…",
      en: "before line \(line) of the ledger a line is missing or was replaced: its seq is \(event.seq), and the line "
        + "before it must have the hash \(event.prev.prefix(12))…", help: restore)
  }

  fileprivate static func misnumbered(_ range: Range<Int>, _ line: Int, _ event: LedgerEvent) -> Diagnostic {
    ledger(
      range, zh: "台账第 \(line) 行的序号是 \(event.seq)，应为 \(line)",
      en: "line \(line) of the ledger has seq \(event.seq) instead of \(line)", help: restore)
  }

  fileprivate static func backwards(
    _ range: Range<Int>, _ line: Int, _ event: LedgerEvent, after earlier: LedgerEvent
  ) -> Diagnostic {
    ledger(
      range, zh: "台账第 \(line) 行的时间 \(event.at) 早于上一行的 \(earlier.at)",
      en: "line \(line) of the ledger is dated \(event.at), before the line above it (\(earlier.at))", help: restore)
  }
}
