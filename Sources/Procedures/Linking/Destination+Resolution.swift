import Markdown

extension Destination {
  /// What the destination of a Markdown link leads to; nil for what is no link at all.
  ///
  /// - Parameters:
  ///   - written: the destination, entities and escapes undone.
  ///   - path: the file it stands in.
  ///   - register: knows the files.
  init?(_ written: ArraySlice<UInt8>, from path: String, register: Register) {
    switch LinkSyntax(written, from: path) {
    case .external: self = .external
    case .fragment(let name): self = .fragment(name)
    case .outside, .foreign: return nil
    case .path(let target, let fragment):
      if let id = register.article(path: target) {
        self = .article(id, fragment: fragment)
      } else {
        self = .attachment(path: target)
      }
    }
  }
}

/// What the text of a link's destination says, before any file is looked for.
enum LinkSyntax: Equatable {
  /// `http`, `https`, `mailto` or `tel`.
  case external
  /// `#heading`
  case fragment(String)
  /// A path below the handbook's folder, and the heading.
  case path(String, fragment: String)
  /// A path that leads out of `content/`.
  case outside
  /// A scheme that is no link here, such as `javascript:`.
  case foreign

  init(_ written: ArraySlice<UInt8>, from file: String) {
    // Browsers drop control characters and blanks from schemes; so does this.
    let text = written.filter { $0 > 0x20 && $0 != 0x7F }
    if let scheme = Self.scheme(text) {
      self = ["http", "https", "mailto", "tel"].contains(scheme) ? .external : .foreign
      return
    }
    if text.starts(with: "//".utf8) || text.starts(with: "\\\\".utf8) {
      self = .foreign
      return
    }
    let parts = written.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? String(decoding: Self.unescaped(parts[1]), as: UTF8.self) : ""
    let path = Self.unescaped(parts.first.map { $0.prefix { $0 != UInt8(ascii: "?") } } ?? [])
    if path.isEmpty {
      self = .fragment(fragment)
    } else if let target = Self.joined(file, path) {
      self = .path(target, fragment: fragment)
    } else {
      self = .outside
    }
  }

  private static func scheme(_ text: [UInt8]) -> String? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return nil }
    let name = text[..<colon].map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let isScheme = name.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }
    return isScheme && (0x61...0x7A).contains(name[0]) ? String(decoding: name, as: UTF8.self) : nil
  }

  /// Undoes percent-encoding.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
        let value = UInt8(String(decoding: text[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// A relative path from a file, `.` and `..` resolved; nil when it leaves `content/`.
  private static func joined(_ file: String, _ path: [UInt8]) -> String? {
    if path.first == UInt8(ascii: "/") || path.contains(0) || path.contains(UInt8(ascii: "\\")) { return nil }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in String(decoding: path, as: UTF8.self).split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if parts.count <= 1 { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
