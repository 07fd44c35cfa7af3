internal import Procedures
internal import Templates

/// Some facts under a heading.
struct FactsView: Sendable {
  var title: String
  var anchor: String
  var facts: [FieldView]

  static let schema = Schema<FactsView>(
    "facts",
    [
      .text("title", "The heading.") { $0.title }, .text("anchor", "Its place in the page.") { $0.anchor },
      .list("facts", FieldView.schema, "The facts.") { $0.facts },
      .flag("hasFacts", "Whether there are any.") { !$0.facts.isEmpty },
    ])
}

/// The page about the handbook and this build of it.
struct AboutView: Sendable {
  var lead: SafeHTML
  var groups: [FactsView]
  var sections: [SectionView]

  static let schema = Schema<AboutView>(
    "about",
    [
      .html("leadHtml", "What the page is for.") { $0.lead },
      .list("groups", FactsView.schema, "Facts under headings.") { $0.groups },
      .list("sections", SectionView.schema, "Explanations.") { $0.sections },
    ])
}

extension PageKind {
  /// The page about the handbook and this build of it.
  static let about = PageKind("about", AboutView.schema.shape) { site in
    site.jobs(.about) { view, _ in
      Page(view.listHead(.about, .about), AboutView.schema, AboutView(view))
    }
  }
}

extension AboutView {
  /// Gathers the facts. Linear in the articles.
  init(_ view: Viewpoint) {
    let facts = AboutFacts(view)
    lead = SafeHTML(escaping: view.strings[.aboutText])
    groups = [
      FactsView(title: view.strings[.aboutCounts], anchor: "counts", facts: facts.counts),
      FactsView(title: view.strings[.aboutBuild], anchor: "build", facts: facts.build),
      FactsView(title: view.strings[.aboutData], anchor: "data", facts: facts.files),
      FactsView(title: view.strings[.aboutLetters], anchor: "letters", facts: facts.letters),
      FactsView(title: view.strings[.aboutMarks], anchor: "marks", facts: facts.marks),
      FactsView(title: view.strings[.aboutStates], anchor: "states", facts: facts.states),
    ]
    var paper = SectionView()
    paper.title = view.strings[.aboutPaper]
    paper.anchor = "paper"
    paper.key = "paper"
    var body = SafeHTML(literal: "<p>")
    body.append(escaping: view.strings[.aboutPaperText])
    body.append(literal: "</p>\n")
    paper.body = body
    sections = [paper]
  }
}

/// What the page says, fact by fact.
private struct AboutFacts {
  private let view: Viewpoint

  init(_ view: Viewpoint) { self.view = view }

  /// How many of each kind there are.
  var counts: [FieldView] {
    let site = view.site
    var facts = [ArticleKind.procedure, .policy, .form].map { kind in
      number(kind.pluralWord, site.sources(of: kind).count, view.href(kind.place))
    }
    let steps = site.sources(of: .procedure).reduce(0) { $0 + view.article($1) { $0.steps.count } }
    facts += [
      number(.roles, site.handbook.roles.count, view.href(.roles)),
      number(.departments, site.handbook.departments.count, view.href(.departments)),
      number(.events, site.sources(of: .event).count, view.href(.events)),
      number(.glossary, site.handbook.glossary.count, view.href(.glossary)),
      number(.steps, steps, nil),
    ]
    return facts
  }

  /// What this build was made from.
  var build: [FieldView] {
    let facts = view.site.facts
    var list: [FieldView] = []
    if let edition = facts.edition { list.append(text(.edition, edition)) }
    list.append(text(.buildDate, facts.today.description))
    list.append(facts.ledgerHead.map { code(.ledgerHead, $0) } ?? text(.ledgerHead, view.strings[.noLedger]))
    if facts.isControlled {
      let versions = view.site.issued.reduce(0) { $0 + $1.record.versions.count }
      list.append(number(.aboutVersions, versions, view.href(.changes)))
      list.append(number(.aboutRecords, facts.ledger(on: facts.today)?.events.count ?? 0, view.href(.changes)))
    }
    list.append(text(.generator, facts.generator))
    return list
  }

  /// The files for machines.
  var files: [FieldView] {
    var ledger: [FieldView] = []
    if view.site.facts.isControlled {
      var html = SafeHTML()
      view.write("data/ledger.jsonl", href: view.href(Address("data/ledger.jsonl")), into: &html)
      ledger = [FieldView(Word.ledgerLines.key, view.strings[.ledgerLines], html)]
    }
    return ledger
      + view.site.files.filter { $0.word != nil }.compactMap { file in
        guard let word = file.word else { return nil }
        if let language = file.language, language != view.language { return nil }
        var html = SafeHTML()
        view.write(file.address.path, href: view.href(file.address), into: &html)
        return FieldView(word.key, view.strings[word], html)
      }
  }

  /// What the letters of the matrix mean.
  var letters: [FieldView] {
    Letter.allCases.map { PartView($0, view) }.map { part in
      FieldView(part.key, part.letter, SafeHTML(escaping: part.word))
    }
  }

  /// What the marks in steps and the signal words mean.
  var marks: [FieldView] {
    [
      FieldView("killer", "★", SafeHTML(escaping: view.strings[.killerLegend])),
      text(.pausePoint, view.strings[.pauseMeaning]), text(.danger, view.strings[.dangerMeaning]),
      text(.warning, view.strings[.warningMeaning]), text(.caution, view.strings[.cautionMeaning]),
    ]
  }

  /// What the states of documents mean.
  var states: [FieldView] {
    [
      text(.statusDraft, view.strings[.draftMeaning]), text(.statusReview, view.strings[.reviewMeaning]),
      text(.statusApproved, view.strings[.approvedMeaning]), text(.statusScheduled, view.strings[.scheduledMeaning]),
      text(.statusEffective, view.strings[.effectiveMeaning]), text(.statusHeld, view.strings[.heldMeaning]),
      text(.statusSuperseded, view.strings[.supersededMeaning]),
      text(.statusWithdrawn, view.strings[.withdrawnMeaning]),
    ]
  }

  private func text(_ word: Word, _ value: String) -> FieldView {
    FieldView(word.key, view.strings[word], SafeHTML(escaping: value))
  }

  private func code(_ word: Word, _ value: String) -> FieldView {
    var html = SafeHTML(literal: "<code>")
    html.append(escaping: value)
    html.append(literal: "</code>")
    return FieldView(word.key, view.strings[word], html)
  }

  private func number(_ word: Word, _ value: Int, _ href: String?) -> FieldView {
    var html = SafeHTML()
    view.write(String(value), href: href, into: &html)
    return FieldView(word.key, view.strings[word], html)
  }
}
