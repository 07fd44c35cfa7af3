import Diagnostics
import Procedures

extension Rule {
  /// A role without any task.
  static let roleUnused = Rule(
    .roleUnused, .responsibility, .always(.warning),
    summary: Localized(
      zh: "每个岗位在手册里都有任务。",
      en: "Every role has something to do in the handbook."),
    advice: Localized(
      zh: "没有任务的岗位，要么流程漏写了它，要么已经不用。写进步骤、风险或审批，或给它写带频次的职责，或删除这个文件；旧名称写进接替岗位的“曾用名”。",
      en:
        "A role without tasks is either missing from the procedures or no longer used. Give it a step, a risk, an approval or a duty with a rhythm, or delete the file and list the name under 曾用名/formerly of its successor."
    ),
    bad: Example(
      files: [
        "content/roles/收银员.md": """
        ---
        名称: 收银员
        部门: 门店部
        代理: 店长
        ---

        """
      ]),
    good: Example(
      steps: """
        1. **保安员** 打开大门
        2. **店员** 打扫店面
           - 协助：值班主管
        3. **收银员** 清点备用金
        """,
      files: [
        "content/roles/收银员.md": """
        ---
        名称: 收银员
        部门: 门店部
        代理: 店长
        ---

        """
      ]),
    .handbook(findUnusedRoles))

  private static func findUnusedRoles(_ survey: inout Survey) {
    let handbook = survey.handbook
    var isUsed = handbook.roles.map { !$0.parts.isEmpty }
    for department in handbook.departments { if let head = department.head { isUsed[Int(head.index)] = true } }
    for article in handbook.articles {
      for party in article.named(in: handbook) { if case .role(let id) = party { isUsed[Int(id.index)] = true } }
    }
    for index in handbook.roles.indices where isUsed[index] {
      for member in handbook.roles[index].members {
        if case .role(let id) = member { isUsed[Int(id.index)] = true }
      }
    }
    for (index, role) in handbook.roles.enumerated() where !isUsed[index] {
      let article = handbook[role.article]
      if article.duties.contains(where: { $0.time != nil || $0.every != nil }) { continue }
      survey.report(
        article, article.entry.card.titleField?.range ?? .start,
        Localized(zh: "“\(role.name)”在手册里没有任何任务", en: "“\(role.name)” has no task anywhere in the handbook"),
        help: Localized(
          zh: "写进流程的步骤，或给它写带频次的职责，或删除这个文件",
          en: "give it a step, or a duty with a rhythm, or delete the file"))
    }
  }
}

extension Article {
  /// The parties that its card, approvals and risks name: tasks outside the steps.
  fileprivate func named(in handbook: Handbook) -> [Party] {
    if kind == .role || kind == .department { return [] }
    let approvals = card.approvals.compactMap {
      $0.role.text.isEmpty ? nil : handbook.party(named: $0.role.text, in: self)
    }
    return [card.owner].compactMap(\.self) + approvals + risks.flatMap(\.owner) + card.people.map(\.party)
      + card.distribution + card.training
  }
}
