package import Diagnostics
internal import Glibc

/// The repository that a handbook is kept in, as a place to read texts from (spec/versions.md 4); also a bare one.
package struct GitRepository: Sendable {
  /// A file that differs between two revisions.
  package struct Change: Sendable, Hashable {
    /// Its path below the handbook's folder.
    package let path: String
    /// Whether it is there in the older revision.
    package let isInOld: Bool
    /// Whether it is there in the newer one.
    package let isInNew: Bool
  }

  private let folder: String
  /// What leads from the top of the repository to the handbook's folder; empty or ending in `/`.
  private let prefix: String
  private let objects: GitProcess

  /// Opens the repository that a handbook's folder is in.
  package init(of folder: String) throws(WorkspaceError) {
    self.folder = folder.isEmpty ? "." : folder
    let (found, isWell) = try GitProcess.output(["rev-parse", "--git-dir"], in: self.folder)
    guard isWell, !found.isEmpty else {
      throw WorkspaceError(
        .version, path: folder,
        message: Localized(
          zh: "这里不是 git 版本库，或它属于别的用户（见 git 的 safe.directory）",
          en: "this is no git repository, or it belongs to another user (see safe.directory of git)"))
    }
    let shown = try GitProcess.output(["rev-parse", "--show-prefix"], in: self.folder)
    prefix = shown.isWell ? String(decoding: shown.bytes.prefix { $0 != 0x0A }, as: UTF8.self) : ""
    objects = try GitProcess(["cat-file", "--batch"], in: self.folder)
  }

  /// The full name of a commit.
  package func commit(_ revision: String) throws(WorkspaceError) -> String {
    if !revision.isEmpty, !revision.hasPrefix("-"), !revision.unicodeScalars.contains(where: PathText.isHidden) {
      let found = try GitProcess.output(
        ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], in: folder)
      let name = String(decoding: found.bytes.prefix { $0 != 0x0A }, as: UTF8.self)
      if found.isWell, name.utf8.count >= 40 { return name }
    }
    throw WorkspaceError(
      .version, path: "git:" + revision,
      message: try isShallow
        ? Localized(
          zh: "没有这个版本：这是浅克隆，只有最近的历史；先运行 git fetch --unshallow",
          en:
            "there is no such revision: this is a shallow clone, which has only the latest history; run git fetch --unshallow"
        )
        : Localized(zh: "版本库里没有这个版本", en: "the repository has no such revision"))
  }

  private var isShallow: Bool {
    get throws(WorkspaceError) {
      let found = try GitProcess.output(["rev-parse", "--is-shallow-repository"], in: folder)
      return found.isWell && found.bytes.starts(with: "true".utf8)
    }
  }

  /// The bytes of a file at a revision; nil where it is not there then.
  ///
  /// - Parameters:
  ///   - path: the path below the handbook's folder, or below the top of the repository.
  ///   - commit: the full name of the commit.
  package func bytes(of path: String, at commit: String) throws(WorkspaceError) -> [UInt8]? {
    for candidate in prefix.isEmpty ? [path] : [prefix + path, path] {
      guard PathText.isSafe(candidate) else { continue }
      if let bytes = try object(commit + ":" + candidate) { return bytes }
    }
    return nil
  }

  private func object(_ name: String) throws(WorkspaceError) -> [UInt8]? {
    guard objects.send(name), let line = objects.readLine() else { throw Self.ended }
    let head = String(decoding: line, as: UTF8.self)
    let words = head.split(separator: " ")
    guard words.count == 3, words[0].utf8.count >= 40, let size = Int(words[2]) else { return nil }
    guard size <= Attachment.limit else {
      throw WorkspaceError(
        .io, path: "git:" + name,
        message: Localized(zh: "文件有 \(size) 字节，太大", en: "the file has \(size) bytes, which is too large"))
    }
    let bytes = objects.read(size)
    guard bytes.count == size, objects.read(1) == [0x0A] else { throw Self.ended }
    return words[1] == "blob" ? bytes : nil
  }

  private static var ended: WorkspaceError {
    WorkspaceError(
      .io, path: "git",
      message: Localized(zh: "git 中途结束；版本库可能已损坏", en: "git ended early; the repository may be damaged"))
  }

  /// The files below `content/` at a revision.
  package func paths(at commit: String) throws(WorkspaceError) -> [String] {
    let found = try GitProcess.output(
      ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, "--", prefix + "content/"], in: folder)
    guard found.isWell else { throw Self.ended }
    return Self.names(found.bytes).compactMap { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : nil }
  }

  /// The files below `content/` that differ between two revisions, in the order of their paths.
  package func changes(from old: String, to new: String) throws(WorkspaceError) -> [Change] {
    let found = try GitProcess.output(
      [
        "diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-ext-diff", "--no-textconv", old, new, "--",
        prefix + "content/",
      ], in: folder)
    guard found.isWell else { throw Self.ended }
    let parts = Self.names(found.bytes)
    return stride(from: 0, to: parts.count - 1, by: 2).compactMap { index in
      let words = parts[index].split(separator: " ")
      guard let status = words.last, parts[index + 1].hasPrefix(prefix) else { return nil }
      let path = String(parts[index + 1].dropFirst(prefix.count))
      return Change(path: path, isInOld: status != "A", isInNew: status != "D")
    }
  }

  private static func names(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0).compactMap { String(validating: $0, as: UTF8.self) }
  }
}
