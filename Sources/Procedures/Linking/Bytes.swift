/// A stretch of elements that somebody else keeps, such as the bytes of a document that is lent: a slice that counts no
/// references. Indices are those of the whole, as with `ArraySlice`, and every access is checked.
struct Lent<Element>: RandomAccessCollection {
  fileprivate let base: UnsafePointer<Element>?
  let startIndex: Int
  let endIndex: Int

  private init(_ base: UnsafePointer<Element>?, _ range: Range<Int>) {
    self.base = base
    startIndex = range.lowerBound
    endIndex = range.upperBound
  }

  /// All elements of a buffer, which must outlive this value.
  init(_ buffer: UnsafeBufferPointer<Element>) { self.init(buffer.baseAddress, 0..<buffer.count) }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= startIndex && index < endIndex)
      return base.unsafelyUnwrapped[index]
    }
  }

  subscript(range: Range<Int>) -> Lent {
    @inline(__always) get {
      precondition(range.lowerBound >= startIndex && range.upperBound <= endIndex)
      return Lent(base, range)
    }
  }

  func withContiguousStorageIfAvailable<R>(_ body: (UnsafeBufferPointer<Element>) throws -> R) rethrows -> R? {
    try body(buffer)
  }

  /// The same elements as a buffer whose indices start at 0.
  var buffer: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: base.map { $0 + startIndex }, count: endIndex - startIndex)
  }
}

/// Bytes that somebody else keeps.
typealias Bytes = Lent<UInt8>

extension Lent<UInt8> {
  /// Six bytes from an index as a number; nil where there are fewer.
  @inline(__always)
  func six(at index: Int) -> UInt64? {
    guard index >= startIndex, endIndex - index >= 6 else { return nil }
    let raw = UnsafeRawPointer(base.unsafelyUnwrapped + index)
    return UInt64(raw.loadUnaligned(as: UInt32.self)) << 16
      | UInt64(raw.loadUnaligned(fromByteOffset: 4, as: UInt16.self))
  }

  /// Whether a text in the source code stands at an index; false where it would not fit.
  @inline(__always)
  func holds(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= startIndex, length <= endIndex - index else { return false }
    let (start, other) = (base.unsafelyUnwrapped + index, text.utf8Start)
    for offset in 0..<length where start[offset] != other[offset] { return false }
    return true
  }

  /// Whether a text in the source code stands at the start.
  @inline(__always)
  func begins(with text: StaticString) -> Bool { holds(text, at: startIndex) }

  /// Whether a text in the source code stands at the end.
  @inline(__always)
  func ends(with text: StaticString) -> Bool { holds(text, at: endIndex - text.utf8CodeUnitCount) }

  /// Whether a text in the source code, in small letters, stands at the start, in letters of any case.
  func beginsLowered(with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return false }
    for offset in 0..<length {
      let byte = self[startIndex + offset]
      if (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) != text.utf8Start[offset] { return false }
    }
    return true
  }

  /// Whether the bytes are those of a text in the source code.
  @inline(__always)
  func equals(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && begins(with: text) }

  /// Whether two stretches hold the same bytes.
  func equals(_ other: Bytes) -> Bool {
    guard count == other.count else { return false }
    let (mine, others) = (buffer, other.buffer)
    for index in mine.indices where mine[index] != others[index] { return false }
    return true
  }

  /// The bytes from an index on; an index outside is held inside.
  @inline(__always)
  func from(_ index: Int) -> Bytes { self[Swift.min(Swift.max(index, startIndex), endIndex)..<endIndex] }

  /// The bytes before an index; an index outside is held inside.
  @inline(__always)
  func before(_ index: Int) -> Bytes { self[startIndex..<Swift.min(Swift.max(index, startIndex), endIndex)] }

  /// The bytes as text.
  var string: String { String(decoding: buffer, as: UTF8.self) }
}

extension String {
  /// Lends the text's bytes.
  func withBytes<R>(_ body: (Bytes) throws -> R) rethrows -> R {
    var text = self
    return try text.withUTF8 { try body(Bytes($0)) }
  }
}

extension [UInt8] {
  /// The bytes as text.
  var string: String { String(decoding: self, as: UTF8.self) }

  /// Lends the bytes.
  func withBytes<R>(_ body: (Bytes) throws -> R) rethrows -> R { try withUnsafeBufferPointer { try body(Bytes($0)) } }
}
