import Diagnostics
import Procedures

/// When a document in force is to be reviewed: its effective date plus its cycle, or the handbook's.
///
/// The ledger's reviews join here: the later of the effective date and the last review counts (spec/versions.md 2).
struct NextReview {
  /// The day.
  let day: Day
  /// What in the card says so.
  let range: SourceRange

  /// Nil where nothing is in force or no cycle is set.
  init?(_ inspection: Inspection) {
    let article = inspection.article
    guard !article.entry.isTranslation, let card = article.entry.card.control, card.status?.value == .effective,
      let effective = card.effective
    else { return nil }
    guard let cycle = card.review?.value ?? inspection.handbook.settings.review.usual?.value,
      let day = effective.value.adding(months: cycle.months)
    else { return nil }
    self.day = day
    range = card.review?.range ?? effective.range
  }

  /// The days from a day to the review; negative when it is over.
  func daysLeft(_ today: Day) -> Int { day.daysSinceEpoch - today.daysSinceEpoch }
}
