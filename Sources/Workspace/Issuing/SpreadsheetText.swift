internal import Glibc

/// The text of a file that a spreadsheet wrote: UTF-8 with or without a mark, UTF-16 with one, else GB 18030, in which
/// Chinese spreadsheets write CSV.
enum SpreadsheetText {
  /// The text in UTF-8; nil where it is in none of these.
  static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: [0xFF, 0xFE]) { return converted(Array(bytes.dropFirst(2)), from: "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return converted(Array(bytes.dropFirst(2)), from: "UTF-16BE") }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return converted(bytes, from: "GB18030")
  }

  private static func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    let converter = iconv_open("UTF-8", encoding)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    let written = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to -> Int? in
        var (source, left) = (from.baseAddress, from.count)
        var (target, room) = (to.baseAddress, to.count)
        guard iconv(converter, &source, &left, &target, &room) >= 0, left == 0 else {
          return nil
        }
        return to.count - room
      }
    }
    return written.map { count in output.prefix(count).map { UInt8(bitPattern: $0) } }
  }
}
