internal import Glibc

/// What stands under a name.
struct FileStatus: Sendable {
  let mode: mode_t
  let size: Int
  let links: Int
  let owner: uid_t
  let device: UInt64
  let node: UInt64

  init(_ status: stat) {
    mode = status.st_mode
    size = Int(status.st_size)
    links = Int(status.st_nlink)
    owner = status.st_uid
    device = UInt64(status.st_dev)
    node = UInt64(status.st_ino)
  }

  var isFolder: Bool { mode & S_IFMT == S_IFDIR }
  var isFile: Bool { mode & S_IFMT == S_IFREG }
  var isLink: Bool { mode & S_IFMT == S_IFLNK }

  /// Whether two names stand for the same file or folder.
  func isSame(as other: FileStatus) -> Bool { device == other.device && node == other.node }

  /// Asks about a path that the user gave.
  ///
  /// - Parameter follow: whether a link at its end is followed.
  static func of(_ path: String, follow: Bool = true) -> FileStatus? {
    var status = Glibc.stat()
    guard fstatat(AT_FDCWD, path, &status, follow ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileStatus(status)
  }
}

/// Writing below an open folder that only this program fills. Each function returns 0 or the error number.
extension OpenFolder {
  static let fileMode: mode_t = 0o644
  static let folderMode: mode_t = 0o755

  /// Asks what stands under a name, without following a link.
  func status(of path: String) -> FileStatus? {
    var status = Glibc.stat()
    guard fstatat(descriptor, path.isEmpty ? "." : path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileStatus(status)
  }

  /// Opens a new file and makes the folders on the way to it, with modes that no umask changes.
  ///
  /// - Returns: a descriptor, or the error number below zero.
  func openNew(_ path: String) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    var file = openat(descriptor, path, flags, Self.fileMode)
    if file < 0, errno == ENOENT, let folder = PathText.folder(of: path) {
      let code = makeFolders(folder)
      if code != 0 { return -code }
      file = openat(descriptor, path, flags, Self.fileMode)
    }
    if file < 0 { return -errno }
    // A file system without modes refuses, and then there is nothing to keep.
    fchmod(file, Self.fileMode)
    return file
  }

  /// Writes a new file and the folders on the way to it.
  func create(_ path: String, _ bytes: [UInt8]) -> Int32 {
    let file = openNew(path)
    guard file >= 0 else { return -file }
    var code = Self.writeAll(file, bytes)
    // Some file systems report a full disk only here.
    if close(file) != 0, code == 0, errno != EINTR { code = errno }
    return code
  }

  /// Writes a file under a name of its own and puts it in the place of another in one step.
  func replace(_ path: String, _ bytes: [UInt8]) -> Int32 {
    let part = (PathText.folder(of: path).map { $0 + "/" } ?? "") + OutputFolder.partName
    unlinkat(descriptor, part, 0)
    let code = create(part, bytes)
    if code != 0 {
      unlinkat(descriptor, part, 0)
      return code
    }
    return renameat(descriptor, part, descriptor, path) == 0 ? 0 : errno
  }

  /// Makes a folder and those on the way to it, with a mode that no umask changes; what is there already stays.
  func makeFolders(_ path: String) -> Int32 {
    let code = makeFolder(path)
    guard code == ENOENT, let above = PathText.folder(of: path) else { return code }
    let failure = makeFolders(above)
    return failure == 0 ? makeFolder(path) : failure
  }

  /// Makes one folder, unless it is there.
  func makeFolder(_ name: String) -> Int32 {
    if mkdirat(descriptor, name, Self.folderMode) != 0 { return errno == EEXIST ? 0 : errno }
    fchmodat(descriptor, name, Self.folderMode, 0)
    return 0
  }

  static func writeAll(_ file: Int32, _ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let wrote = Glibc.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if wrote > 0 {
          done += wrote
        } else if wrote == 0 {
          return ENOSPC
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}
