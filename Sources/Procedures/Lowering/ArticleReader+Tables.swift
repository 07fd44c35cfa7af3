import Diagnostics
import Markdown

extension ArticleReader {
  /// The heads of a table, folded.
  private func heads(_ table: Block) -> [NameKey] {
    view.children(of: table).first.map { row in
      view.children(of: row).map { NameKey(document.plainBytes(of: $0)) }
    } ?? []
  }

  private func rows(_ table: Block) -> [(row: Block, cells: [Block])] {
    view.children(of: table).dropFirst().map { ($0, Array(view.children(of: $0))) }
  }

  private func column(_ heads: [NameKey], _ names: [String]) -> Int? {
    heads.firstIndex { head in names.contains { NameKey($0) == head } }
  }

  // MARK: Steps

  /// A table with a column 步骤, 事项 or 内容 is read as steps (spec/format.md 4.10).
  mutating func readStepTable(_ table: Block, _ state: inout StepsState) -> Bool {
    let heads = heads(table)
    guard let action = column(heads, ["步骤", "事项", "内容", "step", "steps", "action"]) else { return false }
    let number = column(heads, ["序号", "编号", "号", "no", "no.", "#"])
    for (row, cells) in rows(table) where action < cells.count {
      let typed = number.flatMap { $0 < cells.count ? Int(document.plainText(of: cells[$0])) : nil } ?? state.count + 1
      let index = article.steps.count
      var step = open(row, typed: typed, parent: nil, depth: 1, &state)
      readHead(lines[cells[action]], &step)
      for (position, cell) in cells.enumerated()
      where position != action && position != number && position < heads.count {
        readStepCell(cell, heads[position], &step)
      }
      put(consume step, index)
    }
    return true
  }

  private mutating func readStepCell(_ cell: Block, _ head: NameKey, _ step: inout Step) {
    let line = lines[cell]
    if line.isEmpty(from: 0) { return }
    let field =
      head.bytes.withBytes { FieldKey($0) }
      ?? (["负责人", "责任人", "岗位", "谁", "who", "role"].contains { NameKey($0) == head } ? .party(.responsible) : nil)
    if let field {
      read(field, line, 0..<line.bytes.count, in: cell, into: &step.fields)
    } else {
      step.fields.unknown.append((String(decoding: head.bytes, as: UTF8.self), line.phrase(0..<line.bytes.count)))
    }
  }

  // MARK: Lists

  /// Reads a table that equals the list of its section; nil when its columns are not those of the section.
  mutating func readTable(_ table: Block, _ kind: SectionKind) -> [SectionContent]? {
    let heads = heads(table)
    let rows = rows(table).map(\.cells)
    switch kind {
    case .definitions:
      guard let term = column(heads, ["术语", "词", "名称", "term"]),
        let text = column(heads, ["解释", "定义", "说明", "含义", "definition", "meaning"])
      else { return nil }
      return rows.compactMap { readDefinition($0, term, text) }
    case .risks:
      guard let risk = column(heads, ["风险", "risk"]) else { return nil }
      let control = column(heads, ["控制", "控制措施", "措施", "control"])
      let owner = column(heads, ["负责", "负责人", "责任人", "owner", "responsible"])
      return rows.compactMap { readRisk($0, risk, control, owner) }
    case .materials:
      guard let name = column(heads, ["名称", "物资", "工具", "name", "item"]) else { return nil }
      let quantity = column(heads, ["数量", "quantity"])
      let note = column(heads, ["备注", "说明", "note"])
      return rows.compactMap { readMaterial($0, name, quantity, note) }
    case .changes:
      guard let version = column(heads, ["版本", "version"]) else { return nil }
      let date = column(heads, ["日期", "date"])
      let person = column(heads, ["人", "修订人", "编制", "person", "by"])
      let note = column(heads, ["说明", "修订内容", "内容", "修订说明", "note", "change"])
      return rows.compactMap { readChange($0, version, date, person, note) }
    case .records, .references, .inputs, .outputs: return readReferences(rows, heads, kind)
    case .purpose, .scope, .flow, .steps, .responsibilities, .authority, .qualifications, .contingency, .compliance,
      .supplementary, .other:
      return nil
    }
  }

  private func line(_ cells: [Block], _ column: Int?) -> Line? {
    guard let column, column < cells.count else { return nil }
    let line = lines[cells[column]]
    return line.isEmpty(from: 0) ? nil : line
  }

  private mutating func readDefinition(_ cells: [Block], _ term: Int, _ text: Int) -> SectionContent? {
    guard let term = line(cells, term) else { return nil }
    let meaning = line(cells, text)?.phrase(0..<(line(cells, text)?.bytes.count ?? 0)) ?? .empty
    article.definitions.append(
      Definition(
        term: term.text, range: range(term, 0..<term.bytes.count), text: meaning, anchor: anchor("term-" + term.text)))
    return .definition(article.definitions.count - 1)
  }

  private mutating func readRisk(_ cells: [Block], _ risk: Int, _ control: Int?, _ owner: Int?) -> SectionContent? {
    guard let text = line(cells, risk) else { return nil }
    var found = Risk(risk: text.phrase(0..<text.bytes.count), owner: [], range: range(text, 0..<text.bytes.count))
    if let control = line(cells, control) { found.control = control.phrase(0..<control.bytes.count) }
    if let owner = line(cells, owner) { found.owner = parties(owner, 0..<owner.bytes.count) }
    article.risks.append(found)
    return .risk(article.risks.count - 1)
  }

  private mutating func readMaterial(_ cells: [Block], _ name: Int, _ quantity: Int?, _ note: Int?) -> SectionContent? {
    guard let name = line(cells, name) else { return nil }
    article.materials.append(
      Material(name: name.text, quantity: line(cells, quantity)?.text ?? "", note: line(cells, note)?.text ?? ""))
    return .material(article.materials.count - 1)
  }

  private mutating func readChange(
    _ cells: [Block], _ version: Int, _ date: Int?, _ person: Int?, _ note: Int?
  ) -> SectionContent? {
    guard let version = line(cells, version) else { return nil }
    let text = line(cells, note)
    article.changes.append(
      Change(
        version: version.text, date: line(cells, date)?.text ?? "", person: line(cells, person)?.text ?? "",
        note: text.map { $0.phrase(0..<$0.bytes.count) } ?? .empty, range: range(version, 0..<version.bytes.count)))
    return .change(article.changes.count - 1)
  }

  private mutating func readReferences(
    _ rows: [[Block]], _ heads: [NameKey], _ kind: SectionKind
  ) -> [SectionContent]? {
    let names = ["文件", "名称", "记录", "表单", "编号", "document", "title", "code", "name", "record"]
    guard let column = column(heads, names) else { return nil }
    var content: [SectionContent] = []
    for cells in rows {
      guard let line = line(cells, column) else { continue }
      add(references(line, 0..<line.bytes.count), to: kind, &content)
    }
    return content
  }
}
