internal import Procedures
internal import Templates

/// A role between those above and below it.
struct ReportingView: Sendable {
  var above: [ChipView]
  var backup: ChipView?
  var below: [ChipView]

  static let schema = Schema<ReportingView>(
    "reporting",
    [
      .list("above", ChipView.schema, "The roles above it, the highest first.") { $0.above },
      .record("backup", ChipView.schema, "The role that stands in for it.") { $0.backup },
      .list("below", ChipView.schema, "The roles that report to it.") { $0.below },
      .flag("hasBelow", "Whether any do.") { !$0.below.isEmpty },
    ])
}

/// Who reports to whom and who belongs to which group, looked up once for all pages.
struct RoleNetwork: Sendable {
  private var below: [[RoleID]]
  private var groups: [[RoleID]]

  /// Looks through all roles. Linear in the roles and the members of groups.
  init(_ handbook: Handbook) {
    below = Array(repeating: [], count: handbook.roles.count)
    groups = below
    for (index, role) in handbook.roles.enumerated() {
      if case .role(let above)? = handbook.articles[Int(role.article.index)].card.reportsTo {
        below[Int(above.index)].append(RoleID(index))
      }
      for case .role(let member) in role.members { groups[Int(member.index)].append(RoleID(index)) }
    }
  }

  /// The groups that a role belongs to.
  func groups(of id: RoleID) -> [Party] { groups[Int(id.index)].map(Party.role) }

  /// The reporting line of a role; nil when nobody is above or below it and nobody stands in for it.
  func reporting(of id: RoleID, _ view: Viewpoint) -> ReportingView? {
    let card = view.handbook.articles[Int(view.handbook.roles[Int(id.index)].article.index)].card
    let shown = ReportingView(
      above: line(above: id, view.handbook).reversed().map(view.chip), backup: card.backup.map(view.chip),
      below: below[Int(id.index)].map { view.chip(.role($0)) })
    return shown.above.isEmpty && shown.backup == nil && shown.below.isEmpty ? nil : shown
  }

  /// Everybody above a role, the next one first; a circle ends where it closes. A department stands for its head.
  private func line(above id: RoleID, _ handbook: Handbook) -> [Party] {
    var found: [Party] = []
    var seen: Set<RoleID> = [id]
    var next = id
    while let party = handbook.articles[Int(handbook.roles[Int(next.index)].article.index)].card.reportsTo {
      let above: RoleID? =
        switch party {
        case .role(let role): role
        case .department(let department): handbook.departments[Int(department.index)].head
        case .everyone, .allDepartments, .unknown: nil
        }
      if let above, !seen.insert(above).inserted { break }
      found.append(party)
      guard let above else { break }
      next = above
    }
    return found
  }
}
