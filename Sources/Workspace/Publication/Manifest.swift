internal import Diagnostics

/// `manifest.json`: every published file with its size and SHA-256 (spec/site.md, Addresses).
///
/// The file is UTF-8 JSON in one fixed form, so that equal sites have equal bytes and a line tool can read it:
///
///     {
///     "generator": "handrail",
///     "format": 1,
///     "files": [
///     {"path": "about.html", "size": 1024, "sha256": "64 lower-case hexadecimal digits"},
///     {"path": "index.html", "size": 2048, "sha256": "…"}
///     ]
///     }
///
/// The files are sorted by the bytes of their paths; `manifest.json` itself and files that Handrail did not make are
/// not in it. In a path only `"` is escaped, as `\"`; paths hold no control character and no backslash.
package struct Manifest: Sendable {
  /// One published file.
  package struct Entry: Sendable, Hashable {
    /// The path below the output folder.
    package let path: String
    /// The size in bytes.
    package let size: Int
    /// The SHA-256 of the bytes.
    package let digest: Digest

    /// States a file.
    package init(path: String, size: Int, digest: Digest) {
      self.path = path
      self.size = size
      self.digest = digest
    }
  }

  /// The name of the file at the top of the output folder.
  package static let path = "manifest.json"

  /// The files, by the bytes of their paths.
  package let entries: [Entry]
  private let places: [String: Int]

  /// Gathers entries; n log n in them.
  package init(_ entries: [Entry]) {
    self.entries = entries.sorted { PathText.precedes($0.path, $1.path) }
    places = Dictionary(zip(self.entries.map(\.path), self.entries.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The entry of a path, where there is one.
  package subscript(path: String) -> Entry? { places[path].map { entries[$0] } }

  /// All folders on the way to the files.
  var folders: Set<String> {
    var found: Set<String> = []
    for entry in entries {
      var path = entry.path
      while let folder = PathText.folder(of: path), found.insert(folder).inserted { path = folder }
    }
    return found
  }

  private static let head = "{\n\"generator\": \"handrail\",\n\"format\": 1,\n\"files\": [\n"
  private static let tail = "\n]\n}\n"

  /// The bytes of the file; the same for the same entries on every machine.
  package var bytes: [UInt8] {
    var text: [UInt8] = Array(Self.head.utf8)
    text.reserveCapacity(entries.reduce(64) { $0 + $1.path.utf8.count + 112 })
    for (index, entry) in entries.enumerated() {
      text += index == 0 ? "{\"path\": \"".utf8 : ",\n{\"path\": \"".utf8
      for byte in entry.path.utf8 {
        if byte == UInt8(ascii: "\"") { text.append(UInt8(ascii: "\\")) }
        text.append(byte)
      }
      text += "\", \"size\": \(entry.size), \"sha256\": \"".utf8
      text += entry.digest.hexBytes
      text += "\"}".utf8
    }
    text += Self.tail.utf8
    return text
  }

  /// Reads a manifest in exactly the form above; anything else is nil. Linear in the bytes.
  package init?(parsing bytes: [UInt8]) {
    var reader = ManifestReader(bytes: bytes)
    guard reader.take(Self.head) else { return nil }
    var entries: [Entry] = []
    while !reader.take(Self.tail) {
      guard entries.isEmpty || reader.take(",\n"), let entry = reader.entry() else { return nil }
      entries.append(entry)
    }
    guard reader.isAtEnd else { return nil }
    self.init(entries)
    guard places.count == entries.count else { return nil }
  }
}

/// A cursor over the bytes of a manifest.
private struct ManifestReader {
  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  /// Steps over a text if it stands here.
  mutating func take(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  /// Reads `{"path": …, "size": …, "sha256": …}`.
  mutating func entry() -> Manifest.Entry? {
    guard take("{\"path\": \""), let path = string(), take(", \"size\": "), let size = number(),
      take(", \"sha256\": \""), bytes.count - index >= 64, let digest = Digest(hex: bytes[index..<index + 64])
    else { return nil }
    index += 64
    guard take("\"}"), PathText.isSafe(path), path != Manifest.path else { return nil }
    return Manifest.Entry(path: path, size: size, digest: digest)
  }

  private mutating func string() -> String? {
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return String(validating: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
        text.append(bytes[index])
        index += 1
      } else {
        text.append(byte)
      }
    }
    return nil
  }

  private mutating func number() -> Int? {
    let start = index
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39, index - start < 18 { index += 1 }
    return Int(String(decoding: bytes[start..<index], as: UTF8.self))
  }
}
