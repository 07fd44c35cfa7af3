/// A text as libcmark gets it, with the way back to the source for each of its lines.
struct ParseText {
  /// The bytes to parse.
  var bytes: [UInt8] = []
  /// Where each line starts, and the end of the text after the last.
  var starts: [Int32] = [0]
  /// Source offset minus buffer offset, for all lines or one by one.
  var base: Int32 = 0
  var shifts: [Int32] = []
  /// The lines whose `|` were written `\|`, where buffer and source run apart.
  var piped: Set<Int32> = []
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

  /// The offset in the source file of an offset in a line of this text.
  func source(_ offset: Int, line: Int, in file: [UInt8]) -> Int {
    guard !shifts.isEmpty, line >= 1, line <= shifts.count else { return offset + Int(base) }
    let shift = Int(shifts[line - 1])
    guard piped.contains(Int32(line)) else { return offset + shift }
    var rest = offset - Int(starts[line - 1]) - ParseText.cellMark.count
    var place = Int(starts[line - 1]) + ParseText.cellMark.count + shift
    while rest > 0, place < file.count {
      if file[place] == 0x5C, place + 1 < file.count, file[place + 1] == 0x7C { place += 1 }
      place += 1
      rest -= 1
    }
    return place
  }

  /// What stands before each cell so that nothing in it starts a block: U+E000 and a blank, which keeps the rules for
  /// delimiters at the start of a line.
  static let cellMark: [UInt8] = [0xEE, 0x80, 0x80, 0x20]

  /// Finds the lines of `bytes`. Linear.
  mutating func findLines() {
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    dividers.removeAll()
    starts.reserveCapacity(bytes.count / 32 + 8)
    var found = starts
    var hasTilde = false
    var dividers: [Int32] = []
    bytes.withUnsafeBufferPointer { bytes in
      let count = bytes.count
      var index = 0
      // What a line holds: 1 other, 2 pipe or colon, 4 dash, 8 tilde or caret.
      var marks: UInt8 = 0
      while index < count {
        let byte = bytes[index]
        index += 1
        marks |= Self.marks[Int(byte)]
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, index < count, bytes[index] == 0x0A { index += 1 }
        if marks == 6 { dividers.append(Int32(found.count)) }
        hasTilde = hasTilde || marks & 8 != 0
        marks = 0
        found.append(Int32(index))
      }
      if Int(found[found.count - 1]) < count {
        if marks == 6 { dividers.append(Int32(found.count)) }
        hasTilde = hasTilde || marks & 8 != 0
        found.append(Int32(count))
      }
    }
    starts = found
    self.dividers = dividers
    self.hasTilde = hasTilde
  }

  private static let marks: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x7C, 0x3A: 2
    case 0x2D: 4
    case 0x7E, 0x5E: 9
    case 0x20, 0x09, 0x0A, 0x0D, 0x3E: 0
    default: 1
    }
  }

  /// Whether one of the lines may part a table's head from its rows.
  ///
  /// - Parameter lines: counted from 1.
  func hasDivider(in lines: ClosedRange<Int>) -> Bool {
    guard let index = firstDivider(from: lines.lowerBound) else { return false }
    return Int(dividers[index]) <= lines.upperBound
  }

  /// The index in `dividers` of the first at or after a line. Logarithmic.
  func firstDivider(from line: Int) -> Int? {
    var low = 0
    var high = dividers.count
    while low < high {
      let middle = (low + high) / 2
      if Int(dividers[middle]) < line { low = middle + 1 } else { high = middle }
    }
    return low < dividers.count ? low : nil
  }
}
