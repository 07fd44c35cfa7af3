import Diagnostics

extension Rule {
  /// A name that several roles bear.
  static let roleAmbiguous = Rule(
    .roleAmbiguous, .links, .always(.error),
    summary: Localized(
      zh: "岗位名只指一个岗位。",
      en: "A role’s name means one role."),
    advice: Localized(
      zh: "两个部门都有“文员”时，别的部门写“文员”就不知道是谁。写成“市场部/文员”；同一部门里重名的要改名或合并。",
      en:
        "When two departments have a 文员, a third one must say which: write 市场部/文员. Two of one name in one department must be renamed or merged."
    ),
    bad: Example(
      steps: "1. **文员** 打印价签",
      files: [
        "content/roles/市场部/文员.md": """
        ---
        名称: 文员
        部门: 市场部
        代理: 店长
        ---

        """,
        "content/roles/财务部/文员.md": """
        ---
        名称: 文员
        部门: 财务部
        代理: 店长
        ---

        """,
      ]),
    good: Example(
      steps: "1. **市场部/文员** 打印价签",
      files: [
        "content/roles/市场部/文员.md": """
        ---
        名称: 文员
        部门: 市场部
        代理: 店长
        ---

        """,
        "content/roles/财务部/文员.md": """
        ---
        名称: 文员
        部门: 财务部
        代理: 店长
        ---

        """,
      ]),
    .reading)
}
