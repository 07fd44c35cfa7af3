import Diagnostics
import Procedures

extension Rule {
  /// A box that must never be missed, behind others in the second half of its list.
  static let killerLate = Rule(
    .killerLate, .checklists, .always(.info),
    summary: Localized(zh: "★ 项排在勾选项的前面。", en: "★ items stand first in their list."),
    advice: Localized(
      zh: "清单被打断时，没做到的总是后半段。检查点里同一步骤的 ★ 项移到普通项之前；次序由动作决定的，用 handrail-ignore 写明理由。",
      en:
        "When a list is interrupted it is the second half that is lost. Within a step of a pause point put the ★ items first; where the order of doing forbids it, say so with handrail-ignore."
    ),
    bad: Example(
      steps: """
        1. **店员** 打扫店面

        ### 检查点：开门
        2. **店长** 检查店面
           - [ ] 价签齐全
           - [ ] 灯光正常
           - [ ] ★ 通道畅通
        """),
    good: Example(
      steps: """
        1. **店员** 打扫店面

        ### 检查点：开门
        2. **店长** 检查店面
           - [ ] ★ 通道畅通
           - [ ] 价签齐全
           - [ ] 灯光正常
        """),
    .document { inspection in
      let steps = inspection.article.steps
      for index in steps.indices where steps[index].boxes.count > 1 {
        let step = steps[index]
        guard inspection.stage(of: step)?.isPausePoint == true else { continue }
        guard let plain = step.boxes.firstIndex(where: { !$0.isKiller }) else { continue }
        for (place, box) in step.boxes.enumerated() where box.isKiller && place > plain && place * 2 >= step.boxes.count
        {
          inspection.report(
            box.range,
            Localized(
              zh: "★ 项排在第 \(place + 1) 位，前面有普通项",
              en: "this ★ item is number \(place + 1), behind items that matter less"),
            help: Localized(zh: "移到普通项之前", en: "move it before them"))
        }
      }
    })
}
