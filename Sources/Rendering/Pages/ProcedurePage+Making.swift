internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

extension ProcedurePage {
  /// Gathers the page of a procedure or policy.
  static func make(_ id: ArticleID, _ view: Viewpoint) -> (head: PageHead, page: ProcedurePage) {
    let document = DocumentHead(id, view)
    var page = ProcedurePage(document)
    let prose = Prose(id, view)
    let steps = StepBuilder(id, view, prose)
    page.addSections(SectionBuilder(id, view, prose), steps)
    page.rolesHere = roles(steps)
    page.toc = page.contents(view.strings)
    var head = document.page()
    head.description = page.lead == nil ? nil : purpose(document.article).map { prose.plain($0) }
    return (head, page)
  }

  private init(_ document: DocumentHead) {
    let (article, view) = (document.article, document.view)
    code = view.facts(article.id).code
    kindWord = view.strings[view.facts(article.id).kind.word]
    status = document.status
    versions = document.menu
    version = document.card.version?.value.text
    facts = document.facts
    approvals = document.approvals
    linkedFrom = document.linkedFrom
    (prev, next) = document.neighbours
    sheet = document.sheet
    if !article.steps.isEmpty {
      let href = view.href(ChecklistPage.address(view.address))
      checklistHref = href
      actions.append(ActionView("checklist", view.strings[.checklist], href: href, isPrimary: true))
    }
    actions.append(ActionView("print", view.strings[.print], command: "print"))
  }

  /// The purpose is the lead where it is one paragraph; the scope comes before the steps; all else after them.
  private mutating func addSections(_ builder: SectionBuilder, _ steps: StepBuilder) {
    let article = builder.article
    let lead = ProcedurePage.leadSection(article)
    if let lead, let phrase = ProcedurePage.purpose(article) {
      self.lead = builder.anchored(builder.prose.html(phrase), article.sections[lead].anchor)
    }
    preamble = builder.preamble?.body
    let (flowSection, matrixSection) = (article.first(.flow), article.first(.responsibilities))
    flow = FlowView(
      steps, anchor: flowSection.map { article.sections[$0].anchor } ?? "Flowchart",
      body: flowSection.flatMap { builder.text($0) })
    matrix = MatrixView(
      steps, anchor: matrixSection.map { article.sections[$0].anchor } ?? "Matrix",
      body: matrixSection.flatMap { builder.text($0) })
    for (index, section) in article.sections.enumerated() where index != lead {
      if section.kind == .steps {
        stepSections.append(steps.section(index))
      } else if index == flowSection && flow != nil || index == matrixSection && matrix != nil {
        continue
      } else if section.kind == .purpose || section.kind == .scope {
        intro.append(builder.section(index))
      } else {
        sections.append(builder.section(index))
      }
    }
    if let footnotes = builder.footnotes { sections.append(footnotes) }
  }

  /// The purpose section when it is one paragraph and so can be the lead.
  private static func leadSection(_ article: Article) -> Int? {
    guard let index = article.first(.purpose), article.sections[index].content.count == 1 else { return nil }
    return purpose(article) == nil ? nil : index
  }

  private static func purpose(_ article: Article) -> Phrase? {
    guard let index = article.first(.purpose), case .prose(let block)? = article.sections[index].content.first,
      case .paragraph = article.document.kind(of: block)
    else { return nil }
    return article.document.phrase(of: block)
  }

  private static func roles(_ steps: StepBuilder) -> [RoleHere] {
    var found = steps.parties.map { (party: $0, count: 0, letters: Array(repeating: 0, count: Letter.allCases.count)) }
    for part in steps.parts.joined() {
      guard let place = steps.places[part.party] else { continue }
      found[place].count += 1
      for letter in part.letters { found[place].letters[letter.rawValue] += 1 }
    }
    let isChinese = steps.view.language == .chinese
    return found.enumerated().map { place, role in
      let letters = Letter.allCases.filter { role.letters[$0.rawValue] > 0 }
        .map { (isChinese ? $0.chinese : $0.english) + String(role.letters[$0.rawValue]) }
      return RoleHere(
        place: place, chip: steps.view.chip(role.party), count: role.count, letters: letters.joined(separator: " "))
    }
  }

  /// The headings of the page in their order.
  private func contents(_ strings: Strings) -> [ContentsView] {
    var found: [ContentsView] = []
    func add(_ section: SectionView) {
      if let title = section.title, let anchor = section.anchor { found.append(ContentsView(title, anchor)) }
    }
    intro.forEach(add)
    for section in stepSections {
      found.append(ContentsView(section.title, section.anchor))
      for stage in section.stages {
        if let title = stage.title, let anchor = stage.anchor { found.append(ContentsView(title, anchor, isSub: true)) }
      }
    }
    if let flow { found.append(ContentsView(strings[.flowchart], flow.anchor)) }
    if let matrix { found.append(ContentsView(strings[.matrix], matrix.anchor)) }
    sections.forEach(add)
    if !approvals.isEmpty { found.append(ContentsView(strings[.approvals], "Approvals")) }
    if !linkedFrom.isEmpty { found.append(ContentsView(strings[.linkedFrom], "Linked-from")) }
    return found
  }
}

extension Article {
  /// The first section of a kind.
  func first(_ kind: SectionKind) -> Int? { sections.firstIndex { $0.kind == kind } }
}

extension SectionBuilder {
  /// Markup with a place in the page.
  func anchored(_ html: SafeHTML, _ anchor: String) -> SafeHTML {
    var shown = SafeHTML(literal: "<span id=\"")
    shown.append(escaping: anchor)
    shown.append(literal: "\">")
    shown.append(html)
    shown.append(literal: "</span>")
    return shown
  }
}
