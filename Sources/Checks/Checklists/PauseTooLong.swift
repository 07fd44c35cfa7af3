import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A pause point with more items than people read out.
  static let pauseTooLong = Rule(
    .pauseTooLong, .checklists, .always(.warning),
    summary: Localized(zh: "一个检查点不超过 9 项。", en: "A pause point has at most nine items."),
    advice: Localized(
      zh: "停下来核对超过一分半钟，人就开始跳项。只留没有别的办法发现、漏了就出事的项，其余移到检查点之前的步骤里，或分成两个检查点。步骤和勾选项都算一项，与清单上的框数相同。",
      en:
        "After a minute and a half at one stop people skip. Keep what nothing else would catch and what would do harm; move the rest into the steps before, or make two pause points. Steps and boxes count, as on the printed list."
    ),
    bad: Example(
      steps: """
        1. **店员** 打扫店面

        ### 检查点：开门
        2. **店长** 检查店面
           - [ ] 地面干净
           - [ ] 货架整齐
           - [ ] 价签齐全
           - [ ] 灯光正常
           - [ ] 空调正常
           - [ ] 音乐正常
           - [ ] 收银机正常
           - [ ] 备用金足额
           - [ ] 通道畅通
        """),
    good: Example(
      steps: """
        1. **店员** 打扫店面
           - [ ] 地面干净
           - [ ] 货架整齐
           - [ ] 价签齐全

        ### 检查点：开门
        2. **店长** 检查店面
           - [ ] 收银机正常
           - [ ] 备用金足额
           - [ ] 通道畅通
        """),
    .document { inspection in
      let article = inspection.article
      guard article.stages.contains(where: \.isPausePoint) else { return }
      var items = Array(repeating: 0, count: article.stages.count)
      let steps = article.steps
      for index in steps.indices {
        guard let stage = steps[index].stage, items.indices.contains(stage) else { continue }
        items[stage] += 1 + steps[index].boxes.count
      }
      for (index, stage) in article.stages.enumerated() where stage.isPausePoint && items[index] > 9 {
        inspection.report(
          inspection.view.range(of: stage.heading),
          Localized(
            zh: "检查点“\(stage.title)”有 \(items[index]) 项，超过 9 项",
            en: "the pause point “\(stage.title)” has \(items[index]) items, more than nine"),
          help: Localized(
            zh: "只留漏了就出事的项，其余移到前面的步骤里，或分成两个检查点",
            en: "keep what would do harm if missed; move the rest into the steps before, or make two pause points"))
      }
    })
}
