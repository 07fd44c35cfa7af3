internal import CSystem
internal import Diagnostics
internal import Glibc

/// The finished files of a publication: checked, completed and put in place.
struct Edition {
  let publication: Publication
  /// The files that this build wrote itself; the shared ones were read when they were taken over.
  private let written: [Manifest.Entry]
  let manifest: Manifest
  let manifestBytes: [UInt8]
  let foreign: ForeignFiles?

  private var folder: OutputFolder { publication.folder }
  private var staging: OpenFolder { publication.staging }
  private var shown: String { folder.path.shown }

  /// Puts the files in order and refuses clashes among them and with the user's files.
  init(
    written: [Manifest.Entry], shared: [Manifest.Entry] = [], of publication: Publication
  ) throws(WorkspaceError) {
    self.publication = publication
    self.written = written
    manifest = Manifest(written + shared)
    manifestBytes = manifest.bytes
    try Self.refuseTwins(manifest)
    let folder = publication.folder
    foreign = try folder.current.map { current throws(WorkspaceError) in
      try ForeignFiles(in: current, manifest: folder.previous, shown: folder.path.shown)
    }
    try foreign?.refuseClash(with: manifest, shown: folder.path.shown)
  }

  /// Refuses paths that one file system or another takes for the same: by case, or composed and decomposed.
  private static func refuseTwins(_ manifest: Manifest) throws(WorkspaceError) {
    var seen: [String: String] = [:]
    seen.reserveCapacity(manifest.entries.count)
    for entry in manifest.entries {
      guard let twin = seen.updateValue(entry.path, forKey: PathText.folded(entry.path)) else { continue }
      throw WorkspaceError(
        .clash, path: entry.path,
        message: Localized(
          zh: "与“\(twin)”只差大小写或组合字符，在有些系统上是同一个文件；请改其中一个的编号或名称",
          en: "differs from \"\(twin)\" only in case or composition and is the same file on some systems; rename one"))
    }
  }

  /// Completes the new tree, reads it back and flushes it.
  func stage(jobs: Int) throws(WorkspaceError) {
    if folder.place == .sibling, let foreign, let current = folder.current {
      try foreign.carry(from: current, to: staging, shown: shown)
    }
    let code = staging.create(Manifest.path, manifestBytes)
    if code != 0 { throw WorkspaceError(WorkspaceAction.write.text, path: shown + "/" + Manifest.path, code: code) }
    try check(jobs: jobs)
    // One flush of the file system costs far less than one for each file.
    if handrail_syncfs(staging.descriptor) != 0 {
      throw WorkspaceError(WorkspaceAction.write.text, path: shown, code: errno)
    }
  }

  /// Reads every file that was written back and compares it with the manifest.
  private func check(jobs: Int) throws(WorkspaceError) {
    let failures: [Bool] = Parallel.map(written, jobs: jobs) { [staging] entry in
      staging.digest(of: entry.path) != entry.digest
    }
    guard let first = failures.firstIndex(of: true) else { return }
    throw WorkspaceError(
      .io, path: shown + "/" + written[first].path,
      message: Localized(
        zh: "写入后读回的内容不一致；没有发布", en: "the file does not read back as it was written; nothing was published"))
  }

  /// Puts the new tree in the place of the old one.
  ///
  /// - Returns: what the user should know about how it was done.
  func publish(jobs: Int) throws(WorkspaceError) -> [Localized] {
    guard folder.place == .sibling else { return try writeInPlace(jobs: jobs) }
    let parent = folder.base.descriptor
    guard folder.current != nil else {
      if handrail_rename_new(parent, publication.stagingName, parent, folder.path.name) != 0 {
        // Not every file system knows the flag; nobody else writes here, since the lock is ours.
        guard errno == EINVAL || errno == ENOSYS,
          renameat(parent, publication.stagingName, parent, folder.path.name) == 0
        else { throw WorkspaceError(WorkspaceAction.publish.text, path: shown, code: errno) }
      }
      return flushParent()
    }
    if handrail_exchange(parent, publication.stagingName, parent, folder.path.name) != 0 {
      switch errno {
      case EINVAL, ENOSYS, EBUSY, EXDEV, EPERM, EACCES: return try writeInPlace(jobs: jobs)
      default: throw WorkspaceError(WorkspaceAction.publish.text, path: shown, code: errno)
      }
    }
    return flushParent() + keepOld(jobs: jobs)
  }

  /// Brings the exchange itself to the disk. It has been done for every reader, so a refusal is told, not thrown.
  private func flushParent() -> [Localized] {
    guard fsync(folder.base.descriptor) != 0 else { return [] }
    let reason = SystemReason.text(errno)
    return [
      Localized(
        zh: "已发布；但磁盘没有确认写入（\(reason.zh)），断电后可能回到上一版",
        en: "published; but the disk did not confirm it (\(reason.en)): a power cut may bring the last build back")
    ]
  }

  private func writeInPlace(jobs: Int) throws(WorkspaceError) -> [Localized] {
    guard let current = folder.current else { return [] }
    try InPlace(edition: self, target: current, source: staging, old: folder.previous).publish(shown: shown)
    _ = folder.base.removeTree(publication.stagingName, jobs: jobs)
    return [
      Localized(
        zh: "此文件夹不能整体交换（挂载点或文件系统不支持）：已逐个写入，依次为资源、页面、索引、状态，最后删除旧文件",
        en: "this folder cannot be exchanged as a whole (a mount point, or the file system cannot): files were written "
          + "in place in the order assets, pages, indexes, state, then deletions")
    ]
  }

  /// Keeps the tree that was published until now as a hidden sibling, in the place of the one before it.
  private func keepOld(jobs: Int) -> [Localized] {
    let parent = folder.base
    let name = publication.stagingName
    if handrail_rename_new(parent.descriptor, name, parent.descriptor, folder.oldName) == 0 { return [] }
    var code: Int32 = 0
    if isOurs(folder.oldName) {
      handrail_exchange(parent.descriptor, name, parent.descriptor, folder.oldName)
    }
    code = parent.removeTree(name, jobs: jobs)
    if code == 0 { return [] }
    let reason = SystemReason.text(code)
    return [
      Localized(
        zh: "已发布；但旧的隐藏文件夹 \(name) 无法全部删除：\(reason.zh)",
        en: "published; but the old hidden folder \(name) could not be removed completely: \(reason.en)")
    ]
  }

  /// Whether a hidden sibling is a tree that an earlier build left, not something of the user's by that name.
  private func isOurs(_ name: String) -> Bool {
    guard case .success(let old) = folder.base.folder(name), case .success(let entries) = old.entries(of: "") else {
      return false
    }
    return entries.contains { $0.name == Manifest.path } || entries.allSatisfy(OutputFolder.isTolerated)
  }

  /// The figures of what was published.
  func summary(unchanged: Int, notices: [Localized]) -> Publication.Summary {
    Publication.Summary(
      files: manifest.entries.count + 1, bytes: manifest.entries.reduce(manifestBytes.count) { $0 + $1.size },
      unchanged: unchanged,
      removed: folder.previous?.entries.count { manifest[$0.path] == nil } ?? 0,
      carried: foreign?.files.count ?? 0, digest: Digest(manifestBytes), notices: notices)
  }
}
