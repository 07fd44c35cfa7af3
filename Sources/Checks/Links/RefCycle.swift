import Diagnostics
import Procedures

extension Rule {
  /// Superiors, departments, groups or replacements that lead back to themselves.
  static let refCycle = Rule(
    .refCycle, .links, .always(.error),
    summary: Localized(
      zh: "上级、部门、小组和替代关系不能成环。",
      en: "Superiors, departments, groups and replacements do not run in circles."),
    advice: Localized(
      zh: "甲的上级是乙、乙的上级是甲，就没有人最后负责；互相替代的两份文件说不清哪份有效。改其中一处。流程之间来回跳转不算，循环的步骤本来就要跳回。",
      en:
        "When A reports to B and B to A, nobody decides in the end; of two documents that replace each other neither holds. Change one of them. Procedures that lead back to each other are fine."
    ),
    bad: Example(
      files: [
        "content/roles/店长.md": """
        ---
        名称: 店长
        部门: 门店部
        上级: 值班主管
        代理: 值班主管
        ---

        """,
        "content/roles/值班主管.md": """
        ---
        名称: 值班主管
        部门: 门店部
        上级: 店长
        代理: 店长
        ---

        """,
      ]),
    good: Example(
      files: [
        "content/roles/值班主管.md": """
        ---
        名称: 值班主管
        部门: 门店部
        上级: 店长
        代理: 店长
        ---

        """
      ]),
    .handbook(findCircles))

  private static func findCircles(_ survey: inout Survey) {
    let handbook = survey.handbook
    report(
      Circle.all(count: handbook.roles.count) { role in
        let article = handbook[handbook.roles[role].article]
        guard case .role(let id)? = article.card.reportsTo else { return [] }
        return [Int(id.index)]
      }.map { $0.map { handbook[handbook.roles[$0].article] } },
      Localized(zh: "上级关系成环", en: "the roles report to each other in a circle"), &survey
    ) { $0.entry.card.role?.reportsTo?.range }
    report(
      Circle.all(count: handbook.roles.count) { role in
        handbook.roles[role].members.compactMap { if case .role(let id) = $0 { Int(id.index) } else { nil } }
      }.map { $0.map { handbook[handbook.roles[$0].article] } },
      Localized(zh: "小组互为成员", en: "the groups are members of each other"), &survey
    ) { $0.entry.card.role?.members.first?.range }
    report(
      Circle.all(count: handbook.articles.count) { index in
        handbook.articles[index].card.replaces.compactMap { $0.article.map { Int($0.index) } }
      }.map { $0.map { handbook.articles[$0] } },
      Localized(zh: "文件互相替代", en: "the documents replace each other"), &survey
    ) { $0.entry.card.control?.replaces.first?.range }
    reportDepartments(&survey)
  }

  private static func report(
    _ circles: [[Article]], _ what: Localized, _ survey: inout Survey, _ place: (Article) -> SourceRange?
  ) {
    for circle in circles {
      let names = (circle + circle.prefix(1)).map(\.title).joined(separator: " → ")
      survey.report(
        circle[0], place(circle[0]) ?? circle[0].entry.card.titleField?.range ?? .start,
        Localized(zh: "\(what.zh)：\(names)", en: "\(what.en): \(names)"),
        help: Localized(zh: "改其中一处", en: "change one of them"),
        notes: circle.dropFirst().prefix(9).map {
          .init(
            path: $0.path, range: place($0) ?? .start, message: Localized(zh: "下一个在这里", en: "the next one is here"))
        })
    }
  }

  private static func reportDepartments(_ survey: inout Survey) {
    let departments = survey.handbook.departments
    let circles = Circle.all(count: departments.count) { departments[$0].parent.map { [Int($0.index)] } ?? [] }
    for circle in circles {
      let names = (circle + circle.prefix(1)).map { departments[$0].name }.joined(separator: " → ")
      let article = circle.compactMap { departments[$0].article }.first.map { survey.handbook[$0] }
      let settings = survey.handbook.settings.departments.first { $0.name.text == departments[circle[0]].name }
      let message = Localized(zh: "部门的上级成环：\(names)", en: "the departments are above each other in a circle: \(names)")
      let help = Localized(zh: "改其中一处", en: "change one of them")
      if let article, let place = article.entry.card.department?.parent?.range {
        survey.report(article, place, message, help: help)
      } else {
        survey.report(path: "content/handbook.yml", settings?.parent?.range ?? .start, message, help: help)
      }
    }
  }
}
