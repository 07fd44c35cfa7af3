import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A duty that means anything.
  static let dutyCatchAll = Rule(
    .dutyCatchAll, .responsibility, .always(.info),
    summary: Localized(
      zh: "职责写得出做没做。",
      en: "A duty can be seen to be done or not."),
    advice: Localized(
      zh: "“完成领导交办的其他工作”检查不了，也分不清是谁的事。写出具体的事，或删去。",
      en:
        "“Other duties as assigned” can neither be checked nor told apart from anybody else’s. Name the duty, or delete it."
    ),
    bad: Example(
      files: [
        "content/roles/店员.md": """
        ---
        名称: 店员
        部门: 门店部
        代理: 值班主管
        ---

        1. 打扫店面
        2. 完成店长临时交办的其他工作

        """
      ]),
    good: Example(
      files: [
        "content/roles/店员.md": """
        ---
        名称: 店员
        部门: 门店部
        代理: 值班主管
        ---

        1. 打扫店面
        2. 每日 填写《开店记录》

        """
      ]),
    .document(findCatchAll))

  private static let catchAll = [
    "交办的其他", "临时交办", "交办的各项", "交办的工作", "交办的任务", "领导交办", "上级交办", "安排的其他", "其他相关工作", "其它相关工作",
    "other duties as assigned", "other duties assigned", "other tasks as assigned", "any other duties",
  ]

  private static func findCatchAll(_ inspection: inout Inspection) {
    for duty in inspection.article.duties {
      let text = inspection.text(duty.text).lowercased()
      guard catchAll.contains(where: { text.contains($0) }) else { continue }
      inspection.report(
        duty.range,
        Localized(
          zh: "职责 \(duty.number) 什么都可以是，检查不了", en: "duty \(duty.number) can mean anything and cannot be checked"),
        help: Localized(zh: "写出具体的事，或删去", en: "name what is to be done, or delete it"))
    }
  }
}
