internal import Diagnostics
internal import Procedures

/// Two revisions of the repository that a handbook is kept in, as written in `--git BASE..HEAD` (spec/versions.md 4).
struct RevisionRange: Sendable, Hashable {
  /// The older revision.
  let base: String
  /// The newer revision.
  let head: String

  /// Reads a range; a side that is left out is `HEAD`, as git has it.
  ///
  /// - Throws: for what is no range, and for three dots, which mean something else than they show.
  init(parsing text: String) throws(WorkspaceError) {
    guard let dots = text.firstRange(of: "..") else {
      throw WorkspaceError(
        .usage, path: "--git",
        message: Localized(
          zh: "请写成 BASE..HEAD，例如 --git main..HEAD；只写一个版本说不清和谁比",
          en: "write BASE..HEAD, such as --git main..HEAD; one revision alone does not say what to compare it with"))
    }
    let (base, head) = (text[..<dots.lowerBound], text[dots.upperBound...])
    if head.hasPrefix(".") {
      throw WorkspaceError(
        .usage, path: "--git",
        message: Localized(
          zh: "这里用两个点：BASE..HEAD；要从分叉处比起，先用 git merge-base 求出 BASE",
          en: "use two dots, BASE..HEAD; to start where the branches parted, find BASE with git merge-base"))
    }
    self.base = base.isEmpty ? "HEAD" : String(base)
    self.head = head.isEmpty ? "HEAD" : String(head)
  }
}

/// What differs between two revisions: the documents of both that changed, and the names of what is no document.
struct ComparedRevisions: Sendable {
  /// The documents that changed, as they were.
  let old: ComparedSide
  /// The documents that changed, as they are.
  let new: ComparedSide
  /// Settings and attachments that changed: they are named, because a redline of them would say nothing.
  let others: [String]

  /// Reads both revisions whole, for their names, and keeps the documents that changed.
  ///
  /// - Parameters:
  ///   - range: the revisions.
  ///   - directory: the handbook's folder, or a bare repository of one.
  init(_ range: RevisionRange, directory: String) throws(WorkspaceError) {
    let repository = try GitRepository(of: directory)
    let (base, head) = (try repository.commit(range.base), try repository.commit(range.head))
    let changes = try repository.changes(from: base, to: head)
    let (before, after) = (
      try LoadedHandbook(repository, at: base)?.handbook, try LoadedHandbook(repository, at: head)?.handbook
    )
    let changed = Set(changes.map(\.path))
    old = ComparedSide(before, only: changed)
    new = ComparedSide(after, only: changed)
    let read = Set((old.entries + new.entries).map(\.path))
    others = changes.map(\.path).filter { path in
      switch ContentPlace(path) {
      case .document, .settings, .attachment, .template: !read.contains(path)
      // What issuing and training write beside the documents is no change of what anybody does.
      case .record, .issued: false
      }
    }
  }

  /// Says which other files changed; a long list is cut after five.
  var notices: [Localized] {
    if others.isEmpty { return [] }
    let shown = others.prefix(5).joined(separator: ", ")
    let rest = others.count > 5
    return [
      Localized(
        zh: "另有 \(others.count) 个文件改动，不逐字比较：\(shown)\(rest ? " 等" : "")",
        en: "\(others.count) other file\(others.count == 1 ? "" : "s") changed, not compared: "
          + shown + (rest ? " and more" : ""))
    ]
  }
}

extension ComparedSide {
  /// The documents of a revision that lie at some paths.
  fileprivate init(_ handbook: Handbook?, only paths: Set<String>) {
    let entries = handbook?.articles.map(\.entry).filter { paths.contains($0.path) } ?? []
    self.init(.folder, entries, handbook)
  }
}
