internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// The checklist of a role: what it does in a day and besides, from all documents in force.
struct RoleChecklist {
  private let role: RoleID
  private let view: Viewpoint
  private var gatherer: StepGatherer
  /// The documents that the list is made from, in the order in which they were met.
  private var documents: [ArticleID] = []
  private var blocks: [StageView] = []

  /// Whether there is anything for it to do.
  static func exists(_ role: RoleID, _ site: Site) -> Bool {
    let view = Viewpoint(site, address: Place.home.address, language: site.handbook.settings.language)
    return site.handbook.roles[Int(role.index)].parts.contains { isListed($0.article, $0.letters, view) }
  }

  /// Steps that the role does or has a box in, of documents in force; events have sheets of their own.
  private static func isListed(_ id: ArticleID, _ letters: [Letter], _ view: Viewpoint) -> Bool {
    letters.contains(.responsible) && view.site.docs[Int(id.index)].kind != .event && view.isInForce(id)
  }

  /// Gathers the steps: those of the day, what recurs less often, then what has no time, by document.
  init(_ role: RoleID, _ view: Viewpoint) {
    self.role = role
    self.view = view
    gatherer = StepGatherer(view)
    let steps = RoleStep.merged(view.handbook.roles[Int(role.index)].parts)
      .filter { Self.isListed($0.article, $0.letters, view) }
    let (timed, untimed) = RhythmStep.sorted(steps, view.site)
    var last: Rhythm?
    for found in timed.prefix(PageLimit.checklist) {
      if last != found.place.rhythm { open(view.strings[found.place.rhythm.word], "rhythm-\(found.place.rhythm)") }
      last = found.place.rhythm
      add(found.step)
    }
    var article: ArticleID?
    for found in untimed.prefix(PageLimit.checklist - min(timed.count, PageLimit.checklist)) {
      if article != found.article {
        let doc = view.doc(found.article)
        open([doc.code, doc.title].compactMap(\.self).joined(separator: " "), "steps-\(found.article.index)")
      }
      article = found.article
      add(found)
    }
    if steps.count > PageLimit.checklist {
      open(view.strings.phrase(.moreOnRolePage, String(steps.count - PageLimit.checklist)), nil)
    }
  }

  private mutating func open(_ title: String, _ anchor: String?) {
    var stage = StageView()
    stage.title = title
    stage.anchor = anchor
    blocks.append(stage)
  }

  private mutating func add(_ found: RoleStep) {
    var shown = gatherer.step(found.article, found.step)
    shown.source = shown.source.map(view.named)
    let source = gatherer.source(found.article, found.step)
    shown.boxes = zip(shown.boxes, source.boxes).filter { isOwn($1, of: source, found) }.map(\.0)
    blocks[blocks.count - 1].steps.append(shown)
    documents.append(found.article)
  }

  /// Whether a box is the role's: it names the role or a group of its; or it names nobody and the role does the step.
  private func isOwn(_ box: Box, of step: Step, _ found: RoleStep) -> Bool {
    let own = [role] + found.groups
    func isNamed(_ parties: [Party]) -> Bool {
      parties.contains { party in
        switch party {
        case .role(let id): own.contains(id)
        case .everyone, .allDepartments: true
        case .department, .unknown: false
        }
      }
    }
    return box.parties.isEmpty ? isNamed(step.participation.responsible) : isNamed(box.parties)
  }
}

extension RoleChecklist {
  /// The list as a page.
  func page(_ id: ArticleID) -> ChecklistPage {
    var page = ChecklistPage()
    let sources = Array(Set(documents)).sorted()
    let hash = self.hash(sources)
    page.subject = view.article(id) { $0.title }
    page.code = view.article(id) { $0.code }
    page.sheet = SheetView(
      code: page.code, title: page.subject + " · " + view.strings[.roleChecklist], mark: view.strings[.copyMark],
      hash: hash, edition: view.site.facts.edition ?? view.site.facts.ledgerHead.map { String($0.prefix(12)) })
    let modes = sources.map { id in view.article(id) { $0.entry.card.mode } }
    if let mode = modes.first ?? nil, modes.allSatisfy({ $0 == mode }) { page.mode = mode.label[view.language] }
    page.storeKey = "role/" + view.key(.role(role)) + "@" + hash
    page.facts = [FieldView(Word.sources.key, view.strings[.sources], names(of: sources))]
    page.actions = [
      ActionView("print", view.strings[.printChecklist], command: "print", isPrimary: true),
      ActionView("role", view.strings[.viewRole], href: view.href(id)),
    ]
    page.blocks = blocks
    page.signatures = [view.strings[.done], view.strings[.checked]]
    return page
  }

  /// Of a sheet made from several documents: the first digits of the SHA-256 of the sorted lines `CODE@VERSION SHA256`
  /// (spec/site.md, Print).
  private func hash(_ sources: [ArticleID]) -> String {
    let lines = sources.map { id in
      view.article(id) { article in
        let version = article.entry.card.control?.version?.value.text ?? ""
        return article.name + "@" + version + " " + view.site.facts.digest(article.document.source.bytes) + "\n"
      }
    }
    let sorted = lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return String(view.site.facts.digest(Array(sorted.joined().utf8)).prefix(8))
  }

  /// The documents with their versions.
  private func names(of sources: [ArticleID]) -> SafeHTML {
    var html = SafeHTML()
    for (index, id) in sources.prefix(PageLimit.sources).enumerated() {
      if index > 0 { html.append(escaping: " · ") }
      let doc = view.doc(id)
      let words = [doc.code ?? doc.title, doc.version].compactMap(\.self)
      view.write(words.joined(separator: " "), href: doc.href, into: &html)
    }
    let rest = sources.count - PageLimit.sources
    if rest > 0 { html.append(escaping: " · " + view.strings.phrase(.moreDocuments, String(rest))) }
    return html
  }
}

extension PageKind {
  /// The checklist of every role that has something to do, and of its translations.
  static let roleChecklist = PageKind("role-checklist", ChecklistPage.schema.shape) { site in
    site.articles(of: .role).compactMap { id in
      guard let role = site.role(of: id), RoleChecklist.exists(role, site) else { return nil }
      let page = site.addresses.articles[Int(id.index)]
      return PageJob(ChecklistPage.address(page), site.language(of: id), of: id) { view in
        var head = view.cardHead(id)
        head.heading += " · " + view.strings[.roleChecklist]
        head.crumbs[head.crumbs.count - 1].href = view.href(id)
        head.crumbs.append(LinkView(text: view.strings[.roleChecklist]))
        head.languages = view.languages(of: id, page: ChecklistPage.address)
        head.banner = view.uncontrolledBanner
        return Page(head, ChecklistPage.schema, RoleChecklist(role, view).page(id))
      }
    }
  }
}

extension Viewpoint {
  /// The line over pages that gather steps of documents, in a handbook in which nothing was ever issued.
  var uncontrolledBanner: BannerView? {
    if site.facts.isControlled { return nil }
    return BannerView(
      key: "uncontrolled", word: strings[.uncontrolled], text: SafeHTML(escaping: strings[.uncontrolledText]))
  }
}
