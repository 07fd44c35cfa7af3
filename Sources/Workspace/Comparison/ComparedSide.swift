package import Diagnostics
internal import Glibc
package import Procedures

/// One side of a comparison: the documents that a name on the command line stands for.
///
/// This is the one place that knows where versions come from; a new source of versions is one more case here.
package struct ComparedSide: Sendable {
  /// What the side is.
  package enum Kind: Sendable, Hashable {
    /// One file.
    case file
    /// A whole handbook.
    case folder
  }

  /// What the side is.
  package let kind: Kind
  /// The documents.
  package let entries: [Entry]
  /// The handbook that they are part of; nil for loose files.
  package let handbook: Handbook?
  /// Whether the handbook knows all documents, and not only the names that were sealed with one.
  let isWhole: Bool

  /// Finds out what a name stands for: a folder with `content/`, a file, a version (`CODE@2.0`, `git:REV:PATH`), or a
  /// document of the handbook by code or title.
  ///
  /// - Parameters:
  ///   - name: what was written.
  ///   - directory: the handbook's folder, for codes and versions.
  ///   - today: the value of `--today`, for `CODE@current`.
  /// - Throws: when nothing has that name, or it cannot be read.
  package init(_ name: String, directory: String, today: String? = nil) throws(WorkspaceError) {
    if Self.isFolder(name) {
      let loaded = try LoadedHandbook(reading: name)
      self.init(.folder, loaded.handbook.articles.map(\.entry), loaded.handbook)
    } else if Self.isFile(name) {
      let (entry, handbook) = try Self.file(name, directory: directory)
      self.init(.file, [entry], handbook)
    } else if let side = try Self.version(name) {
      let text = try VersionTexts(directory, today: today).text(side)
      self.init(.file, [text.loaded.handbook[text.article].entry], text.loaded.handbook, isWhole: text.version == nil)
    } else {
      let (entry, handbook) = try Self.document(name, directory: directory)
      self.init(.file, [entry], handbook)
    }
  }

  init(_ kind: Kind, _ entries: [Entry], _ handbook: Handbook?, isWhole: Bool = true) {
    self.kind = kind
    self.entries = entries
    self.handbook = handbook
    self.isWhole = isWhole
  }

  /// The version that a name stands for; nil for a code or title, which are looked up in the working copy.
  private static func version(_ name: String) throws(WorkspaceError) -> VersionSide? {
    switch VersionSide(parsing: name) {
    case .working: return nil
    case .some(let side): return side
    case nil: break
    }
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let isMeant = name.hasPrefix("git:") || parts.count == 2 && Code.fault(in: parts[0]) == nil
    guard isMeant else { return nil }
    throw WorkspaceError(
      .version, path: name,
      message: Localized(
        zh: "读不懂这个版本；写法是 编号@2.0、编号@current、编号@2026-05-01 或 git:版本:路径",
        en: "this names no version; write CODE@2.0, CODE@current, CODE@2026-05-01 or git:REV:PATH"))
  }

  /// Reads a file; one below `content/` of the handbook is read with its names.
  private static func file(_ path: String, directory: String) throws(WorkspaceError) -> (Entry, Handbook?) {
    let inside = LooseFile.path(path, below: directory)
    let source = SourceFile(path: inside ?? path, bytes: try LooseFile.read(path))
    var found: [Diagnostic] = []
    let entry = Entry(reading: source, as: ArticleKind(path: inside ?? path) ?? .procedure, diagnostics: &found)
    guard inside != nil else { return (entry, nil) }
    return (entry, try LoadedHandbook(reading: directory).handbook)
  }

  /// The working copy of a document of the handbook.
  private static func document(_ name: String, directory: String) throws(WorkspaceError) -> (Entry, Handbook?) {
    guard isFolder(directory + "/content") else { throw missing(name, nearest: nil) }
    let handbook = try LoadedHandbook(reading: directory).handbook
    guard let id = handbook.articles(named: name).first else {
      throw missing(name, nearest: handbook.nearestName(to: name))
    }
    return (handbook[id].entry, handbook)
  }

  private static func missing(_ name: String, nearest: String?) -> WorkspaceError {
    let hint =
      nearest.map { Localized(zh: "；最接近的是“\($0)”", en: "; the nearest is “\($0)”") } ?? Localized(zh: "", en: "")
    return WorkspaceError(
      .io, path: name,
      message: Localized(
        zh: "没有这个文件或文件夹，手册里也没有这个编号" + hint.zh,
        en: "there is no such file or folder, and the handbook has no such code" + hint.en))
  }

  private static func isFolder(_ path: String) -> Bool { mode(path) == S_IFDIR }
  private static func isFile(_ path: String) -> Bool { mode(path).map { $0 != S_IFDIR } ?? false }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
