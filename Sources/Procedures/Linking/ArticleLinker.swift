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
  var article: Article
  var diagnostics: [Diagnostic] = []
  private let ownTerms: TermIndex
  private var leadsTo: [ArticleID] = []
  private var usedTerms: Set<String> = []

  init(_ article: Article, _ table: LinkTable) {
    self.article = article
    self.table = table
    ownTerms = TermIndex(article.definitions.map { ($0.term, article.id) })
  }

  private var document: Document { article.document }

  /// Links the whole text.
  mutating func link() {
    for block in article.preamble + article.duties.flatMap(\.notes) { link(block, terms: true) }
    for duty in article.duties { link(document.inlines(of: duty.text), terms: true) }
    for section in article.sections {
      usedTerms.removeAll(keepingCapacity: true)
      for block in section.blocks { link(block, terms: section.kind != .definitions) }
    }
    for footnote in document.footnotes { link(footnote, terms: false) }
    collectCard()
    article.linksTo = leadsTo.sorted().reduce(into: []) { if $0.last != $1, $1 != article.id { $0.append($1) } }
  }

  private mutating func link(_ block: Block, terms: Bool) {
    switch document.kind(of: block) {
    case .heading: link(document.inlines(of: block), terms: false, names: false)
    case .paragraph, .tableCell: link(document.inlines(of: block), terms: terms)
    case .quote, .alert, .list, .item, .table, .tableRow, .footnote:
      for child in document.children(of: block) { link(child, terms: terms) }
    case .thematicBreak, .code, .html: break
    }
  }

  private mutating func link(_ inlines: some Sequence<Inline>, terms: Bool, names: Bool = true) {
    for inline in inlines {
      switch document.kind(of: inline) {
      case .text: if names { scan(inline, terms: terms) }
      case .link(let destination, _): resolve(inline, destination, isImage: false)
      case .image(let destination, _): resolve(inline, destination, isImage: true)
      case .strong: link(document.children(of: inline), terms: false, names: names)
      case .emphasis, .strikethrough: link(document.children(of: inline), terms: terms, names: names)
      case .softBreak, .lineBreak, .code, .html, .footnoteReference: break
      }
    }
  }

  // MARK: Names

  private mutating func scan(_ inline: Inline, terms: Bool) {
    let text = document.bytes(of: inline)
    let base = text.startIndex
    var index = base
    while index < text.endIndex {
      let byte = text[index]
      if byte == 0xE3, let name = ReferenceScan.title(text, index) {
        mention(name, inline, text)
        index = name.range.upperBound
      } else if byte < 0x80 {
        index = scanWord(inline, text, index, terms: terms)
      } else {
        index = scanTerm(inline, text, index, terms: terms)
      }
    }
  }

  private mutating func scanWord(_ inline: Inline, _ text: ArraySlice<UInt8>, _ index: Int, terms: Bool) -> Int {
    guard CodeScan.isCodeByte(text[index]) else { return index + 1 }
    let end = ReferenceScan.codeEnd(text, index)
    if CodeScan.isCode(text[index..<end]) {
      mention(ReferenceScan.Name(kind: .code, range: index..<end, text: index..<end), inline, text)
    } else if terms {
      return max(scanTerm(inline, text, index, terms: true), end)
    }
    return end
  }

  private mutating func scanTerm(_ inline: Inline, _ text: ArraySlice<UInt8>, _ index: Int, terms: Bool) -> Int {
    let own = ownTerms.match(text, at: index)
    let shared = table.glossary.match(text, at: index)
    guard terms, let term = own.map({ own in (shared?.length ?? 0) > own.length ? shared ?? own : own }) ?? shared else {
      return index + (text[index] >= 0xE0 ? 3 : 1)
    }
    if usedTerms.insert(term.name).inserted {
      add(inline, index..<(index + term.length), text, .term(term.name, in: term.article))
    }
    return index + term.length
  }

  private mutating func mention(_ name: ReferenceScan.Name, _ inline: Inline, _ text: ArraySlice<UInt8>) {
    let written = String(decoding: text[name.text], as: UTF8.self)
    if let found = table.register.reference(written), let id = found.article {
      leadsTo.append(id)
      if id != article.id { add(inline, name.range, text, .article(id, version: found.version)) }
    } else if case .title = name.kind, !isExternal(written) {
      reportTitle(written, inline, name.range, text)
    }
  }

  /// Documents of others are listed under 相关文件; what stands there is known not to be in the handbook.
  private func isExternal(_ title: String) -> Bool {
    article.references.contains { $0.article == nil && $0.title == title }
  }

  private mutating func add(_ inline: Inline, _ range: Range<Int>, _ text: ArraySlice<UInt8>, _ target: Target) {
    article.mentions.append(
      Mention(
        inline: inline, start: Int32(range.lowerBound - text.startIndex), end: Int32(range.upperBound - text.startIndex),
        target: target))
  }

  private mutating func reportTitle(_ title: String, _ inline: Inline, _ range: Range<Int>, _ text: ArraySlice<UInt8>) {
    let phrase = Phrase(
      first: inline, start: Int32(range.lowerBound - text.startIndex), last: inline, end: Int32(range.upperBound - text.startIndex))
    let nearest = table.register.nearestTitle(to: title)
    diagnostics.append(
      Diagnostic(
        .warning, "title-unresolved", path: article.path, range: document.range(of: phrase),
        message: Localized(zh: "手册里没有《\(title)》", en: "the handbook has no 《\(title)》"),
        help: nearest.map { Localized(zh: "最接近的是《\($0)》；外部文件请列入“相关文件”", en: "the nearest one is 《\($0)》; list documents of others under 相关文件/References") }
          ?? Localized(zh: "外部文件请列入“相关文件”", en: "list documents of others under 相关文件/References")))
  }

  // MARK: Links

  private mutating func resolve(_ inline: Inline, _ written: ArraySlice<UInt8>, isImage: Bool) {
    let text = String(decoding: written, as: UTF8.self)
    switch LinkSyntax(written, from: article.path) {
    case .foreign: break
    case .external:
      article.destinations[inline] = .external
      if isImage { report("image-remote", inline, .remoteImage(text)) }
    case .outside: report(isImage ? "attachment-outside" : "attachment-outside", inline, .outside(text))
    case .fragment(let name): resolveFragment(inline, article.id, name, written: text, own: true)
    case .path(let path, let fragment):
      if let id = table.register.article(path: path), !isImage {
        leadsTo.append(id)
        article.destinations[inline] = .article(id, fragment: fragment)
        resolveFragment(inline, id, fragment, written: text, own: false)
      } else if table.attachments.contains(path) {
        article.destinations[inline] = .attachment(path: path)
      } else if path.hasSuffix(".md") || path.hasSuffix(".MD") {
        report("link-broken", inline, .brokenLink(text, nearest: table.register.nearestPath(to: path)))
      } else {
        report("attachment-missing", inline, .missingAttachment(text))
      }
    }
  }

  private mutating func resolveFragment(_ inline: Inline, _ id: ArticleID, _ fragment: String, written: String, own: Bool) {
    if own { article.destinations[inline] = .fragment(fragment) }
    if fragment.isEmpty || (own ? article.anchors : table.anchors(id)).contains(fragment) { return }
    report("anchor-broken", inline, .brokenAnchor(written))
  }

  private mutating func report(_ rule: String, _ inline: Inline, _ texts: LinkFault) {
    diagnostics.append(
      Diagnostic(
        .error, rule, path: article.path, range: document.range(of: inline), message: texts.message, help: texts.help))
  }

  // MARK: Card

  /// What the card, fields and lists lead to.
  private mutating func collectCard() {
    let card = article.card
    let lists = card.basis + card.replaces + card.procedures + [card.replacedBy].compactMap(\.self)
    let named = lists + article.records + article.references + article.inputs + article.outputs
      + article.steps.flatMap(\.fields.records)
    leadsTo += named.compactMap(\.article)
    for step in article.steps {
      for branch in step.branches { if case .document(let reference)? = branch.target, let id = reference.article { leadsTo.append(id) } }
    }
    let parties = article.parties + [card.owner, card.reportsTo, card.backup, card.head, card.parent, card.department].compactMap(\.self)
    for party in parties + card.members + card.distribution + card.training { collect(party) }
  }

  private mutating func collect(_ party: Party) {
    switch party {
    case .role(let id): leadsTo.append(table.register.roles[Int(id.index)].article)
    case .department(let id): if let article = table.register.departments[Int(id.index)].article { leadsTo.append(article) }
    case .everyone, .allDepartments, .unknown: break
    }
  }
}
