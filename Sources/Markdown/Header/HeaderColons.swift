internal import Diagnostics

/// Reads `名称：闭店` as `名称: 闭店`: the full-width colon that a Chinese keyboard gives, after a top-level key only.
enum HeaderColons {
  private static let wide: [UInt8] = [0xEF, 0xBC, 0x9A]
  /// What begins a line that holds no key: blanks and the signs that mean something to YAML.
  private static let indicators = Array(" \t-#?&*!|>%@`\"'[]{},".utf8)

  /// Replaces such colons by `:` and two blanks, so that every byte keeps its place.
  ///
  /// - Parameters:
  ///   - text: the bytes of the block, changed in place.
  ///   - base: where the block begins in the file.
  ///   - path: the file's path.
  ///   - findings: receives a `colon-width` warning with its repair for each.
  static func narrow(_ text: inout [UInt8], base: Int, path: String, findings: inout [Diagnostic]) {
    guard text.withUnsafeBufferPointer(holdsWideColon) else { return }
    var lines = HeaderLines(bytes: text, next: 0)
    while let line = lines.line() {
      guard let colon = wideColon(in: lines.bytes, line) else { continue }
      text.replaceSubrange(colon..<colon + 3, with: [0x3A, 0x20, 0x20])
      let after = colon + 3
      let isSpaced = after == line.upperBound || lines.bytes[after] == 0x20
      let range = SourceRange(base + colon, base + after)
      findings.append(
        Diagnostic(
          .warning, .colonWidth, path: path, range: range,
          message: Localized(
            zh: "“\(key(lines.bytes, line.lowerBound..<colon))”后面是全角冒号",
            en: "a full-width colon after `\(key(lines.bytes, line.lowerBound..<colon))`"),
          help: Localized(zh: "改为半角冒号加一个空格", en: "write a colon and a blank"),
          fix: [Replacement(range, with: isSpaced ? ":" : ": ")]))
    }
  }

  private static func holdsWideColon(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 2
    while index < text.count {
      if text[index] == 0x9A, text[index - 1] == 0xBC, text[index - 2] == 0xEF { return true }
      index += 1
    }
    return false
  }

  /// The full-width colon that ends the key of a line, if the line has one before any other colon.
  private static func wideColon(in bytes: [UInt8], _ line: Range<Int>) -> Int? {
    guard let first = bytes[line].first, !indicators.contains(first) else { return nil }
    for index in line {
      switch bytes[index] {
      case 0x3A where index + 1 == line.upperBound || bytes[index + 1] == 0x20: return nil
      case 0x5B, 0x5D, 0x7B, 0x7D, 0x2C, 0x22, 0x27, 0x23: return nil
      case 0xEF where index > line.lowerBound && bytes[index..<line.upperBound].starts(with: wide): return index
      default: continue
      }
    }
    return nil
  }

  private static func key(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range].prefix(60), as: UTF8.self)
  }
}
