import Diagnostics

extension Rule {
  /// A code that fits the pattern of codes and names no document.
  static let codeUnresolved = Rule(
    .codeUnresolved, .links, .always(.warning),
    summary: Localized(
      zh: "提到的编号要有对应的文件。",
      en: "A code that is mentioned belongs to a document."),
    advice: Localized(
      zh: "看起来是编号、手册里却没有的，多半是写错或文件已改号。改成现有的编号；文件改了号就把旧编号写进它的“曾用编号”。",
      en:
        "What looks like a code and names nothing is mistyped or has been renumbered. Write the present code, or list the old one under 曾用编号/formerly of its document."
    ),
    bad: Example(
      files: [
        "content/events/2026-12-01-开业.md": """
        ---
        名称: 开业
        日期: 2026-12-01
        流程: [MD-001, MD-009]
        人员: {店长: 甲某, 值班主管: 丁某, 店员: 乙某, 保安员: 丙某}
        ---

        """
      ]),
    good: Example(
      files: [
        "content/events/2026-12-01-开业.md": """
        ---
        名称: 开业
        日期: 2026-12-01
        流程: [MD-001]
        人员: {店长: 甲某, 值班主管: 丁某, 店员: 乙某, 保安员: 丙某}
        ---

        """
      ]),
    .reading)
}
