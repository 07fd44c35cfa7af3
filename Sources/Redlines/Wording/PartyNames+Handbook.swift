package import Procedures

extension PartyNames {
  /// The names of the roles and departments of some handbooks; no handbook means loose files.
  ///
  /// - Parameter handbooks: those of both versions, the newer one first: what it calls a role is what is said.
  /// - Complexity: n log n in the names.
  package init(of handbooks: [Handbook]) {
    if handbooks.isEmpty {
      self = .loose
      return
    }
    var names: [String: String] = [:]
    for handbook in handbooks {
      for article in handbook.articles where article.kind == .role || article.kind == .department {
        let entry = article.entry
        for name in Self.aliases(entry) where names[name] == nil { names[name] = entry.title }
      }
      for department in handbook.departments where names[department.name] == nil {
        names[department.name] = department.name
      }
    }
    // What stands for everybody may stand where a role stands (spec/format.md 4.3).
    for name in ["全体", "全体人员", "全体员工", "各部门", "everyone", "all staff", "all departments"] { names[name] = name }
    let known = names
    self.init(all: known.keys.sorted()) { known[$0] }
  }

  private static func aliases(_ entry: Entry) -> [String] {
    let role = entry.card.role
    let others = (role?.aliases ?? []) + (role?.formerly ?? []) + (entry.card.department?.formerly ?? [])
    return [entry.title] + [entry.code].compactMap(\.self) + others.map(\.text)
  }
}
