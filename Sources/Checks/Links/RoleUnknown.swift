import Diagnostics

extension Rule {
  /// A name that stands where a role stands, and is none.
  static let roleUnknown = Rule(
    .roleUnknown, .links,
    .various(
      Localized(zh: "岗位名查不到是错误；加粗的文字不像岗位时只是提示", en: "an error; bold text that does not look like a role is a hint only")
    ),
    summary: Localized(
      zh: "步骤、字段和文件头里的岗位都要有定义。",
      en: "Roles in steps, fields and front matter are defined."),
    advice: Localized(
      zh: "没有定义的岗位没有人负责，清单也发不到人。照提示改成已有的名称；真有这个岗位就在 content/roles/ 加一个文件，或在已有岗位的“别名”里写上它。",
      en:
        "Nobody answers for a role that is not defined, and no checklist reaches it. Write the nearest name, add a file under content/roles/, or list the name under 别名/aliases of an existing role."
    ),
    bad: Example(
      steps: """
        1. **店圆** 打扫店面
        2. **收银员** 清点备用金
        """),
    good: Example(
      steps: """
        1. **店员** 打扫店面
        2. **收银员** 清点备用金
        """,
      files: [
        "content/roles/收银员.md": """
        ---
        名称: 收银员
        部门: 门店部
        代理: 店长
        ---

        """
      ]),
    .reading)
}
