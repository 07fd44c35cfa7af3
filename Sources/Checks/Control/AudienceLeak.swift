import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A document that tells readers of what they may not see.
  static let audienceLeak = Rule(
    .audienceLeak, .control, .always(.error),
    summary: Localized(
      zh: "给更多人看的文件不引用给更少人看的文件，密级要在 handbook.yml 里。",
      en: "A document does not refer to one that fewer people may see; audiences are those of handbook.yml."),
    advice: Localized(
      zh: "公开的文件里写着机密文件的名称，名称本身就泄露了，链接也打不开。提高这份文件的密级，或去掉引用。密级写错的文件不知道该给谁看，也报错。",
      en:
        "An open document that names a secret one gives its title away, and its link is dead. Close this document as well, or drop the reference. A level that handbook.yml does not list is an error too: nobody can tell who may read it."
    ),
    bad: Example(
      steps: "1. **店长** 按《金库流程》存款",
      files: vault),
    good: Example(
      card: "密级: 机密",
      steps: "1. **店长** 按《金库流程》存款",
      files: vault),
    .document(findLeak))

  /// A handbook with levels, and a procedure that few may see.
  private static let vault: KeyValuePairs = [
    "content/handbook.yml": """
    名称: 门店手册
    密级: [公开, 内部, 机密]
    默认密级: 公开

    """,
    "content/procedures/门店/MD-002-金库流程.md": """
    ---
    编号: MD-002
    名称: 金库流程
    部门: 门店部
    负责人: 店长
    版本: 1.0
    状态: 草稿
    密级: 机密
    用法: 边读边做
    ---

    ## 适用范围

    本店。

    ## 术语

    无

    ## 步骤

    1. **店长** 检查店面

    ## 风险

    无

    ## 相关文件

    无

    """,
  ]

  private static func findLeak(_ inspection: inout Inspection) {
    let settings = inspection.handbook.settings
    if settings.audiences.isEmpty || inspection.article.entry.isTranslation { return }
    if let written = inspection.article.entry.card.audience, settings.rank(ofAudience: written.text) == nil {
      reportUnknown(written, &inspection)
      return
    }
    guard let own = settings.rank(of: inspection.article) else { return }
    let closed = Set(
      inspection.article.linksTo.filter { id in
        inspection.handbook[id].kind.isPublished && settings.rank(of: inspection.handbook[id]).map { $0 > own } ?? false
      })
    if closed.isEmpty { return }
    for mention in inspection.article.mentions {
      guard case .article(let id, _) = mention.target, closed.contains(id) else { continue }
      report(id, inspection.range(in: mention.inline, Int(mention.start)..<Int(mention.end)), &inspection)
    }
    for (inline, destination) in inspection.article.destinations {
      guard case .article(let id, _) = destination, closed.contains(id) else { continue }
      report(id, inspection.view.range(of: inline), &inspection)
    }
    for reference in inspection.article.card.basis + inspection.article.card.procedures {
      if let id = reference.article, closed.contains(id) { report(id, reference.range, &inspection) }
    }
  }

  private static func report(_ id: ArticleID, _ range: SourceRange, _ inspection: inout Inspection) {
    let settings = inspection.handbook.settings
    let other = inspection.handbook[id]
    let (own, their) = (settings.audienceName(of: inspection.article), settings.audienceName(of: other))
    inspection.report(
      range,
      Localized(
        zh: "密级“\(own)”的文件提到了密级“\(their)”的 \(other.name)",
        en: "a document for “\(own)” names \(other.name), which is for “\(their)”"),
      help: Localized(
        zh: "把本文件的密级改为“\(their)”，或去掉引用", en: "set this document’s audience to “\(their)”, or drop the reference"),
      notes: [
        .init(
          path: other.path, range: other.entry.card.audience?.range ?? .start,
          message: Localized(zh: "它的密级在这里", en: "its audience stands here"))
      ])
  }

  private static func reportUnknown(_ written: Named, _ inspection: inout Inspection) {
    let names = inspection.handbook.settings.audiences.map(\.text)
    inspection.report(
      written.range,
      Localized(zh: "handbook.yml 里没有密级“\(written.text)”", en: "handbook.yml has no audience “\(written.text)”"),
      help: Localized(zh: "写 \(names.joined(separator: "、")) 之一", en: "write one of \(names.joined(separator: ", "))"))
  }
}

extension ArticleKind {
  /// Whether who may see it is for its own card to say; the names of roles and departments stand everywhere.
  fileprivate var isPublished: Bool { isControlled || self == .event }
}

extension Card {
  /// Who may see it, as written.
  fileprivate var audience: Named? {
    switch self {
    case .control(let card): card.audience
    case .role(let card): card.audience
    case .event(let card): card.audience
    case .department: nil
    }
  }
}

extension Settings {
  /// How closed a document is: what it says, else the default, else the most closed (spec/versions.md 2).
  fileprivate func rank(of article: Article) -> Int? {
    guard let written = article.entry.card.audience ?? defaultAudience else { return audiences.count - 1 }
    return rank(ofAudience: written.text)
  }

  fileprivate func audienceName(of article: Article) -> String {
    rank(of: article).map { audiences[$0].text } ?? ""
  }
}
