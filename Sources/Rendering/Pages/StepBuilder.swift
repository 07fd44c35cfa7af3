internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// The steps of an article as views, for any page that shows them.
struct StepBuilder {
  /// The text of the article.
  let prose: Prose
  /// The article, lent without a copy.
  var article: Article { _read { yield view[id] } }
  let id: ArticleID
  let view: Viewpoint
  /// Its steps and stages; one step is read where it lies, because it is large.
  let steps: [Step]
  let stages: [Stage]
  let anchors: AnchorTable
  /// Who takes part in each step, on the article's own page.
  let parts: [[(party: Party, letters: [Letter])]]
  /// Everybody who takes part, in the order of the text, and the place of each in it.
  let parties: [Party]
  let places: [Party: Int]
  /// What the keys of its steps begin with.
  let prefix: String
  /// Whether the page is the article's own, which shows stages with their fields.
  let isOwnPage: Bool
  /// The stages that hand something down.
  let handingDown: Set<Int>

  /// Prepares an article's steps for a page.
  ///
  /// - Parameter isAlone: whether the page shows no other article's steps, so that numbers are enough to tell them apart.
  init(_ id: ArticleID, _ view: Viewpoint, _ prose: Prose, isAlone: Bool = false) {
    self.id = id
    self.view = view
    self.prose = prose
    let (steps, stages) = (view[id].steps, view[id].stages)
    (self.steps, self.stages) = (steps, stages)
    isOwnPage = view.isPage(of: id)
    anchors = view.facts(id).anchors
    parts = isOwnPage ? steps.map(\.parts) : []
    var parties: [Party] = []
    var places: [Party: Int] = [:]
    for part in parts.joined() where places[part.party] == nil {
      places[part.party] = parties.count
      parties.append(part.party)
    }
    (self.parties, self.places) = (parties, places)
    prefix = isAlone ? "" : FileName.safe(view[id].name) + "-"
    handingDown = isOwnPage ? Set(stages.indices.filter { stages[$0].fields.isShown }) : []
  }

  /// One step.
  ///
  /// - Parameters:
  ///   - index: a place in `Article.steps`.
  ///   - before: warnings that stand before it.
  func step(_ index: Int, before: [Warning] = []) -> StepView {
    var shown = StepView()
    let anchor = steps[index].anchor
    shown.key = prefix + (anchor.hasPrefix("step-") ? anchor.dropFirst(5) : anchor[...])
    shown.anchor = isOwnPage ? anchor : nil
    shown.number = steps[index].number
    shown.href = Link(id, anchor, view)
    shown.level = steps[index].depth
    shown.under = condition(over: steps[index])
    shown.when = when(steps[index].fields)
    shown.who = steps[index].fields.participation.responsible.map { view.chip($0) }
    shown.action = .phrase(steps[index].action, prose)
    shown.tags = tags(steps[index])
    shown.warnings = (before + steps[index].warnings).map { warning($0) }
    shown.boxes = steps[index].boxes.enumerated().map { box($1, key: "\(shown.key)-b\($0 + 1)") }
    shown.branches = steps[index].branches.map { branch($0, from: index) }
    (shown.handover, shown.conditions, shown.fields) = fields(steps[index])
    if !steps[index].notes.isEmpty { shown.notes = .blocks(steps[index].notes, prose) }
    if isOwnPage { shown.roleKeys = parts[index].map { String(places[$0.party] ?? 0) }.joined(separator: " ") }
    return shown
  }

  private func tags(_ step: Step) -> [WordView] {
    var tags: [WordView] = []
    if step.isOptional { tags.append(WordView(view.strings[.optional])) }
    if !step.fields.applies.isEmpty {
      let names = step.fields.applies.joined(separator: view.strings[.listComma])
      tags.append(WordView(view.strings.phrase(.onlyFor, names)))
    }
    if step.fields.oneOf { tags.append(WordView(view.strings[.oneOf])) }
    return tags
  }

  private func box(_ box: Box, key: String) -> BoxView {
    BoxView(key: key, text: .phrase(box.text, prose), isKiller: box.isKiller, who: box.parties.map { view.chip($0) })
  }

  /// A warning with its signal word.
  func warning(_ warning: Warning) -> WarningView {
    let (icon, word): (String, Word) =
      switch warning.level {
      case .danger: ("icon-danger", .danger)
      case .warning: ("icon-warning", .warning)
      case .caution: ("icon-warning", .caution)
      case .note: ("icon-note", .remark)
      }
    return WarningView(
      level: warning.level.rawValue, icon: icon, word: view.strings[word], text: .phrase(warning.lead, prose),
      rest: .blocks(warning.rest, prose))
  }

  /// The condition of the branch that a step is nested in; nil for every other step.
  private func condition(over step: Step) -> Markup? {
    guard let parent = step.parent, step.depth > 1, !steps[parent].branches.isEmpty else { return nil }
    let document = prose.document
    guard let list = document.parent(of: step.block), let item = document.parent(of: list),
      item != steps[parent].block
    else { return nil }
    let range = document.range(of: item)
    let branch = steps[parent].branches.first { $0.range.start >= range.start && $0.range.end <= range.end }
    switch branch?.condition {
    case .when(let phrase):
      var html = SafeHTML(escaping: view.strings[.if] + " ")
      prose.write(phrase, into: &html)
      return .html(html)
    case .otherwise: return .text(view.strings[.otherwise])
    case .always, nil: return nil
    }
  }
}

// MARK: - Ways on

extension StepBuilder {
  private func branch(_ branch: Branch, from index: Int) -> BranchView {
    var lead: String?
    var condition: Markup?
    switch branch.condition {
    case .when(let phrase):
      lead = view.strings[.if]
      condition = .phrase(phrase, prose)
    case .otherwise: lead = view.strings[.otherwise]
    case .always: lead = branch.result == nil ? nil : view.strings[.then]
    }
    return BranchView(
      lead: lead, condition: condition, result: branch.result.map { .phrase($0, prose) },
      target: branch.target.map { link($0) }, isBack: isBack(branch.target, from: index))
  }

  /// Where a branch or 直到 leads.
  func link(_ jump: Jump) -> LinkView {
    switch jump {
    case .step(let index):
      let step = steps[index]
      return LinkView(
        text: view.strings.phrase(.stepNumber, step.number), href: view.href(article.id, step.anchor))
    case .stage(let index):
      let stage = stages[index]
      return LinkView(text: stage.title, href: view.href(article.id, stage.anchor))
    case .section(let index):
      let section = article.sections[index]
      return LinkView(text: section.title, href: view.href(article.id, section.anchor))
    case .document(let reference):
      let doc = view.doc(reference)
      let text = [doc.code, doc.title, reference.version?.text].compactMap(\.self).joined(separator: " ")
      return LinkView(text: text, href: doc.href)
    case .end: return LinkView(text: view.strings[.toEnd])
    case .missing(let written): return LinkView(text: written)
    }
  }

  private func isBack(_ jump: Jump?, from index: Int) -> Bool {
    switch jump {
    case .step(let target): target <= index
    case .stage(let target): steps[index].stage.map { target <= $0 } ?? false
    case .section, .document, .end, .missing, nil: false
    }
  }
}
