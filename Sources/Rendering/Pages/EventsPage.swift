internal import Procedures
internal import Templates

/// An event in the list of events.
struct EventRowView: Sendable {
  var text: String
  var href: String
  var date: String
  var weekday: String
  var place: String?
  var docs: [DocView]

  static let schema = Schema<EventRowView>(
    "eventRow",
    [
      .text("text", "The title of the event.") { $0.text }, .text("href", "Its page.") { $0.href },
      .text("date", "Its first day, or its days.") { $0.date },
      .text("weekday", "The day of the week, where it is one day.") { $0.weekday },
      .text("place", "Where it is.") { $0.place },
      .list("docs", DocView.schema, "The procedures that it runs.") { $0.docs },
      .flag("hasDocs", "Whether it runs any.") { !$0.docs.isEmpty },
    ])
}

/// The page that lists all events.
struct EventsView: Sendable {
  var total: Int
  var upcoming: [EventRowView]
  var past: [EventRowView]
  var pages: [MenuView]

  static let schema = Schema<EventsView>(
    "events",
    [
      .list("actions", ActionView.schema, "What can be done here.") { _ in [] },
      .number("total", "How many events there are.") { $0.total },
      .list("upcoming", EventRowView.schema, "Those that are not over, the next one first.") { $0.upcoming },
      .flag("hasUpcoming", "Whether there are any.") { !$0.upcoming.isEmpty },
      .list("past", EventRowView.schema, "Those that are over, the last one first.") { $0.past },
      .flag("hasPast", "Whether there are any.") { !$0.past.isEmpty },
      .list("pages", MenuView.schema, "All pages of a long list.") { $0.pages },
      .flag("hasPages", "Whether there is more than one.") { !$0.pages.isEmpty },
    ])
}

extension PageKind {
  /// The list of events.
  static let events = PageKind("events", EventsView.schema.shape) { site in
    let (coming, past) = EventOrder(site).split
    let rows = coming + past
    return site.jobs(.events, ListPart.parts(of: rows.count)) { view, part in
      let border = min(max(coming.count, part.rows.lowerBound), part.rows.upperBound)
      let shown = EventsView(
        total: rows.count, upcoming: rows[part.rows.lowerBound..<border].map(view.eventRow),
        past: rows[border..<part.rows.upperBound].map(view.eventRow), pages: view.pages(.events, part))
      return Page(view.listHead(.events, .events, part), EventsView.schema, shown)
    }
  }
}

/// The events by date.
struct EventOrder {
  private var dated: [(days: DaySpan, id: ArticleID)] = []
  private var undated: [ArticleID] = []
  private let today: Day

  init(_ site: Site) {
    today = site.facts.today
    for id in site.sources(of: .event) {
      if let days = site.handbook.articles[Int(id.index)].entry.card.event?.date?.value {
        dated.append((days, id))
      } else {
        undated.append(id)
      }
    }
    dated.sort { ($0.days.first, $0.id) < ($1.days.first, $1.id) }
  }

  /// Those that are not over, the next one first, those without a date behind them; those that are over, the last first.
  var split: (coming: [ArticleID], past: [ArticleID]) {
    let coming = dated.filter { $0.days.last >= today }.map(\.id) + undated
    return (coming, dated.filter { $0.days.last < today }.reversed().map(\.id))
  }
}

extension Viewpoint {
  /// An event as the list shows it.
  func eventRow(_ id: ArticleID) -> EventRowView {
    var row = EventRowView(text: "", href: href(id), date: "", weekday: "", docs: [])
    row.text = article(localized(id)) { $0.title }
    article(id) { article in
      row.place = article.entry.card.event?.place?.text
      row.docs = article.card.procedures.filter { $0.article != nil }.map { named(doc($0)) }
      guard let days = article.entry.card.event?.date?.value else { return }
      row.date = days.first.description
      if days.count == 1 {
        row.weekday = strings.weekday(days.first)
      } else {
        row.date += "–" + days.last.tail(of: days.first)
      }
    }
    return row
  }
}

extension Viewpoint {
  /// A document with its title where it has no code, for lists that show codes only.
  func named(_ doc: DocView) -> DocView {
    var doc = doc
    if doc.code == nil { doc.code = doc.title }
    return doc
  }
}

extension Day {
  /// The day as it stands behind another one: without the year where that is the same.
  fileprivate func tail(of first: Day) -> String {
    year == first.year ? String(description.dropFirst(5)) : description
  }
}

extension Strings {
  /// The short name of a day of the week.
  func weekday(_ day: Day) -> String {
    let names = self[.weekdays].split(separator: " ")
    return names.indices.contains(day.weekday - 1) ? String(names[day.weekday - 1]) : ""
  }
}
