internal import Procedures

/// What took effect, takes effect and is to be reviewed, as seen from today.
struct HomeCalendar {
  /// Something that takes effect or takes place.
  struct Upcoming {
    /// Its first day.
    var day: Day
    /// Its last day, of an event.
    var last: Day?
    /// Whether it is a version; else it is an event.
    var isVersion: Bool
    /// Whether nothing of the document is in force before.
    var isFirst = false
    /// What it is, in words.
    var doc: DocView
  }

  /// How many days before a review it is shown.
  static let reviewNotice = 60

  /// The documents in force.
  private(set) var effective: [ArticleID] = []
  /// How many documents are under control, whatever their state.
  private(set) var documents = 0
  /// How many documents take effect later.
  private(set) var scheduled = 0
  private var recent: [(day: Day, id: ArticleID)] = []
  private var upcoming: [(day: Day, rank: Int, what: Source)] = []
  /// What is to be reviewed within 60 days or should have been, by day.
  private(set) var due: [(day: Day, id: ArticleID)] = []
  private let view: Viewpoint
  private let notice: Int

  /// Where something upcoming is described.
  private enum Source {
    case article(ArticleID)
    /// A version of a document of the ledger.
    case version(document: Int, IssuedVersion)
  }

  /// Looks through all documents and events. Linear, but for sorting.
  ///
  /// - Parameter notice: how many days before a review it is told.
  init(_ view: Viewpoint, notice: Int = HomeCalendar.reviewNotice) {
    self.view = view
    self.notice = notice
    for (place, document) in view.site.issued.enumerated() {
      for version in document.standing.scheduled {
        scheduled += 1
        upcoming.append((version.issuance.effective, upcoming.count, .version(document: place, version)))
      }
    }
    for id in view.site.sources(of: .procedure, .policy, .form) { addDocument(id) }
    for id in view.site.sources(of: .event) {
      guard let days = view.article(id, { $0.entry.card.event?.date?.value }), days.last >= view.site.facts.today
      else { continue }
      upcoming.append((days.first, upcoming.count, .article(id)))
    }
    recent.sort { ($1.day, $0.id) < ($0.day, $1.id) }
    upcoming.sort { ($0.day, $0.rank) < ($1.day, $1.rank) }
    due.sort { ($0.day, $0.id) < ($1.day, $1.id) }
  }

  private mutating func addDocument(_ id: ArticleID) {
    documents += 1
    let today = view.site.facts.today
    let (status, day) = (view.facts(id).state, view.facts(id).effective)
    let isIssued = view.facts(id).code.map { view.site.issued($0) != nil } ?? false
    if let day, day > today, !isIssued, status == .effective || status == .approved {
      scheduled += 1
      upcoming.append((day, upcoming.count, .article(id)))
    }
    guard status == .effective, day.map({ $0 <= today }) ?? true else { return }
    effective.append(id)
    if let day { recent.append((day, id)) }
    if let review = view.nextReview(of: id), review.daysSinceEpoch - today.daysSinceEpoch <= notice {
      due.append((review, id))
    }
  }

  /// What took effect last, the newest first.
  func recentDocs(_ limit: Int) -> [DocView] { recent.prefix(limit).map { changed($0.id, on: $0.day) } }

  /// What takes effect and takes place next.
  func upcomingDocs(_ limit: Int) -> [DocView] { upcomingEntries(limit).map(\.doc) }

  /// What takes effect and takes place next, with its days.
  func upcomingEntries(_ limit: Int) -> [Upcoming] {
    upcoming.prefix(limit).map { day, _, what in
      switch what {
      case .version(let document, let version): entry(view.site.issued[document], version, on: day)
      case .article(let id): entry(id, on: day)
      }
    }
  }

  private func entry(_ id: ArticleID, on day: Day) -> Upcoming {
    guard view.article(id, { $0.kind == .event }) else {
      return Upcoming(day: day, last: nil, isVersion: true, doc: changed(id, on: day))
    }
    let (place, last) = view.article(id) { article in
      (article.entry.card.event?.place?.text, article.entry.card.event?.date?.value.last)
    }
    var doc = view.doc(id, note: place)
    doc.date = short(day)
    return Upcoming(day: day, last: last, isVersion: false, doc: doc)
  }

  private func entry(_ document: IssuedDocument, _ version: IssuedVersion, on day: Day) -> Upcoming {
    var doc = DocView()
    doc.code = document.record.code
    doc.title = version.issuance.title
    doc.version = version.version.text
    let isPage = document.place(of: version.version) != nil
    doc.link = Link(isPage ? document.page(of: version.version) : document.home, "", view)
    doc.note = version.issuance.note
    doc.date = short(day)
    let isFirst =
      document.current(on: view.site.facts.today) == nil
      && document.standing.scheduled.first.map {
        $0.version == version.version
      } ?? false
    return Upcoming(day: day, last: nil, isVersion: true, isFirst: isFirst, doc: doc)
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
