internal import Diagnostics
internal import Procedures

extension PublishedHandbook {
  /// The documents that are trained: in force, and those that come into force for the first time.
  var trainedDocuments: [(article: ArticleID, version: Version, effective: Day)] {
    loaded.handbook.articles.compactMap { article in
      guard article.kind == .procedure || article.kind == .policy, !article.entry.isTranslation,
        let card = article.entry.card.control, let version = card.version?.value, let effective = card.effective?.value
      else { return nil }
      if ledger != nil, article.code.flatMap({ standings[$0.lowercased()] }) == nil { return nil }
      if ledger == nil, card.status?.value != .effective { return nil }
      return (article.id, version, effective)
    }
  }

  /// Who still has to be trained; nil where there are no records of training.
  var trainingGaps: [TrainingGap]? {
    var ignored: [Diagnostic] = []
    guard let records = loaded.content?.trainings(&ignored) else { return nil }
    return loaded.handbook.trainingGaps(of: trainedDocuments, records: records)
  }
}
