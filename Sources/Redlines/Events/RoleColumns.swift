internal import Procedures

/// Heads of columns that hold names of roles.
enum RoleColumn {
  private static let responsible = [
    "负责人", "责任人", "责任岗位", "负责岗位", "负责", "执行人", "执行岗位", "执行", "岗位", "角色", "主办", "主责", "经办人", "承办",
    "role", "responsible", "owner", "lead", "performed by", "who",
  ]
  private static let other = [
    "协助人", "协助", "配合", "批准人", "批准", "审批人", "审核人", "审核", "复核人", "监督人", "监督", "知会", "支持", "备岗", "backup",
    "support", "approver", "approved by", "reviewer", "reviewed by", "informed", "consulted", "accountable",
  ]

  /// Whether a column says who does it.
  static func isResponsible(_ head: String) -> Bool { responsible.contains(head.lowercased()) }

  /// Whether a column says who takes part in any way.
  static func isAny(_ head: String) -> Bool { isResponsible(head) || other.contains(head.lowercased()) }
}

extension Outline {
  /// The names in the columns of a table that hold names.
  func roleColumnNames(_ table: Int) -> [String] {
    guard let rows = tables[Int32(truncatingIfNeeded: table)]?.rows, let head = rows.first else { return [] }
    let columns = head.indices.filter { RoleColumn.isAny(string($0)) }.map { $0 - head.lowerBound }
    var names: [String] = []
    for row in rows.dropFirst() {
      for column in columns where column < row.count {
        let text = string(row.lowerBound + column)
        if text.utf8.count <= 60 { names += PartyNames.loose.split(text) }
      }
    }
    return names
  }
}

extension Outline {
  /// The names that a field of people holds.
  func fieldNames(_ unit: Int) -> [String] {
    let value = value(unit)
    guard value.utf8.count <= 90 else { return [] }
    switch FieldMeaning(key: Array(fieldKey(unit).utf8)[...]) {
    case .responsible, .approval, .party:
      return value.split(separator: "→").flatMap { PartyNames.loose.split(String($0)) }
    case .time, .record, .other, nil: return []
    }
  }
}

extension Comparison {
  /// The roles that a row names, in columns for roles or by a name that is known.
  func rowRoles(_ outline: Outline, _ table: Int, _ row: Int) -> [String] {
    guard let rows = outline.tables[Int32(truncatingIfNeeded: table)]?.rows, row < rows.count else { return [] }
    var found: [String] = []
    for (column, cell) in rows[row].enumerated() {
      let isRole = RoleColumn.isAny(outline.columnName(table, column))
      found = union(found, names(outline.string(cell), isRole: isRole))
    }
    return found
  }

  private func names(_ text: String, isRole: Bool) -> [String] {
    guard text.utf8.count <= 200 else { return [] }
    return PartyNames.loose.split(text).filter { (isRole || roleNames.contains($0)) && !Self.isEverybody($0) }
  }

  /// Whose work a changed cell changes: both names in a column for roles; who is responsible where a time changed.
  func cellRoles(_ old: Int, _ new: Int, _ after: (table: Int, row: Int), _ column: Int, _ wording: PairWording)
    -> [String]
  {
    let head = b.columnName(after.table, column)
    let isRole = RoleColumn.isAny(head)
    let both = union(names(a.string(old), isRole: isRole), names(b.string(new), isRole: isRole))
    if !both.isEmpty { return both }
    guard case .retimed = wording.change, let rows = b.tables[Int32(truncatingIfNeeded: after.table)]?.rows else {
      return []
    }
    var found: [String] = []
    for (place, cell) in rows[after.row].enumerated() where RoleColumn.isResponsible(b.columnName(after.table, place)) {
      found = union(found, names(b.string(cell), isRole: true))
    }
    return found
  }
}
