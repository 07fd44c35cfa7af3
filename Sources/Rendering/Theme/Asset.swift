internal import Diagnostics
package import Templates

/// A style, script or picture that pages load.
package struct Asset: Sendable, Hashable {
  /// Its path below the site, with the hash of its content in its name.
  package let path: String
  /// Its bytes.
  package let bytes: [UInt8]
}

/// The assets of a theme: those that pages name bear their hash, all others keep the name they have.
package struct Assets: Sendable {
  /// The name of an asset in templates with the file that it is.
  private static let named: [(field: String, file: String, doc: String)] = [
    ("style", "site.css", "The style of the screen."),
    ("print", "print.css", "The style of paper."),
    ("script", "site.js", "The script."),
    ("versions", "versions.js", "The script of pages whose state changes with time."),
    ("icon", "favicon.svg", "The icon of the site."),
    ("flowchart", "flowchart.css", "The style of flowcharts."),
    ("redline", "redline.css", "The style of redlines."),
    ("redlineScript", "redline.js", "The script of redlines."),
    ("page", "page.css", "Texts and size of printed pages, where the handbook sets them."),
  ]

  /// All of them, sorted by path.
  package let all: [Asset]
  /// Their paths in the order of the shape; empty for one that does not exist.
  private let paths: [String]

  /// What templates may name as `assets.…`.
  package static let shape = Shape("assets", named.map { .init($0.field, .text, $0.doc) })

  /// Takes the files below `templates/assets/`; a later file replaces an earlier one of the same name.
  ///
  /// - Parameters:
  ///   - files: the built-in files, then the handbook's own.
  ///   - digest: the SHA-256 of some bytes as hexadecimal digits.
  init(_ files: [SourceFile], digest: ([UInt8]) -> String) {
    var found: [String: [UInt8]] = [:]
    for file in files {
      let name = file.path.dropFirst(Self.folder.count)
      guard file.path.hasPrefix(Self.folder), !name.isEmpty else { continue }
      found[String(name)] = file.bytes
    }
    var all: [Asset] = []
    paths = Self.named.map { entry in
      guard let bytes = found.removeValue(forKey: entry.file) else { return "" }
      let asset = Asset(path: "assets/" + Self.hashed(entry.file, digest(bytes)), bytes: bytes)
      all.append(asset)
      return asset.path
    }
    all += found.map { Asset(path: "assets/" + $0.key, bytes: $0.value) }
    self.all = all.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The addresses as a page in a folder names them.
  ///
  /// - Parameter up: what leads from the page's folder to the site's, such as `../../`.
  func put(up: String, into values: inout Values) {
    values.record(texts: paths.map { $0.isEmpty ? "" : up + $0 })
  }

  private static let folder = "templates/assets/"

  private static func hashed(_ name: String, _ digest: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name + "." + digest.prefix(8) }
    return name[..<dot] + "." + digest.prefix(8) + name[dot...]
  }
}
