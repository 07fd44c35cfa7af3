/// A `ParseText` and its source file, borrowed: plain pointers, so that copies cost nothing.
struct LineView {
  let bytes: UnsafeBufferPointer<UInt8>
  let unmasked: UnsafeBufferPointer<UInt8>
  let starts: UnsafeBufferPointer<Int32>
  let shifts: UnsafeBufferPointer<Int32>
  let dividers: UnsafeBufferPointer<Int32>
  /// The whole source file.
  let file: UnsafeBufferPointer<UInt8>
  let base: Int
  let hasPipes: Bool
  let hasTilde: Bool

  /// The bytes of a line without its end.
  ///
  /// - Parameter line: counted from 1; outside the text the range is empty.
  @inline(__always)
  func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line < starts.count else { return bytes.count..<bytes.count }
    let start = Int(starts[line - 1])
    var end = Int(starts[line])
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The offset in the source file of an offset in a line of this text.
  @inline(__always)
  func source(_ offset: Int, line: Int) -> Int {
    guard !shifts.isEmpty, line >= 1, line <= shifts.count else { return offset + base }
    let shift = Int(shifts[line - 1])
    guard hasPipes else { return offset + shift }
    return pipedSource(offset, Int(starts[line - 1]) + ParseText.cellMark.count, shift)
  }

  /// The same in a cell, where `|` may be written `\|` in the source.
  private func pipedSource(_ offset: Int, _ start: Int, _ shift: Int) -> Int {
    if offset <= start { return offset + shift }
    var index = start
    var place = start + shift
    while index < offset, place < file.count, index < bytes.count {
      if file[place] == 0x5C, bytes[index] == 0x7C { place += 1 }
      place += 1
      index += 1
    }
    return place
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
