internal import Procedures
internal import Templates

/// The page that lists all documents under control.
struct RegisterView: Sendable {
  /// A value to filter by.
  struct Choice: Sendable, Hashable {
    let text: String
    let value: String

    static let schema = Schema<Choice>(
      "choice",
      [.text("text", "What is shown.") { $0.text }, .text("value", "What rows are compared with.") { $0.value }])
  }

  var rows: [DocView]
  var total: Int
  var asOf: String
  var actions: [ActionView]
  var pages: [MenuView]

  static let schema = Schema<RegisterView>(
    "register",
    [
      .list("rows", DocView.schema, "The documents.") { $0.rows },
      .number("total", "How many there are.") { $0.total }, .text("asOf", "The day that they stand for.") { $0.asOf },
      .list("kinds", Choice.schema, "The kinds to filter by.") { view in
        view.choices { row in row.kind.map { Choice(text: row.kindWord ?? $0, value: $0) } }
      },
      .list("departments", Choice.schema, "The departments to filter by.") { view in
        view.choices { row in row.department.map { Choice(text: $0.text, value: $0.text) } }
      },
      .list("statuses", Choice.schema, "The states to filter by.") { view in
        view.choices { row in row.status.map { Choice(text: $0.word, value: $0.key) } }
      },
      .list("actions", ActionView.schema, "What can be done here.") { $0.actions },
      .list("pages", MenuView.schema, "All pages of a long register.") { $0.pages },
      .flag("hasPages", "Whether there is more than one.") { !$0.pages.isEmpty },
    ])

  /// The values that occur on the page, each once, in the order of the rows.
  private func choices(_ choice: (DocView) -> Choice?) -> [Choice] {
    var seen: Set<Choice> = []
    return rows.compactMap(choice).filter { seen.insert($0).inserted }
  }
}

extension PageKind {
  /// The register, in pages of 1,000 documents.
  static let register = PageKind("register", RegisterView.schema.shape) { site in
    let documents = site.sources(of: .procedure, .policy, .form)
    return site.jobs(.register, ListPart.parts(of: documents.count)) { view, part in
      let shown = RegisterView(
        rows: documents[part.rows].map { view.named(view.fullDoc($0)) }, total: documents.count,
        asOf: site.facts.today.description, actions: view.registerActions, pages: view.pages(.register, part))
      var head = view.listHead(.register, .register, part)
      if site.facts.isControlled { head.state = PageState(scripts: StateScripts.addresses(site)) }
      return Page(head, RegisterView.schema, shown)
    }
  }
}

extension Viewpoint {
  /// What can be done on the register.
  fileprivate var registerActions: [ActionView] {
    let due = ActionView("calendar", strings[.duePage], href: href(.due))
    let asOf = ActionView("history", strings[.asOfRegister], href: href(.asOf))
    return (site.facts.isControlled ? [asOf] : []) + [due, registerDownload]
  }

  /// The register as a table for a spreadsheet.
  var registerDownload: ActionView {
    ActionView("download", "CSV", href: href(RegisterFile.address(site, language)), isDownload: true)
  }
}
