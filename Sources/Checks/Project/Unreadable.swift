import Diagnostics

extension Rule {
  /// A file that cannot be read, or is no regular file.
  static let unreadable = Rule(
    .unreadable, .project, .always(.error), isFirm: true,
    summary: Localized(
      zh: "手册里的文件都能读。",
      en: "The files of the handbook can be read."),
    advice: Localized(
      zh: "没有权限的文件、管道、套接字，或占了 handbook.yml 位置的文件夹都读不了。检查权限和路径，或删除它。",
      en:
        "A file without permission, a pipe, or a folder in the place of handbook.yml cannot be read. Check permissions and path, or delete it."
    ),
    bad: Example(
      others: [Example.File("content/handbook.yml", .folder)]),
    good: Example(
      steps: "1. **店长** 检查店面"),
    .reading)
}
