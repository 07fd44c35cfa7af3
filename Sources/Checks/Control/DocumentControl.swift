import Diagnostics

extension Rule {
  /// The archive of issued versions, and what is asked of a version before it is issued.
  static let documentControl = Rule(
    .documentControl, .control, .always(.error), isFirm: true,
    summary: Localized(
      zh: "发行过的版本和台账一字不改，够条件的文件才能发行。",
      en: "Issued versions and the ledger stay as they were written, and only what is ready is issued."),
    advice: Localized(
      zh:
        "content/issued/ 只由程序写入。台账断了链、密封文件被改动、缺少或多出时，生成和发行都会拒绝：从备份或版本库恢复，用 handrail verify 核对。发行的条件见 handrail issue --help。",
      en:
        "content/issued/ is written by the program only. Where the chain of the ledger is broken or a sealed file was altered, is missing or was added, nothing is built or issued: restore it from a backup or from git and run handrail verify. What is asked of a version is told by handrail issue --help."
    ),
    bad: Example(others: [Example.File("content/issued/ledger.jsonl", .text("{}\n"))]),
    good: Example(steps: "1. **店长** 检查店面"),
    .reading)
}
