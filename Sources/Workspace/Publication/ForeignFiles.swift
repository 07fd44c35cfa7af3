internal import Diagnostics
internal import Glibc

/// What stands in the output folder and is not in the manifest of our last build: it belongs to the user and stays.
struct ForeignFiles: Sendable {
  /// The folders, each before what is in it.
  private(set) var folders: [String] = []
  /// Everything else.
  private(set) var files: [String] = []

  /// Looks through the folder. Linear in its files.
  init(in folder: OpenFolder, manifest: Manifest?, shown: String) throws(WorkspaceError) {
    let ours = manifest?.folders ?? []
    var queue = [""]
    while let path = queue.popLast() {
      let entries: [FolderEntry]
      switch folder.entries(of: path) {
      case .success(let found): entries = found
      case .failure(let error):
        throw WorkspaceError(WorkspaceAction.list.text, path: shown + "/" + path, code: error.code)
      }
      for entry in entries {
        guard let name = entry.name else {
          throw OutputPath.refusal(
            shown + "/" + entry.shown,
            Localized(
              zh: "文件名不是 UTF-8，无法保留；请改名或移走",
              en: "the name is not UTF-8 and cannot be carried over; rename it or move it away"))
        }
        if path.isEmpty, name == Manifest.path || OutputFolder.isRemnant(name) { continue }
        let full = path.isEmpty ? name : path + "/" + name
        if entry.kind == .folder {
          queue.append(full)
          if !ours.contains(full) { folders.append(full) }
        } else if manifest?[full] == nil {
          files.append(full)
        }
      }
    }
    folders.sort(by: PathText.precedes)
    files.sort(by: PathText.precedes)
  }

  /// Refuses a new page that would take the place of one of these (spec/site.md, Build).
  func refuseClash(with manifest: Manifest, shown: String) throws(WorkspaceError) {
    let newFolders = manifest.folders
    let file = files.first { manifest[$0] != nil || newFolders.contains($0) }
    guard let clash = file ?? folders.first(where: { manifest[$0] != nil }) else { return }
    throw WorkspaceError(
      .clash, path: shown + "/" + clash,
      message: Localized(
        zh: "这里有一个不是本程序生成的文件，与新页面同名；请移走它",
        en: "a file that Handrail did not make stands where a new page goes; move it away"))
  }

  /// Puts them into the new tree: by hard link, by copy where that cannot be.
  func carry(from old: OpenFolder, to new: OpenFolder, shown: String) throws(WorkspaceError) {
    for folder in folders {
      let code = Self.makeFolder(folder, from: old, to: new)
      if code != 0 { throw WorkspaceError(WorkspaceAction.carry.text, path: shown + "/" + folder, code: code) }
    }
    for file in files {
      let code = Self.carry(file, from: old, to: new)
      if code != 0 { throw WorkspaceError(WorkspaceAction.carry.text, path: shown + "/" + file, code: code) }
    }
  }

  private static func makeFolder(_ path: String, from old: OpenFolder, to new: OpenFolder) -> Int32 {
    let code = new.makeFolders(path)
    guard code == 0, let status = old.status(of: path) else { return code }
    return fchmodat(new.descriptor, path, status.mode & 0o7777 | 0o700, 0) == 0 ? 0 : errno
  }

  private static func carry(_ path: String, from old: OpenFolder, to new: OpenFolder) -> Int32 {
    if let folder = PathText.folder(of: path) {
      let code = new.makeFolders(folder)
      if code != 0 { return code }
    }
    if linkat(old.descriptor, path, new.descriptor, path, 0) == 0 { return 0 }
    let refused = errno
    guard let status = old.status(of: path) else { return refused }
    if status.isLink { return copyLink(path, from: old, to: new) }
    guard status.isFile else { return refused }
    return copyFile(path, mode: status.mode & 0o7777, from: old, to: new)
  }

  private static func copyLink(_ path: String, from old: OpenFolder, to new: OpenFolder) -> Int32 {
    var target = [CChar](repeating: 0, count: 4097)
    guard readlinkat(old.descriptor, path, &target, 4096) >= 0 else { return errno }
    return symlinkat(target, new.descriptor, path) == 0 ? 0 : errno
  }

  private static func copyFile(_ path: String, mode: mode_t, from old: OpenFolder, to new: OpenFolder) -> Int32 {
    switch old.read(path, limit: Int.max - 1) {
    case .bytes(let bytes):
      let code = new.create(path, bytes)
      if code != 0 { return code }
      return fchmodat(new.descriptor, path, mode, 0) == 0 ? 0 : errno
    case .tooLarge: return EFBIG
    case .notFile: return EINVAL
    case .failed(let code): return code
    }
  }
}
