internal import Diagnostics
internal import Procedures
internal import Templates

/// The register as it stood on a day that the reader chooses.
struct AsOfView: Sendable {
  var day: String
  var rows: [DocView]
  var total: Int
  var editions: [EditionLine]
  var scriptNote: String

  static let schema = Schema<AsOfView>(
    "asOf",
    [
      .text("day", "The day of the build, which is shown first.") { $0.day },
      .list("rows", DocView.schema, "The documents in force on that day.") { $0.rows },
      .number("total", "How many they are.") { $0.total },
      .text("scriptNote", "What a reader without scripts must know.") { $0.scriptNote },
      .flag("isCut", "Whether not all of them are on the page.") { $0.rows.count < $0.total },
      .list("editions", EditionLine.schema, "The days of editions, the newest first.") { $0.editions },
      .flag("hasEditions", "Whether there are any.") { !$0.editions.isEmpty },
    ])
}

extension PageKind {
  /// The page on which a reader chooses a day; there is none where nothing was ever issued.
  static let asOf = PageKind("as-of", AsOfView.schema.shape) { site in
    guard site.facts.isControlled else { return [] }
    return site.jobs(.asOf) { view, _ in
      let day = site.facts.today
      let current = site.issued.filter { $0.current(on: day) != nil }
      let rows = current.prefix(Site.rowsPerPage).map { view.row($0, on: day) }
      var head = view.listHead(.asOf, .asOfRegister)
      head.state = PageState(scripts: StateScripts.addresses(site))
      let shown = AsOfView(
        day: day.description, rows: rows, total: current.count, editions: Editions.lines(view),
        scriptNote: view.strings.phrase(.asOfScript, day.description))
      return Page(head, AsOfView.schema, shown)
    }
  }
}

extension Viewpoint {
  /// A document of the ledger as a line: the version that people work by on a day, with its permanent page.
  func row(_ document: IssuedDocument, on day: Day) -> DocView {
    var row = DocView()
    row.code = document.record.code
    row.title = document.title
    row.kind = document.kind.rawValue
    row.kindWord = strings[document.kind.word]
    row.link = Link(document.home, "", self)
    row.department = document.article.flatMap { id in
      article(id, { $0.card.department }).map { LinkView(text: name($0), href: href($0)) }
    }
    guard let place = document.current(on: day) else { return row }
    let version = document.record.versions[place]
    row.title = version.issuance.title
    row.version = version.version.text
    row.effective = version.issuance.effective.description
    row.status = StatusView(document.key(of: place, on: day), strings)
    row.link = Link(document.page(of: version.version), "", self)
    return row
  }
}
