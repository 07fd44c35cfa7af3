internal import CSystem
internal import Diagnostics
internal import Glibc

/// The calls by which the store of issued versions is changed, in one place, so that a test can stop at each of them.
///
/// A test that answers `.stop` sees what a killed process leaves: nothing is tidied up after it.
struct Disk: Sendable {
  /// What a test wants a call to do.
  enum Verdict: Sendable {
    /// Do it.
    case go
    /// Do nothing, as if the process had been killed before it.
    case stop
    /// Write only so many bytes, as if the process had been killed in the middle.
    case cut(Int)
    /// Fail with an error number.
    case fail(Int32)
  }

  /// Why a call was not done.
  enum Failure: Error, Sendable {
    case stopped
    case refused(path: String, code: Int32)
  }

  /// Is asked before each call, with its name.
  var verdict: @Sendable (_ call: String) -> Verdict = { _ in .go }

  private func perform(_ call: String, _ path: String, _ body: () -> Int32) throws(Failure) {
    switch verdict(call) {
    case .go: break
    case .stop, .cut: throw .stopped
    case .fail(let code): throw .refused(path: path, code: code)
    }
    let code = body()
    if code != 0 { throw .refused(path: path, code: code) }
  }

  /// Makes a folder and those on the way to it.
  func makeFolders(_ path: String, in folder: OpenFolder) throws(Failure) {
    if folder.status(of: path)?.isFolder == true { return }
    try perform("mkdir", path) { folder.makeFolders(path) }
  }

  /// Writes a new file and brings it to the disk.
  func create(_ path: String, _ bytes: [UInt8], in folder: OpenFolder) throws(Failure) {
    if let parent = PathText.folder(of: path) { try makeFolders(parent, in: folder) }
    let file = try open(path, O_EXCL, in: folder)
    defer { close(file) }
    fchmod(file, OpenFolder.fileMode)
    try write(bytes, to: file, path)
  }

  /// Cuts a file and writes at its end, then brings it to the disk.
  func append(_ bytes: [UInt8], to path: String, keeping end: Int, in folder: OpenFolder) throws(Failure) {
    let file = try open(path, O_APPEND, in: folder)
    defer { close(file) }
    if let size = folder.size(of: path), size > end {
      try perform("truncate", path) { ftruncate(file, end) == 0 ? 0 : errno }
    }
    try write(bytes, to: file, path)
  }

  private func open(_ path: String, _ flags: Int32, in folder: OpenFolder) throws(Failure) -> Int32 {
    var file: Int32 = -1
    try perform("open", path) {
      file = folder.open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | flags, mode: OpenFolder.fileMode)
      return file >= 0 ? 0 : -file
    }
    return file
  }

  private func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(Failure) {
    var count = bytes.count
    var isCut = false
    switch verdict("write") {
    case .go: break
    case .stop: throw .stopped
    case .cut(let most): (count, isCut) = (min(most, count), true)
    case .fail(let code): throw .refused(path: path, code: code)
    }
    let code = OpenFolder.writeAll(file, Array(bytes.prefix(count)))
    if isCut { throw .stopped }
    if code != 0 { throw .refused(path: path, code: code) }
    try perform("fsync", path) { fsync(file) == 0 ? 0 : errno }
  }

  /// Moves a file to a name that is free.
  func move(_ path: String, from folder: OpenFolder, to other: OpenFolder, as name: String) throws(Failure) {
    if let parent = PathText.folder(of: name) { try makeFolders(parent, in: other) }
    try perform("rename", name) {
      if handrail_rename_new(folder.descriptor, path, other.descriptor, name) == 0 { return 0 }
      // Not every file system knows the flag; nobody else writes here, since the lock is ours.
      guard errno == EINVAL || errno == ENOSYS, other.status(of: name) == nil else { return errno }
      return renameat(folder.descriptor, path, other.descriptor, name) == 0 ? 0 : errno
    }
  }

  /// Brings the names in a folder to the disk.
  func sync(_ path: String, in folder: OpenFolder) throws(Failure) {
    let opened = folder.open(path, O_RDONLY | O_DIRECTORY)
    guard opened >= 0 else { throw .refused(path: path, code: -opened) }
    defer { close(opened) }
    try perform("fsync", path) { fsync(opened) == 0 ? 0 : errno }
  }

  /// Removes a file; one that is gone already is no error.
  func remove(_ path: String, in folder: OpenFolder) throws(Failure) {
    try perform("unlink", path) { unlinkat(folder.descriptor, path, 0) == 0 || errno == ENOENT ? 0 : errno }
  }

  /// Removes a folder in which nothing is left; one that holds something stays.
  func removeEmpty(_ path: String, in folder: OpenFolder) throws(Failure) {
    try perform("rmdir", path) {
      if unlinkat(folder.descriptor, path, AT_REMOVEDIR) == 0 { return 0 }
      return errno == ENOENT || errno == ENOTEMPTY || errno == EEXIST ? 0 : errno
    }
  }

  /// Removes a folder with everything in it.
  func removeTree(_ name: String, in folder: OpenFolder) throws(Failure) {
    try perform("rmtree", name) { folder.removeTree(name) }
  }
}
