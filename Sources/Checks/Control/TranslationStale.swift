import Diagnostics
import Procedures

extension Rule {
  /// A translation of an older version.
  static let translationStale = Rule(
    .translationStale, .control, .always(.warning),
    summary: Localized(
      zh: "译文要跟上原文的版本。",
      en: "A translation keeps up with its source."),
    advice: Localized(
      zh: "读译文的人会按旧的做。按新版本改译文，再改“译自”。",
      en: "Whoever reads the translation works by the old text. Bring it up to date, then change 译自/translates."),
    bad: Example(
      card: """
        版本: 1.1
        修订说明: 增加盘点。
        """,
      files: [
        "content/procedures/门店/MD-001-开店流程.en.md": """
        ---
        编号: MD-001
        名称: Opening
        译自: 1.0
        ---

        ## Scope

        This shop.

        ## Steps

        1. **店长** opens the door

        """
      ]),
    good: Example(
      card: """
        版本: 1.1
        修订说明: 增加盘点。
        """,
      files: [
        "content/procedures/门店/MD-001-开店流程.en.md": """
        ---
        编号: MD-001
        名称: Opening
        译自: 1.1
        ---

        ## Scope

        This shop.

        ## Steps

        1. **店长** opens the door

        """
      ]),
    .document(findStale))

  private static func findStale(_ inspection: inout Inspection) {
    let article = inspection.article
    guard article.entry.isTranslation, let made = article.entry.card.translates, let source = source(of: inspection),
      let version = source.entry.card.control?.version, made.value != version.value
    else { return }
    inspection.report(
      made.range,
      made.value < version.value
        ? Localized(
          zh: "译自 \(made.text)，原文已是 \(version.text)",
          en: "it translates \(made.text); the source is \(version.text) by now")
        : Localized(
          zh: "译自 \(made.text)，原文只到 \(version.text)",
          en: "it translates \(made.text); the source is only \(version.text)"),
      help: Localized(
        zh: "按原文改译文，再把“译自”写成 \(version.text)",
        en: "bring the translation up to date, then set translates to \(version.text)"),
      notes: [
        .init(
          path: source.path, range: version.range,
          message: Localized(zh: "原文的版本在这里", en: "the source’s version stands here"))
      ])
  }

  /// The document that a translation is of: the file beside it, else the one with its code.
  private static func source(of inspection: Inspection) -> Article? {
    let article = inspection.article
    let beside = article.path.replacingSuffix(".\(article.entry.language ?? "").md", by: ".md")
    let named = [beside, article.code].compactMap(\.self).flatMap { inspection.handbook.articles(named: $0) }
    return named.first { $0 != article.id }.map { inspection.handbook[$0] }
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, by other: String) -> String {
    hasSuffix(suffix) ? dropLast(suffix.count) + other : self
  }
}
