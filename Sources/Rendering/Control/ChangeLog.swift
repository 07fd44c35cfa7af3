internal import Diagnostics
internal import Procedures
internal import Templates

/// One thing that was recorded, as the log of changes and the feed tell it.
struct LoggedChangeView: Sendable {
  /// Its line in the ledger.
  let event: LedgerEvent
  var key: String
  var word: String
  var code: String?
  var title: String
  var version: String?
  var href: String?
  var detail: String
  var note: String?

  static let schema = Schema<LoggedChangeView>(
    "change",
    [
      .text("key", "What happened, in English letters.") { $0.key },
      .text("word", "What happened, in a word.") { $0.word }, .text("code", "The code of the document.") { $0.code },
      .text("title", "The title of the document, or the name of the edition.") { $0.title },
      .text("version", "The version.") { $0.version }, .text("href", "Where it can be read.") { $0.href },
      .text("detail", "From when on, who, why.") { $0.detail }, .text("note", "What changed.") { $0.note },
    ])
}

/// Everything that was recorded of documents, told in words. Copies are not told: they are in the history of each.
struct ChangeLog {
  private let view: Viewpoint
  private var strings: Strings { view.strings }

  init(_ view: Viewpoint) { self.view = view }

  /// The events that are told, newest first.
  static func events(_ site: Site) -> [LedgerEvent] {
    guard let ledger = site.facts.ledger(on: site.facts.today) else { return [] }
    return ledger.events.reversed().filter { event in
      if case .distribute = event.action { false } else { true }
    }
  }

  /// An event in words.
  func change(_ event: LedgerEvent) -> LoggedChangeView {
    switch event.action {
    case .issue(let one): issue(event, one)
    case .review(let one):
      about(
        event, "review", .reviewed, one.code, one.version,
        [view.site.facts.showsPeople ? one.by : nil, one.outcome, one.note])
    case .withdraw(let one):
      about(
        event, one.version == nil ? "withdrawn" : "cancelled", one.version == nil ? .withdrawn : .statusCancelled,
        one.code, one.version,
        [
          strings.phrase(.fromDay, one.effective.description), one.reason,
          one.successor.map { strings.phrase(.replacedBy, $0) },
        ])
    case .hold(let one): about(event, "held", .statusHeld, one.code, nil, [one.reason])
    case .release(let one): about(event, "released", .released, one.code, nil, [one.reason])
    case .edition(let one):
      LoggedChangeView(
        event: event, key: "edition", word: strings[.edition], title: one.name,
        href: Editions.address(of: one.name, view.site).map { view.href($0) },
        detail: strings.phrase(.versionsCount, String(one.versions.count)), note: one.note)
    case .distribute(let one): about(event, "distributed", .distributed, one.code, one.version, [])
    }
  }

  private func issue(_ event: LedgerEvent, _ one: Issuance) -> LoggedChangeView {
    var change = about(
      event, "issue", .issuedWord, one.code, one.version,
      [
        strings.phrase(.fromDay, one.effective.description),
        event.backdated.map { strings.phrase(.backdated, $0) },
      ])
    change.title = one.title
    change.note = one.note
    return change
  }

  private func about(
    _ event: LedgerEvent, _ key: String, _ word: Word, _ code: String, _ version: Version?, _ detail: [String?]
  ) -> LoggedChangeView {
    let document = view.site.issued(code)
    let isPage = version.map { document?.place(of: $0) != nil } ?? false
    let page = isPage ? version.flatMap { document?.page(of: $0) } : document?.home
    return LoggedChangeView(
      event: event, key: key, word: strings[word], code: code, title: document?.title ?? "", version: version?.text,
      href: page.map { view.href($0) },
      detail: detail.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · "))
  }
}

/// The log of changes by day.
struct ChangesView: Sendable {
  /// A day with what was recorded on it.
  struct Group: Sendable {
    var day: String
    var changes: [LoggedChangeView]

    static let schema = Schema<Group>(
      "changeDay",
      [
        .text("day", "The day.") { $0.day },
        .list("changes", LoggedChangeView.schema, "What was recorded, the newest first.") { $0.changes },
      ])
  }

  var total: Int
  var actions: [ActionView]
  var editions: [EditionLine]
  var days: [Group]
  var pages: [MenuView]

  static let schema = Schema<ChangesView>(
    "changes",
    [
      .number("total", "How many events there are.") { $0.total },
      .list("actions", ActionView.schema, "What can be done here.") { $0.actions },
      .list("editions", EditionLine.schema, "The editions, the newest first.") { $0.editions },
      .flag("hasEditions", "Whether there are any.") { !$0.editions.isEmpty },
      .list("days", Group.schema, "The days, the newest first.") { $0.days },
      .list("pages", MenuView.schema, "All pages of a long log.") { $0.pages },
      .flag("hasPages", "Whether there is more than one.") { !$0.pages.isEmpty },
    ])
}

extension PageKind {
  /// The log of changes; there is none where nothing was ever issued.
  static let changes = PageKind("changes", ChangesView.schema.shape) { site in
    guard site.facts.isControlled else { return [] }
    let events = ChangeLog.events(site)
    return site.jobs(.changes, ListPart.parts(of: events.count)) { view, part in
      let log = ChangeLog(view)
      var days: [ChangesView.Group] = []
      for event in events[part.rows] {
        let day = event.at.day.description
        if days.last?.day != day { days.append(ChangesView.Group(day: day, changes: [])) }
        days[days.count - 1].changes.append(log.change(event))
      }
      let shown = ChangesView(
        total: events.count,
        actions: [
          ActionView("calendar", view.strings[.asOfRegister], href: view.href(.asOf)),
          ActionView("download", "Atom", href: view.href(Feed.address)),
        ], editions: part.number == 1 ? Editions.lines(view) : [], days: days, pages: view.pages(.changes, part))
      return Page(view.listHead(.changes, .changes, part), ChangesView.schema, shown)
    }
  }
}
