import Diagnostics

extension Rule {
  /// A title in 《》 that names no document, or a quoted one that does.
  static let titleUnresolved = Rule(
    .titleUnresolved, .links, .always(.warning),
    summary: Localized(
      zh: "《》里写手册中有的文件名。",
      en: "《》 holds the title of a document of the handbook."),
    advice: Localized(
      zh: "《》会自动变成链接；手册里没有这份文件，读者就找不到。照提示改成最接近的名称；外部文件（法规、标准）列入“相关文件”就不再提示。",
      en:
        "《》 links itself; a title that the handbook does not have leads nowhere. Write the nearest title, or list documents of others under References."
    ),
    bad: Example(
      steps: "1. **店员** 填写《开店纪录》"),
    good: Example(
      steps: "1. **店员** 填写《开店记录》"),
    .reading)
}
