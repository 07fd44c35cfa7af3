import Glibc
import Testing
import Workspace

/// A folder that lives as long as one test.
final class Scratch: Sendable {
  let path: String

  init() {
    var template = Array("/dev/shm/handrail-test-XXXXXX".utf8CString)
    if mkdtemp(&template) == nil {
      template = Array("/var/tmp/handrail-test-XXXXXX".utf8CString)
      mkdtemp(&template)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    folder("content/procedures")
  }

  deinit { remove(path) }

  /// Makes a folder and those above it.
  func folder(_ name: String) {
    var path = self.path
    for part in name.split(separator: "/") {
      path += "/" + part
      if mkdir(path, 0o755) == 0 { chmod(path, 0o755) }
    }
  }

  /// Writes a file and the folders on the way.
  func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) {
    if let slash = name.lastIndex(of: "/") { folder(String(name[..<slash])) }
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    // One test changes the umask of the whole process.
    fchmod(file, 0o644)
    _ = Glibc.write(file, bytes, bytes.count)
    close(file)
  }

  /// The text of a file, nil where there is none.
  func read(_ name: String) -> String? {
    let file = open("\(path)/\(name)", O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }

  func status(_ name: String) -> stat {
    var status = stat()
    lstat("\(path)/\(name)", &status)
    return status
  }

  /// The names in a folder, sorted.
  func names(_ name: String = "") -> [String] {
    guard let stream = opendir("\(path)/\(name)") else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      found.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return found.filter { $0 != "." && $0 != ".." }.sorted()
  }

  /// Every file below a folder with its text and mode, which is all that a visitor sees.
  func tree(_ name: String) -> [String] {
    names(name).flatMap { entry in
      let path = "\(name)/\(entry)"
      let mode = status(path).st_mode
      return mode & S_IFMT == S_IFDIR
        ? ["\(path) \(String(mode & 0o777, radix: 8))"] + tree(path)
        : ["\(path) \(String(mode & 0o777, radix: 8)) \(read(path) ?? "")"]
    }
  }

  /// Publishes some files into `public`, in one line for the tests.
  @discardableResult
  func publish(_ files: [String: String], to output: String = "public") throws -> Publication.Summary {
    let publication = try Publication(output: "\(path)/\(output)", handbook: path, patience: 0)
    for (path, text) in files { try publication.write(path: path, bytes: Array(text.utf8)) }
    return try publication.commit(jobs: 2)
  }

  private func remove(_ path: String) {
    chmod(path, 0o755)
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        if entry.pointee.d_type == UInt8(DT_DIR) { remove("\(path)/\(name)") } else { unlink("\(path)/\(name)") }
      }
      closedir(stream)
    }
    rmdir(path)
  }
}
