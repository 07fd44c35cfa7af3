/// One text of the handbook: where it stands and the bytes it holds.
package struct SourceFile: Sendable, Hashable {
  /// The path below the handbook's folder, `/` between parts, such as `content/procedures/采购/到货验收.md`.
  package let path: String
  /// The bytes as they were read, once.
  package let bytes: [UInt8]

  /// Names a text.
  ///
  /// - Parameters:
  ///   - path: the path below the handbook's folder.
  ///   - bytes: the whole text, as it was read.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A half-open range of bytes in one source file.
package struct SourceRange: Sendable, Hashable {
  /// The first byte, counted from 0.
  package var start: Int32
  /// The byte after the last one.
  package var end: Int32

  /// Marks the bytes `start..<end`; an end before its start is taken as empty.
  package init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: max(start, end))
  }

  /// The range as array indices, held inside `0...count`.
  package func clamped(to count: Int) -> Range<Int> {
    let low = min(max(Int(start), 0), count)
    return low..<min(max(Int(end), low), count)
  }

  /// The empty range at the start of a file.
  package static let start = SourceRange(0, 0)
}
