import Diagnostics

extension Rule {
  /// Bytes that are no clean UTF-8 text.
  static let encoding = Rule(
    .encoding, .markdown,
    .various(
      Localized(
        zh: "不是 UTF-8、控制字符、改变文字方向的字符是错误；开头的 BOM 是警告", en: "an error; a byte order mark at the start is a warning")),
    isFirm: true,
    summary: Localized(
      zh: "文件是 UTF-8 文字，不含控制字符。",
      en: "Files are UTF-8 text without control characters."),
    advice: Localized(
      zh: "GBK 或 UTF-16 的文件在别人的电脑上是乱码；改变文字方向的字符使看到的和写下的不同。在编辑器里另存为 UTF-8，删去看不见的字符；BOM 由 handrail format 删除。",
      en:
        "A file in GBK or UTF-16 is garbage elsewhere; characters that turn the text around make it look different from what it is. Save as UTF-8 and delete the invisible characters; handrail format removes a BOM."
    ),
    bad: Example(
      steps: "1. **店员** 清点‮备用金"),
    good: Example(
      steps: "1. **店员** 清点备用金"),
    .reading)
}
