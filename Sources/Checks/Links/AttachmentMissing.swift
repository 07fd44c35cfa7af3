import Diagnostics

extension Rule {
  /// A link to a file that is not there.
  static let attachmentMissing = Rule(
    .attachmentMissing, .links, .always(.error), isFirm: true,
    summary: Localized(
      zh: "链接的附件和图片要存在。",
      en: "Linked attachments and images exist."),
    advice: Localized(
      zh: "附件放在 content/ 里面，用相对路径链接，大小写要一致。把文件放好，或改正路径。",
      en:
        "Attachments stand below content/ and are linked by a relative path; case matters. Add the file or mend the path."
    ),
    bad: Example(
      steps: "1. **店员** 按![平面图](平面图.png)摆放"),
    good: Example(
      steps: "1. **店员** 按[平面图](平面图.txt)摆放",
      files: [
        "content/procedures/门店/平面图.txt": """
        入口 收银台 货架

        """
      ]),
    .reading)
}
