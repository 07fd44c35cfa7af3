internal import Glibc

/// Paths as bytes: their order, their shown form and what a name may hold.
enum PathText {
  /// Whether one path stands before another by its bytes, the order of everything that is published.
  static func precedes(_ a: String, _ b: String) -> Bool {
    compare(a, b) < 0
  }

  /// Less than, equal to or greater than zero as `a` stands before, at or after `b`.
  static func compare(_ a: String, _ b: String) -> Int {
    let fast = a.utf8.withContiguousStorageIfAvailable { left in
      b.utf8.withContiguousStorageIfAvailable { right in compare(left, right) }
    }
    if let found = fast ?? nil { return found }
    return Array(a.utf8).withUnsafeBufferPointer { left in
      Array(b.utf8).withUnsafeBufferPointer { right in compare(left, right) }
    }
  }

  private static func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    let shared = min(a.count, b.count)
    if shared > 0, let left = a.baseAddress, let right = b.baseAddress {
      let order = memcmp(left, right, shared)
      if order != 0 { return Int(order) }
    }
    return a.count - b.count
  }

  /// The path with control, bidirectional and line-separating characters written as `\u{…}`, so that a message stays
  /// on one line and shows what is there (Trojan Source, CVE-2021-42574).
  static func escaped(_ path: String) -> String {
    guard path.unicodeScalars.contains(where: isHidden) else { return path }
    var shown = ""
    for scalar in path.unicodeScalars {
      if isHidden(scalar) {
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// The name of a directory entry: nil when it is not UTF-8 or holds a character that must not stand in a name.
  static func name(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let name = String(validating: bytes, as: UTF8.self) else { return nil }
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return name }
    return name.unicodeScalars.contains(where: isHidden) ? nil : name
  }

  /// A name that is no UTF-8, its stray bytes written as `\xFF` and hidden characters as `\u{…}`.
  static func escaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if let name = String(validating: bytes, as: UTF8.self) { return escaped(name) }
    var shown = ""
    for byte in bytes {
      if byte >= 0x20 && byte < 0x7F {
        shown.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        shown += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return shown
  }

  /// Whether a character acts on a terminal or on the order of what is shown instead of being shown.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Whether a path may be written below a folder: relative, no empty part, no `.` or `..`, no hidden character, no
  /// part over 255 bytes. Linear in the path.
  static func isSafe(_ path: String) -> Bool {
    var part = 0
    var dots = 0
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/") {
        if part == 0 || (dots == part && part <= 2) { return false }
        (part, dots) = (0, 0)
        continue
      }
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") { return false }
      part += 1
      if byte == UInt8(ascii: ".") { dots += 1 }
      if part > 255 { return false }
    }
    return part > 0 && !(dots == part && part <= 2) && path.utf8.count < 4096
      && !path.unicodeScalars.contains(where: isHidden)
  }

  /// The path as a file system without case and without accents' order sees it; Strings compare by canonical
  /// equivalence, so NFC and NFD of one name are equal already.
  static func folded(_ path: String) -> String { path.lowercased() }

  /// A path that the user gave as the folder to open and the name in it.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  /// The folder part of a relative path; nil at the top.
  static func folder(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(path[..<slash])
  }
}
