internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

extension RoleView {
  /// Gathers the page of a role. Linear in its steps, but for sorting; the page itself is bounded by `PageLimit`.
  static func make(_ id: ArticleID, _ network: RoleNetwork, _ view: Viewpoint) -> (head: PageHead, page: RoleView) {
    let text = CardText(id, view)
    var page = RoleView(id, text, network, view)
    if let role = view.site.role(of: id) {
      page.addSteps(role, text, view)
      page.reporting = network.reporting(of: role, view)
      if RoleChecklist.exists(role, view.site) {
        page.checklistHref = view.href(ChecklistPage.address(view.address))
      }
    }
    page.actions = page.actions(view)
    page.toc = page.contents(view.strings)
    var head = view.cardHead(id)
    head.description = text.description
    head.banner = view.uncontrolledBanner
    return (head, page)
  }

  private init(_ id: ArticleID, _ text: CardText, _ network: RoleNetwork, _ view: Viewpoint) {
    let article = text.builder.article
    code = article.code
    kindWord = view.strings[.role]
    lead = text.lead
    facts = RoleFacts(article, view.site.role(of: id), network, view).fields
    aliases = (article.entry.card.role?.aliases ?? []).map { WordView($0.text) }
    (duties, dutiesAnchor, dutiesText) = (text.duties, text.dutiesAnchor, text.dutiesText)
    sections = text.sections
  }

  private mutating func addSteps(_ role: RoleID, _ text: CardText, _ view: Viewpoint) {
    var gatherer = StepGatherer(view)
    let steps = RoleStep.merged(view.handbook.roles[Int(role.index)].parts)
      .filter { !view.isWithdrawn($0.article) && view.site.docs[Int($0.article.index)].kind != .event }
    let own = steps.filter { $0.letters.contains(.responsible) && view.isInForce($0.article) }
    let timed = RhythmStep.sorted(own, view.site).timed
    rhythm = RhythmStages(timed.prefix(PageLimit.rhythm), of: role, text, &gatherer).stages
    if timed.count > PageLimit.rhythm {
      var rest = StageView()
      rest.title = view.strings.phrase(.moreSteps, String(timed.count - PageLimit.rhythm))
      rhythm.append(rest)
    }
    if steps.count > PageLimit.steps {
      table = TakesTable(steps, view)
    } else {
      takes = TakeView.all(steps, of: role, &gatherer)
    }
  }

  private func actions(_ view: Viewpoint) -> [ActionView] {
    let list = checklistHref.map {
      ActionView("checklist", view.strings[.roleChecklist], href: $0, isPrimary: true)
    }
    return [list, ActionView("print", view.strings[.print], command: "print")].compactMap(\.self)
  }

  private func contents(_ strings: Strings) -> [ContentsView] {
    var found: [ContentsView] = []
    if !rhythm.isEmpty { found.append(ContentsView(strings[.myDay], "Day")) }
    if !duties.isEmpty { found.append(ContentsView(strings[.duties], dutiesAnchor)) }
    if !takes.isEmpty || table != nil { found.append(ContentsView(strings[.takes], "Takes")) }
    for section in sections {
      if let title = section.title, let anchor = section.anchor { found.append(ContentsView(title, anchor)) }
    }
    if reporting != nil { found.append(ContentsView(strings[.reporting], "Reporting")) }
    return found
  }
}

/// What recurs, by rhythm: the steps, and the duties of the week and longer that have no step.
struct RhythmStages {
  let stages: [StageView]

  /// - Parameters:
  ///   - timed: the steps in the order of time.
  ///   - text: the duties; those of a day are left to the steps, which say them by the clock.
  init(_ timed: ArraySlice<RhythmStep>, of role: RoleID, _ text: CardText, _ gatherer: inout StepGatherer) {
    let strings = gatherer.view.strings
    var found: [(place: RhythmPlace, step: StepView)] = []
    for step in timed { found.append((step.place, gatherer.step(step.step, of: role))) }
    found += Self.duties(text, strings)
    let order = found.indices.sorted { (found[$0].place, $0) < (found[$1].place, $1) }
    var stages: [StageView] = []
    var last: Rhythm?
    for index in order {
      if last != found[index].place.rhythm {
        var stage = StageView()
        stage.title = strings[found[index].place.rhythm.word]
        stages.append(stage)
        last = found[index].place.rhythm
      }
      stages[stages.count - 1].steps.append(found[index].step)
    }
    self.stages = stages
  }

  private static func duties(_ text: CardText, _ strings: Strings) -> [(place: RhythmPlace, step: StepView)] {
    text.builder.article.duties.compactMap { duty in
      let timed = DutyTime(duty, text.prose.document)
      guard let (place, moment) = timed.recurring else { return nil }
      var shown = StepView()
      shown.key = "duty-\(duty.number)"
      shown.when = WhenView(main: moment.text, isRecurring: true)
      shown.action = .phrase(timed.text, text.prose)
      var source = DocView()
      source.code = strings.phrase(.dutyNumber, String(duty.number))
      source.link = Link(text.builder.id, "Duty-\(duty.number)", text.builder.view)
      shown.source = source
      return (place, shown)
    }
  }
}

/// The values of a role's card.
struct RoleFacts {
  private(set) var fields: [FieldView] = []
  private let view: Viewpoint

  init(_ article: Article, _ role: RoleID?, _ network: RoleNetwork, _ view: Viewpoint) {
    self.view = view
    // What a translation leaves out, its source says.
    let source = role.map { view.handbook.articles[Int(view.handbook.roles[Int($0.index)].article.index)] } ?? article
    let card = source.entry.card.role
    add(.department, [source.card.department].compactMap(\.self))
    add(.reportsTo, [source.card.reportsTo].compactMap(\.self))
    add(.backup, [source.card.backup].compactMap(\.self))
    add(.members, source.card.members)
    add(.groups, role.map(network.groups) ?? [])
    add(.headcount, card?.headcount?.text ?? "")
    if card?.external?.value == true { add(.external, view.strings[.yes]) }
    if view.site.facts.showsPeople {
      add(.holders, (card?.holders ?? []).map(\.text).joined(separator: view.strings[.listComma]))
    }
    add(.formerNames, (card?.formerly ?? []).map(\.text).joined(separator: view.strings[.listComma]))
    add(.audience, card?.audience?.text ?? "")
  }

  private mutating func add(_ word: Word, _ text: String) {
    if !text.isEmpty { fields.append(FieldView(word.key, view.strings[word], SafeHTML(escaping: text))) }
  }

  private mutating func add(_ word: Word, _ parties: [Party]) {
    if !parties.isEmpty { fields.append(FieldView(word.key, view.strings[word], view.names(parties))) }
  }
}

extension Viewpoint {
  /// The head of the page of a role, department or event.
  func cardHead(_ id: ArticleID) -> PageHead {
    article(id) { article in
      var head = PageHead(article.title, place: article.kind.place)
      head.crumbs = [LinkView(text: strings[article.kind.pluralWord], href: href(article.kind.place))]
      if article.kind == .role, let department = article.card.department {
        head.crumbs.append(LinkView(text: name(department), href: href(department)))
      }
      head.crumbs.append(LinkView(text: article.title))
      head.languages = languages(of: id)
      return head
    }
  }
}
