extension Comparison {
  /// A table of both versions: rows and columns that came, went, moved, and cells that changed.
  mutating func emitTable(_ before: Int, _ after: Int) {
    var passage = makePassage(.table, old: before, new: after)
    if alignment.moved.contains(before) { passage.state = .moved }
    append(passage, for: after)
    let table = redline.passages.count - 1
    if alignment.moved.contains(before) {
      var event = Event(.table, .moved)
      (event.old, event.new, event.table) = ([a.address(before)], [b.address(after)], b.tableName(after))
      add(event, at: table)
    }
    let cells = TableAlignment(before, a, after, b, &alignment.budget)
    tellColumns(cells, before, after, table)
    emitRows(cells, before, after)
    let (x, y) = (
      a.tables[Int32(truncatingIfNeeded: before)]?.alignment ?? [],
      b.tables[Int32(truncatingIfNeeded: after)]?.alignment ?? []
    )
    for (i, j) in cells.newColumn.enumerated() where j >= 0 && i < x.count && j < y.count && x[i] != y[j] {
      var event = Event(.format, .changed)
      (event.table, event.column) = (b.tableName(after), b.columnName(after, j))
      add(event, at: table)
    }
  }

  /// All cells of a table that came or went.
  mutating func emitCells(_ table: Int, _ outline: Outline, isNew: Bool) {
    for (row, cells) in (outline.tables[Int32(truncatingIfNeeded: table)]?.rows ?? []).enumerated() {
      for (column, cell) in cells.enumerated() { emitCell(isNew ? nil : cell, isNew ? cell : nil, row, column) }
    }
  }

  private mutating func tellColumns(_ cells: TableAlignment, _ before: Int, _ after: Int, _ passage: Int) {
    var event = Event(.column, .added)
    event.table = b.tableName(after)
    for (j, i) in cells.oldColumn.enumerated() {
      event.column = b.columnName(after, j)
      (event.from, event.to) = ([], [])
      if i < 0 {
        event.kind = EventKind(.column, .added)
        add(event, at: passage)
        continue
      }
      if cells.movedColumns.contains(i) {
        event.kind = EventKind(.column, .moved)
        add(event, at: passage)
      }
      let (from, to) = (a.columnName(before, i), b.columnName(after, j))
      if from != to, isOther(before, i, after, j) {
        event.kind = EventKind(.column, .renamed)
        (event.from, event.to) = ([from], [to])
        add(event, at: passage)
      }
    }
    for (i, j) in cells.newColumn.enumerated() where j < 0 {
      event.kind = EventKind(.column, .removed)
      (event.column, event.from, event.to) = (a.columnName(before, i), [], [])
      add(event, at: passage)
    }
  }

  private func isOther(_ before: Int, _ i: Int, _ after: Int, _ j: Int) -> Bool {
    let words = { (outline: Outline, table: Int, column: Int) -> [Int32] in
      guard let head = outline.tables[Int32(truncatingIfNeeded: table)]?.rows.first, column < head.count else {
        return []
      }
      return outline.tokens[outline.units[head.lowerBound + column].tokens].filter { $0.kind != .blank }.map(\.fold)
    }
    return words(a, before, i) != words(b, after, j)
  }

  // MARK: Rows

  private mutating func emitRows(_ cells: TableAlignment, _ before: Int, _ after: Int) {
    let rowsA = a.tables[Int32(truncatingIfNeeded: before)]?.rows ?? []
    let rowsB = b.tables[Int32(truncatingIfNeeded: after)]?.rows ?? []
    var shown = 0
    for (row, partner) in cells.oldRow.enumerated() {
      if partner >= 0, !cells.movedRows.contains(partner) {
        emitGoneRows(cells, rowsA, shown..<max(shown, partner), before, after)
        shown = max(shown, partner + 1)
      }
      if partner >= 0 {
        emitRow(cells, rowsA[partner], rowsB[row], (before, partner), (after, row))
      } else {
        emitAddedRow(rowsB[row], after, row)
      }
    }
    emitGoneRows(cells, rowsA, shown..<max(shown, rowsA.count), before, after)
  }

  private mutating func emitGoneRows(
    _ cells: TableAlignment, _ rows: [Range<Int>], _ range: Range<Int>, _ before: Int, _ after: Int
  ) {
    for row in range where row < rows.count && cells.newRow[row] < 0 {
      let first = redline.passages.count
      for (column, cell) in rows[row].enumerated() { emitCell(cell, nil, row, column) }
      var event = Event(.row, .removed)
      (event.table, event.row) = (b.tableName(after), a.rowName(before, row))
      event.affected = rowRoles(a, before, row)
      add(event, at: first < redline.passages.count ? first : nil)
    }
  }

  private mutating func emitAddedRow(_ row: Range<Int>, _ table: Int, _ index: Int) {
    let first = redline.passages.count
    for (column, cell) in row.enumerated() { emitCell(nil, cell, index, column) }
    var event = Event(.row, .added)
    (event.table, event.row) = (b.tableName(table), b.rowName(table, index))
    event.affected = rowRoles(b, table, index)
    add(event, at: first < redline.passages.count ? first : nil)
  }

  private mutating func emitRow(
    _ cells: TableAlignment, _ old: Range<Int>, _ new: Range<Int>, _ before: (table: Int, row: Int),
    _ after: (table: Int, row: Int)
  ) {
    let first = redline.passages.count
    for (column, cell) in new.enumerated() {
      let partner = column < cells.oldColumn.count ? cells.oldColumn[column] : -1
      let other = partner >= 0 && partner < old.count ? old.lowerBound + partner : nil
      emitCell(other, cell, after.row, column)
      if after.row > 0 { tellCell(other, cell, before, after, column) }
    }
    for (column, cell) in old.enumerated() where column >= cells.newColumn.count || cells.newColumn[column] < 0 {
      emitCell(cell, nil, before.row, column)
    }
    if cells.movedRows.contains(before.row) {
      var event = Event(.row, .moved)
      (event.table, event.row) = (b.tableName(after.table), b.rowName(after.table, after.row))
      add(event, at: first < redline.passages.count ? first : nil)
      for index in first..<redline.passages.count where redline.passages[index].state == .kept {
        redline.passages[index].state = .moved
      }
    }
  }

  private mutating func emitCell(_ old: Int?, _ new: Int?, _ row: Int, _ column: Int) {
    var passage = makePassage(.cell, old: old, new: new)
    passage.cell = (row, column, row == 0)
    if let old, let new {
      let wording = PairWording([old], a, [new], b, follows: ([], []), &alignment.budget)
      passage.runs = wording.runs(a, b, parts: [b.units[new].tokens.count]).first ?? []
    } else if let new {
      passage.state = .added
      passage.runs = [Run(.added, b.string(new))]
    } else if let old {
      passage.state = .removed
      passage.runs = [Run(.removed, a.string(old))]
    }
    passage.runs.removeAll { $0.text.isEmpty }
    redline.passages.append(passage)
    if let new { passageOfNew[new] = redline.passages.count - 1 }
  }

  private mutating func tellCell(
    _ old: Int?, _ new: Int, _ before: (table: Int, row: Int), _ after: (table: Int, row: Int), _ column: Int
  ) {
    guard let old else { return }
    let wording = PairWording([old], a, [new], b, follows: ([], []), &alignment.budget)
    if wording.change != .equal {
      var event = Event(.cell, .changed)
      (event.table, event.row) = (b.tableName(after.table), b.rowName(after.table, after.row))
      event.column = b.columnName(after.table, column)
      (event.from, event.to) = ([a.string(old)], [b.string(new)])
      event.new = [b.address(new)]
      event.old = [a.address(old)]
      if wording.change == .cosmetic {
        event.kind = EventKind(.text, .cosmetic)
      } else {
        event.affected = cellRoles(old, new, after, column, wording)
      }
      event.substantive = Substantive.words(wording, a, b)
      add(event, at: passageOfNew[new])
    }
    tellMarks(old, new, wording, passageOfNew[new])
  }
}
