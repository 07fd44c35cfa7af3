package import Diagnostics
import Markdown

/// Reads the meaning of one article's text against the register of names; pure, so that articles can be read in parallel.
struct ArticleReader {
  let finder: PartyFinder
  let anchors: AnchorTable
  let lines: Lines
  var article: ArticleContents
  var diagnostics: [Diagnostic] = []

  /// How often each anchor was asked for.
  private var usedAnchors = ByteTable<Int>()
  /// How many sub-steps each step has so far.
  var subStepCounts: [Int: Int] = [:]
  /// Where parties are named; nil where nobody asks.
  var partyPlaces: [PartyPlace]?
  /// The names of all stages, for targets that stand before their stage.
  var stageTitles = NameTable<Bool>()

  private init(_ id: ArticleID, _ entry: Entry, _ register: Register, _ lines: Lines) {
    let department = entry.card.departmentField.flatMap { register.department(named: $0.text) }
    finder = PartyFinder(register: register, department: department)
    anchors = AnchorTable(entry.card.anchors)
    article = ArticleContents(id: id, entry: entry)
    self.lines = lines
  }

  /// Reads the article at an address of the register.
  static func read(_ id: ArticleID, in register: Register) -> Handbook.Reading {
    let entry = register[id]
    return Lines.lend(entry.document) { lines in
      var reader = ArticleReader(id, entry, register, lines)
      reader.read()
      // An exact copy of what grew in steps and stays.
      let steps = reader.article.steps
      if steps.capacity > steps.count + steps.count / 4 {
        reader.article.steps = steps.withUnsafeBufferPointer { Array($0) }
      }
      return Handbook.Reading(article: Article(reader.article), diagnostics: reader.diagnostics)
    }
  }

  /// Every place of an article that names a party by its card, its steps or its lists.
  static func partyPlaces(_ id: ArticleID, in register: Register) -> [PartyPlace] {
    let entry = register[id]
    return Lines.lend(entry.document) { lines in
      var reader = ArticleReader(id, entry, register, lines)
      reader.partyPlaces = []
      reader.read()
      return reader.partyPlaces ?? []
    }
  }

  var register: Register { _read { yield finder.register } }
  var document: Document { article.document }
  var view: DocumentView { lines.view }

  /// Reads everything.
  private mutating func read() {
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
    for block in article.preamble { addressHeading(block) }
    for section in article.sections.indices {
      for place in article.sections[section].blocks.indices { addressHeading(article.sections[section].blocks[place]) }
    }
  }

  private mutating func addressHeading(_ block: Block) {
    guard view.kind(of: block) == .heading, !isStage(block) else { return }
    article.headings[block] = anchor(document.plainText(of: block))
  }

  /// Whether a heading opened a stage. Logarithmic: stages come in the order of their headings.
  private func isStage(_ heading: Block) -> Bool {
    var low = 0
    var high = article.stages.count
    while low < high {
      let middle = (low + high) / 2
      if article.stages[middle].heading.place < heading.place { low = middle + 1 } else { high = middle }
    }
    return low < article.stages.count && article.stages[low].heading == heading
  }

  // MARK: Sections

  private mutating func splitSections() {
    var open: (heading: Block, blocks: [Block])?
    for block in document.blocks {
      if view.level(of: block) == 2 {
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
    view.level(of: block) == 1
  }

  private mutating func close(_ open: (heading: Block, blocks: [Block])?) {
    guard let open else { return }
    let (kind, title) = withPlainText(open.heading) { heading in
      let bare = SectionKind.bareTitle(heading)
      return (SectionKind(title: bare), (bare.isEmpty ? trimmed(heading) : bare).string)
    }
    let start = Int(view.range(of: open.heading).end)
    let end = open.blocks.last.map { Int(view.range(of: $0).end) } ?? start
    article.sections.append(
      Section(
        kind: kind, title: title, heading: open.heading, anchor: anchor(title), blocks: open.blocks,
        range: SourceRange(open.blocks.first.map { Int(view.range(of: $0).start) } ?? start, end), content: []))
  }

  /// Lends the text of a paragraph, heading or cell as a reader sees it, but for a line end behind it.
  func withPlainText<R>(_ block: Block, _ body: (Bytes) -> R) -> R {
    if let only = view.firstInline(of: block), view.kind(of: only) == .text, view.next(after: only) == nil {
      return body(Bytes(view.bytes(of: only)))
    }
    return document.plainBytes(of: block).withBytes(body)
  }

  /// An address for a heading, unique in the page; Chinese is kept.
  mutating func anchor(_ title: String) -> String {
    title.withBytes { title in
      Slug.lend(title) { slug in
        let count = use(slug)
        if count == 0 { return slug.string }
        let numbered = "\(slug.string)-\(count)"
        _ = numbered.withBytes { use($0) }
        return numbered
      }
    }
  }

  /// Counts one more use of an address.
  ///
  /// - Returns: how often it was used before.
  private mutating func use(_ slug: Bytes) -> Int {
    let count = usedAnchors[slug] ?? 0
    usedAnchors[slug] = count + 1
    return count
  }

  private mutating func readSection(_ index: Int) {
    let kind = article.sections[index].kind
    switch kind {
    case .steps:
      readSteps(index)
    case .definitions, .risks, .materials, .records, .references, .inputs, .outputs, .changes:
      article.sections[index].content = readList(article.sections[index].blocks, kind)
    case .responsibilities where article.kind == .role || article.kind == .department:
      readDuties(in: article.sections[index].blocks, of: index)
    case .purpose, .scope, .flow, .responsibilities, .authority, .qualifications, .contingency, .compliance,
      .supplementary, .other:
      article.sections[index].content = article.sections[index].blocks.map { .prose($0) }
    }
  }

  private mutating func collectStageTitles() {
    for section in article.sections.indices where article.sections[section].kind == .steps {
      for block in article.sections[section].blocks where view.level(of: block) == 3 {
        stageTitles[Self.stageTitle(lines[block]).0] = true
      }
    }
  }

  // MARK: Names

  /// The parties a text names, with a finding for each that is unknown or ambiguous.
  mutating func parties(_ line: Line, _ range: Range<Int>) -> [Party] {
    let text = trimmed(line.bytes[range])
    if let first = text.first, first == UInt8(ascii: "\"") || text.begins(with: "“") { return [] }
    return resolved(finder.parties(in: text), line)
  }

  /// The parties of names that were found, with a finding for each that is unknown or ambiguous.
  mutating func resolved(_ found: [PartyFinder.Found], _ line: Line) -> [Party] {
    for name in found where name.isDoubtful { report(name, lines.range(of: line.phrase(name.range))) }
    if partyPlaces != nil { for name in found { note(name.party, lines.range(of: line.phrase(name.range))) } }
    return found.map(\.party)
  }

  /// Notes where a party is named, if somebody asks.
  mutating func note(_ party: Party, _ range: SourceRange) {
    partyPlaces?.append(PartyPlace(party: party, range: range))
  }

  /// Reports a name that is unknown or ambiguous.
  mutating func report(_ found: PartyFinder.Found, _ range: SourceRange) {
    if case .unknown(let name) = found.party {
      if !article.unresolved.contains(name) { article.unresolved.append(name) }
      if register.isLoose { return }
      diagnostics.append(.roleUnknown(name, nearest: finder.suggestion(for: name), register, article.path, range))
    } else if case .role(let id) = found.party, !found.rivals.isEmpty {
      diagnostics.append(.roleAmbiguous([id] + found.rivals, register, article.path, range))
    }
  }

  /// The value of a quoted text without its quotes (spec/format.md 4.5).
  func value(_ line: Line, _ range: Range<Int>) -> Phrase {
    let text = trimmed(line.bytes[range])
    for (open, close) in [("“", "”"), ("\"", "\""), ("「", "」")] as [(StaticString, StaticString)] {
      let (before, after) = (open.utf8CodeUnitCount, close.utf8CodeUnitCount)
      guard text.count >= before + after, text.begins(with: open), text.ends(with: close) else { continue }
      if before > 1 || !text.dropFirst().dropLast().contains(UInt8(ascii: "\"")) {
        return line.phrase((text.startIndex + before)..<(text.endIndex - after))
      }
    }
    return line.phrase(range)
  }
}

/// Addresses within a page.
package enum Slug {
  /// A heading as an address: Chinese and letters kept, blanks as `-`, ASCII punctuation dropped, letters lowered.
  package static func anchor(_ title: String) -> String { bytes(title).string }

  /// The same as UTF-8.
  static func bytes(_ title: String) -> [UInt8] { title.withBytes { bytes in lend(bytes) { Array($0) } } }

  /// Lends the same of bytes; most headings are plain Chinese and are lent as they are.
  static func lend<R>(_ title: Bytes, _ body: (Bytes) -> R) -> R {
    if !title.isEmpty, title.allSatisfy({ kept($0) == $0 }) { return body(title) }
    // The text of a block ends with a line feed, which is no blank of the heading.
    var bytes = (title.last == 0x0A ? title.dropLast() : title).compactMap(kept)
    if bytes.isEmpty { bytes = Array("section".utf8) }
    return bytes.withBytes(body)
  }

  /// What stands for a byte of a title; nil for one that is dropped.
  private static func kept(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte + 0x20
    case 0x30...0x39, 0x61...0x7A, 0x5F, 0x2D, 0x80...: byte
    case 0x20, 0x09, 0x0A: 0x2D
    default: nil
    }
  }
}
