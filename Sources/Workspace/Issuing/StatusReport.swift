package import Diagnostics
internal import Markdown
package import Procedures

/// What is due in a handbook on a day (spec/cli.md, `status`).
package struct StatusReport: Sendable {
  /// A document with a version.
  package struct Item: Sendable {
    package let code: String
    package let title: String
    package let version: Version?
    package let day: Day?
    /// Why, or what else there is to say.
    package var note: Localized?
  }

  /// The day.
  package let day: Day
  /// How many documents are in force.
  package private(set) var inForce = 0
  /// Versions that come into force later, the next one first.
  package private(set) var scheduled: [Item] = []
  /// Documents on hold, with the day since when.
  package private(set) var held: [Item] = []
  /// Reviews within 60 days or overdue, by day.
  package private(set) var reviews: [Item] = []
  /// Working copies that differ from what was sealed last, or were never issued.
  package private(set) var drafts: [Item] = []
  /// Who still has to be trained, by document and role.
  package private(set) var training: [TrainingGap] = []
  /// Controlled copies of versions that are no longer in force.
  package private(set) var copies: [(item: Item, copy: Handout.Copy)] = []
  /// What is wrong with the training records.
  package private(set) var findings: [Diagnostic] = []
  /// What the user should know.
  package private(set) var notices: [Localized] = []
  /// Whether anything was ever issued.
  package let isControlled: Bool

  /// The days before a review from which on it is listed.
  package static let notice = 60

  /// Looks through a handbook.
  ///
  /// - Parameters:
  ///   - root: the handbook's folder.
  ///   - today: the value of `--today`.
  package init(_ root: String, today: String?) throws(PublishedHandbook.Failure) {
    let published = try PublishedHandbook(
      reading: root, scope: PublishedScope(.inForce, audience: nil, ignoresAudience: true),
      today: { settings throws(WorkspaceError) in try Today.read(option: today, utcOffset: settings.utcOffset) })
    day = published.day
    isControlled = published.ledger != nil
    notices = published.notices
    let working: LoadedHandbook
    do { working = try LoadedHandbook(reading: root) } catch { throw .workspace(error) }
    gatherRecords(published, working)
    gatherDrafts(published, working, Examination.ofTexts(working, today: day))
    gatherTraining(published)
  }

  private mutating func gatherRecords(_ published: PublishedHandbook, _ working: LoadedHandbook) {
    let articles = Dictionary(
      published.loaded.handbook.articles.filter { !$0.entry.isTranslation }.compactMap { article in
        article.code.map { ($0.lowercased(), article) }
      }, uniquingKeysWith: { first, _ in first })
    for record in published.ledger?.documents ?? [] {
      let standing = record.standing(on: day)
      for one in standing.scheduled {
        scheduled.append(
          Item(code: record.code, title: one.issuance.title, version: one.version, day: one.issuance.effective))
      }
      guard let version = standing.version, version.issuance.effective <= day else { continue }
      let title = version.issuance.title
      if standing.state == .inForce { inForce += 1 }
      if let hold = standing.hold {
        let reason = hold.pause.reason ?? ""
        held.append(
          Item(
            code: record.code, title: title, version: version.version, day: hold.event.at.day,
            note: Localized(zh: reason, en: reason)))
      }
      let cycle = articles[record.code.lowercased()]?.entry.card.control?.review?.value
      if let cycle = cycle ?? published.loaded.handbook.settings.review.usual?.value,
        let due = record.nextReview(on: day, cycle: cycle), due.daysSinceEpoch - day.daysSinceEpoch <= Self.notice
      {
        reviews.append(Item(code: record.code, title: title, version: version.version, day: due))
      }
      for copy in record.copies(on: day) where copy.version != version.version || standing.state == .withdrawn {
        copies.append((Item(code: record.code, title: title, version: copy.version, day: copy.since), copy.copy))
      }
    }
    scheduled.sort { ($0.day?.daysSinceEpoch ?? 0, $0.code) < ($1.day?.daysSinceEpoch ?? 0, $1.code) }
    reviews.sort { ($0.day?.daysSinceEpoch ?? 0, $0.code) < ($1.day?.daysSinceEpoch ?? 0, $1.code) }
  }

  private mutating func gatherDrafts(
    _ published: PublishedHandbook, _ working: LoadedHandbook, _ examined: [Diagnostic]
  ) {
    guard let ledger = published.ledger else { return }
    for article in working.handbook.articles {
      guard article.kind.isControlled, !article.entry.isTranslation, let code = article.code,
        let card = article.entry.card.control, let status = card.status
      else { continue }
      let newest = ledger[code]?.newest
      if let newest, newest.issuance.digest == Digest(article.document.source.bytes).hex { continue }
      let errors = examined.count { $0.path == article.path && $0.severity == .error }
      let since = newest.map { Localized(zh: "上一版 \($0.version)", en: "after \($0.version)") }
      let state = since ?? Localized(zh: "从未发行", en: "never issued")
      drafts.append(
        Item(
          code: code, title: article.title, version: card.version?.value, day: card.effective?.value,
          note: Localized(
            zh: "\(status.value.label.zh)，\(state.zh)" + (errors > 0 ? "，\(errors) 个错误" : ""),
            en: "\(status.value.label.en), \(state.en)" + (errors > 0 ? ", \(errors) errors" : ""))))
    }
  }

  private mutating func gatherTraining(_ published: PublishedHandbook) {
    let handbook = published.loaded.handbook
    guard let records = published.loaded.content?.trainings(&findings) else { return }
    training = handbook.trainingGaps(of: published.trainedDocuments, records: records)
  }
}
