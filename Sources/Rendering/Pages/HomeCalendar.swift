internal import Procedures

/// What took effect, takes effect and is to be reviewed, as seen from today.
struct HomeCalendar {
  /// How many days before a review it is shown.
  static let reviewNotice = 60

  /// The documents in force.
  private(set) var effective: [ArticleID] = []
  /// How many documents are under control, whatever their state.
  private(set) var documents = 0
  /// How many documents take effect later.
  private(set) var scheduled = 0
  private var recent: [(day: Day, id: ArticleID)] = []
  private var upcoming: [(day: Day, id: ArticleID)] = []
  /// What is to be reviewed within 60 days or should have been, by day.
  private(set) var due: [(day: Day, id: ArticleID)] = []
  private let view: Viewpoint

  /// Looks through all documents and events. Linear, but for sorting.
  init(_ view: Viewpoint) {
    self.view = view
    for id in view.site.sources(of: .procedure, .policy, .form) { addDocument(id) }
    for id in view.site.sources(of: .event) {
      guard let days = view.article(id, { $0.entry.card.event?.date?.value }), days.last >= view.site.facts.today
      else { continue }
      upcoming.append((days.first, id))
    }
    recent.sort { ($1.day, $0.id) < ($0.day, $1.id) }
    upcoming.sort { ($0.day, $0.id) < ($1.day, $1.id) }
    due.sort { ($0.day, $0.id) < ($1.day, $1.id) }
  }

  private mutating func addDocument(_ id: ArticleID) {
    documents += 1
    let today = view.site.facts.today
    let (status, day) = view.article(id) { article in
      (view.status(by: article), article.entry.card.control?.effective?.value)
    }
    if let day, day > today, status == .effective || status == .approved {
      scheduled += 1
      upcoming.append((day, id))
    }
    guard status == .effective, day.map({ $0 <= today }) ?? true else { return }
    effective.append(id)
    if let day { recent.append((day, id)) }
    if let review = view.nextReview(of: id), review.daysSinceEpoch - today.daysSinceEpoch <= Self.reviewNotice {
      due.append((review, id))
    }
  }

  /// What took effect last, the newest first.
  func recentDocs(_ limit: Int) -> [DocView] { recent.prefix(limit).map { changed($0.id, on: $0.day) } }

  /// What takes effect and takes place next.
  func upcomingDocs(_ limit: Int) -> [DocView] {
    upcoming.prefix(limit).map { day, id in
      guard view.article(id, { $0.kind == .event }) else { return changed(id, on: day) }
      var doc = view.doc(id, note: view.article(id) { $0.entry.card.event?.place?.text })
      doc.date = short(day)
      return doc
    }
  }

  /// What is to be reviewed, the most overdue first.
  func dueDocs(_ limit: Int) -> [DocView] {
    due.prefix(limit).map { day, id in
      var doc = view.fullDoc(id)
      doc.date = short(day)
      let left = day.daysSinceEpoch - view.site.facts.today.daysSinceEpoch
      doc.due =
        left < 0
        ? StatusView(key: "overdue", word: view.strings.phrase(.overdue, String(-left)))
        : StatusView(key: "due", word: view.strings.phrase(.dueIn, String(left)))
      return doc
    }
  }

  /// A document with what changed in it; near reviews are told elsewhere.
  private func changed(_ id: ArticleID, on day: Day) -> DocView {
    var doc = view.fullDoc(id)
    doc.date = short(day)
    doc.due = nil
    doc.note = view.article(view.localized(id)) { $0.entry.card.control?.changeNote?.text }
    return doc
  }

  /// A day without its year where it is this year's.
  private func short(_ day: Day) -> String {
    day.year == view.site.facts.today.year ? String(day.description.dropFirst(5)) : day.description
  }
}
