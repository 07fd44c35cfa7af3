package import Diagnostics
internal import Glibc

/// `handrail init`: a small handbook that shows the syntax and builds at once.
package enum Starter {
  /// The files of a new handbook.
  ///
  /// - Parameter language: the language that they are written in.
  package static func files(_ language: Language) -> [SourceFile] {
    let texts =
      switch language {
      case .chinese: chinese
      case .english: english
      }
    return (texts + [(".gitattributes", attributes), (".gitignore", "/public/\n")]).map {
      SourceFile(path: $0.0, bytes: Array($0.1.utf8))
    }
  }

  /// Issued versions and the ledger are sealed byte for byte; git must neither change their line ends nor merge the
  /// ledger by itself (spec/versions.md 1).
  package static let attributes = """
    content/issued/** -text
    content/issued/ledger.jsonl merge=binary

    """

  /// Writes a new handbook.
  ///
  /// - Parameters:
  ///   - path: its folder, which is made where it is not there.
  ///   - language: the language of its files.
  /// - Returns: the files in their order.
  /// - Throws: when there is a handbook already, or something cannot be written.
  package static func create(at path: String, _ language: Language) throws(WorkspaceError) -> [SourceFile] {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw WorkspaceError(WorkspaceAction.create.text, path: path, code: errno)
    }
    let folder = try OpenFolder(at: path)
    if folder.status(of: "content") != nil {
      throw WorkspaceError(
        .usage, path: path,
        message: Localized(zh: "里面已经有 content/，没有改动它", en: "it has a content/ already; nothing was changed"))
    }
    var copy = try WorkingCopy(at: path)
    var written: [SourceFile] = []
    // What the folder has of its own, such as a .gitignore, stays as it is.
    for file in files(language) where folder.status(of: file.path) == nil {
      try copy.create(file)
      written.append(file)
    }
    return written
  }
}
