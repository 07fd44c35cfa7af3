import Diagnostics
import Procedures

extension Rule {
  /// Roles that were not trained on the version in force.
  static let trainingGap = Rule(
    .trainingGap, .control, .always(.warning),
    summary: Localized(
      zh: "生效的版本要培训到每个岗位。",
      en: "Every role is trained on the version in force."),
    advice: Localized(
      zh: "没有培训过的人会按旧的做。需要培训的岗位写在“培训”里，不写就是文件里的所有岗位；结果记在 content/records/training.csv（编号、版本、人、岗位、日期、结果）。没有这个文件就不检查。",
      en:
        "Who was not trained goes on as before. The roles stand under 培训/training, by default all roles of the document; results are kept in content/records/training.csv (code, version, person, role, date, result). Without that file nothing is checked."
    ),
    bad: Example(
      card: """
        状态: 生效
        生效日期: 2026-03-01
        培训: [店员, 保安员]
        审批:
          - 编制 值班主管 丁某 2026-02-10
          - 审核 店长 乙某 2026-02-14
          - 批准 店长 甲某 2026-02-18
        """,
      files: [
        "content/records/training.csv": """
        code,version,person,role,date,result
        MD-001,1.0,丙某,保安员,2026-02-25,合格

        """
      ]),
    good: Example(
      card: """
        状态: 生效
        生效日期: 2026-03-01
        培训: [店员, 保安员]
        审批:
          - 编制 值班主管 丁某 2026-02-10
          - 审核 店长 乙某 2026-02-14
          - 批准 店长 甲某 2026-02-18
        """,
      files: [
        "content/records/training.csv": """
        code,version,person,role,date,result
        MD-001,1.0,丙某,保安员,2026-02-25,合格
        MD-001,1.0,乙某,店员,2026-02-25,合格

        """
      ]),
    .document(findGap))

  private static func findGap(_ inspection: inout Inspection) {
    let article = inspection.article
    guard let trainings = inspection.facts.trainings, !article.entry.isTranslation, let code = article.code,
      let card = article.entry.card.control, let version = card.version, card.status?.value == .effective
    else { return }
    let done = trainings.of(code: code).filter { $0.version == version.value && $0.isPassed }
    let trained = Set(done.compactMap { inspection.handbook.party(named: $0.role, in: article) })
    let missing = required(article).filter { party in
      guard case .role = party else { return false }
      return !trained.contains(party)
    }
    if missing.isEmpty { return }
    let names = missing.map { inspection.handbook.name(of: $0) }
    let more = names.count > 6
    inspection.report(
      version.range,
      Localized(
        zh: "\(names.count) 个岗位还没有 \(version.text) 版的培训记录：\(names.prefix(6).joined(separator: "、"))\(more ? "等" : "")",
        en:
          "\(names.count) roles have no record of training on version \(version.text): \(names.prefix(6).joined(separator: ", "))\(more ? ", …" : "")"
      ),
      help: Localized(
        zh: "安排培训，把结果记入 content/records/training.csv",
        en: "train them, and enter the results in content/records/training.csv"))
  }

  private static func required(_ article: Article) -> [Party] {
    article.card.training.isEmpty ? article.parties : article.card.training
  }
}
