import Diagnostics

/// Names of files and folders that every system can hold (Microsoft, “Naming Files, Paths, and Namespaces”).
enum PortableName {
  private static let reserved: Set<String> = {
    let numbered = ["com", "lpt"].flatMap { name in (1...9).map { "\(name)\($0)" } }
    return Set(["con", "prn", "aux", "nul"] + numbered)
  }()

  private static let signs: Set<Unicode.Scalar> = ["<", ">", ":", "\"", "\\", "|", "?", "*"]

  /// What is wrong with a path, by its first faulty part; nil when every system can hold it.
  static func fault(_ path: String) -> Localized? {
    for part in path.split(separator: "/") {
      let stem = part.prefix { $0 != "." }.lowercased()
      if reserved.contains(stem) {
        return Localized(zh: "“\(part)”是 Windows 的保留名", en: "“\(part)” is a reserved name on Windows")
      }
      if let sign = part.unicodeScalars.first(where: { signs.contains($0) }) {
        return Localized(
          zh: "“\(part)”里有 Windows 不许用的“\(sign)”", en: "“\(part)” holds “\(sign)”, which Windows does not allow")
      }
      if part.hasSuffix(".") || part.hasSuffix(" ") {
        return Localized(
          zh: "“\(part)”以点或空格结尾，Windows 会去掉它", en: "“\(part)” ends in a dot or blank, which Windows drops")
      }
    }
    return nil
  }
}
