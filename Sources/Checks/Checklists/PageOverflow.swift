import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A pause point that does not fit on one printed page.
  ///
  /// What is read out at one stop must be seen at once. The checklist of a whole procedure may take several pages: its
  /// rows never break and its head is repeated.
  static let pageOverflow = Rule(
    .pageOverflow, .checklists, .always(.warning),
    summary: Localized(zh: "一个检查点印在一页纸上。", en: "A pause point fits on one printed page."),
    advice: Localized(
      zh: "停下来核对时翻页，前一页就没人看了。按 A4 清单的版式估算（事项栏 19 个字一行，每行至少 9 毫米）。缩短文字，或分成两个检查点。",
      en:
        "Whoever turns the page at a stop loses the first one. The size is estimated for the A4 checklist (19 Han characters or 38 letters a line, 9 mm a row at least). Shorten the text or make two pause points."
    ),
    bad: Example(
      steps: "1. **店员** 打扫店面\n\n### 检查点：开门\n2. **店长** 检查店面\n"
        + (1...9).map { "   - [ ] 第\($0)区：" + String(repeating: "货架上的商品与价签逐一对应，陈列整齐，", count: 5) + "通道畅通" }
        .joined(separator: "\n")),
    good: Example(
      steps: "1. **店员** 打扫店面\n\n### 检查点：开门\n2. **店长** 检查店面\n"
        + (1...7).map { "   - [ ] 第\($0)区通道畅通" }
        .joined(separator: "\n")),
    .document { inspection in
      let article = inspection.article
      guard article.stages.contains(where: \.isPausePoint) else { return }
      var heights = Array(repeating: SheetHeight.stage, count: article.stages.count)
      let steps = article.steps
      for index in steps.indices {
        guard let stage = steps[index].stage, heights.indices.contains(stage), article.stages[stage].isPausePoint else {
          continue
        }
        heights[stage] += inspection.height(of: steps[index])
      }
      for (index, stage) in article.stages.enumerated() where stage.isPausePoint && heights[index] > SheetHeight.page {
        let tenths = heights[index] * 10 / SheetHeight.page
        let pages = "\(tenths / 10).\(tenths % 10)"
        inspection.report(
          inspection.view.range(of: stage.heading),
          Localized(
            zh: "检查点“\(stage.title)”印出来约 \(pages) 页，应在一页之内",
            en: "the pause point “\(stage.title)” prints on about \(pages) pages; it should fit on one"),
          help: Localized(zh: "缩短文字，或分成两个检查点", en: "shorten the text, or make two pause points"))
      }
    })
}

/// Heights of the printed checklist in tenths of a millimetre, as its style sheet sets them.
private enum SheetHeight {
  /// A4 without margins, the repeated head and the foot of the sheet.
  static let page = 2450
  /// The heading of a stage.
  static let stage = 130
  /// A row of text of 12 points: at least 9 mm.
  static func row(_ cells: Int) -> Int { max(90, lines(cells, 38) * 64 + 28) }
  /// A line below a step, of 10.5 points.
  static func field(_ cells: Int) -> Int { lines(cells, 40) * 56 }
  /// A warning over the whole width.
  static func warning(_ cells: Int) -> Int { lines(cells, 74) * 64 + 50 }

  private static func lines(_ cells: Int, _ width: Int) -> Int { max(1, (cells + width - 1) / width) }
}

extension Inspection {
  fileprivate func height(of step: Step) -> Int {
    var height = SheetHeight.row(cells(step.action))
    for warning in step.warnings { height += SheetHeight.warning(cells(warning.lead)) }
    for box in step.boxes { height += SheetHeight.row(cells(box.text)) }
    for phrase in step.fields.requires + step.fields.criteria { height += SheetHeight.field(cells(phrase) + 8) }
    for phrase in [step.fields.place, step.fields.until, step.fields.control, step.fields.ifLate] {
      if let phrase { height += SheetHeight.field(cells(phrase) + 8) }
    }
    for branch in step.branches {
      var width = branch.result.map { cells($0) } ?? 0
      if case .when(let condition) = branch.condition { width += cells(condition) }
      height += SheetHeight.field(width + 12)
    }
    return height + step.fields.records.count * SheetHeight.field(1)
  }

  /// How many half-width cells a phrase takes.
  private func cells(_ phrase: Phrase) -> Int {
    document.plainBytes(of: phrase).reduce(0) { $0 + ($1 >= 0xE0 ? 2 : $1 < 0x80 ? 1 : 0) }
  }
}
