import Diagnostics

extension Rule {
  /// A link that leads out of content/.
  static let attachmentOutside = Rule(
    .attachmentOutside, .links, .always(.error), isFirm: true,
    summary: Localized(
      zh: "链接不能指到 content/ 外面。",
      en: "Links stay inside content/."),
    advice: Localized(
      zh: "发布的网页里只有 content/ 里的文件；指到外面的链接在别人那里打不开，也可能把不该公开的文件带出去。把文件放进 content/ 再链接。",
      en:
        "Only files below content/ are published; a link out of it would be dead for others, or publish what should stay private. Put the file under content/ first."
    ),
    bad: Example(
      steps: "1. **店员** 按[平面图](../../../图纸/平面图.txt)摆放"),
    good: Example(
      steps: "1. **店员** 按[平面图](平面图.txt)摆放",
      files: [
        "content/procedures/门店/平面图.txt": """
        入口 收银台 货架

        """
      ]),
    .reading)
}
