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
  let anchors: AnchorTable
  /// Who takes part in each step.
  let parts: [[(party: Party, letters: [Letter])]]
  let prefix: String
  /// Whether the page is the article's own, which shows stages with their fields.
  let isOwnPage: Bool
  /// The stages that hand something down.
  let handingDown: Set<Int>

  /// Prepares an article's steps for a page.
  init(_ id: ArticleID, _ view: Viewpoint, _ prose: Prose) {
    self.id = id
    self.view = view
    self.prose = prose
    anchors = AnchorTable(view[id].entry.card.anchors)
    parts = view[id].steps.map(\.parts)
    prefix = FileName.safe(view[id].name) + "-"
    isOwnPage = view.isPage(of: id)
    handingDown = Set(view[id].stages.indices.filter { view[id].stages[$0].fields.isShown })
  }

  /// One step.
  ///
  /// - Parameters:
  ///   - index: a place in `Article.steps`.
  ///   - before: warnings that stand before it.
  func step(_ index: Int, before: [Warning] = []) -> StepView {
    let step = article.steps[index]
    var shown = StepView()
    let name = step.anchor.hasPrefix("step-") ? String(step.anchor.dropFirst(5)) : step.anchor
    shown.key = prefix + name
    shown.anchor = isOwnPage ? step.anchor : nil
    shown.number = step.number
    shown.href = view.href(article.id, step.anchor)
    shown.level = step.depth
    shown.under = condition(over: step)
    shown.when = when(step.fields)
    shown.who = step.participation.responsible.map { view.chip($0) }
    shown.action = prose.html(step.action)
    shown.tags = tags(step)
    shown.warnings = (before + step.warnings).map { warning($0) }
    shown.boxes = step.boxes.enumerated().map { box($1, key: "\(shown.key)-b\($0 + 1)") }
    shown.branches = step.branches.map { branch($0, from: index) }
    (shown.handover, shown.conditions, shown.fields) = fields(step, index)
    if !step.notes.isEmpty { shown.notes = prose.html(step.notes) }
    shown.roleKeys = parts[index].map { view.key($0.party) }.joined(separator: " ")
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
    BoxView(key: key, text: prose.html(box.text), isKiller: box.isKiller, who: box.parties.map { view.chip($0) })
  }

  /// A warning with its signal word.
  func warning(_ warning: Warning) -> WarningView {
    let (icon, word): (String, Word) =
      switch warning.level {
      case .danger: ("danger", .danger)
      case .warning: ("warning", .warning)
      case .caution: ("warning", .caution)
      case .note: ("note", .remark)
      }
    return WarningView(
      level: warning.level.rawValue, icon: icon, word: view.strings[word], text: prose.html(warning.lead),
      rest: prose.html(warning.rest))
  }

  /// The condition of the branch that a step is nested in; nil for every other step.
  private func condition(over step: Step) -> SafeHTML? {
    guard let parent = step.parent, step.depth > 1, !article.steps[parent].branches.isEmpty else { return nil }
    let document = prose.document
    guard let list = document.parent(of: step.block), let item = document.parent(of: list),
      item != article.steps[parent].block
    else { return nil }
    let range = document.range(of: item)
    let branch = article.steps[parent].branches.first { $0.range.start >= range.start && $0.range.end <= range.end }
    switch branch?.condition {
    case .when(let phrase):
      var html = SafeHTML(escaping: view.strings[.if] + " ")
      prose.write(phrase, into: &html)
      return html
    case .otherwise: return SafeHTML(escaping: view.strings[.otherwise])
    case .always, nil: return nil
    }
  }
}

// MARK: - Ways on

extension StepBuilder {
  private func branch(_ branch: Branch, from index: Int) -> BranchView {
    var lead: String?
    var condition = SafeHTML()
    switch branch.condition {
    case .when(let phrase):
      lead = view.strings[.if]
      condition = prose.html(phrase)
    case .otherwise: lead = view.strings[.otherwise]
    case .always: lead = branch.result == nil ? nil : view.strings[.then]
    }
    return BranchView(
      lead: lead, condition: condition, result: branch.result.map { prose.html($0) } ?? SafeHTML(),
      target: branch.target.map { link($0) }, isBack: isBack(branch.target, from: index))
  }

  /// Where a branch or 直到 leads.
  func link(_ jump: Jump) -> LinkView {
    switch jump {
    case .step(let index):
      let step = article.steps[index]
      return LinkView(
        text: view.strings.phrase(.stepNumber, step.number), href: view.href(article.id, step.anchor))
    case .stage(let index):
      let stage = article.stages[index]
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
    case .stage(let target): article.steps[index].stage.map { target <= $0 } ?? false
    case .section, .document, .end, .missing, nil: false
    }
  }
}
