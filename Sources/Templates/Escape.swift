/// The one escaper: what it writes is safe as HTML text and inside a quoted attribute.
///
/// It looks at bytes. All five delimiters are ASCII, and in UTF-8 an ASCII byte is never part of another character,
/// so no combining mark can hide a delimiter the way it hides one from a loop over `Character`.
package enum Escape {
  /// Appends a text with `& < > " '` as entities; all other bytes are copied in runs.
  package static func html(_ text: String, into out: inout [UInt8]) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { html($0, into: &out) }
    if done == nil { html(Array(text.utf8), into: &out) }
  }

  /// Appends a part of a text with `& < > " '` as entities.
  package static func html(_ text: Substring, into out: inout [UInt8]) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { html($0, into: &out) }
    if done == nil { html(Array(text.utf8), into: &out) }
  }

  /// Appends UTF-8 bytes with `& < > " '` as entities.
  package static func html(_ bytes: [UInt8], into out: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { html($0, into: &out) }
  }

  /// Appends a slice of UTF-8 bytes with `& < > " '` as entities.
  package static func html(_ bytes: ArraySlice<UInt8>, into out: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { html($0, into: &out) }
  }

  /// Appends UTF-8 bytes in memory with `& < > " '` as entities.
  package static func html(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var copied = 0
    while let hit = delimiter(in: bytes, from: copied) {
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<hit]))
      append(entity(of: bytes[hit]), to: &out)
      copied = hit + 1
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
  }

  /// One bit for each delimiter; they all lie below 64.
  private static let delimiters: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

  /// The next delimiter; eight bytes at a time are passed over while they hold none.
  private static func delimiter(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let (end, raw) = (bytes.count, UnsafeRawPointer(base))
    var index = start
    while index < end {
      if index + 8 <= end, isClean(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
        index += 8
        continue
      }
      let stop = min(index + 8, end)
      while index < stop {
        let byte = base[index]
        if byte < 64, delimiters >> UInt64(byte) & 1 == 1 { return index }
        index += 1
      }
    }
    return nil
  }

  /// Whether eight bytes certainly hold no delimiter.
  ///
  /// With some bits left out `"`, `&`, `'` (and `#`) are all 0x22, and `<`, `>` are both 0x3C; what is equal becomes a
  /// zero byte, and taking 1 from every byte finds a zero by its borrow.
  private static func isClean(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = (word & 0xFAFA_FAFA_FAFA_FAFA) ^ 0x2222_2222_2222_2222
    let angles = (word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C
    return ((quotes &- ones) & ~quotes | (angles &- ones) & ~angles) & 0x8080_8080_8080_8080 == 0
  }

  private static func entity(of byte: UInt8) -> StaticString {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    default: "&#39;"
    }
  }

  private static func append(_ text: StaticString, to out: inout [UInt8]) {
    out.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
