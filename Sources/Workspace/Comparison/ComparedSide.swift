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

  /// Finds out what a name stands for: a folder with `content/`, a file, or a document of the handbook by code or title.
  ///
  /// - Parameters:
  ///   - name: what was written.
  ///   - directory: the handbook's folder, for codes.
  /// - Throws: when nothing has that name, or it cannot be read.
  package init(_ name: String, directory: String) throws(WorkspaceError) {
    if Self.isFolder(name) {
      let loaded = try LoadedHandbook(reading: name)
      self.init(.folder, loaded.handbook.articles.map(\.entry), loaded.handbook)
    } else if Self.isFile(name) {
      let (entry, handbook) = try Self.file(name, directory: directory)
      self.init(.file, [entry], handbook)
    } else {
      let (entry, handbook) = try Self.document(name, directory: directory)
      self.init(.file, [entry], handbook)
    }
  }

  private init(_ kind: Kind, _ entries: [Entry], _ handbook: Handbook?) {
    self.kind = kind
    self.entries = entries
    self.handbook = handbook
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
