extension Example {
  /// The path of the procedure that an example is about.
  package static let path = "content/procedures/门店/MD-001-开店流程.md"

  /// The lines of its card.
  static let card = [
    "编号: MD-001", "名称: 开店流程", "部门: 门店部", "负责人: 店长", "版本: 1.0", "状态: 草稿", "用法: 边读边做",
  ]

  /// Its sections.
  static let sections = [
    ("适用范围", "本店每个营业日。"), ("术语", "无"), ("步骤", steps), ("风险", "无"), ("相关文件", "无"),
  ]

  private static let steps = """
    1. **保安员** 打开大门
    2. **店员** 打扫店面
       - 协助：值班主管
       - 记录：《开店记录》
    3. **店长** 检查店面
    """

  /// The other files.
  static let frame: [(path: String, text: String)] = [
    ("content/handbook.yml", "名称: 门店手册\n"),
    ("content/roles/店长.md", role("店长", backup: "值班主管")),
    ("content/roles/值班主管.md", role("值班主管", backup: "店长")),
    ("content/roles/店员.md", role("店员", backup: "值班主管")),
    ("content/roles/保安员.md", role("保安员", backup: "值班主管")),
    ("content/forms/MD-101-开店记录.md", "---\n编号: MD-101\n名称: 开店记录\n保管期限: 1年\n---\n\n| 日期 | 情况 |\n|---|---|\n| | |\n"),
  ]

  /// The text of a role that has nothing but a name, a department and a backup.
  static func role(_ name: String, backup: String) -> String {
    "---\n名称: \(name)\n部门: 门店部\n代理: \(backup)\n---\n"
  }
}
