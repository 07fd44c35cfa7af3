package import Diagnostics
internal import Glibc
internal import Synchronization

/// One build on its way into the output folder: gathered beside it, checked, and put in its place in one step, so that
/// the published folder is always one complete build (spec/site.md, Build).
///
/// 1. The parent folder is locked; what killed builds left is removed.
/// 2. `write` puts every file into a hidden folder beside the output folder, from any number of threads.
/// 3. `commit` carries over what the user put into the output folder, adds `manifest.json`, reads every file that was written back
///    against it, flushes the disk and lets the two folders change places.
/// 4. The tree that was published before stays as a hidden sibling until the next build.
///
/// Whatever fails before the exchange leaves the output folder byte for byte as it was.
package final class Publication: Sendable {
  /// What was published.
  package struct Summary: Sendable {
    /// The files of the site, `manifest.json` included.
    package let files: Int
    /// Their bytes.
    package let bytes: Int
    /// How many of them are the very files of the last build.
    package let unchanged: Int
    /// How many files of the last build are gone.
    package let removed: Int
    /// How many files of the user were carried over.
    package let carried: Int
    /// The SHA-256 of `manifest.json`, which stands for the whole site.
    package let digest: Digest
    /// What the user should know.
    package let notices: [Localized]
  }

  private struct State {
    var written: [Manifest.Entry] = []
    /// Files of the last build that were read and found equal when they were taken over.
    var shared: [Manifest.Entry] = []
    var failure: WorkspaceError?
    var isOpen = true
  }

  let folder: OutputFolder
  let staging: OpenFolder
  let stagingName: String
  private let state = Mutex(State())

  /// Locks the output folder and makes a place to write to.
  ///
  /// - Parameters:
  ///   - output: the folder to publish into; absent, empty, ours, or holding only dot-files, CNAME, robots.txt.
  ///   - handbook: the handbook's folder, which must not overlap with it.
  ///   - patience: how long another build may hold the folder before this one gives up, in milliseconds.
  /// - Throws: when the folder is not acceptable, is held, or cannot be written to; nothing was changed then.
  package init(output: String, handbook: String, patience: Int = 60_000) throws(WorkspaceError) {
    // A closed pipe and a file size limit are reported as errors of the call instead of ending the program.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let path = try OutputPath(output: output, handbook: handbook)
    do {
      folder = try OutputFolder(path, patience: patience)
      folder.removeRemnants()
      (stagingName, staging) = try Self.makeStaging(in: folder)
    } catch {
      for parent in path.missing.reversed() { rmdir(parent) }
      throw error
    }
  }

  private static func makeStaging(in folder: OutputFolder) throws(WorkspaceError) -> (String, OpenFolder) {
    var random = SystemRandomNumberGenerator()
    let number = String(random.next() as UInt64, radix: 16)
    let name = folder.stagingPrefix + String(repeating: "0", count: 16 - number.utf8.count) + number
    let action = WorkspaceAction.create.text
    // What is published has modes of its own, whatever the user's habits.
    let code = folder.base.makeFolder(name)
    guard code == 0 else { throw WorkspaceError(action, path: folder.path.shown, code: code) }
    switch folder.base.folder(name) {
    case .success(let opened): return (name, opened)
    case .failure(let error):
      _ = folder.base.removeTree(name)
      throw WorkspaceError(action, path: folder.path.shown, code: error.code)
    }
  }

  deinit { abandon() }

  /// What the last build published, nil where there was none; a cache may compare with it.
  package var previous: Manifest? { folder.previous }

  /// Adds one file; may be called from many threads at once.
  ///
  /// A file that is byte for byte the one of the last build is that file again (a hard link), so that its time stays.
  ///
  /// - Parameters:
  ///   - path: the path below the output folder, `/` between parts.
  ///   - bytes: the whole file.
  /// - Throws: when the path is not a safe relative one, was written before, or the system refuses; after the first
  ///   failure every further call throws the same error.
  package func write(path: String, bytes: [UInt8]) throws(WorkspaceError) {
    try refuseUnusable(path)
    let entry = Manifest.Entry(path: path, size: bytes.count, digest: Digest(bytes))
    let isSame = try link(entry) { old, path in
      if case .bytes(let found) = old.read(path, limit: bytes.count) { found == bytes } else { false }
    }
    if isSame { return add(entry, unchanged: true) }
    let code = staging.create(path, bytes)
    if code != 0 { throw fail(failure(of: path, code: code)) }
    add(entry, unchanged: false)
  }

  /// Begins a file whose parts come side by side; `write(_:_:of:)` adds them.
  ///
  /// - Parameters:
  ///   - path: the path below the output folder.
  ///   - parts: how many parts it has, at least 1.
  /// - Throws: when the path is not a safe relative one or was written before.
  package func begin(path: String, parts: Int) throws(WorkspaceError) -> FileInParts {
    try refuseUnusable(path)
    let file = staging.openNew(path)
    if file < 0 { throw fail(failure(of: path, code: -file)) }
    return FileInParts(path: path, parts: parts, file: file)
  }

  /// Adds one part of a file; the last one ends it.
  ///
  /// A file of the last build with the same bytes takes its place, so that its time stays.
  ///
  /// - Throws: as `write` does.
  package func write(_ part: Int, _ bytes: [UInt8], of file: FileInParts) throws(WorkspaceError) {
    switch file.write(part, bytes) {
    case nil: break
    case .failure(let error): throw fail(failure(of: file.path, code: error.code))
    case .success(let entry):
      let part = (PathText.folder(of: entry.path).map { $0 + "/" } ?? "") + OutputFolder.partName
      if let old = shared(entry, equalTo: { $0.digest(of: $1) == entry.digest }),
        linkat(old.descriptor, entry.path, staging.descriptor, part, 0) == 0
      {
        if renameat(staging.descriptor, part, staging.descriptor, entry.path) == 0 {
          return add(entry, unchanged: true)
        }
        unlinkat(staging.descriptor, part, 0)
      }
      add(entry, unchanged: false)
    }
  }

  /// Adds a file of the last build again, without its bytes being made anew.
  ///
  /// - Parameter path: the path below the output folder.
  /// - Returns: whether it was added; false where the last build had no such file or it has been changed since, and
  ///   then it must be written.
  /// - Throws: as `write` does.
  package func keep(path: String) throws(WorkspaceError) -> Bool {
    guard let entry = folder.previous?[path] else { return false }
    try refuseUnusable(path)
    guard try link(entry, equalTo: { $0.digest(of: $1) == entry.digest }) else { return false }
    add(entry, unchanged: true)
    return true
  }

  /// Publishes what was written.
  ///
  /// - Parameter jobs: the most workers at a time.
  /// - Returns: what was published.
  /// - Throws: when two paths clash, a file does not read back as written, or the system refuses. The output folder is
  ///   as it was then, except where files had to be written in place and that failed half-way.
  package func commit(jobs: Int = Parallel.processors) throws(WorkspaceError) -> Summary {
    let (written, shared, failure) = state.withLock { ($0.written, $0.shared, $0.isOpen ? $0.failure : closed) }
    if let failure {
      abandon()
      throw failure
    }
    do {
      let edition = try Edition(written: written, shared: shared, of: self)
      try edition.stage(jobs: jobs)
      let notices = try edition.publish(jobs: jobs)
      state.withLock { $0.isOpen = false }
      folder.unlock()
      return edition.summary(unchanged: shared.count, notices: folder.notices + notices)
    } catch {
      abandon()
      throw error
    }
  }

  /// Gives the build up and removes what was written; does nothing after `commit`.
  package func abandon() {
    let wasOpen = state.withLock { state in
      defer { state.isOpen = false }
      return state.isOpen
    }
    guard wasOpen else { return }
    _ = folder.base.removeTree(stagingName)
    for parent in folder.path.missing.reversed() { rmdir(parent) }
    folder.unlock()
  }

  private var closed: WorkspaceError {
    WorkspaceError(
      .output, path: folder.path.shown, message: Localized(zh: "这次发布已经结束", en: "this publication has ended already"))
  }

  private func add(_ entry: Manifest.Entry, unchanged: Bool) {
    state.withLock {
      if unchanged { $0.shared.append(entry) } else { $0.written.append(entry) }
    }
  }

  /// Remembers the first failure, so that a full disk is reported once and not once a page.
  private func fail(_ error: WorkspaceError) -> WorkspaceError {
    state.withLock {
      if $0.failure == nil { $0.failure = error }
      return $0.failure ?? error
    }
  }

  private func refuseUnusable(_ path: String) throws(WorkspaceError) {
    let failure = state.withLock { $0.isOpen ? $0.failure : closed }
    if let failure { throw failure }
    guard PathText.isSafe(path), path != Manifest.path else {
      throw fail(
        WorkspaceError(
          .clash, path: path, message: Localized(zh: "不能用作发布路径", en: "this cannot be the path of a published file")))
    }
  }

  private func failure(of path: String, code: Int32) -> WorkspaceError {
    guard code == EEXIST || code == ENOTDIR || code == EISDIR else {
      return WorkspaceError(WorkspaceAction.write.text, path: folder.path.shown + "/" + path, code: code)
    }
    return WorkspaceError(
      .clash, path: path,
      message: Localized(zh: "两个页面要写到同一路径“\(path)”", en: "two pages are to be written to the same path \"\(path)\""))
  }

  /// The last build, where a file of it is safe to share: an ordinary file of our own with our mode, that no name
  /// outside our trees leads to (one name in the published tree, one in the tree before).
  private func shared(_ entry: Manifest.Entry, equalTo isEqual: (OpenFolder, String) -> Bool) -> OpenFolder? {
    guard let old = folder.current, let before = folder.previous?[entry.path], before.digest == entry.digest,
      let status = old.status(of: entry.path), status.isFile, status.size == entry.size, status.links <= 2,
      status.mode & 0o7777 == OpenFolder.fileMode, status.owner == geteuid(), isEqual(old, entry.path)
    else { return nil }
    return old
  }

  /// Takes a file of the last build over, if it is safe to share.
  private func link(
    _ entry: Manifest.Entry, equalTo isEqual: (OpenFolder, String) -> Bool
  ) throws(WorkspaceError) -> Bool {
    guard let old = shared(entry, equalTo: isEqual) else { return false }
    if linkat(old.descriptor, entry.path, staging.descriptor, entry.path, 0) == 0 { return true }
    if errno == ENOENT, let parent = PathText.folder(of: entry.path), staging.makeFolders(parent) == 0,
      linkat(old.descriptor, entry.path, staging.descriptor, entry.path, 0) == 0
    {
      return true
    }
    if errno == EEXIST { throw fail(failure(of: entry.path, code: EEXIST)) }
    return false
  }
}
