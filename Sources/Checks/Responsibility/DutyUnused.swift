import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A duty that no step shows.
  static let dutyUnused = Rule(
    .dutyUnused, .responsibility, .always(.info),
    summary: Localized(
      zh: "职责在某个流程的步骤里有体现。",
      en: "A duty shows in the steps of some procedure."),
    advice: Localized(
      zh: "岗位说明里有、流程里没有的职责，没有人知道什么时候做、做到什么程度。写进流程的步骤，或给职责写上频次（“每日 …”），或删去。判断靠用词：职责和该岗位参与的步骤连一个相同的词都没有才提示。",
      en:
        "A duty that no procedure shows is one that nobody knows when to do. Write the step, give the duty a rhythm (“每日 …”), or delete it. It is judged by words: a hint is given when the duty shares not one word with the steps of its role."
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
        2. 编制年度采购预算

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

        1. 打扫店面，保持整洁
        2. 每月 编制采购预算

        """
      ]),
    .handbook(findUnusedDuties))

  private static func findUnusedDuties(_ survey: inout Survey) {
    for role in survey.handbook.roles where !role.parts.isEmpty {
      let article = survey.handbook[role.article]
      var coverage = DutyCoverage(article)
      for part in role.parts where !coverage.isComplete { coverage.add(part, survey.handbook) }
      for duty in coverage.open {
        survey.report(
          article, duty.range,
          Localized(
            zh: "职责 \(duty.number) 在“\(role.name)”参与的 \(role.parts.count) 个步骤里没有体现",
            en: "duty \(duty.number) does not show in any of the \(role.parts.count) steps of “\(role.name)”"),
          help: Localized(
            zh: "写进流程的步骤，或写上频次，或删去", en: "write the step, give the duty a rhythm, or delete it"))
      }
    }
  }
}
