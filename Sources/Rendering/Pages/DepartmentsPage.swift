internal import Markdown
internal import Procedures
internal import Templates

/// A department in the list of departments.
struct DepartmentRowView: Sendable {
  var text: String
  var href: String
  var level: Int
  var head: ChipView?
  var roleCount: Int
  var docCount: Int
  var note: String?

  static let schema = Schema<DepartmentRowView>(
    "departmentRow",
    [
      .text("text", "The name of the department.") { $0.text }, .text("href", "Its page.") { $0.href },
      .number("level", "How deep it stands in the organisation, from 1 to 4.") { $0.level },
      .record("head", ChipView.schema, "The role at its head.") { $0.head },
      .number("roleCount", "How many roles it has.") { $0.roleCount },
      .number("docCount", "How many documents it owns.") { $0.docCount },
      .text("note", "What it does, in a sentence.") { $0.note },
    ])
}

/// The page that lists all departments.
struct DepartmentsView: Sendable {
  var rows: [DepartmentRowView]

  static let schema = Schema<DepartmentsView>(
    "departments",
    [
      .list("actions", ActionView.schema, "What can be done here.") { _ in [] },
      .number("total", "How many departments there are.") { $0.rows.count },
      .list("rows", DepartmentRowView.schema, "The departments, each behind the one above it.") { $0.rows },
    ])
}

extension PageKind {
  /// The list of departments.
  static let departments = PageKind("departments", DepartmentsView.schema.shape) { site in
    let tree = DepartmentTree(site.handbook)
    return site.jobs(.departments) { view, _ in
      let shown = DepartmentsView(rows: tree.rows.map(view.departmentRow))
      return Page(view.listHead(.departments, .departments), DepartmentsView.schema, shown)
    }
  }
}

extension Viewpoint {
  /// A department as the list shows it.
  func departmentRow(_ row: DepartmentTree.Row) -> DepartmentRowView {
    let department = handbook.departments[Int(row.id.index)]
    return DepartmentRowView(
      text: name(.department(row.id)), href: href(row.id), level: min(row.level, 4),
      head: department.head.map { chip(.role($0)) }, roleCount: department.roles.count,
      docCount: department.articles.count, note: department.article.flatMap(lead))
  }

  /// The first paragraph that stands before the sections of an article, without its marks.
  func lead(of id: ArticleID) -> String? {
    article(localized(id)) { article in
      for block in article.preamble {
        if case .paragraph = article.document.kind(of: block) { return article.document.plainText(of: block) }
      }
      return nil
    }
  }
}
