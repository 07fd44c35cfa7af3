import Diagnostics

extension Rule {
  /// Front matter without an end.
  static let frontMatterUnclosed = Rule(
    .frontMatterUnclosed, .frontMatter, .always(.error), isFirm: true,
    summary: Localized(
      zh: "文件头以第二行 --- 结束。",
      en: "Front matter ends with a second --- line."),
    advice: Localized(
      zh: "没有第二行 ---，整篇正文都会被当作文件头。在最后一项下面写一行 ---，前面不要空格。",
      en:
        "Without the second --- the whole text counts as front matter. Write --- below the last key, with no blank before it."
    ),
    bad: Example(
      files: [
        "content/procedures/门店/MD-001-开店流程.md": """
        ---
        编号: MD-001
        名称: 开店流程
        部门: 门店部
        负责人: 店长
        版本: 1.0
        状态: 草稿
        用法: 边读边做

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
        "content/procedures/门店/MD-001-开店流程.md": """
        ---
        编号: MD-001
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
    .reading)
}
