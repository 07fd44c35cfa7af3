import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A reference to a document that is withdrawn.
  static let refWithdrawn = Rule(
    .refWithdrawn, .links, .always(.error),
    summary: Localized(
      zh: "不引用已废止的文件。",
      en: "No document refers to a withdrawn one."),
    advice: Localized(
      zh: "照着已废止的文件做会出错。改为提示里的接替文件；没有接替的就写明现在怎么做。修订记录、“替代”里提到旧文件不算。",
      en:
        "Working by a withdrawn document is a mistake waiting to happen. Refer to its successor, named in the message, or say what holds now. Mentions in Changes and under 替代/replaces do not count."
    ),
    bad: Example(
      files: [
        "content/procedures/门店/MD-002-旧开店流程.md": withdrawn,
        "content/events/2026-12-01-开业.md": """
        ---
        名称: 开业
        日期: 2026-12-01
        流程: [MD-002]
        人员: {店长: 甲某}
        ---

        """,
      ]),
    good: Example(
      files: [
        "content/procedures/门店/MD-002-旧开店流程.md": withdrawn,
        "content/events/2026-12-01-开业.md": """
        ---
        名称: 开业
        日期: 2026-12-01
        流程: [MD-001]
        人员: {店长: 甲某, 值班主管: 丁某, 店员: 乙某, 保安员: 丙某}
        ---

        """,
      ]),
    .document(findWithdrawn))

  /// A procedure that another took the place of.
  private static let withdrawn = """
    ---
    编号: MD-002
    名称: 旧开店流程
    部门: 门店部
    负责人: 店长
    版本: 1.0
    状态: 废止
    被替代: MD-001
    用法: 边读边做
    ---

    ## 适用范围

    本店。

    ## 术语

    无

    ## 步骤

    1. **店长** 打开大门

    ## 风险

    无

    ## 相关文件

    无

    """

  private static func findWithdrawn(_ inspection: inout Inspection) {
    let article = inspection.article
    if inspection.status == .withdrawn { return }
    let withdrawn = Set(article.linksTo.filter { inspection.handbook.isWithdrawn($0) })
      .subtracting(article.card.replaces.compactMap(\.article))
    if withdrawn.isEmpty { return }
    let changes = article.sections.filter { $0.kind == .changes }.map(\.range)
    var places: [(ArticleID, SourceRange)] = []
    for mention in article.mentions {
      guard case .article(let id, _) = mention.target, withdrawn.contains(id) else { continue }
      places.append((id, inspection.range(in: mention.inline, Int(mention.start)..<Int(mention.end))))
    }
    for (inline, destination) in article.destinations {
      guard case .article(let id, _) = destination, withdrawn.contains(id) else { continue }
      places.append((id, inspection.view.range(of: inline)))
    }
    for reference in article.card.basis + article.card.procedures {
      if let id = reference.article, withdrawn.contains(id) { places.append((id, reference.range)) }
    }
    for (id, range) in places where !changes.contains(where: { $0.start <= range.start && range.start < $0.end }) {
      reportWithdrawn(id, range, &inspection)
    }
  }

  private static func reportWithdrawn(_ id: ArticleID, _ range: SourceRange, _ inspection: inout Inspection) {
    let old = inspection.handbook[id]
    let successor = old.card.replacedBy.map { $0.article.map { inspection.handbook[$0].name } ?? $0.title }
    inspection.report(
      range, Localized(zh: "\(old.name) 已废止", en: "\(old.name) is withdrawn"),
      help: successor.map { Localized(zh: "改为 \($0)", en: "refer to \($0) instead") }
        ?? Localized(zh: "写明现在按哪份文件做", en: "say which document holds now"),
      notes: [
        .init(
          path: old.path, range: old.entry.card.control?.status?.range ?? .start,
          message: Localized(zh: "废止写在这里", en: "it is withdrawn here"))
      ])
  }
}

extension Handbook {
  /// Whether the working copy of a document says that it is withdrawn; the ledger of issued versions will say more.
  func isWithdrawn(_ id: ArticleID) -> Bool { self[id].entry.card.control?.status?.value == .withdrawn }
}
