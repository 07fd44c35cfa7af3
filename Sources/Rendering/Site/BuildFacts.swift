package import Procedures

/// What a build knows besides the handbook: read once at the edge, the same for every page.
package struct BuildFacts: Sendable {
  /// Today, as the build was told or as the handbook's clock says.
  package var today: Day
  /// The program and its version, such as `Handrail 1.0`.
  package var generator: String
  /// The name of the newest edition, where there is one.
  package var edition: String?
  /// The hash of the last line of the ledger; nil when nothing was ever issued.
  package var ledgerHead: String?
  /// What was recorded of the documents, as far as this audience may know; nil when nothing was ever issued.
  package var ledger: Ledger?
  /// The texts of all issued versions, with what their names meant.
  package var sealed = SealedTexts()
  /// How each document stands, by its code in small letters; none of what is not under control.
  package var standings: [String: ArticleStanding] = [:]
  /// Who still has to be trained; nil where there are no records of training.
  package var trainingGaps: [TrainingGap]?
  /// Whether names and telephone numbers of people are shown (spec/versions.md 2, Audience).
  package var showsPeople = true
  /// The SHA-256 of some bytes as hexadecimal digits.
  package var digest: @Sendable ([UInt8]) -> String

  /// Gathers the facts.
  package init(
    today: Day, generator: String, edition: String? = nil, ledgerHead: String? = nil,
    digest: @escaping @Sendable ([UInt8]) -> String
  ) {
    self.today = today
    self.generator = generator
    self.edition = edition
    self.ledgerHead = ledgerHead
    self.digest = digest
  }

  /// Whether documents are under control: something was issued (spec/versions.md 2).
  package var isControlled: Bool { ledgerHead != nil }

  /// How a document stands by the ledger; nil for what is not under control.
  func standing(of article: borrowing Article) -> ArticleStanding? {
    standings.isEmpty ? nil : article.code.flatMap { standings[$0.lowercased()] }
  }
}
