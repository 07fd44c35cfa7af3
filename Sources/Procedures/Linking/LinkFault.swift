import Diagnostics

/// What can be wrong with a link, in words.
struct LinkFault {
  let message: Localized
  let help: Localized?

  static func remoteImage(_ address: String) -> LinkFault {
    LinkFault(
      message: Localized(zh: "图片在别的网站上：\(address)", en: "the image is on another site: \(address)"),
      help: Localized(zh: "下载后放到 content/ 里，用相对路径引用", en: "put a copy under content/ and link to it by a relative path")
    )
  }

  static func outside(_ path: String) -> LinkFault {
    LinkFault(
      message: Localized(zh: "“\(path)”指到了 content/ 之外", en: "“\(path)” leads out of content/"),
      help: Localized(zh: "把文件放进 content/ 再引用", en: "put the file under content/ first"))
  }

  static func brokenLink(_ path: String, nearest: String?) -> LinkFault {
    LinkFault(
      message: Localized(zh: "链接的文件不存在：\(path)", en: "the linked file does not exist: \(path)"),
      help: nearest.map { Localized(zh: "最接近的是 \($0)（大小写要一致）", en: "the nearest one is \($0) (case counts)") }
        ?? Localized(zh: "检查路径；链接相对于本文件所在的文件夹", en: "check the path; it counts from the folder of this file"))
  }

  static func missingAttachment(_ path: String) -> LinkFault {
    LinkFault(
      message: Localized(zh: "附件不存在：\(path)", en: "the attachment does not exist: \(path)"),
      help: Localized(zh: "检查路径和大小写；附件要放在 content/ 里", en: "check path and case; attachments stand under content/"))
  }

  static func brokenAnchor(_ address: String) -> LinkFault {
    LinkFault(
      message: Localized(zh: "链接的标题不存在：\(address)", en: "there is no such heading: \(address)"),
      help: Localized(
        zh: "标题写成小写，空格写成“-”，中文照写；步骤写 #step-3", en: "lower-case letters, “-” for blanks; a step is #step-3"))
  }
}

extension Register {
  /// The number of names above which no nearest one is looked for, so that a broken handbook stays cheap to report.
  private static let suggestionLimit = 4_000

  /// The title that is nearest to one that does not exist.
  func nearestTitle(to title: String) -> String? {
    entries.count > Self.suggestionLimit ? nil : EditDistance.suggestion(for: title, among: titles)
  }

  /// The code that is nearest to one that does not exist.
  func nearestCode(to code: String) -> String? {
    entries.count > Self.suggestionLimit
      ? nil : EditDistance.nearest(code, among: entries.lazy.compactMap(\.code), limit: 1)
  }

  /// The file that is nearest to one that does not exist.
  func nearestPath(to path: String) -> String? {
    entries.count > Self.suggestionLimit ? nil : EditDistance.nearest(path, among: entries.map(\.path))
  }
}
