import Diagnostics
import Procedures

extension Rule {
  /// A step that many do, or many are asked about.
  static let crowded = Rule(
    .crowded, .responsibility, .always(.info),
    summary: Localized(
      zh: "一个步骤的负责或咨询不超过三个岗位。",
      en: "At most three roles do a step, or are asked about it."),
    advice: Localized(
      zh: "四个岗位一起负责，就会互相等。留下真正动手的，其余写成“协助”；或者按岗位拆成几个步骤，或定义一个小组。",
      en:
        "Four who are responsible together wait for each other. Keep those who do the work and list the rest under 协助/supports, split the step, or define a group."
    ),
    bad: Example(
      steps: "1. **店员、保安员、值班主管、店长** 打扫店面"),
    good: Example(
      steps: """
        1. **店员** 打扫店面
           - 协助：保安员、值班主管
        """),
    .document(findCrowded))

  private static func findCrowded(_ inspection: inout Inspection) {
    if inspection.article.entry.isTranslation { return }
    for step in inspection.article.steps {
      let who = step.participation
      for (count, zh, en) in [
        (who.responsible.count, "负责", "do it"), (who.consulted.count, "咨询", "are asked about it"),
      ] where count > 3 {
        inspection.report(
          step.range,
          Localized(
            zh: "步骤 \(step.number) 有 \(count) 个岗位\(zh)", en: "step \(step.number): \(count) roles \(en)"),
          help: Localized(
            zh: "留下必要的，其余写成“协助”或“知会”，或拆开步骤",
            en: "keep the necessary ones; list others as supports or informed, or split the step"))
      }
    }
  }
}
