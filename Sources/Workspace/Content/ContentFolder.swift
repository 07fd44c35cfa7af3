internal import Diagnostics
internal import Glibc

/// Reads the folder of a handbook (spec/format.md 1).
package enum ContentFolder {
  /// The largest document and settings file in bytes (spec/checks.md, limit).
  package static let documentLimit = 1 << 20
  /// The largest template, style, script or font below `templates/` in bytes.
  package static let templateLimit = 8 << 20

  /// Lists the folder and reads its documents, settings and templates, each opened once and read once.
  ///
  /// What is wrong with single files is a diagnostic, so that all of it is reported in one run.
  ///
  /// - Parameters:
  ///   - root: the handbook's folder; it holds `content/`.
  ///   - jobs: the most workers at a time.
  ///   - allowsNone: whether a handbook without any document is one.
  /// - Returns: the content; linear in its bytes, n log n in its files.
  /// - Throws: when there is no content folder, or not one document and nothing that explains it.
  package static func read(
    handbook root: String, jobs: Int = Parallel.processors, allowingNone allowsNone: Bool = false
  ) throws(WorkspaceError) -> Content {
    let folder = try OpenFolder(at: root)
    var walk = ContentWalk(root: folder)
    guard walk.visit("content") else { throw missing(root) }
    _ = walk.visit("templates")
    let content = walk.content(jobs: jobs)
    if content.documents.isEmpty && !allowsNone && !content.diagnostics.contains(where: { $0.severity == .error }) {
      throw WorkspaceError(
        .handbook, path: path(root),
        message: Localized(
          zh: "没有任何文档；请在 content/procedures/ 中写第一份规程",
          en: "there is no document; write the first one in content/procedures/"))
    }
    return content
  }

  private static func missing(_ root: String) -> WorkspaceError {
    WorkspaceError(
      .handbook, path: path(root),
      message: Localized(
        zh: "没有 content 文件夹；用 -C 指明手册所在的文件夹，或用 handrail init 新建",
        en: "there is no content folder; name the handbook's folder with -C, or make one with handrail init"))
  }

  private static func path(_ root: String) -> String {
    root == "." || root.isEmpty ? "content" : root.hasSuffix("/") ? root + "content" : root + "/content"
  }
}
