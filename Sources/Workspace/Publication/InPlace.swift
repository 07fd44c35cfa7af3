internal import CSystem
internal import Diagnostics
internal import Glibc

/// Publishes file by file where the folders cannot change places: each file is whole at every moment, and what others
/// need comes first (spec/site.md, Build).
///
/// While it works, `manifest.json` lists the old and the new files together, so that a build that is killed leaves a
/// folder that is still ours and that the next build completes.
struct InPlace {
  let edition: Edition
  let target: OpenFolder
  let source: OpenFolder
  let old: Manifest?

  /// When a file is written: what is referred to before what refers to it.
  enum Rank: Int, CaseIterable {
    case asset, page, index, state

    /// Reads the rank from a path of spec/site.md, Addresses.
    init(_ path: String) {
      let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? ""
      if path.utf8.starts(with: "assets/".utf8) {
        self = .asset
      } else if name == "state.js" || path.utf8.starts(with: "data/state".utf8) {
        self = .state
      } else if PathText.folder(of: path) == nil || path.utf8.starts(with: "data/".utf8) {
        self = .index
      } else {
        self = .page
      }
    }
  }

  /// Writes, then deletes, then names the new files alone in `manifest.json`.
  func publish(shown: String) throws(WorkspaceError) {
    try check(target.replace(Manifest.path, union.bytes), Manifest.path, shown)
    for entry in displaced { unlinkat(target.descriptor, entry.path, 0) }
    removeEmptyFolders()
    for folder in edition.manifest.folders.sorted(by: PathText.precedes) {
      try check(target.makeFolders(folder), folder, shown)
    }
    var ranks = [Rank: [String]]()
    for entry in edition.manifest.entries { ranks[Rank(entry.path), default: []].append(entry.path) }
    for rank in Rank.allCases {
      for path in ranks[rank] ?? [] { try check(move(path), path, shown) }
    }
    for entry in old?.entries ?? [] where edition.manifest[entry.path] == nil {
      unlinkat(target.descriptor, entry.path, 0)
    }
    removeEmptyFolders()
    try check(target.replace(Manifest.path, edition.manifestBytes), Manifest.path, shown)
    if handrail_syncfs(target.descriptor) != 0 { try check(errno, "", shown) }
  }

  private func check(_ code: Int32, _ path: String, _ shown: String) throws(WorkspaceError) {
    guard code != 0 else { return }
    let reason = SystemReason.text(code)
    throw WorkspaceError(
      .io, path: shown + "/" + path,
      message: Localized(
        zh: "逐个写入时中断：\(reason.zh)；排除原因后再生成一次即可补全",
        en: "writing in place stopped: \(reason.en); mend the cause and build again"))
  }

  /// The files of both builds; where both have a path, the new one counts.
  private var union: Manifest {
    Manifest(edition.manifest.entries + (old?.entries ?? []).filter { edition.manifest[$0.path] == nil })
  }

  /// Old files that stand where the new build has a folder, or in a folder where it has a file.
  private var displaced: [Manifest.Entry] {
    let newFolders = edition.manifest.folders
    return (old?.entries ?? []).filter { entry in
      if newFolders.contains(entry.path) { return true }
      var path = entry.path
      while let folder = PathText.folder(of: path) {
        if edition.manifest[folder] != nil { return true }
        path = folder
      }
      return false
    }
  }

  /// Moves one file over; a mount point in between makes that a copy under another name first.
  private func move(_ path: String) -> Int32 {
    if renameat(source.descriptor, path, target.descriptor, path) == 0 { return 0 }
    guard errno == EXDEV, let entry = edition.manifest[path] else { return errno }
    switch source.read(path, limit: entry.size) {
    case .bytes(let bytes): return target.replace(path, bytes)
    case .failed(let code): return code
    case .notFile, .tooLarge: return EIO
    }
  }

  /// Removes folders of the old build in which nothing is left; those with files of the user's refuse by themselves.
  private func removeEmptyFolders() {
    let kept = edition.manifest.folders
    for folder in (old?.folders ?? []).subtracting(kept).sorted(by: { PathText.precedes($1, $0) }) {
      unlinkat(target.descriptor, folder, AT_REMOVEDIR)
    }
  }
}
