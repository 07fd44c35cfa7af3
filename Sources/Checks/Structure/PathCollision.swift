import Diagnostics
import Procedures

extension Rule {
  /// Files whose names are one on other systems, or cannot exist there.
  static let pathCollision = Rule(
    .pathCollision, .structure, .always(.error), isFirm: true,
    summary: Localized(
      zh: "文件名在 Windows、macOS 和 Linux 上都能用，并且互不相同。",
      en: "File names work, and differ, on Windows, macOS and Linux."),
    advice: Localized(
      zh: "只差大小写或字符组合方式的两个文件名，在 Windows 和 macOS 上是同一个文件，复制过去就丢一份；CON、NUL、末尾的点和空格、: * ? 等在 Windows 上不能用。改名。",
      en:
        "Two names that differ only in case or in how accents are composed are one file on Windows and macOS, and copying loses one of them; CON, NUL, a dot or blank at the end and : * ? cannot exist on Windows. Rename the file."
    ),
    bad: Example(
      files: [
        "content/forms/MD-101-开店记录.MD.md": """
        ---
        编号: MD-103
        名称: 交接记录
        保管期限: 1年
        ---

        | 日期 |
        |---|
        | |

        """,
        "content/forms/md-101-开店记录.md.md": """
        ---
        编号: MD-104
        名称: 闭店记录
        保管期限: 1年
        ---

        | 日期 |
        |---|
        | |

        """,
      ]),
    good: Example(
      files: [
        "content/forms/MD-103-交接记录.md": """
        ---
        编号: MD-103
        名称: 交接记录
        保管期限: 1年
        ---

        | 日期 |
        |---|
        | |

        """
      ]),
    .handbook(findPaths))

  private static func findPaths(_ survey: inout Survey) {
    // Strings are equal by canonical equivalence, so lower case alone folds NFC and NFD together.
    var first: [String: String] = [:]
    for path in survey.facts.paths {
      if let fault = PortableName.fault(path) { report(path, fault, &survey) }
      let key = path.lowercased()
      if let other = first[key] {
        report(
          path,
          Localized(
            zh: "在 Windows 和 macOS 上与 \(other) 是同一个文件", en: "on Windows and macOS this is the same file as \(other)"),
          &survey)
      } else {
        first[key] = path
      }
    }
  }

  private static func report(_ path: String, _ message: Localized, _ survey: inout Survey) {
    survey.report(path: path, .start, message, help: Localized(zh: "给文件改名", en: "rename the file"))
  }
}
