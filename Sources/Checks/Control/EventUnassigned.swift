import Diagnostics
import Procedures

extension Rule {
  /// Roles of an event that nobody holds that day.
  static let eventUnassigned = Rule(
    .eventUnassigned, .control, .always(.error),
    summary: Localized(
      zh: "活动当天每个负责的岗位都有人。",
      en: "On the day of an event every role that does something is held by a person."),
    advice: Localized(
      zh: "没有人的岗位，当天的步骤就没有人做。在活动的“人员”里写“岗位: 姓名 电话”；常年由固定的人担任，就写在岗位文件的“任职”里。部门看它的主管，小组有一个成员有人就算有人；不适用于这次活动的步骤不算。",
      en:
        "A role without a person is a step that is not done. Add “role: name phone” under 人员/people of the event, or 任职/holders to the role. A department counts as its head, a group is held when one of its members is; steps that do not apply to this event do not count."
    ),
    bad: Example(
      files: [
        "content/events/开业.md": """
        ---
        名称: 开业
        日期: 2026-12-01
        流程: [MD-001]
        人员: {店长: 甲某, 店员: 乙某}
        ---

        """
      ]),
    good: Example(
      files: [
        "content/events/开业.md": """
        ---
        名称: 开业
        日期: 2026-12-01
        流程: [MD-001]
        人员: {店长: 甲某, 店员: 乙某, 保安员: 丙某}
        ---

        """
      ]),
    .document(findUnassigned))

  private static func findUnassigned(_ inspection: inout Inspection) {
    let article = inspection.article
    guard article.kind == .event, !article.entry.isTranslation else { return }
    let staff = EventStaff(article, inspection.handbook)
    for reference in article.card.procedures {
      guard let id = reference.article else { continue }
      report(staff.unassigned(in: inspection.handbook[id]), reference.range, &inspection)
    }
    for step in article.steps { report(staff.unassigned(step), step.range, &inspection) }
  }

  private static func report(_ parties: [Party], _ range: SourceRange, _ inspection: inout Inspection) {
    if parties.isEmpty { return }
    let names = parties.map { inspection.handbook.name(of: $0) }
    let shown = names.prefix(8)
    inspection.report(
      range,
      Localized(
        zh: "当天没有人担任：\(shown.joined(separator: "、"))\(names.count > 8 ? "等 \(names.count) 个岗位" : "")",
        en: "nobody holds on that day: \(shown.joined(separator: ", "))\(names.count > 8 ? ", … (\(names.count))" : "")"
      ),
      help: Localized(
        zh: "在“人员”里写“\(names[0]): 姓名 电话”", en: "add “\(names[0]): name phone” under people"))
  }
}
