internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// The sections of an article as views; whatever was not read as a list is kept as text.
struct SectionBuilder {
  /// The article, lent without a copy.
  var article: Article { _read { yield view[id] } }
  let id: ArticleID
  let view: Viewpoint
  let prose: Prose

  /// Prepares an article's sections for a page.
  init(_ id: ArticleID, _ view: Viewpoint, _ prose: Prose) {
    self.id = id
    self.view = view
    self.prose = prose
  }

  /// One section.
  ///
  /// - Parameter index: a place in `Article.sections`.
  func section(_ index: Int) -> SectionView {
    let section = article.sections[index]
    var shown = SectionView()
    shown.key = section.kind.rawValue
    shown.title = section.title
    shown.anchor = section.anchor
    var text = SectionText(prose)
    for content in section.content {
      switch content {
      case .prose(let block): text.add(block)
      case .warning(let warning): text.add(warning.block)
      case .definition(let index): shown.definitions.append(definition(article.definitions[index]))
      case .risk(let index): shown.risks.append(risk(article.risks[index]))
      case .material(let index): shown.materials.append(material(article.materials[index]))
      case .change(let index): shown.changes.append(change(article.changes[index]))
      case .duty(let index): text.add(duty(article.duties[index]))
      case .reference(let index): add(index, section.kind, &shown)
      case .stage, .step: break
      }
    }
    shown.body = text.finished
    return shown
  }

  /// The text of a section, without what was read as lists; nil when there is none.
  func text(_ index: Int) -> SafeHTML? { section(index).body }

  /// What stands before the first section, without the title again; nil when nothing does.
  var preamble: SectionView? {
    var blocks = article.preamble
    var text = SafeHTML()
    if let first = blocks.first, case .heading(level: 1) = prose.document.kind(of: first) {
      blocks.removeFirst()
      if prose.document.plainText(of: first) != article.title { text = subtitle(first) }
    }
    guard !blocks.isEmpty || !text.isEmpty else { return nil }
    text.append(prose.html(blocks))
    var shown = SectionView()
    shown.body = text
    return shown
  }

  /// The footnotes as a section of their own; nil when there are none.
  var footnotes: SectionView? {
    let html = prose.footnotes
    guard !html.isEmpty else { return nil }
    var shown = SectionView()
    shown.key = "footnotes"
    shown.title = view.strings[.footnotes]
    shown.anchor = "Footnotes"
    shown.body = html
    return shown
  }

  /// A page has one heading of the first level, so another one of the author's becomes a strong line.
  private func subtitle(_ heading: Block) -> SafeHTML {
    var html = SafeHTML(literal: "<p><strong>")
    prose.write(prose.document.phrase(of: heading), into: &html)
    html.append(literal: "</strong></p>\n")
    return html
  }
}

extension SectionBuilder {
  private func definition(_ definition: Definition) -> DefinitionView {
    DefinitionView(term: definition.term, anchor: definition.anchor, body: prose.html(definition.text))
  }

  private func risk(_ risk: Risk) -> RiskView {
    RiskView(
      risk: prose.html(risk.risk), control: risk.control.map { prose.html($0) } ?? SafeHTML(),
      owner: view.names(risk.owner))
  }

  private func material(_ material: Material) -> MaterialView {
    MaterialView(name: material.name, quantity: material.quantity, note: material.note)
  }

  private func change(_ change: Change) -> ChangeView {
    ChangeView(
      version: change.version, date: change.date, person: view.site.facts.showsPeople ? change.person : "",
      note: prose.html(change.note))
  }

  /// A duty in a document that is no role: its text with its times, and what stands below it.
  private func duty(_ duty: Duty) -> SafeHTML {
    var html = SafeHTML(literal: "<p>")
    html.append(escaping: "\(duty.number). ")
    for moment in [duty.time, duty.due, duty.every] {
      if let moment { html.append(escaping: moment.text + " ") }
    }
    prose.write(duty.text, into: &html)
    html.append(literal: "</p>\n")
    html.append(prose.html(duty.notes))
    return html
  }

  private func add(_ index: Int, _ kind: SectionKind, _ shown: inout SectionView) {
    switch kind {
    case .records: shown.records.append(record(article.records[index]))
    case .references: shown.docs.append(doc(article.references[index]))
    case .inputs: shown.docs.append(doc(article.inputs[index]))
    case .outputs: shown.docs.append(doc(article.outputs[index]))
    case .purpose, .scope, .definitions, .flow, .steps, .responsibilities, .authority, .qualifications, .risks,
      .contingency, .materials, .compliance, .changes, .supplementary, .other:
      break
    }
  }

  private func doc(_ reference: Reference) -> DocView {
    view.doc(reference, note: reference.note.map { prose.plain($0) })
  }

  private func record(_ reference: Reference) -> RecordView {
    let steps = article.steps.filter {
      $0.fields.records.contains { $0.article == reference.article && $0 == reference }
    }
    let doc = view.doc(reference)
    return RecordView(
      title: doc.title, code: doc.code, href: doc.href,
      steps: steps.map { LinkView(text: $0.number, href: view.href(article.id, $0.anchor)) },
      retention: reference.article.flatMap { view.article($0) { $0.entry.card.control?.retention?.text } },
      note: reference.note.flatMap { $0.isEmpty ? nil : prose.html($0) })
  }
}

/// Text that grows block by block; list items next to each other share a list.
private struct SectionText {
  private let prose: Prose
  private var html = SafeHTML()
  private var blocks: [Block] = []

  init(_ prose: Prose) { self.prose = prose }

  mutating func add(_ block: Block) { blocks.append(block) }

  mutating func add(_ markup: SafeHTML) {
    flush()
    html.append(markup)
  }

  var finished: SafeHTML? {
    mutating get {
      flush()
      return html.isEmpty ? nil : html
    }
  }

  private mutating func flush() {
    if !blocks.isEmpty { html.append(prose.html(blocks)) }
    blocks = []
  }
}
