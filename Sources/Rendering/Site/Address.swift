/// The address of a page or file: its path below the site, and the same as a link writes it.
package struct Address: Sendable, Hashable {
  /// The path below the site, such as `procedures/SC-001/index.html`.
  package let path: String
  /// The path as it stands in a link, with what URLs do not take as `%XX`; Han characters stay.
  package let link: String

  /// Takes a path below the site.
  package init(_ path: String) {
    self.path = path
    link = Self.encoded(path)
  }

  /// The folder of the path with its `/`; empty at the top.
  var folder: Substring { path[..<(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)] }

  /// The same place with another file name.
  func sibling(_ name: String) -> Address { Address(folder + name) }

  /// The same file in another language: `index.html` becomes `index.en.html`.
  func translated(_ language: String) -> Address {
    guard path.hasSuffix(".html") else { return self }
    return Address("\(path.dropLast(5)).\(language).html")
  }

  /// Writes what URLs do not take as `%XX`: controls, blanks and ``" # % < > ? [ \ ] ^ ` { | }``.
  package static func encoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(where: isEncoded) else { return String(text) }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isEncoded(byte) {
        bytes += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  private static func isEncoded(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, 0x22, 0x23, 0x25, 0x3C, 0x3E, 0x3F, 0x5B...0x5E, 0x60, 0x7B...0x7D: true
    default: false
    }
  }
}

/// The pages whose address no author can change.
package enum Place: String, Sendable, CaseIterable {
  case home = "index.html"
  case procedures = "procedures/index.html"
  case policies = "policies/index.html"
  case forms = "forms/index.html"
  case roles = "roles/index.html"
  case departments = "departments/index.html"
  case events = "events/index.html"
  case register = "register.html"
  case glossary = "glossary.html"
  case changes = "changes.html"
  case asOf = "as-of.html"
  case due = "due.html"
  case about = "about.html"
  case notFound = "404.html"

  /// Where it is.
  package var address: Address { Address(rawValue) }
}
