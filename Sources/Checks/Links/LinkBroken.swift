import Diagnostics

extension Rule {
  /// A link to a document that is not there.
  static let linkBroken = Rule(
    .linkBroken, .links, .always(.error),
    summary: Localized(
      zh: "链接的文件要存在。",
      en: "Linked documents exist."),
    advice: Localized(
      zh: "链接从本文件所在的文件夹算起，大小写要一致。照提示改路径；更稳妥的是写《文件名》或编号，文件搬家也不会断。",
      en:
        "Links count from the folder of the file, and case matters. Mend the path, or better, write the title in 《》 or the code: those survive when files move."
    ),
    bad: Example(
      steps: "1. **店员** 按[盘点流程](MD-002-盘点流程.md)盘点"),
    good: Example(
      steps: "1. **店员** 按[开店记录](../../forms/MD-101-开店记录.md)逐项检查"),
    .reading)
}
