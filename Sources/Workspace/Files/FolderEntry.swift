internal import Glibc

/// One name in a folder.
struct FolderEntry: Sendable {
  /// What the name stands for.
  enum Kind: Sendable { case file, folder, link, other }

  /// The name, nil where it is not UTF-8.
  let name: String?
  /// The name as it may be shown.
  let shown: String
  /// What it stands for; a link is a link, wherever it leads.
  let kind: Kind
}

extension OpenFolder {
  /// The names in a folder below this one, without `.` and `..`, in no order.
  ///
  /// One descriptor is open meanwhile.
  func entries(of path: String) -> Result<[FolderEntry], SystemError> {
    let opened = open(path, O_RDONLY | O_DIRECTORY)
    guard opened >= 0 else { return .failure(SystemError(code: -opened)) }
    guard let stream = fdopendir(opened) else {
      let code = errno
      close(opened)
      return .failure(SystemError(code: code))
    }
    defer { closedir(stream) }
    var found: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      if let one = FolderEntry(entry, in: opened) { found.append(one) }
    }
    return errno == 0 ? .success(found) : .failure(SystemError(code: errno))
  }
}

extension FolderEntry {
  private static let nameOffset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 19

  /// Reads an entry where readdir left it; nil for `.` and `..`.
  fileprivate init?(_ entry: UnsafeMutablePointer<dirent>, in folder: Int32) {
    let start = UnsafeRawPointer(entry).advanced(by: Self.nameOffset).assumingMemoryBound(to: UInt8.self)
    let bytes = UnsafeBufferPointer(
      start: start, count: strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)))
    if bytes.allSatisfy({ $0 == UInt8(ascii: ".") }) && bytes.count <= 2 { return nil }
    name = String(validating: bytes, as: UTF8.self)
    shown = name.map { PathText.escaped($0) } ?? PathText.escaped(bytes)
    switch Int(entry.pointee.d_type) {
    case Int(DT_REG): kind = .file
    case Int(DT_DIR): kind = .folder
    case Int(DT_LNK): kind = .link
    case Int(DT_UNKNOWN):
      kind = Self.kind(of: UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), in: folder)
    default: kind = .other
    }
  }

  /// Asks the file system where the folder itself does not say.
  private static func kind(of name: UnsafePointer<CChar>, in folder: Int32) -> Kind {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }
}
