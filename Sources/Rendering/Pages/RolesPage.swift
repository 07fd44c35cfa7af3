internal import Procedures
internal import Templates

/// A role in a list of roles.
struct RoleRowView: Sendable {
  var text: String
  var href: String
  var reportsTo: ChipView?
  var backup: ChipView?
  var headcount: String?
  var count: Int
  var isExternal: Bool

  static let schema = Schema<RoleRowView>(
    "roleRow",
    [
      .text("text", "The name of the role.") { $0.text }, .text("href", "Its page.") { $0.href },
      .record("reportsTo", ChipView.schema, "The role above it.") { $0.reportsTo },
      .record("backup", ChipView.schema, "The role that stands in for it.") { $0.backup },
      .text("headcount", "How many people hold it, as written.") { $0.headcount },
      .number("count", "How many steps it takes part in.") { $0.count },
      .flag("external", "Whether people from outside hold it.") { $0.isExternal },
    ])
}

extension Viewpoint {
  /// A role as lists show it.
  func roleRow(_ id: RoleID) -> RoleRowView {
    article(handbook.roles[Int(id.index)].article) { article in
      let card = article.entry.card.role
      return RoleRowView(
        text: name(.role(id)), href: href(id), reportsTo: article.card.reportsTo.map(chip),
        backup: article.card.backup.map(chip), headcount: card?.headcount?.text,
        count: handbook.roles[Int(id.index)].stepCount, isExternal: card?.external?.value ?? false)
    }
  }
}

extension Role {
  /// How many steps it takes part in; one that it meets by itself and through a group counts once.
  var stepCount: Int {
    var count = 0
    var last: Part?
    for part in parts {
      if last.map({ $0.article != part.article || $0.step != part.step }) ?? true { count += 1 }
      last = part
    }
    return count
  }
}

/// The page that lists all roles by department.
struct RolesView: Sendable {
  var total: Int
  var groups: [DepartmentGroup<RoleRowView>]
  var pages: [MenuView]

  static let schema = Schema<RolesView>(
    "roles",
    [
      .list("actions", ActionView.schema, "What can be done here.") { _ in [] },
      .number("total", "How many roles there are.") { $0.total },
      .list("groups", group, "The departments with their roles.") { $0.groups },
      .list("pages", MenuView.schema, "All pages of a long list.") { $0.pages },
      .flag("hasPages", "Whether there is more than one.") { !$0.pages.isEmpty },
    ])

  private static let group = Schema<DepartmentGroup<RoleRowView>>(
    "roleGroup",
    [
      .text("title", "The name of the department.") { $0.title },
      .text("href", "The department's page; nothing for roles without a department.") { $0.href },
      .text("anchor", "Its place in the page.") { $0.anchor },
      .list("roles", RoleRowView.schema, "Its roles.") { $0.items },
      .flag("hasRoles", "Whether it has any.") { !$0.items.isEmpty },
    ])
}

extension PageKind {
  /// The list of roles.
  static let roles = PageKind("roles", RolesView.schema.shape) { site in
    let rows = DepartmentTree(site.handbook).sorted(site.handbook.rolesByRank) {
      site.handbook.roles[Int($0.index)].department
    }
    return site.jobs(.roles, ListPart.parts(of: rows.count)) { view, part in
      let shown = RolesView(
        total: rows.count, groups: view.groups(rows[part.rows]) { view.roleRow($0) }, pages: view.pages(.roles, part))
      return Page(view.listHead(.roles, .roles, part), RolesView.schema, shown)
    }
  }
}
