internal import Diagnostics
internal import Glibc

/// The output folder while a build holds it: locked, found acceptable, with what was published in it before.
final class OutputFolder: Sendable {
  /// Where new files are gathered before they are published.
  enum Place: Sendable {
    /// In a hidden sibling, which then changes places with the output folder.
    case sibling
    /// In a hidden folder inside, where the output folder is a mount point or its parent is not ours to write.
    case inside
  }

  let path: OutputPath
  /// The folder in which the new tree is gathered: the parent, or the output folder itself.
  let base: OpenFolder
  /// What is published now; nil where there is no folder yet.
  let current: OpenFolder?
  /// What our last build published; nil the first time.
  let previous: Manifest?
  let place: Place
  /// What the user should know about the folder.
  let notices: [Localized]

  static let partName = ".handrail-part"
  /// How the name of an unfinished tree begins.
  var stagingPrefix: String { place == .sibling ? ".\(path.name).new-" : Self.insidePrefix }
  /// The name of the tree that was published before.
  var oldName: String { ".\(path.name).old" }
  private static let insidePrefix = ".handrail-new-"

  /// Makes missing parents, takes the lock, looks at what is there.
  ///
  /// - Parameters:
  ///   - patience: how long another build may hold the folder, in milliseconds.
  init(_ path: OutputPath, patience: Int) throws(WorkspaceError) {
    self.path = path
    try Self.makeParents(path)
    var notices: [Localized] = []
    let inside = Self.mustBeInside(path)
    base = try OpenFolder(at: inside ? path.full : path.parent)
    place = inside ? .inside : .sibling
    if try !Self.lock(base, patience: patience, path: path) {
      notices.append(
        Localized(zh: "此文件系统不支持锁定；请勿同时运行两次生成", en: "this file system has no locks; do not run two builds at once"))
    }
    // Only now: another build may have made it while this one waited.
    current = FileStatus.of(path.full, follow: false) == nil ? nil : try OpenFolder(at: path.full)
    previous = try current.flatMap { folder throws(WorkspaceError) in try Self.accept(folder, path: path) }
    self.notices = notices
  }

  private static func makeParents(_ path: OutputPath) throws(WorkspaceError) {
    for folder in path.missing {
      if mkdir(folder, OpenFolder.folderMode) == 0 {
        chmod(folder, OpenFolder.folderMode)
      } else if errno != EEXIST {
        throw WorkspaceError(WorkspaceAction.create.text, path: folder, code: errno)
      }
    }
  }

  /// Whether a sibling is of no use: another file system, or a parent that we may not write to.
  private static func mustBeInside(_ path: OutputPath) -> Bool {
    guard let status = path.status, let parent = FileStatus.of(path.parent) else { return false }
    return status.device != parent.device || access(path.parent, R_OK | W_OK | X_OK) != 0
  }

  /// Takes the lock that dies with the process; false where the file system has none.
  private static func lock(_ folder: OpenFolder, patience: Int, path: OutputPath) throws(WorkspaceError) -> Bool {
    var waited = 0
    while flock(folder.descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK where waited < patience:
        usleep(20_000)
        waited += 20
      case EWOULDBLOCK:
        throw OutputPath.refusal(
          path.shown,
          Localized(zh: "另一次生成正在写入这里；请等它结束后再试", en: "another build is writing here; try again when it has ended"))
      case ENOLCK, EOPNOTSUPP, ENOSYS, EBADF, EINVAL: return false
      default: throw WorkspaceError(WorkspaceAction.lock.text, path: path.shown, code: errno)
      }
    }
    return true
  }

  /// Lets the next build in, also where this object lives on.
  func unlock() { flock(base.descriptor, LOCK_UN) }

  /// Refuses a folder that somebody else made; gives our manifest where there is one.
  private static func accept(_ folder: OpenFolder, path: OutputPath) throws(WorkspaceError) -> Manifest? {
    switch folder.read(Manifest.path, limit: 1 << 30) {
    case .bytes(let bytes):
      if let manifest = Manifest(parsing: bytes) { return manifest }
      throw OutputPath.refusal(
        path.shown,
        Localized(
          zh: "其中的 manifest.json 不是本程序写的，或已损坏；请清空文件夹或换一个 -o",
          en: "its manifest.json is not ours or is damaged; empty the folder or choose another one with -o"))
    case .failed(ENOENT): break
    case .failed(let code): throw WorkspaceError(WorkspaceAction.read.text, path: path.shown, code: code)
    case .tooLarge, .notFile: throw foreign(path, Manifest.path)
    }
    switch folder.entries(of: "") {
    case .failure(let error): throw WorkspaceError(WorkspaceAction.list.text, path: path.shown, code: error.code)
    case .success(let entries):
      let names = entries.filter { !isTolerated($0) }.map(\.shown).sorted(by: PathText.precedes)
      if let first = names.first { throw foreign(path, first) }
      return nil
    }
  }

  private static func foreign(_ path: OutputPath, _ name: String) -> WorkspaceError {
    OutputPath.refusal(
      path.shown,
      Localized(
        zh: "文件夹里有不是本程序生成的文件（如 \(name)），没有改动它；请换一个 -o 或先移走这些文件",
        en: "the folder holds files that Handrail did not make (such as \(name)); it was left as it is; "
          + "choose another one with -o or move them away"))
  }

  /// Whether a name may stand in a folder that is taken over: dot-files, CNAME, robots.txt (spec/site.md, Build).
  static func isTolerated(_ entry: FolderEntry) -> Bool {
    entry.shown.utf8.first == UInt8(ascii: ".") || entry.name == "CNAME" || entry.name == "robots.txt"
  }

  /// Whether a name at the top of the output folder is left over from an unfinished build in place.
  static func isRemnant(_ name: String) -> Bool { isStaging(name, prefix: insidePrefix) || name == partName }

  /// Whether a name is the prefix and 16 hexadecimal digits, so that no folder of the user's fits by chance.
  static func isStaging(_ name: String, prefix: String) -> Bool {
    guard name.utf8.starts(with: prefix.utf8) else { return false }
    let digits = name.utf8.dropFirst(prefix.utf8.count)
    return digits.count == 16 && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Removes what builds that were killed have left.
  func removeRemnants() {
    guard case .success(let entries) = base.entries(of: "") else { return }
    for entry in entries {
      guard let name = entry.name, entry.kind == .folder else { continue }
      if Self.isStaging(name, prefix: stagingPrefix) { _ = base.removeTree(name) }
    }
  }
}
