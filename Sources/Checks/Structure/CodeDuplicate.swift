import Diagnostics

extension Rule {
  /// One code on two documents.
  static let codeDuplicate = Rule(
    .codeDuplicate, .structure, .always(.error), isFirm: true,
    summary: Localized(
      zh: "编号在整本手册里只用一次，不分大小写。",
      en: "A code is used once in the whole handbook, whatever its case."),
    advice: Localized(
      zh: "两份文件用同一个编号，引用就说不清是哪一份，网页地址也会冲突。给后写的文件换一个新编号；旧编号可写进“曾用编号”。",
      en:
        "Two documents with one code cannot be told apart by references or addresses. Give the newer one another code."),
    bad: Example(
      files: [
        "content/forms/MD-001-交接单.md": """
        ---
        编号: md-001
        名称: 交接单
        保管期限: 1年
        ---

        | 日期 | 交接内容 |
        |---|---|
        | | |

        """
      ]),
    good: Example(
      files: [
        "content/forms/MD-102-交接单.md": """
        ---
        编号: MD-102
        名称: 交接单
        保管期限: 1年
        ---

        | 日期 | 交接内容 |
        |---|---|
        | | |

        """
      ]),
    .reading)
}
