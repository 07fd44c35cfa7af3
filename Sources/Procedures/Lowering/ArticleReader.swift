package import Diagnostics
import Markdown

/// Reads the meaning of one article's text against the register of names; pure, so that articles can be read in parallel.
struct ArticleReader {
  let register: Register
  let finder: PartyFinder
  let anchors: AnchorTable
  var article: Article
  var diagnostics: [Diagnostic] = []

  /// How often each anchor was asked for.
  var usedAnchors: [String: Int] = [:]
  /// The names of all stages, for targets that stand before their stage.
  var stageTitles: Set<NameKey> = []

  init(_ id: ArticleID, register: Register) {
    let entry = register[id]
    self.register = register
    let department = entry.card.departmentField.flatMap { register.department(named: NameKey($0.text)) }
    finder = PartyFinder(register: register, department: department)
    anchors = AnchorTable(entry.card.anchors)
    article = Article(id: id, entry: entry)
  }

  var document: Document { article.document }

  /// Reads everything.
  mutating func read() {
    readCard()
    splitSections()
    collectStageTitles()
    for index in article.sections.indices { readSection(index) }
    if article.kind == .role || article.kind == .department { readDuties(in: article.preamble, of: nil) }
    resolveJumps()
    inherit()
    addressHeadings()
  }

  /// Headings within prose can be linked to as well.
  private mutating func addressHeadings() {
    let stages = Set(article.stages.map(\.heading))
    for block in article.preamble + article.sections.flatMap(\.blocks) {
      guard case .heading = document.kind(of: block), !stages.contains(block) else { continue }
      article.headings[block] = anchor(document.plainText(of: block))
    }
  }

  // MARK: Sections

  private mutating func splitSections() {
    var open: (heading: Block, blocks: [Block])?
    for block in document.blocks {
      if case .heading(level: 2) = document.kind(of: block) {
        close(open)
        open = (block, [])
      } else if open != nil {
        open?.blocks.append(block)
      } else if !isRepeatedTitle(block) {
        article.preamble.append(block)
      }
    }
    close(open)
  }

  /// An H1 before the first section is the title again (spec/format.md 3).
  private func isRepeatedTitle(_ block: Block) -> Bool {
    if case .heading(level: 1) = document.kind(of: block) { true } else { false }
  }

  private mutating func close(_ open: (heading: Block, blocks: [Block])?) {
    guard let open else { return }
    let heading = document.plainBytes(of: open.heading)
    let bare = SectionKind.bareTitle(heading[...])
    let title = String(decoding: bare.isEmpty ? trimmed(heading[...]) : bare, as: UTF8.self)
    let start = Int(document.range(of: open.heading).end)
    let end = open.blocks.last.map { Int(document.range(of: $0).end) } ?? start
    article.sections.append(
      Section(
        kind: SectionKind(title: bare), title: title, heading: open.heading, anchor: anchor(title),
        blocks: open.blocks, range: SourceRange(open.blocks.first.map { Int(document.range(of: $0).start) } ?? start, end),
        content: []))
  }

  /// An address for a heading, unique in the page; Chinese is kept.
  mutating func anchor(_ title: String) -> String {
    let slug = Slug.anchor(title)
    let count = usedAnchors[slug, default: 0]
    usedAnchors[slug] = count + 1
    if count == 0 { return slug }
    let numbered = "\(slug)-\(count)"
    usedAnchors[numbered, default: 0] += 1
    return numbered
  }

  private mutating func readSection(_ index: Int) {
    let section = article.sections[index]
    switch section.kind {
    case .steps:
      readSteps(index)
    case .definitions, .risks, .materials, .records, .references, .inputs, .outputs, .changes:
      article.sections[index].content = readList(section)
    case .responsibilities where article.kind == .role || article.kind == .department:
      readDuties(in: section.blocks, of: index)
    case .purpose, .scope, .flow, .responsibilities, .authority, .qualifications, .contingency, .compliance,
      .supplementary, .other:
      article.sections[index].content = section.blocks.map { .prose($0) }
    }
  }

  private mutating func collectStageTitles() {
    for section in article.sections where section.kind == .steps {
      for block in section.blocks where document.kind(of: block) == .heading(level: 3) {
        stageTitles.insert(NameKey(Self.stageTitle(Line(block, of: document)).0))
      }
    }
  }

  // MARK: Names

  /// The parties a text names, with a finding for each that is unknown or ambiguous.
  mutating func parties(_ line: Line, _ range: Range<Int>) -> [Party] {
    let text = trimmed(line.bytes[range])
    if let first = text.first, first == UInt8(ascii: "\"") || text.starts(with: "“".utf8) { return [] }
    return resolved(finder.parties(in: text), line)
  }

  /// The parties of names that were found, with a finding for each that is unknown or ambiguous.
  mutating func resolved(_ found: [PartyFinder.Found], _ line: Line) -> [Party] {
    for name in found { report(name, document.range(of: line.phrase(name.range))) }
    return found.map(\.party)
  }

  /// Reports a name that is unknown or ambiguous.
  mutating func report(_ found: PartyFinder.Found, _ range: SourceRange) {
    if case .unknown(let name) = found.party {
      if !article.unresolved.contains(name) { article.unresolved.append(name) }
      if register.isLoose { return }
      diagnostics.append(.roleUnknown(name, nearest: finder.nearest(to: name), register, article.path, range))
    } else if case .role(let id) = found.party, !found.rivals.isEmpty {
      diagnostics.append(.roleAmbiguous([id] + found.rivals, register, article.path, range))
    }
  }

  /// The value of a quoted text without its quotes (spec/format.md 4.5).
  func value(_ line: Line, _ range: Range<Int>) -> Phrase {
    let text = trimmed(line.bytes[range])
    for (open, close) in [("“", "”"), ("\"", "\""), ("「", "」")] {
      let isQuoted = text.count > open.utf8.count + close.utf8.count - 1 && text.starts(with: open.utf8)
        && text.suffix(close.utf8.count).elementsEqual(close.utf8)
      if isQuoted, !text.dropFirst(open.utf8.count).dropLast(close.utf8.count).contains(open.utf8.first ?? 0) || open != "\"" {
        return line.phrase((text.startIndex + open.utf8.count)..<(text.endIndex - close.utf8.count))
      }
    }
    return line.phrase(range)
  }
}

/// Addresses within a page.
package enum Slug {
  /// A heading as an address: Chinese and letters kept, blanks as `-`, ASCII punctuation dropped, letters lowered.
  package static func anchor(_ title: String) -> String {
    var bytes: [UInt8] = []
    for byte in title.utf8 {
      switch byte {
      case 0x41...0x5A: bytes.append(byte + 0x20)
      case 0x30...0x39, 0x61...0x7A, 0x5F, 0x2D, 0x80...: bytes.append(byte)
      case 0x20, 0x09, 0x0A: bytes.append(0x2D)
      default: break
      }
    }
    return bytes.isEmpty ? "section" : String(decoding: bytes, as: UTF8.self)
  }
}
