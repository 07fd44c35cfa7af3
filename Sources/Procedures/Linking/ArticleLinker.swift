import Diagnostics
import Markdown

/// What linking one article needs to know of the others.
struct LinkTable: Sendable {
  let register: Register
  /// The terms of the whole handbook.
  let glossary: TermIndex
  /// The addresses that can be linked to in each article's page.
  let anchors: @Sendable (ArticleID) -> Set<String>
  /// The paths of all files below `content/` that are no documents.
  let attachments: Set<String>
}

/// Finds where the names and links in an article's running text lead; pure, so that articles can be linked in parallel.
struct ArticleLinker {
  let table: LinkTable
  let view: DocumentView
  let article: Article
  private var links = ArticleLinks()
  private var diagnostics: [Diagnostic] = []
  private let ownTerms: TermIndex
  /// How the terms of both kinds begin.
  private let starts: TermStarts
  private var leadsTo: [ArticleID] = []
  /// The section in which each term was linked last; own terms that the glossary has not stand behind it.
  private var usedIn: [Int32]
  private var section: Int32 = 0
  private var shares: [Participants.Share] = []
  /// The titles that need not be in the handbook; nil until one is asked for.
  private var externalTitles: Set<String>?

  private init(_ article: Article, _ table: LinkTable, _ view: DocumentView) {
    self.article = article
    self.table = table
    self.view = view
    ownTerms = TermIndex(article.definitions.map { ($0.term, article.id) })
    usedIn = Array(repeating: -1, count: table.glossary.count + ownTerms.count)
    starts = ownTerms.isEmpty ? table.glossary.starts : table.glossary.starts.union(ownTerms.starts)
  }

  /// Links one article.
  static func link(_ reading: Handbook.Reading, _ table: LinkTable) -> Handbook.Reading {
    reading.article.document.withView { view in
      var linker = ArticleLinker(reading.article, table, view)
      linker.link()
      return Handbook.Reading(
        article: reading.article.linked(linker.links), diagnostics: reading.diagnostics + linker.diagnostics,
        parts: linker.shares)
    }
  }

  private var document: Document { article.document }

  /// Links the whole text.
  private mutating func link() {
    for block in article.preamble { link(block, terms: true) }
    for duty in article.duties { for note in duty.notes { link(note, terms: true) } }
    for duty in article.duties {
      for inline in document.inlines(of: duty.text) { link(inline, terms: true, names: true) }
    }
    let sections = article.sections
    for index in sections.indices {
      section += 1
      for block in sections[index].blocks { link(block, terms: sections[index].kind != .definitions) }
    }
    for footnote in document.footnotes { link(footnote, terms: false) }
    collectCard()
    // Exact copies of what grew in steps and stays.
    links.mentions = links.mentions.withUnsafeBufferPointer { Array($0) }
    let id = article.id
    leadsTo.sort()
    links.linksTo = leadsTo.reduce(into: []) { if $0.last != $1, $1 != id { $0.append($1) } }
  }

  private mutating func link(_ block: Block, terms: Bool) {
    switch view.kind(of: block) {
    case .heading: link(view.firstInline(of: block), terms: false, names: false)
    case .paragraph, .tableCell: link(view.firstInline(of: block), terms: terms, names: true)
    default: for child in view.children(of: block) { link(child, terms: terms) }
    }
  }

  /// Links an inline and all siblings after it.
  private mutating func link(_ first: Inline?, terms: Bool, names: Bool) {
    var next = first
    while let inline = next {
      link(inline, terms: terms, names: names)
      next = view.next(after: inline)
    }
  }

  private mutating func link(_ inline: Inline, terms: Bool, names: Bool) {
    switch view.kind(of: inline) {
    case .text: if names { scan(inline, terms: terms) }
    case .link: resolve(inline, Bytes(view.destination(of: inline)), isImage: false)
    case .image: resolve(inline, Bytes(view.destination(of: inline)), isImage: true)
    case .strong: link(view.first(in: inline), terms: false, names: names)
    case .emphasis, .strikethrough: link(view.first(in: inline), terms: terms, names: names)
    default: break
    }
  }

  // MARK: Names

  private mutating func scan(_ inline: Inline, terms: Bool) {
    let bytes = view.bytes(of: inline)
    let text = Bytes(bytes)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0xE3, let name = ReferenceScan.title(text, index) {
        mention(name, inline, text)
        index = name.range.upperBound
      } else if byte < 0x80 {
        index = scanWord(inline, text, index, terms: terms)
      } else if terms, starts.mayHold(text, index) {
        index = scanTerm(inline, text, index)
      } else {
        index += byte >= 0xE0 ? 3 : 1
      }
    }
  }

  private mutating func scanWord(_ inline: Inline, _ text: Bytes, _ index: Int, terms: Bool) -> Int {
    guard CodeScan.isCodeByte(text[index]) else { return index + 1 }
    let end = ReferenceScan.codeEnd(text, index)
    if CodeScan.isCode(text[index..<end]) {
      mention(ReferenceScan.Name(kind: .code, range: index..<end, text: index..<end), inline, text)
    } else if terms, starts.mayHold(text, index) {
      return max(scanTerm(inline, text, index), end)
    }
    return end
  }

  private mutating func scanTerm(_ inline: Inline, _ text: Bytes, _ index: Int) -> Int {
    let own = ownTerms.match(text, at: index)
    let shared = table.glossary.match(text, at: index)
    guard let match = own ?? shared else { return index + (text[index] >= 0xE0 ? 3 : 1) }
    let isOwn = own.map { $0.length >= (shared?.length ?? 0) } ?? false
    let length = isOwn ? match.length : shared?.length ?? match.length
    let term = isOwn ? ownTerms[match] : table.glossary[shared ?? match]
    let number =
      isOwn ? table.glossary.place(of: term.bytes) ?? table.glossary.count + match.place : (shared ?? match).place
    if usedIn[number] < section {
      usedIn[number] = section
      add(inline, index..<(index + length), .term(term.name, in: term.article))
    }
    return index + length
  }

  private mutating func mention(_ name: ReferenceScan.Name, _ inline: Inline, _ text: Bytes) {
    if let (id, version) = table.register.address(text[name.text]) {
      leadsTo.append(id)
      if id != article.id { add(inline, name.range, .article(id, version: version)) }
    } else {
      let written = text[name.text].string
      switch name.kind {
      case .title: if !isExternal(written) { reportTitle(written, inline, name.range) }
      case .code: if fitsPattern(written) { reportCode(written, inline, name.range) }
      case .link: break
      }
    }
  }

  /// Whether a word is a code by the patterns of handbook.yml; where there are none, any word might be one.
  private func fitsPattern(_ word: String) -> Bool {
    let patterns = table.register.settings.codes
    if patterns.isEmpty { return false }
    let code = word.prefix { $0 != "@" }
    return patterns.contains { $0.fits(String(code)) }
  }

  private mutating func reportCode(_ code: String, _ inline: Inline, _ range: Range<Int>) {
    let nearest = table.register.nearestCode(to: code)
    diagnostics.append(
      Diagnostic(
        .warning, .codeUnresolved, path: article.path, range: place(inline, range),
        message: Localized(zh: "手册里没有编号 \(code)", en: "the handbook has no code \(code)"),
        help: nearest.map { Localized(zh: "改为 \($0)", en: "write \($0)") }
          ?? Localized(
            zh: "写现有的编号；文件改过编号就在它的“曾用编号”里写上", en: "write an existing code, or list it under formerly of its document")))
  }

  private func place(_ inline: Inline, _ range: Range<Int>) -> SourceRange {
    document.range(
      of: Phrase(
        first: inline, start: Int32(truncatingIfNeeded: range.lowerBound), last: inline,
        end: Int32(truncatingIfNeeded: range.upperBound)))
  }

  /// Documents of others are listed under 相关文件; what stands there is known not to be in the handbook. A record
  /// without a form is the matter of another rule.
  private mutating func isExternal(_ title: String) -> Bool {
    if let known = externalTitles { return known.contains(title) }
    var known = Set((article.references + article.records).filter { $0.article == nil }.map(\.title))
    for step in article.steps {
      for record in step.fields.records where record.article == nil { known.insert(record.title) }
    }
    externalTitles = known
    return known.contains(title)
  }

  private mutating func add(_ inline: Inline, _ range: Range<Int>, _ target: Target) {
    links.mentions.append(
      Mention(
        inline: inline, start: Int32(truncatingIfNeeded: range.lowerBound),
        end: Int32(truncatingIfNeeded: range.upperBound), target: target))
  }

  private mutating func reportTitle(_ title: String, _ inline: Inline, _ range: Range<Int>) {
    let nearest = table.register.nearestTitle(to: title)
    diagnostics.append(
      Diagnostic(
        .warning, .titleUnresolved, path: article.path, range: place(inline, range),
        message: Localized(zh: "手册里没有《\(title)》", en: "the handbook has no 《\(title)》"),
        help: nearest.map {
          Localized(
            zh: "最接近的是《\($0)》；外部文件请列入“相关文件”",
            en: "the nearest one is 《\($0)》; list documents of others under 相关文件/References")
        }
          ?? Localized(zh: "外部文件请列入“相关文件”", en: "list documents of others under 相关文件/References")))
  }

  // MARK: Links

  private mutating func resolve(_ inline: Inline, _ written: Bytes, isImage: Bool) {
    let text = written.string
    switch LinkSyntax(written, from: article.path) {
    case .foreign: break
    case .external:
      links.destinations[inline] = .external
      if isImage { report(.imageRemote, inline, .remoteImage(text)) }
    case .outside: report(.attachmentOutside, inline, .outside(text))
    case .fragment(let name): resolveFragment(inline, article.id, name, written: text, own: true)
    case .path(let path, let fragment):
      if let id = table.register.article(path: path), !isImage {
        leadsTo.append(id)
        links.destinations[inline] = .article(id, fragment: fragment)
        resolveFragment(inline, id, fragment, written: text, own: false)
      } else if table.attachments.contains(path) {
        links.destinations[inline] = .attachment(path: path)
      } else if path.hasSuffix(".md") || path.hasSuffix(".MD") {
        report(.linkBroken, inline, .brokenLink(text, nearest: table.register.nearestPath(to: path)))
      } else {
        report(.attachmentMissing, inline, .missingAttachment(text))
      }
    }
  }

  private mutating func resolveFragment(
    _ inline: Inline, _ id: ArticleID, _ fragment: String, written: String, own: Bool
  ) {
    if own { links.destinations[inline] = .fragment(fragment) }
    if fragment.isEmpty || (own ? article.anchors : table.anchors(id)).contains(fragment) { return }
    report(.anchorBroken, inline, .brokenAnchor(written))
  }

  private mutating func report(_ rule: RuleName, _ inline: Inline, _ texts: LinkFault) {
    diagnostics.append(
      Diagnostic(
        .error, rule, path: article.path, range: document.range(of: inline), message: texts.message, help: texts.help))
  }

  // MARK: Card

  /// What the card, fields and lists lead to.
  private mutating func collectCard() {
    collect(article.card.basis)
    collect(article.card.replaces)
    collect(article.card.procedures)
    if let article = article.card.replacedBy?.article { leadsTo.append(article) }
    collect(article.records)
    collect(article.references)
    collect(article.inputs)
    collect(article.outputs)
    let card = article.card
    article.steps.withUnsafeBufferPointer { collect($0) }
    for risk in article.risks { for party in risk.owner { collect(party) } }
    for case let party? in [card.owner, card.reportsTo, card.backup, card.head, card.parent, card.department] {
      collect(party)
    }
    for list in [card.members, card.distribution, card.training] { for party in list { collect(party) } }
  }

  /// Gathers who takes part in which step, and leads to them and to what steps name.
  private mutating func collect(_ steps: UnsafeBufferPointer<Step>) {
    var parts = StepParts()
    shares.reserveCapacity(steps.count * 2)
    for index in steps.indices {
      collect(steps[index].fields.records)
      for branch in steps[index].branches.indices {
        if case .document(let reference)? = steps[index].branches[branch].target, let id = reference.article {
          leadsTo.append(id)
        }
      }
      parts.read(steps[index].fields.participation, steps[index].boxes, steps[index].branches)
      for part in parts.all {
        collect(part.party)
        if let share = Participants.Share(step: index, party: part.party, letters: part.letters) {
          shares.append(share)
        }
      }
    }
  }

  private mutating func collect(_ references: [Reference]) {
    for reference in references { if let id = reference.article { leadsTo.append(id) } }
  }

  private mutating func collect(_ party: Party) {
    switch party {
    case .role(let id): leadsTo.append(table.register.roles[Int(id.index)].article)
    case .department(let id):
      if let article = table.register.departments[Int(id.index)].article { leadsTo.append(article) }
    case .everyone, .allDepartments, .unknown: break
    }
  }
}
