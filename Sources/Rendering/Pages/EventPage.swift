internal import Diagnostics
internal import Procedures
internal import Templates

/// Who holds a role on the day of an event.
struct PersonView: Sendable {
  var role: ChipView
  var person: String
  var phone: String
  var phoneHref: String?
  var count: Int

  static let schema = Schema<PersonView>(
    "person",
    [
      .record("role", ChipView.schema, "The role.") { $0.role }, .text("person", "The name.") { $0.person },
      .text("phone", "The telephone number.") { $0.phone },
      .text("phoneHref", "The number as an address, where it can be dialled.") { $0.phoneHref },
      .number("count", "How many of the event's own steps the role does.") { $0.count },
    ])
}

/// The page of an event.
struct EventView: Sendable {
  var code: String?
  var kindWord = ""
  var lead: SafeHTML?
  var facts: [FieldView] = []
  var actions: [ActionView] = []
  var unassigned: [ChipView] = []
  var days: [DayView] = []
  var people: [PersonView] = []
  var sections: [SectionView] = []
  var toc: [ContentsView] = []

  static let schema = Schema<EventView>(
    "event",
    [
      .text("code", "Nothing: an event goes by its name.") { $0.code },
      .text("kindWord", "Event, in a word.") { $0.kindWord },
      .record("status", StatusView.schema, "Nothing: an event is not under control.") { _ in nil },
      .html("leadHtml", "What the event is for, in a sentence.") { $0.lead },
      .list("facts", FieldView.schema, "The values of the card.") { $0.facts },
      .flag("hasFacts", "Whether the card has values.") { !$0.facts.isEmpty },
      .list("actions", ActionView.schema, "Things to press.") { $0.actions },
      .list("unassigned", ChipView.schema, "Who has something to do and is nobody that day.") { $0.unassigned },
      .flag("hasUnassigned", "Whether there are any.") { !$0.unassigned.isEmpty },
      .list("days", DayView.schema, "The event's own steps by day.") { $0.days },
      .flag("hasDays", "Whether it has steps of its own.") { !$0.days.isEmpty },
      .list("people", PersonView.schema, "Who holds which role.") { $0.people },
      .flag("hasPeople", "Whether the card says.") { !$0.people.isEmpty },
      .list("sections", SectionView.schema, "All sections but the steps.") { $0.sections },
      .list("toc", ContentsView.schema, "The contents of the page.") { $0.toc },
    ])

  /// Gathers the page of an event.
  static func make(_ id: ArticleID, _ view: Viewpoint) -> (head: PageHead, page: EventView) {
    let text = CardText(id, view) { $0.kind == .steps }
    let article = text.builder.article
    let steps = StepBuilder(id, view, text.prose)
    let people = EventPeople(article, view)
    var page = EventView()
    page.kindWord = view.strings[.event]
    page.lead = text.lead
    page.facts = EventFacts(article, view).fields
    page.actions = [ActionView("print", view.strings[.print], command: "print", isPrimary: true)]
    page.unassigned = people.unassigned.map(view.chip)
    page.days = EventTimeline(steps).days
    page.people = people.rows
    page.sections = text.sections
    page.toc = page.contents(view.strings)
    var head = view.cardHead(id)
    head.description = text.description
    head.banner = view.uncontrolledBanner
    return (head, page)
  }

  private func contents(_ strings: Strings) -> [ContentsView] {
    var found: [ContentsView] = days.map { day in
      let words = [day.label, String(day.date.dropFirst(5))].filter { !$0.isEmpty }
      return ContentsView(words.joined(separator: " · "), day.anchor)
    }
    if !people.isEmpty { found.append(ContentsView(strings[.people], "People")) }
    for section in sections {
      if let title = section.title, let anchor = section.anchor { found.append(ContentsView(title, anchor)) }
    }
    return found
  }
}

/// The values of an event's card.
struct EventFacts {
  private(set) var fields: [FieldView] = []
  private let view: Viewpoint

  init(_ article: Article, _ view: Viewpoint) {
    self.view = view
    guard let card = article.entry.card.event else { return }
    if let days = card.date?.value { add(.date, SafeHTML(escaping: days.words(view.strings))) }
    add(.place, SafeHTML(escaping: card.place?.text ?? ""))
    for variant in article.card.variants {
      fields.append(FieldView("variant", variant.name, SafeHTML(escaping: variant.value)))
    }
    add(.mode, SafeHTML(escaping: card.mode?.value.label[view.language] ?? ""))
    let anchors = card.anchors.map { $0.name.text + " " + $0.value.text }
    add(.anchors, SafeHTML(escaping: anchors.joined(separator: view.strings[.listComma])))
    add(.procedures, procedures(article.card.procedures))
    add(.formerNames, SafeHTML(escaping: card.formerly.map(\.text).joined(separator: view.strings[.listComma])))
    add(.audience, SafeHTML(escaping: card.audience?.text ?? ""))
  }

  private mutating func add(_ word: Word, _ value: SafeHTML) {
    if !value.isEmpty { fields.append(FieldView(word.key, view.strings[word], value)) }
  }

  /// The procedures that it runs: code, title and the version that is pinned, linked.
  private func procedures(_ references: [Reference]) -> SafeHTML {
    var html = SafeHTML()
    for (index, reference) in references.enumerated() {
      if index > 0 { html.append(literal: "<br>") }
      let doc = view.doc(reference)
      let words = [doc.code, reference.version?.text, doc.title].compactMap(\.self)
      view.write(words.joined(separator: " "), href: doc.href, into: &html)
    }
    return html
  }
}

extension DaySpan {
  /// The day or days with the days of the week.
  func words(_ strings: Strings) -> String {
    let start = first.description + " " + strings.weekday(first)
    return count == 1 ? start : start + " – " + last.description + " " + strings.weekday(last)
  }
}

extension PageKind {
  /// The page of every event and of its translations.
  static let event = PageKind("event", EventView.schema.shape, gathers: false) { site in
    site.articles(of: .event).map { id in
      PageJob(site.addresses.articles[Int(id.index)], site.language(of: id), of: id) { view in
        let (head, page) = EventView.make(id, view)
        return Page(head, EventView.schema, page)
      }
    }
  }
}
