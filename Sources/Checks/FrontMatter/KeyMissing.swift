import Diagnostics

extension Rule {
  /// A required key that is not there, or has no value.
  static let keyMissing = Rule(
    .keyMissing, .frontMatter, .always(.error),
    summary: Localized(
      zh: "必填的项都要有，并且有值。",
      en: "Required keys are there and have a value."),
    advice: Localized(
      zh: "编号、名称、部门、版本、状态和负责人决定文件在登记表里的位置、谁对它负责、读者看到的是不是现行版本；缺一项，别的文件就引用不到它。在文件头补上这一行。岗位和部门只要名称；活动要名称、日期和流程。",
      en:
        "Code, title, department, version, status and owner place a document in the register and tell who answers for it. Add the line to the front matter. Roles and departments need only a title; events a title, a date and procedures."
    ),
    bad: Example(
      files: [
        "content/procedures/门店/MD-001-开店流程.md": """
        ---
        编号: MD-001
        名称: 开店流程
        部门: 门店部
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
      card: "负责人: 店长"),
    .reading)
}
