internal import Diagnostics
internal import Procedures
internal import Templates

/// The page of reviews and trainings that are due.
struct DueView: Sendable {
  /// A role that was not, or not wholly, trained on a version.
  struct Training: Sendable {
    let gap: TrainingGap
    let doc: DocView
    let role: LinkView
    let people: String

    static let schema = Schema<Training>(
      "dueTraining",
      [
        .record("doc", DocView.schema, "The document.") { $0.doc },
        .text("version", "The version to be trained.") { $0.gap.version.text },
        .text("effective", "Its first day.") { $0.gap.effective.description },
        .record("role", LinkView.schema, "The role.") { $0.role },
        .text("people", "Who of it is missing, as far as names may be shown.") { $0.people },
      ])
  }

  /// Documents whose review is about equally near.
  struct Part: Sendable {
    var title: String
    var anchor: String
    var within: String
    var rows: [DocView]

    static let schema = Schema<Part>(
      "duePart",
      [
        .text("title", "How near the reviews are.") { $0.title },
        .text("anchor", "Its place in the page.") { $0.anchor },
        .text("within", "The number of days from which on a review is too far away for it.") { $0.within },
        .list("rows", DocView.schema, "The documents, the most urgent first.") { $0.rows },
        .number("total", "How many they are.") { $0.rows.count },
        .flag("isEmpty", "Whether there are none.") { $0.rows.isEmpty },
      ])
  }

  var total: Int
  var asOf: String
  var parts: [Part]
  var trainings: [Training]
  var hasTrainingRecords: Bool
  var pages: [MenuView]

  static let schema = Schema<DueView>(
    "due",
    [
      .number("total", "How many documents have a day of review.") { $0.total },
      .text("asOf", "The day that they stand for.") { $0.asOf },
      .list("parts", Part.schema, "The documents by urgency.") { $0.parts },
      .list("trainings", Training.schema, "Who is to be trained, by role.") { $0.trainings },
      .number("trainingsTotal", "How many there are.") { $0.trainings.count },
      .flag("hasTrainings", "Whether there are any.") { !$0.trainings.isEmpty },
      .flag("isTrained", "Whether there are records of training and nothing is missing.") {
        $0.hasTrainingRecords && $0.trainings.isEmpty
      },
      .list("pages", MenuView.schema, "All pages of a long list.") { $0.pages },
      .flag("hasPages", "Whether there is more than one.") { !$0.pages.isEmpty },
    ])

  /// The days before a review from which on it is near.
  static let notice = 60
}

extension PageKind {
  /// The reviews that are due, in pages of 1,000 documents.
  static let due = PageKind("due", DueView.schema.shape) { site in
    let view = Viewpoint(site, address: Place.due.address, language: site.handbook.settings.language)
    let documents = site.sources(of: .procedure, .policy, .form).compactMap { id in
      view.isInForce(id) ? view.nextReview(of: id).map { (id: id, day: $0) } : nil
    }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    let today = site.facts.today
    return site.jobs(.due, ListPart.parts(of: documents.count)) { view, part in
      let shown = documents[part.rows].map { entry in
        (doc: view.reviewed(entry.id, entry.day), left: entry.day.daysSinceEpoch - today.daysSinceEpoch)
      }
      func rows(_ days: Range<Int>) -> [DocView] { shown.filter { days.contains($0.left) }.map(\.doc) }
      let page = DueView(
        total: documents.count, asOf: today.description,
        parts: [
          .init(title: view.strings[.dueOverdue], anchor: "overdue", within: "0", rows: rows(Int.min..<0)),
          .init(
            title: view.strings.phrase(.dueSoon, String(DueView.notice)), anchor: "soon",
            within: String(DueView.notice + 1), rows: rows(0..<(DueView.notice + 1))),
          .init(
            title: view.strings[.dueLater], anchor: "later", within: "", rows: rows((DueView.notice + 1)..<Int.max)),
        ], trainings: part.number == 1 ? view.trainings : [],
        hasTrainingRecords: part.number == 1 && site.facts.trainingGaps != nil, pages: view.pages(.due, part))
      var head = view.listHead(.due, .duePage, part)
      head.state = PageState(scripts: [])
      return Page(head, DueView.schema, page)
    }
  }
}

extension Viewpoint {
  /// Who is to be trained.
  fileprivate var trainings: [DueView.Training] {
    let gaps = site.facts.trainingGaps ?? []
    let documents = Dictionary(
      site.sources(of: .procedure, .policy).map { (facts($0).name, $0) }, uniquingKeysWith: { first, _ in first })
    let roles = Dictionary(
      handbook.roles.indices.map { (handbook.roles[$0].name, RoleID($0)) }, uniquingKeysWith: { first, _ in first })
    return gaps.map { gap in
      var shown = documents[gap.code].map { doc($0) } ?? DocView()
      shown.code = gap.code
      shown.title = gap.title
      let role = roles[gap.role]
      return DueView.Training(
        gap: gap, doc: shown,
        role: LinkView(text: role.map { name(.role($0)) } ?? gap.role, href: role.map { href($0) }),
        people: site.facts.showsPeople ? gap.people.joined(separator: strings[.listComma]) : "")
    }
  }

  /// A document with the day of its review and how near that is.
  func reviewed(_ id: ArticleID, _ day: Day) -> DocView {
    var doc = named(fullDoc(id))
    doc.review = day.description
    let left = day.daysSinceEpoch - site.facts.today.daysSinceEpoch
    if left < 0 {
      doc.due = StatusView(key: "overdue", word: strings.phrase(.overdue, String(-left)))
    } else if left <= DueView.notice {
      doc.due = StatusView(key: "due", word: strings.phrase(.dueIn, String(left)))
    } else {
      doc.due = StatusView(key: "later", word: strings.phrase(.daysLeft, String(left)))
    }
    return doc
  }
}
