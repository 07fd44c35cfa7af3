import Diagnostics

extension Rule {
  /// An attachment that is not what its name says.
  static let assetType = Rule(
    .assetType, .links, .always(.error), isFirm: true,
    summary: Localized(
      zh: "附件的内容和扩展名一致，SVG 里没有脚本。",
      en: "An attachment is what its name says; SVG holds no script."),
    advice: Localized(
      zh: "名字是 .png 而内容是网页的文件会在读者的浏览器里运行。用正确的程序重新导出，或改正扩展名。",
      en: "A .png that is really a web page could run in a reader’s browser. Export it again, or mend the extension."),
    bad: Example(
      steps: "1. **店员** 按![平面图](平面图.png)摆放",
      files: [
        "content/procedures/门店/平面图.png": """
        <html>平面图</html>

        """
      ]),
    good: Example(
      steps: "1. **店员** 按[平面图](平面图.txt)摆放",
      files: [
        "content/procedures/门店/平面图.txt": """
        入口 收银台 货架

        """
      ]),
    .reading)
}
