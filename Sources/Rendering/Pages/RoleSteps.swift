internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// How much of a role or department one page shows; beyond it a page counts, so that it stays small in any handbook.
enum PageLimit {
  /// The most steps that a role's page shows one by one; of a role with more only the numbers of the steps are listed.
  static let steps = 400
  /// The most steps of the day and of what recurs: more are no list that anybody reads.
  static let rhythm = 200
  /// The most steps of a role's checklist, which is about ten sheets of paper.
  static let checklist = 200
  /// The most documents of a list on the page of a role.
  static let documents = 400
  /// The most step numbers behind one document.
  static let numbers = 12
  /// The most sources that a checklist names in its head.
  static let sources = 20
  /// The most columns and rows of a department's matrix, and the most documents of others that it takes part in.
  static let matrixRoles = 60
  static let matrixDocuments = 200
}

/// One step in which a role takes part, by itself or through groups.
struct RoleStep {
  let article: ArticleID
  let step: Int
  /// How it takes part, sorted.
  var letters: [Letter]
  /// The groups through which it does.
  var groups: [RoleID]

  /// The steps of some parts in the order of the articles, each once. Linear: parts of one step stand together.
  static func merged(_ parts: [Part]) -> [RoleStep] {
    var found: [RoleStep] = []
    for part in parts {
      let groups = part.group.map { [$0] } ?? []
      if let last = found.last, last.article == part.article, last.step == part.step {
        let both = last.letters + part.letters
        found[found.count - 1].letters = Letter.allCases.filter(both.contains)
        found[found.count - 1].groups += groups
      } else {
        found.append(RoleStep(article: part.article, step: part.step, letters: part.letters, groups: groups))
      }
    }
    return found
  }
}

extension Viewpoint {
  /// Whether people work by a document today.
  func isInForce(_ id: ArticleID) -> Bool { site.docs[Int(id.index)].isInForce }

  /// Whether a document is past and so says nothing about a role any more.
  func isWithdrawn(_ id: ArticleID) -> Bool { site.docs[Int(id.index)].isWithdrawn }
}

/// Steps of many documents as views, in any order; each document is prepared once.
struct StepGatherer {
  let view: Viewpoint
  private var builders: [ArticleID: StepBuilder] = [:]
  private var sources: [ArticleID: DocView] = [:]
  private var states: [ArticleID: String] = [:]

  init(_ view: Viewpoint) { self.view = view }

  /// A step with its document; as it reads in the page's language where the translation has the same steps.
  mutating func step(_ id: ArticleID, _ index: Int) -> StepView {
    let builder = prepared(id)
    var shown = builder.step(index)
    shown.level = 1
    shown.source = sources[id]
    if let state = states[id] { shown.tags.append(WordView(state)) }
    return shown
  }

  /// A step as a role's page shows it: the role itself is left out of those who do it, and how it takes part is said.
  mutating func step(_ found: RoleStep, of role: RoleID) -> StepView {
    var shown = step(found.article, found.step)
    func isOwn(_ chip: ChipView) -> Bool { chip.party == .role(role) }
    shown.who.removeAll(where: isOwn)
    for place in shown.boxes.indices { shown.boxes[place].who.removeAll(where: isOwn) }
    shown.part = found.letters.first.map { PartView($0, view) }
    return shown
  }

  /// The step itself, in the document that is shown.
  mutating func source(_ id: ArticleID, _ index: Int) -> Step { prepared(id).article.steps[index] }

  /// What is done in a step, without marks.
  mutating func text(_ id: ArticleID, _ index: Int) -> Markup {
    let builder = prepared(id)
    return .plain(builder.article.steps[index].action, builder.prose)
  }

  /// The document as lists of steps name it, with the word for its state where nobody works by it yet.
  mutating func document(_ id: ArticleID) -> (doc: DocView, state: String?) {
    _ = prepared(id)
    return (sources[id] ?? DocView(), states[id])
  }

  private mutating func prepared(_ id: ArticleID) -> StepBuilder {
    if let builder = builders[id] { return builder }
    let other = view.localized(id)
    let isAlike = view.article(other) { $0.steps.count } == view.article(id) { $0.steps.count }
    let shown = isAlike ? other : id
    let builder = StepBuilder(shown, view, Prose(shown, view))
    builders[id] = builder
    var doc = view.doc(id)
    if !view.isInForce(id) { states[id] = doc.status?.word }
    doc.status = nil
    doc.version = nil
    sources[id] = doc
    return builder
  }
}
