/// Which rows and columns of two tables are the same.
struct TableAlignment {
  var newColumn: [Int]
  var oldColumn: [Int]
  var newRow: [Int]
  var oldRow: [Int]
  var movedRows: Set<Int> = []
  var movedColumns: Set<Int> = []

  private let rowsA: [Range<Int>]
  private let rowsB: [Range<Int>]
  private let a: Outline
  private let b: Outline

  /// Columns by their heads, renamed ones by their cells; rows by shared columns, then by first cell and likeness.
  init(_ old: Int, _ a: Outline, _ new: Int, _ b: Outline, _ budget: inout Budget) {
    (self.a, self.b) = (a, b)
    rowsA = a.tables[Int32(truncatingIfNeeded: old)]?.rows ?? []
    rowsB = b.tables[Int32(truncatingIfNeeded: new)]?.rows ?? []
    newColumn = Array(repeating: -1, count: rowsA.first?.count ?? 0)
    oldColumn = Array(repeating: -1, count: rowsB.first?.count ?? 0)
    newRow = Array(repeating: -1, count: rowsA.count)
    oldRow = Array(repeating: -1, count: rowsB.count)
    if rowsA.isEmpty || rowsB.isEmpty { return }
    (newRow[0], oldRow[0]) = (0, 0)
    alignColumns(&budget)
    alignRows(&budget)
    nameColumns(&budget)
  }

  private func key(_ outline: Outline, _ cell: Int) -> [Int32] {
    outline.tokens[outline.units[cell].tokens].filter { $0.kind != .blank }.map(\.fold)
  }

  private mutating func pairColumns(_ i: Int, _ j: Int) { (newColumn[i], oldColumn[j]) = (j, i) }
  private mutating func pairRows(_ i: Int, _ j: Int) { (newRow[i], oldRow[j]) = (j, i) }

  private mutating func alignColumns(_ budget: inout Budget) {
    var waiting: [[Int32]: [Int]] = [:]
    for j in rowsB[0].indices.reversed() { waiting[key(b, j), default: []].append(j - rowsB[0].lowerBound) }
    var found: [HeaviestSequence.Pair] = []
    for i in newColumn.indices {
      guard let j = waiting[key(a, rowsA[0].lowerBound + i)]?.popLast() else { continue }
      pairColumns(i, j)
      found.append(.init(a: i, b: j, weight: 1))
    }
    let stays = Set(HeaviestSequence.of(found))
    for index in found.indices where !stays.contains(index) { movedColumns.insert(found[index].a) }
  }

  private mutating func alignRows(_ budget: inout Budget) {
    var keys: [[Int32]: Int32] = [:]
    func number(_ key: [Int32]) -> Int32 {
      if let known = keys[key] { return known }
      keys[key] = Int32(truncatingIfNeeded: keys.count)
      return Int32(truncatingIfNeeded: keys.count - 1)
    }
    let shared = newColumn.indices.filter { newColumn[$0] >= 0 }
    let x = rowsA.indices.dropFirst().map { row in number(shared.flatMap { cellKey(a, rowsA[row], $0) + [-7] }) }
    let y = rowsB.indices.dropFirst().map { row in
      number(shared.flatMap { cellKey(b, rowsB[row], newColumn[$0]) + [-7] })
    }
    for (i, j) in SequenceAlignment.pairs(x, y, &budget).pairs { pairRows(i + 1, j + 1) }
    pairEqualAnywhere(x, y)
    pairByFirstCell(shared)
    findMovedRows()
  }

  private func cellKey(_ outline: Outline, _ row: Range<Int>, _ column: Int) -> [Int32] {
    column < row.count ? key(outline, row.lowerBound + column) : []
  }

  private mutating func pairEqualAnywhere(_ x: [Int32], _ y: [Int32]) {
    var waiting: [Int32: [Int]] = [:]
    for j in y.indices.reversed() where oldRow[j + 1] < 0 { waiting[y[j], default: []].append(j + 1) }
    for i in x.indices where newRow[i + 1] < 0 {
      if let j = waiting[x[i]]?.popLast() { pairRows(i + 1, j) }
    }
  }

  /// Rows of the same name, then in the gaps rows in which half of the cells agree.
  private mutating func pairByFirstCell(_ shared: [Int]) {
    var waiting: [[Int32]: [Int]] = [:]
    for j in rowsB.indices.dropFirst().reversed() where oldRow[j] < 0 {
      waiting[cellKey(b, rowsB[j], 0), default: []].append(j)
    }
    for i in rowsA.indices.dropFirst() where newRow[i] < 0 {
      let name = cellKey(a, rowsA[i], 0)
      if !name.isEmpty, let j = waiting[name]?.popLast() { pairRows(i, j) }
    }
    var next = 1
    for i in rowsA.indices.dropFirst() {
      if newRow[i] >= 0 {
        next = max(next, newRow[i] + 1)
      } else if next < rowsB.count, oldRow[next] < 0, agrees(i, next, shared) {
        pairRows(i, next)
        next += 1
      }
    }
  }

  private func agrees(_ i: Int, _ j: Int, _ shared: [Int]) -> Bool {
    let equal = shared.count {
      cellKey(a, rowsA[i], $0) == cellKey(b, rowsB[j], newColumn[$0]) && !cellKey(a, rowsA[i], $0).isEmpty
    }
    return equal * 2 >= shared.count && equal > 0
  }

  private mutating func findMovedRows() {
    let found = rowsA.indices.dropFirst().filter { newRow[$0] >= 0 }.map { row in
      HeaviestSequence.Pair(a: row, b: newRow[row], weight: 1 + rowsA[row].reduce(0) { $0 + a.units[$1].tokens.count })
    }
    let stays = Set(HeaviestSequence.of(found))
    for index in found.indices where !stays.contains(index) { movedRows.insert(found[index].a) }
  }

  /// Columns under another name in which half of the cells agree, or the only ones left at the same place.
  private mutating func nameColumns(_ budget: inout Budget) {
    for i in newColumn.indices where newColumn[i] < 0 {
      for j in oldColumn.indices where oldColumn[j] < 0 {
        var (equal, all) = (0, 0)
        for row in rowsA.indices.dropFirst() where newRow[row] >= 0 {
          let (x, y) = (cellKey(a, rowsA[row], i), cellKey(b, rowsB[newRow[row]], j))
          if x.isEmpty && y.isEmpty { continue }
          all += 1
          if x == y { equal += 1 }
        }
        budget.spend(rowsA.count)
        if all > 0, equal * 2 >= all {
          pairColumns(i, j)
          break
        }
      }
    }
  }
}
