import Diagnostics
import Markdown

extension ArticleReader {
  /// Reads a section that is a list of definitions, risks, references and the like, or the pipe table that equals it;
  /// anything else in it is kept as it stands (spec/format.md 3).
  mutating func readList(_ blocks: [Block], _ kind: SectionKind) -> [SectionContent] {
    var content: [SectionContent] = []
    for block in blocks {
      switch view.kind(of: block) {
      case .list:
        for item in view.children(of: block) { readItem(item, kind, into: &content) }
      case .table:
        content += readTable(block, kind) ?? [.prose(block)]
      default: content.append(.prose(block))
      }
    }
    return content
  }

  /// 「无」 or "none" alone satisfies a section.
  func isNone(_ block: Block) -> Bool {
    if lines[block].bytes.count > 48 { return false }
    return withPlainText(block) { text in
      NameKey.withFolded(text) { folded in
        var text = folded
        for mark in ["。", ".", "」", "「"] as [StaticString] {
          if text.ends(with: mark) { text = text.dropLast(mark.utf8CodeUnitCount) }
          if text.begins(with: mark) { text = text.dropFirst(mark.utf8CodeUnitCount) }
        }
        return text.equals("无") || text.equals("none") || text.equals("n/a")
      }
    }
  }

  private mutating func readItem(_ item: Block, _ kind: SectionKind, into content: inout [SectionContent]) {
    guard let first = view.children(of: item).first, view.kind(of: first) == .paragraph, !isNone(first),
      readItem(item, lines[first], kind, &content)
    else {
      content.append(.prose(item))
      return
    }
    if kind == .risks { return }
    for child in view.children(of: item).dropFirst() { content.append(.prose(child)) }
  }

  /// Reads the first line of an item; false when it is not what the section lists.
  private mutating func readItem(
    _ item: Block, _ line: Line, _ kind: SectionKind, _ content: inout [SectionContent]
  ) -> Bool {
    switch kind {
    case .definitions:
      guard let definition = definition(line) else { return false }
      article.definitions.append(definition)
      content.append(.definition(article.definitions.count - 1))
    case .risks: content.append(readRisk(line, item))
    case .materials:
      article.materials.append(Self.material(line))
      content.append(.material(article.materials.count - 1))
    case .changes:
      guard let change = change(line) else { return false }
      article.changes.append(change)
      content.append(.change(article.changes.count - 1))
    case .records, .references, .inputs, .outputs:
      add(references(line, 0..<line.bytes.count, notes: true), to: kind, &content)
    case .purpose, .scope, .flow, .steps, .responsibilities, .authority, .qualifications, .contingency, .compliance,
      .supplementary, .other:
      return false
    }
    return true
  }

  /// Adds references to the article's list of a kind, each document once.
  mutating func add(_ found: [Reference], to kind: SectionKind, _ content: inout [SectionContent]) {
    switch kind {
    case .records: article.records.add(found, &content)
    case .references: article.references.add(found, &content)
    case .inputs: article.inputs.add(found, &content)
    case .outputs: article.outputs.add(found, &content)
    case .purpose, .scope, .definitions, .flow, .steps, .responsibilities, .authority, .qualifications, .risks,
      .contingency, .materials, .compliance, .changes, .supplementary, .other:
      break
    }
  }

  /// `**词**：解释`
  private mutating func definition(_ line: Line) -> Definition? {
    guard let segment = line.segment(at: line.skippingBlanks(0)), segment.origin == .strong else { return nil }
    var term = trimmed(line.bytes[segment.range])
    var start = line.skippingBlanks(segment.range.upperBound)
    for colon in ["：", ":"] as [StaticString] {
      if term.ends(with: colon) { term = trimmed(term.dropLast(colon.utf8CodeUnitCount)) }
      if line.bytes.holds(colon, at: start) { start = line.skippingBlanks(start + colon.utf8CodeUnitCount) }
    }
    return definition(term.string, line, term.indices, line.phrase(min(start, line.bytes.count)..<line.bytes.count))
  }

  private mutating func definition(_ term: String, _ line: Line, _ range: Range<Int>, _ text: Phrase) -> Definition? {
    if term.isEmpty { return nil }
    return Definition(term: term, range: self.range(line, range), text: text, anchor: anchor("term-" + term))
  }

  private mutating func readRisk(_ line: Line, _ item: Block) -> SectionContent {
    var risk = Risk(risk: line.phrase(0..<line.bytes.count), owner: [], range: range(line, 0..<line.bytes.count))
    for child in view.children(of: item).dropFirst() {
      for bullet in view.children(of: child) {
        guard let first = view.children(of: bullet).first else { continue }
        readRiskField(lines[first], &risk)
      }
    }
    article.risks.append(risk)
    return .risk(article.risks.count - 1)
  }

  private mutating func readRiskField(_ line: Line, _ risk: inout Risk) {
    guard let syntax = FieldSyntax(line), let field = syntax.field else { return }
    switch field {
    case .control: risk.control = risk.control ?? value(line, syntax.value)
    case .party(.responsible): risk.owner.merge(parties(line, syntax.value))
    default: break
    }
  }

  /// `名称 数量 备注`
  private static func material(_ line: Line) -> Material {
    let words = line.text.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" || $0 == "\t" }).map(String.init)
    var quantity = words.count > 1 ? words[1] : ""
    var rest = words.dropFirst(2)
    // `4 台`: a bare number takes the measure word behind it.
    if !quantity.isEmpty, quantity.allSatisfy(\.isNumber), let unit = rest.first, unit.count <= 2 {
      quantity += " " + unit
      rest = rest.dropFirst()
    }
    return Material(name: words.first ?? "", quantity: quantity, note: rest.joined(separator: " "))
  }

  /// `版本 日期 人：说明`
  private func change(_ line: Line) -> Change? {
    guard let colon = FieldSyntax.colon(in: line, from: 0) else { return nil }
    let words = trimmed(line.bytes[..<colon.lowerBound]).split(separator: 0x20)
    guard let version = words.first?.string, Version(parsing: version) != nil else { return nil }
    return Change(
      version: version, date: words.count > 1 ? words[1].string : "",
      person: words.dropFirst(2).map(\.string).joined(separator: " "),
      note: line.phrase(colon.upperBound..<line.bytes.count),
      range: range(line, 0..<min(colon.upperBound, line.bytes.count)))
  }

  // MARK: Duties

  /// Ordered items are duties; bullets below one may be its time fields.
  mutating func readDuties(in blocks: [Block], of section: Int?) {
    var content: [SectionContent] = []
    for block in blocks {
      guard view.isOrdered(block) else {
        content.append(.prose(block))
        continue
      }
      for item in view.children(of: block) {
        guard let duty = duty(item) else { continue }
        article.duties.append(duty)
        content.append(.duty(article.duties.count - 1))
      }
    }
    if let section {
      article.sections[section].content = content
    } else {
      article.preamble = blocks.filter { !view.isOrdered($0) }
    }
  }

  private mutating func duty(_ item: Block) -> Duty? {
    guard let first = view.children(of: item).first else { return nil }
    let line = lines[first]
    var fields = StepFields()
    var notes: [Block] = []
    for child in view.children(of: item).dropFirst() {
      guard view.kind(of: child) == .list, !view.isOrdered(child) else {
        notes.append(child)
        continue
      }
      for bullet in view.children(of: child) {
        guard let text = view.children(of: bullet).first, let syntax = FieldSyntax(lines[text]),
          let field = syntax.field, [.time, .due, .every].contains(field)
        else {
          notes.append(bullet)
          continue
        }
        read(field, lines[text], syntax.value, in: bullet, into: &fields)
      }
    }
    return Duty(
      number: article.duties.count + 1, text: line.phrase(0..<line.bytes.count), time: fields.time, due: fields.due,
      every: fields.every, notes: notes, range: range(line, 0..<line.bytes.count))
  }
}

extension [Reference] {
  /// Adds what is not there yet, and its place in the list to a section's content.
  fileprivate mutating func add(_ found: [Reference], _ content: inout [SectionContent]) {
    for reference in found where !contains(reference) {
      append(reference)
      content.append(.reference(count - 1))
    }
  }
}
