/// The address of an article in its handbook: an index into `Handbook.articles`.
package struct ArticleID: Hashable, Sendable, Comparable {
  /// The index.
  package let index: Int32

  /// Addresses the article at an index.
  package init(_ index: Int) { self.index = Int32(index) }

  package static func < (a: ArticleID, b: ArticleID) -> Bool { a.index < b.index }
}

/// The address of a role or group: an index into `Handbook.roles`.
package struct RoleID: Hashable, Sendable, Comparable {
  /// The index.
  package let index: Int32

  /// Addresses the role at an index.
  package init(_ index: Int) { self.index = Int32(index) }

  package static func < (a: RoleID, b: RoleID) -> Bool { a.index < b.index }
}

/// The address of a department: an index into `Handbook.departments`.
package struct DepartmentID: Hashable, Sendable, Comparable {
  /// The index.
  package let index: Int32

  /// Addresses the department at an index.
  package init(_ index: Int) { self.index = Int32(index) }

  package static func < (a: DepartmentID, b: DepartmentID) -> Bool { a.index < b.index }
}

/// Who takes part: everything that may stand where a role stands (spec/format.md 4.3).
package enum Party: Hashable, Sendable {
  /// A role or a group of roles.
  case role(RoleID)
  /// A department, which counts as its head where one person is needed.
  case department(DepartmentID)
  /// 全体: everybody that the document names.
  case everyone(written: String)
  /// 各部门: every department.
  case allDepartments(written: String)
  /// A name that resolves to nothing; it stands as written and is listed as unresolved.
  case unknown(String)
}

/// What kind of thing one file of the handbook is (spec/format.md 1).
package enum ArticleKind: String, Sendable, CaseIterable {
  case procedure, policy, role, department, form, event

  /// The kind that a path below the handbook's folder says, such as `content/roles/…`; nil elsewhere.
  package init?(path: String) {
    let folders: [(String, ArticleKind)] = [
      ("procedures", .procedure), ("policies", .policy), ("roles", .role), ("departments", .department),
      ("forms", .form), ("events", .event),
    ]
    for (folder, kind) in folders where path.hasPrefix("content/\(folder)/") {
      self = kind
      return
    }
    return nil
  }

  /// Whether it carries a version, a status and an owner (procedures, policies, forms).
  package var isControlled: Bool {
    switch self {
    case .procedure, .policy, .form: true
    case .role, .department, .event: false
    }
  }
}
