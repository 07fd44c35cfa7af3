/// A text as libcmark gets it, with the way back to the source for each of its lines.
struct ParseText {
  /// The bytes to parse.
  var bytes: [UInt8] = []
  /// Where each line starts, and the end of the text after the last.
  var starts: [Int32] = [0]
  /// Source offset minus buffer offset, for all lines or one by one.
  var base: Int32 = 0
  var shifts: [Int32] = []
  /// Whether some `|` were written `\|`, so that buffer and source run apart.
  var hasPipes = false
  /// Lines that hold nothing but `|`, `:`, `-` and blanks, at least one of the first two and a dash: what may part the
  /// head of a table from its rows. Counted from 1.
  var dividers: [Int32] = []
  /// Whether any `~` or `^` is there, without which no extension of inlines has to be looked for.
  var hasTilde = false
  /// The bytes before masks were laid over tables and footnotes; the same as `bytes` without masks.
  var unmasked: [UInt8] = []

  /// The number of lines.
  var lineCount: Int { starts.count - 1 }

  /// The bytes of a line without its end.
  ///
  /// - Parameter line: counted from 1; outside the text the range is empty.
  func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= lineCount else { return bytes.count..<bytes.count }
    let start = Int(starts[line - 1])
    var end = Int(starts[line])
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// What stands before each cell so that nothing in it starts a block: U+E000 and a blank, which keeps the rules for
  /// delimiters at the start of a line.
  static let cellMark: [UInt8] = [0xEE, 0x80, 0x80, 0x20]

  /// Finds the lines of `bytes`. Linear.
  mutating func findLines() {
    var found: [Int32] = [0]
    found.reserveCapacity(bytes.count / 24 + 8)
    var dividers: [Int32] = []
    hasTilde = bytes.withUnsafeBufferPointer { bytes in
      var scan = LineEnds(bytes: bytes)
      while let end = scan.nextEnd() {
        if Self.isDivider(bytes, Int(found[found.count - 1])) {
          dividers.append(Int32(truncatingIfNeeded: found.count))
        }
        found.append(Int32(truncatingIfNeeded: end))
      }
      return scan.hasTilde
    }
    starts = found
    self.dividers = dividers
  }

  /// Whether a line holds what `dividers` says; most lines are told by their first byte.
  private static func isDivider(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var hasDash = false
    var hasPipe = false
    for byte in bytes[start...] {
      switch byte {
      case 0x7C, 0x3A: hasPipe = true
      case 0x2D: hasDash = true
      case 0x20, 0x09, 0x3E: continue
      case 0x0A, 0x0D: return hasDash && hasPipe
      default: return false
      }
    }
    return hasDash && hasPipe
  }

  /// Lends the text to a pass that reads it line by line.
  func withView<R>(of file: [UInt8], _ body: (LineView) -> R) -> R {
    bytes.withUnsafeBufferPointer { bytes in
      unmasked.withUnsafeBufferPointer { unmasked in
        starts.withUnsafeBufferPointer { starts in
          shifts.withUnsafeBufferPointer { shifts in
            dividers.withUnsafeBufferPointer { dividers in
              file.withUnsafeBufferPointer { file in
                body(
                  LineView(
                    bytes: bytes, unmasked: unmasked, starts: starts, shifts: shifts, dividers: dividers, file: file,
                    base: Int(base), hasPipes: hasPipes, hasTilde: hasTilde))
              }
            }
          }
        }
      }
    }
  }
}

/// Finds line ends eight bytes at a time.
private struct LineEnds {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var hasTilde = false
  private var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The offset after the next line, its end included; nil after the last.
  mutating func nextEnd() -> Int? {
    let start = index
    while index < bytes.count {
      while index + 8 <= bytes.count, !mayHoldMark(at: index) { index += 8 }
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == 0x0A || byte == 0x0D {
          if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
          return index
        }
        if byte == 0x7E || byte == 0x5E {
          hasTilde = true
          break
        }
      }
    }
    return index > start ? index : nil
  }

  /// Whether a control, tilde or caret may be among the next eight bytes: the usual test for small and for equal bytes
  /// in a word, where a borrow can only add false alarms.
  private func mayHoldMark(at index: Int) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let marks = (word | 0x2020_2020_2020_2020) ^ 0x7E7E_7E7E_7E7E_7E7E
    let small = (word &- 0x2020_2020_2020_2020) & ~word
    let equal = (marks &- 0x0101_0101_0101_0101) & ~marks
    return (small | equal) & 0x8080_8080_8080_8080 != 0
  }
}
