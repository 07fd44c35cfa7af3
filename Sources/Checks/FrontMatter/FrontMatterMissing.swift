import Diagnostics

extension Rule {
  /// A document without front matter.
  static let frontMatterMissing = Rule(
    .frontMatterMissing, .frontMatter, .always(.error), isFirm: true,
    summary: Localized(
      zh: "每个文件以 --- 开头，文件头写在最前面。",
      en: "Every file starts with front matter between --- lines."),
    advice: Localized(
      zh: "没有文件头的文件没有编号和状态，不能登记、不能引用。在第一行写 ---，下面写各项，再写一行 ---；--- 前面不能有空行。",
      en:
        "A file without front matter has no code and no status; it cannot be registered or referred to. Put --- on the first line, the keys below it, then another ---; no blank line comes first."
    ),
    bad: Example(
      files: [
        "content/procedures/门店/MD-001-开店流程.md": """
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
      ],
      also: [.sectionMissing]),
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
