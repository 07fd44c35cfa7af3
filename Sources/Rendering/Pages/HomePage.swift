internal import Procedures
internal import Templates

/// A number with what it counts.
struct CountView: Sendable {
  /// What scripts know it by.
  var key: String
  var value: Int
  var label: String
  var href: String

  static let schema = Schema<CountView>(
    "count",
    [
      .text("key", "What scripts know it by.") { $0.key },
      .number("value", "The number.") { $0.value }, .text("label", "What it counts.") { $0.label },
      .text("href", "Where those things are listed.") { $0.href },
    ])
}

/// A department or role with a number.
struct TallyView: Sendable {
  var text: String
  var href: String
  var count: Int
  var note: String?

  static let schema = Schema<TallyView>(
    "tally",
    [
      .text("text", "The name.") { $0.text }, .text("href", "Its page.") { $0.href },
      .number("count", "How many documents or steps it has.") { $0.count },
      .text("note", "What it does, in a sentence.") { $0.note },
    ])
}

/// The home page.
struct HomeView: Sendable {
  var counts: [CountView]
  var recent: [DocView]
  var upcoming: [DocView]
  var due: [DocView]
  var day: [DayLineView]
  var departments: [TallyView]
  var roles: [TallyView]
  var rolesHref: String
  var dueHref: String
  var changesHref: String?
  var editions: [EditionLine]

  static let schema = Schema<HomeView>(
    "home",
    [
      .list("counts", CountView.schema, "What the handbook holds, in numbers.") { $0.counts },
      .list("recent", DocView.schema, "What took effect last, the newest first.") { $0.recent },
      .flag("hasRecent", "Whether anything did.") { !$0.recent.isEmpty },
      .list("upcoming", DocView.schema, "What takes effect or takes place next.") { $0.upcoming },
      .flag("hasUpcoming", "Whether anything does.") { !$0.upcoming.isEmpty },
      .list("due", DocView.schema, "What is to be reviewed soon or should have been.") { $0.due },
      .flag("hasDue", "Whether anything is.") { !$0.due.isEmpty },
      .list("day", DayLineView.schema, "What is done at which time of the day.") { $0.day },
      .flag("hasDay", "Whether anything is done at a time.") { !$0.day.isEmpty },
      .list("departments", TallyView.schema, "The departments with the numbers of their documents.") { $0.departments },
      .flag("hasDepartments", "Whether there are any.") { !$0.departments.isEmpty },
      .list("roles", TallyView.schema, "The roles with the numbers of their steps.") { $0.roles },
      .flag("hasRoles", "Whether there are any.") { !$0.roles.isEmpty },
      .text("rolesHref", "The list of all roles.") { $0.rolesHref },
      .text("dueHref", "The list of all reviews.") { $0.dueHref },
      .text("changesHref", "The log of changes, where anything was issued.") { $0.changesHref },
      .list("editions", EditionLine.schema, "The newest edition.") { $0.editions },
    ])
}

extension PageKind {
  /// The home page.
  static let home = PageKind("home", HomeView.schema.shape) { site in
    site.jobs(.home) { view, _ in
      let title = site.handbook.settings.title?.text ?? view.strings[.handbook]
      var head = PageHead(title, place: .home)
      head.description = view.strings.phrase(.homeDescription, site.handbook.settings.organisation?.text ?? title)
      head.languages = view.languages(of: .home)
      if site.facts.isControlled { head.state = PageState(scripts: [StateScripts.homeAddress(site, view.language)]) }
      return Page(head, HomeView.schema, HomeView(view))
    }
  }
}

extension HomeView {
  /// The most entries of each list of documents.
  static let longest = 8
  /// The most departments and roles.
  static let mostNames = 60

  /// Gathers the home page. Linear in the steps of the handbook, but for sorting.
  init(_ view: Viewpoint) {
    let calendar = HomeCalendar(view)
    let handbook = view.handbook
    let isOnePage = calendar.documents <= Site.rowsPerPage
    counts = [
      CountView(
        key: "effective", value: calendar.effective.count, label: view.strings[.inForce],
        href: view.href(.register) + (isOnePage ? "?status=effective" : "")),
      CountView(key: "scheduled", value: calendar.scheduled, label: view.strings[.statusScheduled], href: "#upcoming"),
      CountView(key: "due", value: calendar.due.count, label: view.strings[.reviewsDue], href: view.href(.due)),
      CountView(key: "roles", value: handbook.roles.count, label: view.strings[.roles], href: view.href(.roles)),
    ]
    recent = calendar.recentDocs(6)
    upcoming = calendar.upcomingDocs(Self.longest)
    due = calendar.dueDocs(Self.longest)
    day = DayLineView.lines(calendar.effective, view)
    let tree = DepartmentTree(handbook)
    departments = Self.bounded(
      tree.rows.compactMap { row in
        let department = handbook.departments[Int(row.id.index)]
        guard !department.articles.isEmpty else { return nil }
        return TallyView(
          text: view.name(.department(row.id)), href: view.href(row.id), count: department.articles.count,
          note: department.article.flatMap(view.lead))
      })
    let roles = tree.sorted(handbook.rolesByRank) { handbook.roles[Int($0.index)].department }
    self.roles = Self.bounded(
      roles.map { _, id in
        TallyView(
          text: view.name(.role(id)), href: view.href(id), count: handbook.roles[Int(id.index)].stepCount, note: nil)
      })
    rolesHref = view.href(.roles)
    dueHref = view.href(.due)
    changesHref = view.site.facts.isControlled ? view.href(.changes) : nil
    editions = Array(Editions.lines(view).prefix(1))
  }

  /// Those with the greatest numbers, in their order.
  private static func bounded(_ tallies: [TallyView]) -> [TallyView] {
    guard tallies.count > mostNames else { return tallies }
    let greatest = tallies.indices.sorted { (tallies[$1].count, $0) < (tallies[$0].count, $1) }.prefix(mostNames)
    return greatest.sorted().map { tallies[$0] }
  }
}
