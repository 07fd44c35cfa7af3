extension Outline {
  /// The address of a unit: `操作步骤/3`, `操作步骤/2.3`, `目的/p1`, `相关文件/b2`, a cell `职责分工@row@column`.
  func address(_ unit: Int) -> String {
    let section = sections[Int(units[unit].section)].name
    if units[unit].kind == .heading { return section }
    if units[unit].kind == .cell { return cellAddress(unit) }
    return section + "/" + path(unit)
  }

  private func path(_ unit: Int) -> String {
    let parent = Int(units[unit].parent)
    let ordinal = String(units[unit].ordinal)
    let kind = units[unit].kind
    guard parent >= 0 else { return Self.letter(kind) + ordinal }
    let isSame = kind == units[parent].kind && (kind == .step || kind == .item)
    return path(parent) + (isSame ? "." : "/" + Self.letter(kind)) + ordinal
  }

  private static func letter(_ kind: UnitKind) -> String {
    switch kind {
    case .step, .heading, .cell: ""
    case .item, .field, .box, .branch: "b"
    case .paragraph: "p"
    case .table: "t"
    case .code: "c"
    case .html: "h"
    case .rule: "r"
    }
  }

  /// The number of a step as it is rendered, such as `2.3`.
  func number(_ step: Int) -> String {
    let parent = Int(units[step].parent)
    let ordinal = String(units[step].ordinal)
    return parent >= 0 && units[parent].kind == .step ? number(parent) + "." + ordinal : ordinal
  }

  /// The name of a table: its section's, numbered where that has several, or the address of the step it stands in.
  func tableName(_ table: Int) -> String {
    let parent = Int(units[table].parent)
    if parent >= 0 { return address(parent) }
    let name = sections[Int(units[table].section)].name
    return units[table].ordinal > 1 ? "\(name)#\(units[table].ordinal)" : name
  }

  /// The name of a row: its first cell.
  func rowName(_ table: Int, _ row: Int) -> String {
    guard let rows = tables[Int32(truncatingIfNeeded: table)]?.rows, rows.indices.contains(row),
      let first = rows[row].first
    else { return "" }
    return string(first)
  }

  /// The name of a column: its head.
  func columnName(_ table: Int, _ column: Int) -> String {
    guard let rows = tables[Int32(truncatingIfNeeded: table)]?.rows, let head = rows.first, column < head.count else {
      return ""
    }
    return string(head.lowerBound + column)
  }

  private func cellAddress(_ cell: Int) -> String {
    let table = Int(units[cell].parent)
    let row = Int(units[cell].ordinal)
    let column = Int(units[cell].typed)
    return tableName(table) + "@" + (row == 0 ? "" : rowName(table, row)) + "@" + columnName(table, column)
  }
}
