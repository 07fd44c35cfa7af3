import Diagnostics

extension Rule {
  /// A document that is too large or too deep.
  static let limit = Rule(
    .limit, .markdown, .always(.error), isFirm: true,
    summary: Localized(
      zh: "一个文件不超过 1 MiB、20,000 行、每行 64 KiB，嵌套不超过 100 层。",
      en: "A file has at most 1 MiB, 20,000 lines, 64 KiB a line and 100 levels."),
    advice: Localized(
      zh: "没有人能照着这么大的文件做事，解析器也会被它拖垮。拆成几份文件，或减少嵌套。",
      en: "Nobody can work from a document of that size, and parsers choke on it. Split it, or nest less deeply."),
    bad: Example(
      steps: """
        1. **店员** 打扫店面

        >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> 很深的引用
        """),
    good: Example(
      steps: """
        1. **店员** 打扫店面

           > 说明：先扫后拖。
        """),
    .reading)
}
