package import Diagnostics
internal import Glibc
import Procedures

extension LoadedHandbook {
  /// Reads the handbook that names are looked up in; a file outside it is read by itself, as a procedure in which every
  /// name that stands for a role is one (spec/format.md 4.2).
  ///
  /// - Parameters:
  ///   - names: codes, names or files.
  ///   - root: the handbook's folder.
  package init(for names: [String], in root: String) throws(WorkspaceError) {
    let isLoose = names.contains { $0.hasSuffix(".md") && LooseFile.path($0, below: root) == nil }
    if isLoose {
      try self.init(looseFiles: names)
    } else {
      try self.init(reading: root)
    }
  }

  /// Reads files outside a handbook.
  package init(looseFiles paths: [String]) throws(WorkspaceError) {
    var documents: [SourceFile] = []
    for path in paths { documents.append(SourceFile(path: path, bytes: try LooseFile.read(path))) }
    self.init(loose: documents)
  }

  /// Parses, models and links texts that belong to no handbook.
  package init(loose documents: [SourceFile]) {
    var found: [Diagnostic] = []
    let entries = documents.map {
      Entry(reading: $0, as: ArticleKind(path: $0.path) ?? .procedure, diagnostics: &found)
    }
    self.init(Register(entries, settings: Settings(), isLoose: true), documents, [], found)
  }

  /// Links files that were read elsewhere.
  init(_ register: Register, _ documents: [SourceFile], _ attachments: Set<String>, _ findings: [Diagnostic]) {
    var found = findings
    handbook = Handbook(
      linking: register, attachments: attachments, diagnostics: &found, map: { Parallel.map(count: $0, $1) })
    content = nil
    files = documents
    diagnostics = found.inReadingOrder()
  }
}

/// A file that is named on the command line.
package enum LooseFile {
  /// Reads a file of at most one document's size.
  package static func read(_ path: String) throws(WorkspaceError) -> [UInt8] {
    let (place, name) = PathText.split(path)
    let folder = try OpenFolder(at: place)
    switch folder.read(name, limit: ContentFolder.documentLimit) {
    case .bytes(let bytes): return bytes
    case .tooLarge(let size):
      throw WorkspaceError(
        .io, path: path,
        message: Localized(
          zh: "文件有 \(size) 字节，最多 \(ContentFolder.documentLimit) 字节",
          en: "the file has \(size) bytes; \(ContentFolder.documentLimit) are allowed"))
    case .notFile:
      throw WorkspaceError(.io, path: path, message: Localized(zh: "不是普通文件", en: "this is not a regular file"))
    case .failed(let code): throw WorkspaceError(WorkspaceAction.read.text, path: path, code: code)
    }
  }

  /// The path of a file below a handbook's folder; nil when it lies outside its `content/`.
  package static func path(_ file: String, below root: String) -> String? {
    guard let root = resolved(root), let file = resolved(file), file.hasPrefix(root + "/content/") else { return nil }
    return String(file.dropFirst(root.count + 1))
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
