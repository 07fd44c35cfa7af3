/// Which addresses become links.
package enum LinkTarget {
  private static let schemes: [[UInt8]] = ["http", "https", "mailto", "tel"].map { Array($0.utf8) }

  /// Whether an address is relative or has one of the schemes `http`, `https`, `mailto`, `tel` (spec/format.md 7).
  ///
  /// Judged as a browser reads it: entities and escapes are undone by then, blanks and control characters do not count.
  ///
  /// - Parameter address: the bytes of the address, not escaped.
  package static func isAllowed(_ address: some Sequence<UInt8>) -> Bool {
    guard let scheme = scheme(of: address) else { return true }
    return schemes.contains(scheme)
  }

  /// The scheme of an address in lower case; nil when it is relative.
  package static func scheme(of address: some Sequence<UInt8>) -> [UInt8]? {
    var found: [UInt8] = []
    for byte in address {
      switch byte {
      case 0...0x20, 0x7F: continue
      case 0x3A: return found
      case 0x2F, 0x3F, 0x23, 0x5C: return nil
      default: found.append(ASCII.lower(byte))
      }
    }
    return nil
  }
}

/// Raw HTML, which is shown as text without its comments (spec/format.md 7).
enum RawHTML {
  private static let open: [UInt8] = [0x3C, 0x21, 0x2D, 0x2D]
  private static let close: [UInt8] = [0x2D, 0x2D, 0x3E]

  /// Whether an HTML inline is a comment.
  static func isComment(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.starts(with: open) }

  /// The stretches of an HTML block between its comments. Linear.
  static func shown(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var shown: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      guard bytes[index] == 0x3C, bytes[index...].starts(with: open) else {
        index += 1
        continue
      }
      shown.append(bytes[start..<index])
      index += 2
      while index < bytes.endIndex, !bytes[index...].starts(with: close) { index += 1 }
      index = min(index + close.count, bytes.endIndex)
      start = index
    }
    shown.append(bytes[start...])
    return shown
  }
}
