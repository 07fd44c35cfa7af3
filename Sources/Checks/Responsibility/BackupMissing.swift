import Diagnostics
import Procedures

extension Rule {
  /// A killer item whose role has nobody to stand in.
  static let backupMissing = Rule(
    .backupMissing, .responsibility, .always(.warning),
    summary: Localized(
      zh: "关键项（★）的岗位要有代理。",
      en: "Roles of killer items (★) have a backup."),
    advice: Localized(
      zh: "关键的检查不能因为一个人请假就没人做。在岗位文件里写“代理: 岗位”；编制两人以上、小组和外部岗位不用写。",
      en:
        "What must never be missed cannot hang on one person being there. Name a backup in the role’s file; groups, outside roles and roles held by two or more need none."
    ),
    bad: Example(
      steps: """
        1. **电工** 检查配电箱
           - [ ] ★ 总闸没有发热
        """,
      files: [
        "content/roles/电工.md": """
        ---
        名称: 电工
        部门: 门店部
        ---

        """
      ]),
    good: Example(
      steps: """
        1. **电工** 检查配电箱
           - [ ] ★ 总闸没有发热
        """,
      files: [
        "content/roles/电工.md": """
        ---
        名称: 电工
        部门: 门店部
        代理: 值班主管
        ---

        """
      ]),
    .handbook(findLoneRoles))

  private static func findLoneRoles(_ survey: inout Survey) {
    let handbook = survey.handbook
    var killers: [[(article: Article, step: Int)]] = Array(repeating: [], count: handbook.roles.count)
    for article in handbook.articles where !article.entry.isTranslation {
      for index in article.steps.indices {
        for case .role(let id) in article.steps[index].killerParties where killers[Int(id.index)].count < 3 {
          killers[Int(id.index)].append((article, index))
        }
      }
    }
    for (index, role) in handbook.roles.enumerated() where !killers[index].isEmpty && needsBackup(role, handbook) {
      report(role, killers[index], &survey)
    }
  }

  private static func needsBackup(_ role: Role, _ handbook: Handbook) -> Bool {
    let article = handbook[role.article]
    guard let card = article.entry.card.role, card.backup == nil, role.members.isEmpty else { return false }
    if card.external?.value == true || card.holders.count > 1 { return false }
    let digits = card.headcount?.text.prefix { $0.isNumber } ?? ""
    return (Int(digits) ?? 1) < 2
  }

  private static func report(_ role: Role, _ places: [(article: Article, step: Int)], _ survey: inout Survey) {
    let article = survey.handbook[role.article]
    survey.report(
      article, article.entry.card.titleField?.range ?? .start,
      Localized(
        zh: "“\(role.name)”负责关键项（★），但没有代理", en: "“\(role.name)” has killer items (★) and no backup"),
      help: Localized(
        zh: "在文件头写“代理: 岗位”；编制两人以上就写“编制: 2”", en: "add `backup: role`, or `headcount: 2` when several hold it"),
      notes: places.map {
        .init(
          path: $0.article.path, range: $0.article.steps[$0.step].range,
          message: Localized(zh: "关键项在这一步", en: "the killer item stands in this step"))
      })
  }
}

extension Step {
  /// Who answers for its killer items.
  fileprivate var killerParties: [Party] {
    boxes.filter(\.isKiller).flatMap { $0.parties.isEmpty ? participation.responsible : $0.parties }
  }
}
