package import Diagnostics
internal import Glibc

/// The files that people write, and how the program changes them: each is old or new at any moment, and what changed
/// since it was read is never overwritten.
package struct WorkingCopy {
  private let folder: OpenFolder
  private var cleaned: Set<String> = []
  private var count = 0

  /// Opens the folder that the paths of texts are below.
  ///
  /// - Throws: when it cannot be opened.
  package init(at path: String) throws(WorkspaceError) {
    folder = try OpenFolder(at: path)
  }

  /// Puts a new text in the place of an old one, keeping the file's mode.
  ///
  /// - Throws: when it cannot be written, or holds something else by now; the file is as it was then.
  package mutating func replace(_ old: SourceFile, with new: SourceFile) throws(WorkspaceError) {
    try commit(stage(old, new))
  }

  /// Puts new texts in the places of old ones: all of them, or none.
  ///
  /// All texts stand on the disk before the first one takes its place. A kill between two renames leaves some old and
  /// some new, so the order should be one in which every state makes sense.
  ///
  /// - Throws: when one cannot be written; the files are as they were then.
  package mutating func replaceAll(_ changes: [(old: SourceFile, new: SourceFile)]) throws(WorkspaceError) {
    var staged: [OpenFolder.StagedFile] = []
    do {
      for change in changes { staged.append(try stage(change.old, change.new)) }
    } catch {
      for file in staged { folder.discard(file) }
      throw error
    }
    for index in staged.indices {
      do {
        try commit(staged[index])
      } catch {
        for file in staged[(index + 1)...] { folder.discard(file) }
        for change in changes[..<index] { try? replace(change.new, with: change.old) }
        throw error
      }
    }
  }

  /// Writes a new file and the folders on the way.
  ///
  /// - Throws: when it is there already, or cannot be written.
  package mutating func create(_ file: SourceFile) throws(WorkspaceError) {
    guard PathText.isSafe(file.path) else {
      throw WorkspaceError(
        .usage, path: file.path, message: Localized(zh: "文件名不能用", en: "this cannot be the name of a file"))
    }
    let code = folder.create(file.path, file.bytes)
    if code == EEXIST {
      throw WorkspaceError(
        .usage, path: file.path,
        message: Localized(zh: "文件已经存在，没有改动它", en: "the file exists already; it was not changed"))
    }
    if code != 0 { throw WorkspaceError(WorkspaceAction.create.text, path: file.path, code: code) }
  }

  /// Removes a file that was just made, because what it was made for failed.
  package func remove(_ file: SourceFile) { unlinkat(folder.descriptor, file.path, 0) }

  private mutating func stage(_ old: SourceFile, _ new: SourceFile) throws(WorkspaceError) -> OpenFolder.StagedFile {
    let place = PathText.folder(of: old.path) ?? ""
    if cleaned.insert(place).inserted { folder.removeAbandoned(in: place) }
    count += 1
    switch folder.stage(old.path, replacing: old.bytes, with: new.bytes, number: count) {
    case .success(let staged): return staged
    case .failure(let error) where error.code == EBUSY:
      throw WorkspaceError(
        .io, path: old.path,
        message: Localized(
          zh: "读取之后有人改动了它，没有覆盖；请再运行一次", en: "it changed since it was read and was not overwritten; run again"))
    case .failure(let error): throw WorkspaceError(WorkspaceAction.write.text, path: old.path, code: error.code)
    }
  }

  private func commit(_ staged: OpenFolder.StagedFile) throws(WorkspaceError) {
    let code = folder.commit(staged)
    if code != 0 { throw WorkspaceError(WorkspaceAction.write.text, path: staged.path, code: code) }
  }
}
