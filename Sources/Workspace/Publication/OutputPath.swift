internal import Diagnostics
internal import Glibc

/// Where the output folder stands, after every link on the way to it: its parent and its name.
struct OutputPath: Sendable {
  /// The folder as the user wrote it, for messages.
  let shown: String
  /// The absolute path of the folder that holds it.
  let parent: String
  /// Its own name.
  let name: String
  /// What is there now, if anything.
  let status: FileStatus?
  /// The parents that do not exist yet, outermost first.
  let missing: [String]

  /// Finds the place and refuses what must not be written over (spec/site.md, Build).
  ///
  /// - Parameters:
  ///   - output: the folder to publish into.
  ///   - handbook: the handbook's folder.
  init(output: String, handbook: String) throws(WorkspaceError) {
    shown = output
    let path = Self.withoutTrailingSlashes(output)
    status = FileStatus.of(path, follow: false)
    if let status { try Self.refuseNonFolder(status, path: output) }
    let (full, missing) = try Self.resolve(path)
    guard let slash = full.lastIndex(of: "/"), full.count > 1 else {
      throw Self.refusal(output, Localized(zh: "不能发布到根目录", en: "cannot publish into the root folder"))
    }
    name = String(full[full.index(after: slash)...])
    parent = slash == full.startIndex ? "/" : String(full[..<slash])
    self.missing = missing
    guard PathText.isSafe(name) else {
      throw Self.refusal(output, Localized(zh: "输出文件夹的名称不可用", en: "the name of the output folder cannot be used"))
    }
    try Self.refuseOverlap(full, status: status, handbook: handbook, shown: output)
  }

  /// The full path as text, for the system.
  var full: String { parent == "/" ? "/" + name : parent + "/" + name }

  static func refusal(_ path: String, _ message: Localized) -> WorkspaceError {
    WorkspaceError(.output, path: path, message: message)
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = Substring(path)
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path = path.dropLast() }
    return String(path)
  }

  private static func refuseNonFolder(_ status: FileStatus, path: String) throws(WorkspaceError) {
    if status.isLink {
      throw refusal(
        path,
        Localized(
          zh: "输出文件夹是符号链接；请直接给出它指向的文件夹", en: "the output folder is a symbolic link; name the folder it leads to"))
    }
    guard status.isFolder else {
      throw refusal(path, Localized(zh: "输出路径已是一个文件，没有改动它", en: "the output path is a file; it was left as it is"))
    }
  }

  /// The path without links, and the folders on the way that are missing.
  private static func resolve(_ path: String) throws(WorkspaceError) -> (String, missing: [String]) {
    var existing = path.isEmpty ? "." : path
    var rest: [String] = []
    while true {
      if let real = realpath(existing, nil) {
        defer { free(real) }
        let base = String(cString: real)
        let folders = rest.reversed().reduce(into: [base == "/" ? "" : base]) { $0.append(($0.last ?? "") + "/" + $1) }
        return (folders.last ?? base, Array(folders.dropFirst().dropLast()))
      }
      guard errno == ENOENT else { throw WorkspaceError(WorkspaceAction.open.text, path: path, code: errno) }
      let slash = existing.lastIndex(of: "/")
      let last = String(slash.map { existing[existing.index(after: $0)...] } ?? existing[...])
      if last == ".." || last == "." || last.isEmpty && existing == "." {
        throw WorkspaceError(WorkspaceAction.open.text, path: path, code: ENOENT)
      }
      if !last.isEmpty { rest.append(last) }
      existing = slash.map { $0 == existing.startIndex ? "/" : String(existing[..<$0]) } ?? "."
    }
  }

  /// Refuses the handbook's own folders, whatever lies in them, and whatever holds the handbook. Folders are compared
  /// by what they are, so that no link, mount or spelling gets round it.
  private static func refuseOverlap(
    _ full: String, status: FileStatus?, handbook: String, shown: String
  ) throws(WorkspaceError) {
    let sources = ["content", "templates"].compactMap { name in
      FileStatus.of(handbook + "/" + name).map { (name, $0) }
    }
    for folder in ancestors(of: full) {
      guard let one = FileStatus.of(folder) else { continue }
      if let source = sources.first(where: { $0.1.isSame(as: one) }) {
        throw refusal(
          shown,
          Localized(
            zh: "输出文件夹在手册的 \(source.0) 之内，会覆盖原稿",
            en: "the output folder is inside the handbook's \(source.0) and would overwrite it"))
      }
    }
    guard let status, let real = realpath(handbook, nil) else { return }
    defer { free(real) }
    let holders = ancestors(of: String(cString: real)).compactMap { FileStatus.of($0) }
    if holders.contains(where: { $0.isSame(as: status) }) {
      throw refusal(
        shown,
        Localized(zh: "输出文件夹包含手册本身，会覆盖原稿", en: "the output folder holds the handbook itself and would overwrite it"))
    }
  }

  /// The path and every folder above it.
  private static func ancestors(of path: String) -> [String] {
    var found = [path]
    var path = path
    while let slash = path.lastIndex(of: "/"), path.utf8.count > 1 {
      path = slash == path.startIndex ? "/" : String(path[..<slash])
      found.append(path)
    }
    return found
  }
}
