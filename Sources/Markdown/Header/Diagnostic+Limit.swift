package import Diagnostics

extension [Diagnostic] {
  /// The most findings about one header; more would bury what the first ones say.
  package static var headerLimit: Int { 20 }

  /// The first findings of one file, then one that counts the rest and weighs as much as the worst of them.
  ///
  /// - Parameter path: the file's path.
  /// - Returns: at most 21 findings.
  package func limited(toFile path: String) -> [Diagnostic] {
    guard count > Self.headerLimit else { return self }
    let rest = self[Self.headerLimit...]
    let worst = rest.map(\.severity).min() ?? .error
    let summary = Diagnostic(
      worst, .limit, path: path, range: rest[rest.startIndex].range,
      message: Localized(
        zh: "文件头还有 \(rest.count) 处问题，先改好上面的",
        en: "\(rest.count) more findings in the front matter; mend those above first"))
    return Array(prefix(Self.headerLimit)) + [summary]
  }
}
