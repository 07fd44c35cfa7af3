internal import CSystem
internal import Diagnostics
internal import Glibc

/// A folder that is held open: every path below it is opened from this handle, never through a symbolic link and
/// never above it, also when the tree is changed meanwhile.
final class OpenFolder: Sendable {
  let descriptor: Int32

  /// Takes over an open descriptor of a folder.
  init(taking descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Opens a folder by a path that the user gave; links on the way to it are the user's own and followed.
  convenience init(at path: String, action: WorkspaceAction = .open) throws(WorkspaceError) {
    let found = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard found >= 0 else { throw WorkspaceError(action.text, path: path, code: errno) }
    self.init(taking: found)
  }

  deinit { close(descriptor) }

  /// Opens something below the folder.
  ///
  /// - Parameters:
  ///   - path: the relative path; empty for the folder itself.
  ///   - flags: the flags of open(2).
  ///   - mode: the mode of a new file.
  /// - Returns: a descriptor, or the error number below zero.
  func open(_ path: String, _ flags: Int32, mode: mode_t = 0) -> Int32 {
    let path = path.isEmpty ? "." : path
    let flags = flags | O_CLOEXEC
    guard Self.hasBeneath else { return openByParts(path, flags, mode: mode) }
    // A rename elsewhere in the tree can make the kernel ask for another try; it is never refused for long.
    for _ in 0..<64 {
      let found = handrail_open_beneath(descriptor, path, flags, flags & O_CREAT == 0 ? 0 : mode)
      if found >= 0 { return found }
      if errno != EAGAIN && errno != EINTR { return -errno }
    }
    return -EAGAIN
  }

  /// Opens a folder below this one, or gives the error number below zero.
  func folder(_ path: String) -> Result<OpenFolder, SystemError> {
    let found = open(path, O_RDONLY | O_DIRECTORY)
    return found < 0 ? .failure(SystemError(code: -found)) : .success(OpenFolder(taking: found))
  }

  /// Whether the kernel knows openat2; a sandbox that does not may answer EPERM.
  private static let hasBeneath: Bool = {
    let found = handrail_open_beneath(AT_FDCWD, ".", O_RDONLY | O_CLOEXEC, 0)
    if found >= 0 {
      close(found)
      return true
    }
    return errno != ENOSYS && errno != EPERM
  }()

  /// The same with one openat for each part of the path; at most two descriptors are open at a time.
  private func openByParts(_ path: String, _ flags: Int32, mode: mode_t) -> Int32 {
    if path.utf8.count >= 4096 { return -ENAMETOOLONG }
    let parts = path.split(separator: "/").map(String.init)
    var current = descriptor
    defer { if current != descriptor { close(current) } }
    for (index, part) in parts.enumerated() {
      if part == ".." { return -EXDEV }
      let last = index == parts.count - 1
      let wanted = last ? flags | O_NOFOLLOW : O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      let next = openat(current, part, wanted, last ? mode : 0)
      if next < 0 { return -errno }
      if last { return next }
      if current != descriptor { close(current) }
      current = next
    }
    return -ENOENT
  }
}

/// An error number of the system on its way to where the path is known.
struct SystemError: Error, Sendable {
  let code: Int32
}

/// What was tried when the system refused, in words.
enum WorkspaceAction: Sendable {
  case open, read, write, list, create, remove, publish, carry, lock

  var text: Localized {
    switch self {
    case .open: Localized(zh: "无法打开", en: "cannot open")
    case .read: Localized(zh: "无法读取", en: "cannot read")
    case .write: Localized(zh: "无法写入", en: "cannot write")
    case .list: Localized(zh: "无法列出文件夹", en: "cannot list the folder")
    case .create: Localized(zh: "无法新建", en: "cannot create")
    case .remove: Localized(zh: "无法删除", en: "cannot remove")
    case .publish: Localized(zh: "无法发布", en: "cannot publish")
    case .carry: Localized(zh: "无法保留原有文件", en: "cannot carry over")
    case .lock: Localized(zh: "无法锁定", en: "cannot lock")
    }
  }
}
