internal import Glibc

extension OpenFolder {
  /// Removes a folder with everything in it; links in it are removed, not followed.
  ///
  /// - Parameters:
  ///   - name: the folder, directly below this one.
  ///   - jobs: the most workers at a time.
  /// - Returns: 0, or the error number of what could not be removed.
  func removeTree(_ name: String, jobs: Int = 1) -> Int32 {
    guard let status = status(of: name) else { return errno == ENOENT ? 0 : errno }
    guard status.isFolder else { return unlinkat(descriptor, name, 0) == 0 ? 0 : errno }
    let (folders, files) = contents(of: name)
    let codes = Parallel.map(files, jobs: jobs) { path in
      unlinkat(self.descriptor, path, 0) == 0 || errno == ENOENT ? 0 : errno
    }
    var code = codes.first { $0 != 0 } ?? 0
    for folder in folders.reversed() where unlinkat(descriptor, folder, AT_REMOVEDIR) != 0 && code == 0 {
      code = errno
    }
    return code
  }

  /// The folders of a tree, each before those in it, and everything else in it.
  private func contents(of name: String) -> (folders: [String], files: [String]) {
    var folders = [name]
    var files: [String] = []
    var next = 0
    while next < folders.count {
      let folder = folders[next]
      next += 1
      // A folder that somebody made unreadable is still ours to remove.
      if case .failure(let error) = entries(of: folder), error.code == EACCES {
        fchmodat(descriptor, folder, Self.folderMode, 0)
      }
      guard case .success(let entries) = entries(of: folder) else { continue }
      for entry in entries {
        guard let name = entry.name else { continue }
        if entry.kind == .folder { folders.append(folder + "/" + name) } else { files.append(folder + "/" + name) }
      }
    }
    return (folders, files)
  }
}
