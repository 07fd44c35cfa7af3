import Markdown

extension Destination {
  /// What the destination of a Markdown link leads to; nil for what is no link at all.
  ///
  /// - Parameters:
  ///   - written: the destination, entities and escapes undone.
  ///   - path: the file it stands in.
  ///   - register: knows the files.
  init?(_ written: Bytes, from path: String, register: Register) {
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

  init(_ written: Bytes, from file: String) {
    // Browsers drop control characters and blanks from schemes; so does this.
    let isPlain = written.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    let scheme =
      isPlain ? Self.isExternal(written) : written.filter { $0 > 0x20 && $0 != 0x7F }.withBytes(Self.isExternal)
    if let isExternal = scheme {
      self = isExternal ? .external : .foreign
      return
    }
    let hash = written.firstIndex(of: UInt8(ascii: "#"))
    let fragment = hash.map { Self.unescaped(written[($0 + 1)...]).string } ?? ""
    let path = Self.unescaped(written.before(hash ?? written.endIndex).prefix { $0 != UInt8(ascii: "?") })
    if path.isEmpty {
      self = .fragment(fragment)
    } else if let target = Self.joined(file, path) {
      self = .path(target, fragment: fragment)
    } else {
      self = .outside
    }
  }

  /// Whether an address outside the handbook may be linked to; nil for an address within it.
  private static func isExternal(_ text: Bytes) -> Bool? {
    if text.begins(with: "//") || text.begins(with: "\\\\") { return false }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex, isLetter(text[text.startIndex])
    else { return nil }
    let scheme = text[..<colon]
    guard scheme.allSatisfy({ isLetter($0) || ($0 >= 0x2D && $0 <= 0x39 && $0 != 0x2F) || $0 == 0x2B }) else {
      return nil
    }
    return ["http", "https", "mailto", "tel"].contains { (name: StaticString) in
      scheme.count == name.utf8CodeUnitCount && scheme.beginsLowered(with: name)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  /// Undoes percent-encoding.
  private static func unescaped(_ text: Bytes) -> [UInt8] {
    if !text.contains(UInt8(ascii: "%")) { return Array(text) }
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
        let value = UInt8(text[(index + 1)...(index + 2)].string, radix: 16)
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
    let slash = UInt8(ascii: "/")
    if path.first == slash || path.contains(0) || path.contains(UInt8(ascii: "\\")) { return nil }
    var joined: [UInt8] = []
    joined.reserveCapacity(file.utf8.count + path.count)
    file.withBytes { file in
      let folder = file.before(file.lastIndex(of: slash) ?? 0).drop { $0 == slash }
      joined.append(contentsOf: folder.buffer)
    }
    let isInside = path.withBytes { path in
      var start = path.startIndex
      while start < path.endIndex {
        let end = path[start...].firstIndex(of: slash) ?? path.endIndex
        let part = path[start..<end]
        start = end + 1
        if part.isEmpty || part.equals(".") { continue }
        if part.equals("..") {
          guard let last = joined.lastIndex(of: slash) else { return false }
          joined.removeLast(joined.count - last)
        } else {
          if !joined.isEmpty { joined.append(slash) }
          joined.append(contentsOf: part.buffer)
        }
      }
      return true
    }
    return isInside ? joined.string : nil
  }
}
