package import Diagnostics

/// Everything that the handbook's folder holds, read once.
package struct Content: Sendable {
  /// The documents, by the bytes of their paths (spec/format.md 1).
  package let documents: [SourceFile]
  /// `content/handbook.yml`, where there is one.
  package let settings: SourceFile?
  /// What a document may link to, by the bytes of the paths.
  package let attachments: [Attachment]
  /// The files below `content/records/`, such as `content/records/training.csv`.
  package let records: [Attachment]
  /// The files below `content/issued/`: sealed versions and the ledger.
  package let issued: [Attachment]
  /// The files below `templates/`, which replace the built-in ones of the same name.
  package let templates: [SourceFile]
  /// What is wrong with the files themselves: links, pipes, names, sizes, what cannot be read.
  package let diagnostics: [Diagnostic]

  /// The handbook's folder, held open for the attachments.
  let root: OpenFolder

  /// The same content with other texts in the places of some documents or of the settings, and perhaps one more.
  package func replacing(_ files: [SourceFile], adding new: SourceFile? = nil) -> Content {
    let texts = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return Content(
      documents: documents.map { texts[$0.path] ?? $0 } + [new].compactMap(\.self),
      settings: settings.map { texts[$0.path] ?? $0 }, attachments: attachments, records: records, issued: issued,
      templates: templates, diagnostics: diagnostics, root: root)
  }

  /// Reads an attachment, record or issued file; the whole content of one call comes from one opening of the file.
  ///
  /// - Parameter attachment: one that this content lists.
  /// - Returns: the bytes; linear in them.
  /// - Throws: when it cannot be read or is larger than `Attachment.limit`.
  package func bytes(of attachment: Attachment) throws(WorkspaceError) -> [UInt8] {
    switch root.read(attachment.path, limit: Attachment.limit) {
    case .bytes(let bytes): return bytes
    case .tooLarge(let size):
      throw WorkspaceError(
        .io, path: attachment.path,
        message: Localized(
          zh: "附件有 \(size) 字节，最多 \(Attachment.limit) 字节",
          en: "the file has \(size) bytes; \(Attachment.limit) are allowed"))
    case .notFile:
      throw WorkspaceError(
        .io, path: attachment.path, message: Localized(zh: "不是普通文件", en: "this is not a regular file"))
    case .failed(let code): throw WorkspaceError(WorkspaceAction.read.text, path: attachment.path, code: code)
    }
  }
}

/// A file that stands beside the documents; it is read only when it is needed.
package struct Attachment: Sendable, Hashable {
  /// The path below the handbook's folder, such as `content/assets/平面图.png`.
  package let path: String
  /// Its size in bytes when the folder was listed.
  package let size: Int

  /// The largest attachment that is published, in bytes (256 MiB).
  package static let limit = 256 << 20
}
