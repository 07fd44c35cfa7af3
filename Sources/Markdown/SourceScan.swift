package import Diagnostics

/// The checks of a file's bytes that come before any parser sees them.
///
/// The limits keep libcmark inside what was measured: some inputs beyond them cost it minutes (`- - - …` followed by
/// blank lines, `![[]()…`).
package enum SourceScan {
  /// The largest file, in bytes.
  package static let largest = 1 << 20
  /// The most lines of a file.
  package static let mostLines = 20_000
  /// The longest line, in bytes.
  package static let longestLine = 64 << 10
  /// The deepest nesting of quotes and list items.
  package static let deepest = 100
  /// The deepest tree: a list around every item, and inlines inside one another.
  package static let deepestTree = 300
  /// The most `[`, `![` and `<!` between two blank lines.
  package static let mostBrackets = 2_000
  /// The most findings of one file that are listed one by one.
  static let mostFindings = 20

  /// Finds what makes a file unreadable or unsafe, over all of it, front matter included. Linear.
  ///
  /// - Returns: errors of rules `encoding` and `limit`, at most 20 and one that counts the rest, and a warning with a
  ///   fix for a byte order mark.
  package static func scan(_ file: SourceFile) -> [Diagnostic] {
    let count = file.bytes.count
    var report = ScanReport(path: file.path)
    if count > largest {
      report.add(.size(count), largest..<largest + 1)
    } else if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      report.add(.utf16, 0..<2)
    } else {
      file.bytes.withUnsafeBufferPointer { bytes in
        var scan = ByteScan(bytes: bytes)
        scan.run(&report)
      }
    }
    return report.finish()
  }
}

/// One pass over the bytes of a file.
private struct ByteScan {
  let bytes: UnsafeBufferPointer<UInt8>
  var line = 0
  var lineStart = 0
  var brackets = 0

  /// Whether a byte needs a look: line ends, brackets, `<`, controls and all that is not ASCII.
  private static let classes: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x09, 0x0B, 0x0C: 0
    case 0..<0x20, 0x5B, 0x3C, 0x7F...: 1
    default: 0
    }
  }

  mutating func run(_ report: inout ScanReport) {
    var index = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      report.add(.byteOrderMark, 0..<3)
      index = 3
    }
    lineStart = index
    startLine(at: index, &report)
    let count = bytes.count
    Self.classes.withUnsafeBufferPointer { classes in
      while index < count {
        index = skipHan(from: index)
        while index < count, classes[Int(bytes[index])] == 0 { index += 1 }
        guard index < count else { break }
        let byte = bytes[index]
        index = byte >= 0x80 ? scalar(at: index, &report) : special(byte, at: index, &report)
      }
    }
    endLine(at: count, &report)
  }

  /// Skips Han text, the common case, by whole scalars, two at a time where it can: U+3000 to U+9FFF and U+FF00 to
  /// U+FF7F are three bytes that need no closer look.
  private func skipHan(from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    let raw = UnsafeRawPointer(base)
    var index = start
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      guard word & 0x00C0_C0F0 == 0x0080_80E0, (word & 0x0F) &- 3 <= 6 || word & 0xFEFF == 0xBCEF else { break }
      let second = word >> 24
      guard second & 0x00C0_C0F0 == 0x0080_80E0, (second & 0x0F) &- 3 <= 6 || second & 0xFEFF == 0xBCEF else {
        return index + 3
      }
      index += 6
    }
    return index
  }

  private mutating func special(_ byte: UInt8, at index: Int, _ report: inout ScanReport) -> Int {
    switch byte {
    case 0x0A, 0x0D:
      endLine(at: index, &report)
      let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      lineStart = index + (isPair ? 2 : 1)
      line += 1
      if line == SourceScan.mostLines, lineStart < bytes.count { report.add(.lines, lineStart..<lineStart + 1) }
      startLine(at: lineStart, &report)
      return lineStart
    case 0x5B, 0x3C:
      if byte == 0x5B || (index + 1 < bytes.count && bytes[index + 1] == 0x21) {
        brackets += 1
        if brackets == SourceScan.mostBrackets + 1 { report.add(.brackets, index..<index + 1) }
      }
    default: report.add(.control(UInt32(byte)), index..<index + 1)
    }
    return index + 1
  }

  private func endLine(at index: Int, _ report: inout ScanReport) {
    if index - lineStart > SourceScan.longestLine { report.add(.line(index - lineStart), lineStart..<index) }
  }

  /// Counts the container markers at the start of a line, and starts a new block after a blank one.
  private mutating func startLine(at start: Int, _ report: inout ScanReport) {
    guard start < bytes.count, bytes[start] < 0x40 else { return }
    var index = start
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09: index += 1
      case 0x0A, 0x0D:
        brackets = 0
        return
      case 0x3E:
        depth += 1
        index += 1
      default:
        let width = markerWidth(at: index)
        if width == 0 { return }
        depth += 1
        index += width
      }
      if depth > SourceScan.deepest { return report.add(.depth, start..<index) }
    }
  }

  private func markerWidth(at index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39, end - index < 9 { end += 1 }
    guard end < bytes.count else { return 0 }
    let isMarker =
      end > index
      ? bytes[end] == 0x2E || bytes[end] == 0x29 : bytes[end] == 0x2D || bytes[end] == 0x2B || bytes[end] == 0x2A
    guard isMarker, end + 1 < bytes.count else { return 0 }
    return bytes[end + 1] <= 0x20 ? end + 1 - index : 0
  }

  /// Checks one scalar outside ASCII by the table of well-formed sequences (Unicode 3.9, table 3-7).
  private func scalar(at index: Int, _ report: inout ScanReport) -> Int {
    let byte = bytes[index]
    let second: UInt8 = index + 1 < bytes.count ? bytes[index + 1] : 0
    let length: Int
    let range: ClosedRange<UInt8>
    switch byte {
    case 0xC2...0xDF: (length, range) = (2, 0x80...0xBF)
    case 0xE0: (length, range) = (3, 0xA0...0xBF)
    case 0xED: (length, range) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, range) = (3, 0x80...0xBF)
    case 0xF0: (length, range) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, range) = (4, 0x80...0xBF)
    case 0xF4: (length, range) = (4, 0x80...0x8F)
    default: return malformed(at: index, &report)
    }
    guard range.contains(second), index + length <= bytes.count else { return malformed(at: index, &report) }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return malformed(at: index, &report) }
    if byte == 0xC2, second < 0xA0, second != 0x85 {
      report.add(.control(UInt32(second)), index..<index + 2)
    } else if byte == 0xE2, second == 0x80 || second == 0x81 {
      let value = 0x2000 + UInt32(second & 0x3F) << 6 + UInt32(bytes[index + 2] & 0x3F)
      switch value {
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: report.add(.direction(value), index..<index + 3)
      default: break
      }
    }
    return index + length
  }

  /// Reports a run of bytes that are not UTF-8 as one finding: up to the next ASCII byte.
  private func malformed(at index: Int, _ report: inout ScanReport) -> Int {
    var end = index + 1
    while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
    report.add(.malformed(bytes[index]), index..<end)
    return end
  }
}
