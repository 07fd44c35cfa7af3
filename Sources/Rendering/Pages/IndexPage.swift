internal import Procedures
internal import Templates

/// The page that lists the procedures, policies or forms by department.
struct IndexView: Sendable {
  var total: Int
  var kindWord: String
  var actions: [ActionView]
  var groups: [DepartmentGroup<DocView>]
  var pages: [MenuView]

  static let schema = Schema<IndexView>(
    "index",
    [
      .number("total", "How many documents there are.") { $0.total },
      .text("kindWord", "What they are, in a word.") { $0.kindWord },
      .list("actions", ActionView.schema, "What can be done here.") { $0.actions },
      .list("groups", group, "The departments with their documents.") { $0.groups },
      .list("pages", MenuView.schema, "All pages of a long list.") { $0.pages },
      .flag("hasPages", "Whether there is more than one.") { !$0.pages.isEmpty },
    ])

  private static let group = Schema<DepartmentGroup<DocView>>(
    "group",
    [
      .text("title", "The name of the department.") { $0.title },
      .text("href", "The department's page; nothing for documents without a department.") { $0.href },
      .text("anchor", "Its place in the page.") { $0.anchor },
      .list("docs", DocView.schema, "Its documents.") { $0.items },
      .flag("hasDocs", "Whether it has any.") { !$0.items.isEmpty },
    ])
}

extension PageKind {
  /// The lists of procedures, policies and forms.
  static let index = PageKind("index", IndexView.schema.shape) { site in
    let tree = DepartmentTree(site.handbook)
    return [ArticleKind.procedure, .policy, .form].flatMap { kind in
      let rows = tree.sorted(site.sources(of: kind)) { site.handbook.department(of: $0) }
      return site.jobs(kind.place, ListPart.parts(of: rows.count)) { view, part in
        let shown = IndexView(
          total: rows.count, kindWord: view.strings[kind.pluralWord], actions: [view.registerDownload],
          groups: view.groups(rows[part.rows]) { view.fullDoc($0) }, pages: view.pages(kind.place, part))
        return Page(view.listHead(kind.place, kind.pluralWord, part), IndexView.schema, shown)
      }
    }
  }
}
