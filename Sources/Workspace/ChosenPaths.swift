internal import Diagnostics
internal import Glibc

/// The files and folders that a command is asked to keep to.
package struct ChosenPaths: Sendable {
  /// Paths below the handbook's folder; empty for the whole handbook.
  private let inside: [String]
  /// Markdown files outside the handbook, as they were given.
  package let loose: [String]

  /// Reads paths as they were given on the command line: from the current folder, else from the handbook's.
  ///
  /// - Throws: when one of them is not there.
  package init(_ paths: [String], handbook root: String) throws(WorkspaceError) {
    var (inside, loose): ([String], [String]) = ([], [])
    let base = Self.resolved(root)
    for path in paths {
      let fromRoot = root.hasSuffix("/") ? root + path : root + "/" + path
      guard let found = Self.resolved(path) ?? (path.hasPrefix("/") ? nil : Self.resolved(fromRoot)) else {
        throw WorkspaceError(
          .usage, path: path, message: Localized(zh: "没有这个文件或文件夹", en: "there is no such file or folder"))
      }
      if let base, found == base {
        inside.append("")
      } else if let base, found.hasPrefix(base + "/") {
        inside.append(String(found.dropFirst(base.count + 1)))
      } else if path.hasSuffix(".md") {
        loose.append(path)
      } else {
        throw WorkspaceError(
          .usage, path: path,
          message: Localized(
            zh: "不在手册里；手册外只能给 .md 文件", en: "it lies outside the handbook, where only .md files can be given"))
      }
    }
    self.inside = inside
    self.loose = loose
  }

  /// Whether only files outside the handbook were chosen, so that the handbook need not be read.
  package var isLooseOnly: Bool { inside.isEmpty && !loose.isEmpty }

  /// Whether a file of the handbook is one of them, or in one of the folders.
  package func holds(_ path: String) -> Bool {
    if inside.isEmpty { return loose.isEmpty }
    return inside.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") }
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
