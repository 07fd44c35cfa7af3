import Diagnostics
import Procedures

extension Rule {
  /// Two documents of one title.
  static let titleDuplicate = Rule(
    .titleDuplicate, .structure, .always(.warning),
    summary: Localized(
      zh: "文件的名称各不相同。",
      en: "Documents have different titles."),
    advice: Localized(
      zh: "《》按名称找文件，两份文件同名就只能找到一份，读者在登记表里也分不清。改其中一个的名称。",
      en:
        "《》 finds documents by their titles; of two with one title it finds only the first, and readers cannot tell them apart. Rename one of them."
    ),
    bad: Example(
      files: [
        "content/procedures/门店/MD-002-开店流程.md": """
        ---
        编号: MD-002
        名称: 开店流程
        部门: 门店部
        负责人: 店长
        版本: 1.0
        状态: 草稿
        用法: 边读边做
        ---

        ## 适用范围

        本店。

        ## 术语

        无

        ## 步骤

        1. **店长** 检查店面

        ## 风险

        无

        ## 相关文件

        无

        """
      ]),
    good: Example(
      files: [
        "content/procedures/门店/MD-002-闭店流程.md": """
        ---
        编号: MD-002
        名称: 闭店流程
        部门: 门店部
        负责人: 店长
        版本: 1.0
        状态: 草稿
        用法: 边读边做
        ---

        ## 适用范围

        本店。

        ## 术语

        无

        ## 步骤

        1. **店长** 检查店面

        ## 风险

        无

        ## 相关文件

        无

        """
      ]),
    .handbook(findTitles))

  private static func findTitles(_ survey: inout Survey) {
    var first: [String: Article] = [:]
    for article in survey.handbook.articles where article.kind.isControlled && !article.entry.isTranslation {
      let key = article.title.lowercased().filter { !$0.isWhitespace }
      guard let other = first[key] else {
        first[key] = article
        continue
      }
      survey.report(
        article, article.entry.card.titleField?.range ?? .start,
        Localized(
          zh: "名称“\(article.title)”与 \(other.name) 相同", en: "“\(article.title)” is also the title of \(other.name)"),
        help: Localized(
          zh: "改其中一个的名称，《》才能分清是哪一份", en: "rename one of them, so that 《》 can tell them apart"),
        notes: [
          .init(
            path: other.path, range: other.entry.card.titleField?.range ?? .start,
            message: Localized(zh: "先在这里使用", en: "first used here"))
        ])
    }
  }
}
