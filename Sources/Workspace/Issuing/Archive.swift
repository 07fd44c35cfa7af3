package import Diagnostics
internal import Glibc
package import Procedures

/// `content/issued/`, held open and locked: the ledger and the sealed files (spec/versions.md 1).
///
///     content/issued/ledger.jsonl            the events, one a line
///     content/issued/ledger.sig              the signature of the head, where there is one
///     content/issued/CODE/VERSION/NAME.md    a sealed document and its translations
///     content/issued/_objects/SHA256         pictures, attachments, and what the names meant, each kept once
///     content/issued/.pending-…              what an unfinished command staged
package struct Archive: Sendable {
  /// What the archive is opened for.
  package enum Purpose: Sendable { case reading, writing }

  /// The folder, below the handbook's.
  package static let folder = "content/issued"
  static let ledgerName = "ledger.jsonl"
  static let signatureName = "ledger.sig"
  static let pendingPrefix = ".pending-"

  /// The ledger as it stands in its file.
  package let text: LedgerText
  /// What it says.
  package let ledger: Ledger
  /// What the user should know: an unfinished write that is ignored or was tidied up.
  package internal(set) var notices: [Localized]
  /// Files of an unfinished command that could not be tidied up; they do not count.
  let unfinished: Set<String>

  let root: OpenFolder
  /// The folder itself; the lock lives as long as it is open.
  let issued: OpenFolder
  let disk: Disk

  /// Whether anything was ever issued.
  package var isEmpty: Bool { text.bytes.isEmpty }

  /// What is wrong with the ledger; nothing may be built or written on it then.
  package var faults: [Diagnostic] { text.faults }

  /// The ledger as a text that findings point into.
  package var ledgerFile: SourceFile { SourceFile(path: LedgerText.path, bytes: text.bytes) }

  /// Opens the archive of a handbook.
  ///
  /// - Parameters:
  ///   - handbook: the handbook's folder.
  ///   - purpose: a writer has the archive to itself, readers share it.
  ///   - patience: how long another command may hold it before this one gives up, in milliseconds.
  /// - Returns: nil for a reader of a handbook without one.
  package static func open(
    _ handbook: String, for purpose: Purpose, patience: Int = 30_000
  ) throws(WorkspaceError) -> Archive? {
    try open(OpenFolder(at: handbook), for: purpose, patience: patience, disk: Disk())
  }

  static func open(
    _ root: OpenFolder, for purpose: Purpose, patience: Int, disk: Disk
  ) throws(WorkspaceError) -> Archive? {
    if root.status(of: folder) == nil {
      if purpose == .reading { return nil }
      try ArchiveFailure.told(folder) { () throws(Disk.Failure) in try disk.makeFolders(folder, in: root) }
    }
    let issued: OpenFolder
    switch root.folder(folder) {
    case .success(let found): issued = found
    case .failure(let error): throw WorkspaceError(WorkspaceAction.open.text, path: folder, code: error.code)
    }
    try lock(issued, purpose, patience: patience)
    return try Archive(root: root, issued: issued, purpose: purpose, disk: disk)
  }

  private init(root: OpenFolder, issued: OpenFolder, purpose: Purpose, disk: Disk) throws(WorkspaceError) {
    var text = try Self.read(issued)
    var tidying = Tidying(issued: issued, disk: disk)
    let pending = try tidying.pending()
    if !pending.isEmpty {
      // Only the one who has the archive to itself may tidy up.
      let canWrite = purpose == .writing || flock(issued.descriptor, LOCK_EX | LOCK_NB) == 0
      if canWrite, faccessat(issued.descriptor, ".", W_OK, 0) == 0 {
        try tidying.tidy(pending, text)
        text = try Self.read(issued)
      } else {
        tidying.disregard(pending, text)
      }
      if purpose == .reading { flock(issued.descriptor, LOCK_SH) }
    }
    if text.isCutOff { tidying.notices.append(Self.cutOff(purpose)) }
    self.root = root
    self.issued = issued
    self.disk = disk
    self.text = text
    ledger = Ledger(text.events)
    notices = tidying.notices
    unfinished = tidying.unfinished
  }

  /// An archive in which nothing was ever recorded, for a dry run.
  init(emptyIn root: OpenFolder) {
    self.root = root
    issued = root
    disk = Disk(verdict: { _ in .stop })
    text = LedgerText(reading: [], digest: { _ in "" }, map: { Parallel.map(count: $0, $1) })
    ledger = Ledger([])
    notices = []
    unfinished = []
  }

  private static func read(_ issued: OpenFolder) throws(WorkspaceError) -> LedgerText {
    let bytes: [UInt8]
    switch issued.read(ledgerName, limit: 1 << 32) {
    case .bytes(let found): bytes = found
    case .failed(ENOENT): bytes = []
    case .failed(let code): throw WorkspaceError(WorkspaceAction.read.text, path: LedgerText.path, code: code)
    case .tooLarge, .notFile:
      throw WorkspaceError(
        .ledger, path: LedgerText.path, message: Localized(zh: "台账不是普通文件", en: "the ledger is not a regular file"))
    }
    return LedgerText(reading: bytes, digest: { Digest($0).hex }, map: { Parallel.map(count: $0, $1) })
  }

  private static func cutOff(_ purpose: Purpose) -> Localized {
    purpose == .writing
      ? Localized(
        zh: "台账最后有一次没有写完的记录（命令中途停止），已忽略，这次写入时截去",
        en: "the ledger ends in an unfinished write (a command was stopped); it does not count and is cut now")
      : Localized(
        zh: "台账最后有一次没有写完的记录（命令中途停止），已忽略；下一次写入时会截去",
        en:
          "the ledger ends in an unfinished write (a command was stopped); it does not count and is cut by the next one"
      )
  }

  /// Lets writers in: what was read stays true, because nothing that is sealed ever changes.
  func unlock() { flock(issued.descriptor, LOCK_UN) }

  private static func lock(_ issued: OpenFolder, _ purpose: Purpose, patience: Int) throws(WorkspaceError) {
    let kind = purpose == .writing ? LOCK_EX : LOCK_SH
    var waited = 0
    while flock(issued.descriptor, kind | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK where waited < patience:
        usleep(20_000)
        waited += 20
      case EWOULDBLOCK:
        throw WorkspaceError(
          .ledger, path: folder,
          message: Localized(
            zh: "另一条命令正在使用台账，等了 \(patience / 1000) 秒；请等它结束后再试，什么都没有写入",
            en:
              "another command holds the ledger; after \(patience / 1000) s nothing was written: try again when it has ended"
          ))
      // A network file system without locks: `issue` on one machine then (docs/publishing.md).
      case ENOLCK, EOPNOTSUPP, ENOSYS, EBADF, EINVAL: return
      default: throw WorkspaceError(WorkspaceAction.lock.text, path: folder, code: errno)
      }
    }
  }
}

/// Disk failures in words.
enum ArchiveFailure {
  /// Runs calls of the disk; a failure names the file below the handbook's folder.
  static func told<Value>(
    _ folder: String, _ body: () throws(Disk.Failure) -> Value
  ) throws(WorkspaceError) -> Value {
    do {
      return try body()
    } catch {
      switch error {
      case .stopped:
        throw WorkspaceError(.ledger, path: folder, message: Localized(zh: "命令被停止", en: "the command was stopped"))
      case .refused(let path, let code):
        throw WorkspaceError(WorkspaceAction.write.text, path: folder + "/" + path, code: code)
      }
    }
  }
}
