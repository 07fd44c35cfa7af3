import Diagnostics
import Markdown

extension ArticleReader {
  /// Reads a section that is a list of definitions, risks, references and the like, or the pipe table that equals it;
  /// anything else in it is kept as it stands (spec/format.md 3).
  mutating func readList(_ section: Section) -> [SectionContent] {
    var content: [SectionContent] = []
    for block in section.blocks {
      switch document.kind(of: block) {
      case .list:
        for item in document.children(of: block) { content += readItem(item, section.kind) }
      case .table:
        content += readTable(block, section.kind) ?? [.prose(block)]
      case .paragraph where isNone(block): content.append(.prose(block))
      case .paragraph, .heading, .thematicBreak, .quote, .alert, .item, .code, .html, .tableRow, .tableCell, .footnote:
        content.append(.prose(block))
      }
    }
    return content
  }

  /// 「无」 or "none" alone satisfies a section.
  func isNone(_ block: Block) -> Bool {
    var text = NameKey(document.plainBytes(of: block)).bytes[...]
    for mark in ["。", ".", "」", "「"] {
      if text.suffix(mark.utf8.count).elementsEqual(mark.utf8) { text = text.dropLast(mark.utf8.count) }
      if text.starts(with: mark.utf8) { text = text.dropFirst(mark.utf8.count) }
    }
    return ["无", "none", "n/a"].contains { text.elementsEqual($0.utf8) }
  }

  private mutating func readItem(_ item: Block, _ kind: SectionKind) -> [SectionContent] {
    guard let first = document.children(of: item).first, document.kind(of: first) == .paragraph, !isNone(first) else {
      return [.prose(item)]
    }
    let line = Line(first, of: document)
    let rest = Array(document.children(of: item).dropFirst())
    switch kind {
    case .definitions:
      guard let definition = definition(line) else { return [.prose(item)] }
      article.definitions.append(definition)
      return [.definition(article.definitions.count - 1)] + rest.map { .prose($0) }
    case .risks: return [readRisk(line, item)]
    case .materials:
      article.materials.append(Self.material(line))
      return [.material(article.materials.count - 1)] + rest.map { .prose($0) }
    case .changes:
      guard let change = change(line) else { return [.prose(item)] }
      article.changes.append(change)
      return [.change(article.changes.count - 1)] + rest.map { .prose($0) }
    case .records: return add(references(line, 0..<line.bytes.count, notes: true), to: \.records, rest)
    case .references: return add(references(line, 0..<line.bytes.count, notes: true), to: \.references, rest)
    case .inputs: return add(references(line, 0..<line.bytes.count, notes: true), to: \.inputs, rest)
    case .outputs: return add(references(line, 0..<line.bytes.count, notes: true), to: \.outputs, rest)
    case .purpose, .scope, .flow, .steps, .responsibilities, .authority, .qualifications, .contingency, .compliance,
      .supplementary, .other:
      return [.prose(item)]
    }
  }

  private mutating func add(
    _ found: [Reference], to list: WritableKeyPath<Article, [Reference]>, _ rest: [Block]
  ) -> [SectionContent] {
    var content: [SectionContent] = []
    for reference in found {
      if article[keyPath: list].contains(reference) { continue }
      article[keyPath: list].append(reference)
      content.append(.reference(article[keyPath: list].count - 1))
    }
    return content + rest.map { .prose($0) }
  }

  /// `**词**：解释`
  private mutating func definition(_ line: Line) -> Definition? {
    guard let segment = line.segment(at: line.skippingBlanks(0)), segment.origin == .strong else { return nil }
    var term = trimmed(line.bytes[segment.range])
    var start = line.skippingBlanks(segment.range.upperBound)
    for colon in ["：", ":"] {
      if term.suffix(colon.utf8.count).elementsEqual(colon.utf8) { term = trimmed(term.dropLast(colon.utf8.count)) }
      if line.bytes[min(start, line.bytes.count)...].starts(with: colon.utf8) { start = line.skippingBlanks(start + colon.utf8.count) }
    }
    return definition(String(decoding: term, as: UTF8.self), line, term.indices, line.phrase(min(start, line.bytes.count)..<line.bytes.count))
  }

  private mutating func definition(_ term: String, _ line: Line, _ range: Range<Int>, _ text: Phrase) -> Definition? {
    if term.isEmpty { return nil }
    return Definition(term: term, range: self.range(line, range), text: text, anchor: anchor("term-" + term))
  }

  private mutating func readRisk(_ line: Line, _ item: Block) -> SectionContent {
    var risk = Risk(risk: line.phrase(0..<line.bytes.count), owner: [], range: range(line, 0..<line.bytes.count))
    for child in document.children(of: item).dropFirst() {
      for bullet in document.children(of: child) {
        guard let first = document.children(of: bullet).first else { continue }
        readRiskField(Line(first, of: document), &risk)
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
    let words = line.text(0..<colon.lowerBound).split(separator: " ").map(String.init)
    guard let version = words.first, Version(parsing: version) != nil else { return nil }
    return Change(
      version: version, date: words.count > 1 ? words[1] : "", person: words.dropFirst(2).joined(separator: " "),
      note: line.phrase(colon.upperBound..<line.bytes.count))
  }

  // MARK: Duties

  /// Ordered items are duties; bullets below one may be its time fields.
  mutating func readDuties(in blocks: [Block], of section: Int?) {
    var content: [SectionContent] = []
    for block in blocks {
      guard case .list(.ordered, _) = document.kind(of: block) else {
        content.append(.prose(block))
        continue
      }
      for item in document.children(of: block) {
        guard let duty = duty(item) else { continue }
        article.duties.append(duty)
        content.append(.duty(article.duties.count - 1))
      }
    }
    if let section {
      article.sections[section].content = content
    } else {
      article.preamble = blocks.filter { if case .list(.ordered, _) = document.kind(of: $0) { false } else { true } }
    }
  }

  private mutating func duty(_ item: Block) -> Duty? {
    guard let first = document.children(of: item).first else { return nil }
    let line = Line(first, of: document)
    var fields = StepFields()
    var notes: [Block] = []
    for child in document.children(of: item).dropFirst() {
      guard case .list(.bullet, _) = document.kind(of: child) else {
        notes.append(child)
        continue
      }
      for bullet in document.children(of: child) {
        guard let text = document.children(of: bullet).first, let syntax = FieldSyntax(Line(text, of: document)),
          let field = syntax.field, [.time, .due, .every].contains(field)
        else {
          notes.append(bullet)
          continue
        }
        read(field, Line(text, of: document), syntax.value, in: bullet, into: &fields)
      }
    }
    return Duty(
      number: article.duties.count + 1, text: line.phrase(0..<line.bytes.count), time: fields.time, due: fields.due,
      every: fields.every, notes: notes, range: range(line, 0..<line.bytes.count))
  }
}
