import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// One term with two meanings.
  static let termConflict = Rule(
    .termConflict, .links, .always(.info),
    summary: Localized(
      zh: "一个术语在整本手册里只有一种解释。",
      en: "A term means one thing in the whole handbook."),
    advice: Localized(
      zh: "同一个词在两份文件里解释不同，读者会按错的那个做。统一解释；确实不同就用两个词。解释完全相同的不算。",
      en:
        "When two documents explain one word differently, somebody will act on the wrong meaning. Agree on one text, or use two words. Equal texts are no conflict."
    ),
    bad: Example(
      sections: ["术语": "- **清场**：确认人员全部离场。"],
      files: [
        "content/policies/ZD-001-安全制度.md": """
        ---
        编号: ZD-001
        名称: 安全制度
        部门: 门店部
        负责人: 店长
        版本: 1.0
        状态: 草稿
        ---

        ## 适用范围

        本店。

        ## 术语

        - **清场**：关闭全部电源。

        """
      ]),
    good: Example(
      sections: ["术语": "- **清场**：确认人员全部离场。"],
      files: [
        "content/policies/ZD-001-安全制度.md": """
        ---
        编号: ZD-001
        名称: 安全制度
        部门: 门店部
        负责人: 店长
        版本: 1.0
        状态: 草稿
        ---

        ## 适用范围

        本店。

        ## 术语

        - **断电**：关闭全部电源。

        """
      ]),
    .handbook(findTerms))

  private static func findTerms(_ survey: inout Survey) {
    for term in survey.handbook.glossary where term.definitions.count > 1 {
      let places = term.definitions.map { place in
        (article: survey.handbook[place.article], definition: survey.handbook[place.article].definitions[place.index])
      }
      let first = places[0]
      let meaning = meaning(first.article, first.definition)
      for other in places.dropFirst() where self.meaning(other.article, other.definition) != meaning {
        survey.report(
          other.article, other.definition.range,
          Localized(
            zh: "“\(term.term)”在 \(first.article.name) 里是另一种解释",
            en: "\(first.article.name) explains “\(term.term)” differently"),
          help: Localized(zh: "统一解释，或改用两个词", en: "agree on one text, or use two words"),
          notes: [
            .init(
              path: first.article.path, range: first.definition.range,
              message: Localized(zh: "另一种解释在这里", en: "the other meaning stands here"))
          ])
      }
    }
  }

  /// What a definition says, without blanks and punctuation.
  private static func meaning(_ article: Article, _ definition: Definition) -> [Character] {
    article.document.plainText(of: definition.text).filter { !$0.isWhitespace && !$0.isPunctuation }.map { $0 }
  }
}
