import Diagnostics

extension Rule {
  /// An image of another site.
  static let imageRemote = Rule(
    .imageRemote, .links, .always(.error), isFirm: true,
    summary: Localized(
      zh: "图片放在 content/ 里，不引用别的网站。",
      en: "Images stand below content/, not on another site."),
    advice: Localized(
      zh: "别的网站的图片会消失、会换成别的，打印时可能是空白，还会把读者的访问告诉对方。下载后放到 content/ 里引用。",
      en:
        "An image on another site may vanish or change, may be missing on paper, and tells that site who reads. Keep a copy below content/."
    ),
    bad: Example(
      steps: "1. **店员** 按![摆放图](https://example.com/a.png)摆放"),
    good: Example(
      steps: "1. **店员** 按[摆放图](https://example.com/a.png)摆放"),
    .reading)
}
