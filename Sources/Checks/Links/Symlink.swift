import Diagnostics

extension Rule {
  /// A symbolic link.
  static let symlink = Rule(
    .symlink, .links, .always(.error), isFirm: true,
    summary: Localized(
      zh: "手册里没有符号链接。",
      en: "A handbook holds no symbolic links."),
    advice: Localized(
      zh: "符号链接在别的电脑上会断，也能把文件夹外面的内容带进手册。放文件本身，或删除链接。",
      en:
        "A symbolic link breaks on other machines and can pull in what lies outside. Put the file itself there, or delete the link."
    ),
    bad: Example(
      others: [Example.File("content/policies/旧制度.md", .link(to: "../../旧制度.md"))]),
    good: Example(
      steps: "1. **店长** 检查店面"),
    .reading)
}
