internal import Glibc

/// Changing files that people wrote: each is old or new at any moment, whatever stops the program.
extension OpenFolder {
  /// A new text that stands complete on the disk beside the file it is to replace.
  struct StagedFile {
    let path: String
    fileprivate let part: String
  }

  private static let stagingPrefix = ".handrail-rewrite-"

  /// Writes a new text beside a file, with the file's mode and owner, down to the disk.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - old: what it must still hold, so that nobody's change of the meantime is lost.
  ///   - new: what it is to hold.
  ///   - number: tells it from other texts that are staged at the same time.
  /// - Returns: the staged text, or the error number; EBUSY when the file holds something else by now.
  func stage(_ path: String, replacing old: [UInt8], with new: [UInt8], number: Int) -> Result<StagedFile, SystemError>
  {
    let reading = read(path, limit: max(old.count, ContentFolder.documentLimit))
    guard case .bytes(let now) = reading, now == old else {
      if case .failed(let code) = reading { return .failure(SystemError(code: code)) }
      return .failure(SystemError(code: EBUSY))
    }
    guard let status = status(of: path), status.isFile else { return .failure(SystemError(code: EINVAL)) }
    let folder = PathText.folder(of: path).map { $0 + "/" } ?? ""
    let part = "\(folder)\(Self.stagingPrefix)\(getpid())-\(number)"
    unlinkat(descriptor, part, 0)
    let file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
    guard file >= 0 else { return .failure(SystemError(code: -file)) }
    var code = Self.writeAll(file, new)
    // The owner can only be kept by root; for everybody else it is their own already.
    if status.owner != geteuid() { fchown(file, status.owner, gid_t.max) }
    if code == 0, fchmod(file, status.mode & 0o7777) != 0 { code = errno }
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0, errno != EINTR { code = errno }
    guard code == 0 else {
      unlinkat(descriptor, part, 0)
      return .failure(SystemError(code: code))
    }
    return .success(StagedFile(path: path, part: part))
  }

  /// Puts a staged text in its file's place, in one step, and makes that last.
  ///
  /// - Returns: 0 or the error number; the file is as it was then.
  func commit(_ staged: StagedFile) -> Int32 {
    guard renameat(descriptor, staged.part, descriptor, staged.path) == 0 else {
      let code = errno
      discard(staged)
      return code
    }
    let folder = open(PathText.folder(of: staged.path) ?? "", O_RDONLY | O_DIRECTORY)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
    return 0
  }

  /// Removes a staged text that is not wanted.
  func discard(_ staged: StagedFile) { unlinkat(descriptor, staged.part, 0) }

  /// Removes what a killed run left in a folder; readers never see such names, because they begin with a dot.
  func removeAbandoned(in folder: String) {
    guard case .success(let entries) = entries(of: folder) else { return }
    for entry in entries {
      guard let name = entry.name, name.hasPrefix(Self.stagingPrefix),
        let owner = pid_t(name.dropFirst(Self.stagingPrefix.count).prefix { $0 != "-" }), kill(owner, 0) != 0,
        errno == ESRCH
      else { continue }
      unlinkat(descriptor, folder.isEmpty ? name : folder + "/" + name, 0)
    }
  }
}
