internal import Diagnostics
internal import Procedures

/// The texts of a sealed version, as the line of stages reads them: a version is only another list of source files.
struct SealedSource: Sendable {
  /// What was recorded of the document.
  let record: DocumentRecord
  /// The version.
  let version: IssuedVersion
  /// The document and its translations.
  let documents: [SourceFile]
  /// What they show: the path below the handbook's folder, and the digest that it is kept by.
  let attachments: [(path: String, digest: String)]

  /// Reads the texts of a version out of the archive; each is held against the ledger.
  init(_ record: DocumentRecord, _ version: IssuedVersion, in archive: Archive) throws(WorkspaceError) {
    self.record = record
    self.version = version
    let issuance = version.issuance
    var documents: [SourceFile] = []
    var attachments: [(path: String, digest: String)] = []
    for file in issuance.files {
      if issuance.place(of: file) == Issuance.object(file.digest) {
        attachments.append(("content/" + file.path, file.digest))
      } else {
        documents.append(SourceFile(path: "content/" + file.path, bytes: try archive.bytes(of: file, in: issuance)))
      }
    }
    self.documents = documents
    self.attachments = attachments
  }

  /// Where something that a sealed version shows is published from: a name by its digest, the same for good.
  static func path(_ path: String, _ digest: String) -> String {
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    return "content/issued/\(digest.prefix(16))/\(name)"
  }
}
