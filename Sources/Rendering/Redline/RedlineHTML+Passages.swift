import Redlines
import Templates

extension RedlineHTML {
  /// Both versions as one text; unchanged units in a row are folded.
  mutating func writeInline() {
    var index = 0
    let passages = redline.passages
    let context = redline.contextPassages
    while index < passages.count {
      if passages[index].kind == .table {
        index = writeTable(index)
        continue
      }
      var end = index
      while end < passages.count, isQuiet(passages[end]), !context.contains(end) { end += 1 }
      if end - index > 2 {
        writeFold(index..<end)
        index = end
      } else {
        writeUnit(index, isQuiet: isQuiet(passages[index]) && !context.contains(index) || isQuietHeading(index))
        index += 1
      }
    }
  }

  /// Whether nothing changed from a heading to the next one.
  private func isQuietHeading(_ index: Int) -> Bool {
    guard redline.passages[index].kind == .heading, !redline.passages[index].isChanged else { return false }
    return redline.passages[(index + 1)...].prefix { $0.kind != .heading }.allSatisfy { !$0.isChanged }
  }

  private func isQuiet(_ passage: Passage) -> Bool {
    !passage.isChanged && passage.kind != .heading && passage.kind != .table
  }

  private mutating func writeFold(_ range: Range<Int>) {
    element("details", [("class", "rl-fold")]) { fold in
      fold.element("summary", text: fold.words("\(range.count) 处没有改动", "\(range.count) unchanged"))
      for index in range { fold.writeUnit(index) }
    }
  }

  private mutating func writeUnit(_ index: Int, isQuiet: Bool = false) {
    let passage = redline.passages[index]
    let states = [Passage.State.added: "rl-added", .removed: "rl-removed", .moved: "rl-moved", .stub: "rl-stub"]
    let depth = passage.kind == .step || passage.kind == .item ? min(passage.level, 3) : passage.parentDepth
    let name = [
      "rl-unit", states[passage.state] ?? "", passage.kind == .heading ? "rl-heading" : "",
      depth > 1 ? "rl-d\(depth)" : "", isQuiet ? "rl-quiet" : "",
    ]
    element(
      "div",
      [("class", name.filter { !$0.isEmpty }.joined(separator: " ")), ("id", "\(prefix)\(index)")] + data(passage)
    ) { unit in
      unit.writeLabel(passage, change: nil)
      unit.write(
        passage.state == .stub ? [Run(.kept, unit.words.short(passage.runs.map(\.text).joined(), 24))] : passage.runs)
      unit.writeTail(passage)
    }
  }

  /// What filters look for.
  private func data(_ passage: Passage) -> [(StaticString, String)] {
    let events = passage.events.map { redline.events[$0] }
    let kinds = Set(events.map(\.kind.name)).sorted()
    let isMark = passage.isChanged && passage.state != .stub
    return [
      ("data-kinds", isMark ? (kinds.isEmpty ? ["part"] : kinds).joined(separator: "\n") : ""),
      ("data-roles", Set(events.flatMap(\.affected)).sorted().joined(separator: "\n")),
    ]
  }

  /// The number and names in front; with a change only that side's.
  private mutating func writeLabel(_ passage: Passage, change: Run.Change?) {
    let isOld = change == .removed || change == nil && (passage.state == .removed || passage.state == .stub)
    var label = ""
    switch passage.kind {
    case .step: label = (isOld ? passage.numbers.old : passage.numbers.new) + "."
    case .item, .field, .branch: label = "•"
    case .box: label = "☐"
    case .heading, .paragraph, .table, .cell, .code, .html, .rule: break
    }
    let (old, new) = (words.list(passage.roles.old), words.list(passage.roles.new))
    if label.isEmpty && passage.roles.old.isEmpty && passage.roles.new.isEmpty { return }
    element("span", [("class", "rl-label")]) { span in
      span.html.append(escaping: label)
      if passage.roles.old.isEmpty && passage.roles.new.isEmpty { return }
      span.html.append(escaping: label.isEmpty ? "" : " ")
      if passage.roles.old == passage.roles.new || passage.was.isEmpty || passage.at == nil || change != nil {
        let names = isOld ? passage.roles.old : passage.roles.new
        if !names.isEmpty { span.html.append(escaping: span.words.list(names)) }
      } else {
        span.write([
          Run(.removed, passage.roles.old.isEmpty ? "" : old), Run(.added, passage.roles.new.isEmpty ? "" : new),
        ])
      }
    }
  }

  /// Runs with what cannot be seen shown by code point.
  mutating func write(_ runs: [Run]) {
    for run in runs where !run.text.isEmpty {
      switch run.change {
      case .kept: writeVisible(run.text, isChange: false)
      case .removed: element("del") { $0.writeVisible(run.text, isChange: true) }
      case .added: element("ins") { $0.writeVisible(run.text, isChange: true) }
      }
    }
  }

  private mutating func writeVisible(_ text: String, isChange: Bool) {
    let shown = StyledText.visible(text, showsLookalikes: isChange)
    let parts = shown.split(separator: "⟨", omittingEmptySubsequences: false)
    html.append(escaping: String(parts.first ?? ""))
    for part in parts.dropFirst() {
      guard part.hasPrefix("U+"), let close = part.firstIndex(of: "⟩") else {
        html.append(escaping: "⟨" + part)
        continue
      }
      element("span", [("class", "rl-code")], text: String(part[..<close]))
      html.append(escaping: String(part[part.index(after: close)...]))
    }
  }

  private mutating func writeTail(_ passage: Passage) {
    var told: [String] = []
    let number = passage.numbers.old
    if passage.state == .moved {
      told.append(number.isEmpty ? words("换了位置", "moved") : words("原第 \(number) 步", "was step \(number)"))
    }
    if passage.state == .stub { told.append(words("移走", "moved away")) }
    for event in passage.events.map({ redline.events[$0] }) {
      switch event.kind.verb {
      case .split: told.append(words("由原第 \(number) 步拆出", "split from step \(number)"))
      case .changed where event.kind.subject != .format: break
      case .merged, .retargeted, .cosmetic, .renumbered, .changed: told.append(words.sentence(event))
      default: break
      }
    }
    if !told.isEmpty { element("span", [("class", "rl-tail")], text: told.joined(separator: words("；", "; "))) }
  }

  // MARK: Tables

  /// Writes a table and its cells.
  ///
  /// - Returns: the index behind them.
  private mutating func writeTable(_ table: Int) -> Int {
    var end = table + 1
    let passages = redline.passages
    while end < passages.count, passages[end].kind == .cell { end += 1 }
    let isChanged = passages[table..<end].contains(where: \.isChanged)
    element("div", [("id", "\(prefix)\(table)")] + (isChanged ? data(passages[table]) : [])) { part in
      part.element("table", [("class", "rl-table")]) { body in
        var start = table + 1
        while start < end {
          var stop = start + 1
          while stop < end, let a = passages[stop].cell, let b = passages[stop - 1].cell, a.row == b.row,
            (passages[stop].at == nil) == (passages[stop - 1].at == nil) || a.column > 0
          { stop += 1 }
          body.element("tr") { row in for index in start..<stop { row.writeCell(index) } }
          start = stop
        }
      }
    }
    return end
  }

  private mutating func writeCell(_ index: Int) {
    let passage = redline.passages[index]
    let name = passage.state == .added ? "rl-added" : passage.state == .removed ? "rl-removed" : ""
    let attributes: [(StaticString, String)] = [("class", name), ("id", "\(prefix)\(index)")] + data(passage)
    if passage.cell?.isHead == true {
      element("th", attributes) { $0.write(passage.runs) }
    } else {
      element("td", attributes) { $0.write(passage.runs) }
    }
  }

  // MARK: Other views

  /// Old at the left, new at the right, changed units only, below the step or heading that they stand in.
  mutating func writeSides() {
    let context = redline.contextPassages
    var heading: Passage?
    element("table", [("class", "rl-side")]) { table in
      table.element("tr") { row in
        row.element("th", text: row.words("旧版", "Old"))
        row.element("th", text: row.words("新版", "New"))
      }
      for (index, passage) in table.redline.passages.enumerated() {
        if passage.kind == .heading, !passage.isChanged { heading = passage }
        let isShown = passage.isChanged && passage.state != .stub && passage.kind != .table
        guard isShown || context.contains(index) else { continue }
        if let open = heading { table.writePlace(open) }
        heading = nil
        table.writeSides(passage, isPlace: !isShown)
      }
    }
  }

  private mutating func writeSides(_ passage: Passage, isPlace: Bool) {
    if isPlace { return writePlace(passage) }
    element("tr") { row in
      row.element("td") { $0.writeSide(passage, .removed) }
      row.element("td") { $0.writeSide(passage, .added) }
    }
  }

  /// An unchanged line that says where the next ones stand.
  private mutating func writePlace(_ passage: Passage) {
    element("tr", [("class", "rl-place")]) { row in
      row.element("td", [("colspan", "2")]) { cell in
        cell.writeLabel(passage, change: .added)
        cell.write(passage.runs)
      }
    }
  }

  private mutating func writeSide(_ passage: Passage, _ change: Run.Change) {
    if change == .removed ? passage.was.isEmpty : passage.at == nil { return }
    writeLabel(passage, change: change)
    write(passage.runs.filter { $0.change == .kept || $0.change == change })
  }

  /// The changed steps as a table, each with what changed below it.
  mutating func writeSteps() {
    let context = redline.contextPassages
    let steps = redline.passages.indices.filter { index in
      let passage = redline.passages[index]
      return passage.kind == .step && (passage.isChanged && passage.state != .stub || context.contains(index))
    }
    if steps.isEmpty { return element("p", text: words("没有步骤改变。", "No step changed.")) }
    element("table", [("class", "rl-table")]) { table in
      let heads = [("原", "Was"), ("现", "Now"), ("谁", "Who"), ("做什么", "What"), ("变化", "Change")]
      table.element("tr") { row in for (zh, en) in heads { row.element("th", text: row.words(zh, en)) } }
      for index in steps { table.element("tr") { $0.writeStep(index) } }
    }
  }

  private mutating func writeStep(_ index: Int) {
    let passage = redline.passages[index]
    let below = redline.passages[(index + 1)...].prefix { [.field, .box, .branch].contains($0.kind) }.filter(
      \.isChanged)
    element("td", text: passage.numbers.old)
    element("td", text: passage.numbers.new)
    element("td") { $0.writeNames(passage) }
    element("td") { cell in
      cell.write(passage.runs)
      for part in below { cell.element("div", [("class", "rl-part")]) { $0.write(part.runs) } }
    }
    let kinds = Set(([passage] + below).flatMap(\.events).map { redline.events[$0].kind })
    let order = kinds.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }
    element("td", text: order.map(words.label).joined(separator: words("、", ", ")))
  }

  private mutating func writeNames(_ passage: Passage) {
    let (old, new) = (passage.roles.old, passage.roles.new)
    if old == new || passage.was.isEmpty { return html.append(escaping: new.isEmpty ? "" : words.list(new)) }
    if passage.at == nil { return html.append(escaping: old.isEmpty ? "" : words.list(old)) }
    write([
      Run(.removed, old.isEmpty ? "" : words.list(old)), Run(.added, new.isEmpty ? "" : words.list(new)),
    ])
  }
}

extension Passage {
  /// How far a detail is set in: it stands below its step.
  var parentDepth: Int {
    switch kind {
    case .field, .box, .branch: min(level, 3)
    case .heading, .step, .item, .paragraph, .table, .cell, .code, .html, .rule: 1
    }
  }
}
