internal import Procedures

/// The departments in the order of the organisation: each behind the one above it.
struct DepartmentTree: Sendable {
  /// One department with its level, from 1.
  struct Row: Sendable {
    let id: DepartmentID
    let level: Int
  }

  /// All departments; those of equal parents keep the order of the handbook.
  let rows: [Row]
  /// The place of each department in `rows`.
  private let places: [Int]

  /// Sorts the departments. Linear; departments that stand above each other in a circle begin at the top.
  init(_ handbook: Handbook) {
    let all = handbook.departments
    var children: [[DepartmentID]] = Array(repeating: [], count: all.count)
    var waiting: [Row] = []
    for (index, department) in all.enumerated().reversed() {
      if let parent = department.parent {
        children[Int(parent.index)].append(DepartmentID(index))
      } else {
        waiting.append(Row(id: DepartmentID(index), level: 1))
      }
    }
    var rows: [Row] = []
    var places = Array(repeating: -1, count: all.count)
    func walk() {
      while let row = waiting.popLast() {
        guard places[Int(row.id.index)] < 0 else { continue }
        places[Int(row.id.index)] = rows.count
        rows.append(row)
        waiting += children[Int(row.id.index)].map { Row(id: $0, level: row.level + 1) }
      }
    }
    walk()
    for index in all.indices where places[index] < 0 {
      waiting = [Row(id: DepartmentID(index), level: 1)]
      walk()
    }
    self.rows = rows
    self.places = places
  }

  /// The place of a department; what has none comes last.
  func place(of id: DepartmentID?) -> Int { id.map { places[Int($0.index)] } ?? rows.count }

  /// Things by department: in the order of the departments, those of one department in their own order.
  func sorted<Thing>(_ things: [Thing], _ department: (Thing) -> DepartmentID?) -> [(DepartmentID?, Thing)] {
    var found: [[Thing]] = Array(repeating: [], count: rows.count + 1)
    for thing in things { found[place(of: department(thing))].append(thing) }
    return found.enumerated().flatMap { place, things in
      things.map { (place < rows.count ? rows[place].id : nil, $0) }
    }
  }
}

extension Handbook {
  /// The department that an article belongs to; nil when it names none that the handbook knows.
  func department(of id: ArticleID) -> DepartmentID? {
    if case .department(let department)? = articles[Int(id.index)].card.department { department } else { nil }
  }
}

extension Handbook {
  /// All roles, the heads of departments first, for lists by department.
  var rolesByRank: [RoleID] {
    let heads = Set(departments.compactMap(\.head))
    let all = roles.indices.map { RoleID($0) }
    return all.filter { heads.contains($0) } + all.filter { !heads.contains($0) }
  }
}

/// The rows of one department on a page that lists things by department.
struct DepartmentGroup<Item: Sendable>: Sendable {
  var title: String
  var href: String?
  var anchor: String
  var items: [Item]
}

extension Viewpoint {
  /// Puts rows that are sorted by department into groups.
  ///
  /// - Parameters:
  ///   - rows: each with its department.
  ///   - item: the view of a row.
  func groups<Row, Item>(_ rows: ArraySlice<(DepartmentID?, Row)>, _ item: (Row) -> Item) -> [DepartmentGroup<Item>] {
    var groups: [DepartmentGroup<Item>] = []
    var anchors = AnchorRegister()
    var last: DepartmentID??
    for (department, row) in rows {
      if last != .some(department) {
        let title = department.map { name(.department($0)) } ?? strings[.noDepartment]
        groups.append(
          DepartmentGroup(
            title: title, href: department.map { href($0) }, anchor: anchors.take(title), items: []))
        last = .some(department)
      }
      groups[groups.count - 1].items.append(item(row))
    }
    return groups
  }
}
