internal import Diagnostics
internal import Procedures
internal import Templates

/// What the roles of a department do, in its own documents and in those of others.
struct DepartmentWork {
  private let department: Department
  private let id: DepartmentID
  private let view: Viewpoint
  /// Its documents with steps that are not withdrawn, by place.
  private let own: [ArticleID: Int]
  private let documents: [ArticleID]
  /// The roles of the department with their parts; the department itself comes last.
  private let parties: [(party: Party, parts: [Part])]

  init(_ department: Department, _ id: DepartmentID, _ view: Viewpoint) {
    self.department = department
    self.id = id
    self.view = view
    documents = department.articles.filter { id in
      view.article(id) { !$0.steps.isEmpty } && !view.isWithdrawn(id)
    }
    own = Dictionary(documents.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    parties =
      department.roles.map { (.role($0), view.handbook.roles[Int($0.index)].parts) }
      + [(.department(id), department.parts)]
  }

  /// Its documents against its roles, at most 200 by 60; nil when no role takes part in any of them.
  var matrix: (view: MatrixView?, note: String?) {
    var columns: [(party: Party, letters: [Int: [Letter]])] = []
    var rows = Set<Int>()
    for (party, parts) in parties {
      var letters: [Int: [Letter]] = [:]
      for part in parts {
        guard let row = own[part.article] else { continue }
        let known = letters[row] ?? []
        letters[row] = known + part.letters.filter { !known.contains($0) }
      }
      if letters.isEmpty { continue }
      columns.append((party, letters))
      rows.formUnion(letters.keys)
    }
    if columns.isEmpty { return (nil, nil) }
    let shown = (rows: rows.sorted().prefix(PageLimit.matrixDocuments), columns: columns.prefix(PageLimit.matrixRoles))
    let isWhole = shown.rows.count == rows.count && shown.columns.count == columns.count
    let note = isWhole ? nil : view.strings.phrase(.matrixPart, String(shown.columns.count), String(shown.rows.count))
    return (MatrixView(shown.columns.map(\.party), cells(shown.rows, Array(shown.columns)), view), note)
  }

  private func cells(
    _ places: some Collection<Int>, _ columns: [(party: Party, letters: [Int: [Letter]])]
  ) -> [MatrixView.Row] {
    let letters = Letter.allCases.map { PartView($0, view) }
    return places.map { place in
      let id = documents[place]
      let cells = columns.map { column in
        (column.letters[place] ?? []).sorted().map { letters[$0.rawValue] }
      }
      let doc = view.doc(id)
      return MatrixView.Row(number: doc.code ?? "", href: doc.link, text: .text(doc.title), cells: cells)
    }
  }

  /// What its roles do at which time of the day, from all documents in force, each step once.
  var day: (stages: [StageView], note: String?) {
    let own: [(ArticleID, Int)] = parties.flatMap { party, parts in
      parts.filter { $0.letters.contains(.responsible) && view.isInForce($0.article) }
        .filter { part in view.site.docs[Int(part.article.index)].kind != .event }
        .map { ($0.article, $0.step) }
    }
    var steps: [RoleStep] = []
    for (article, step) in own.sorted(by: <) where steps.last?.article != article || steps.last?.step != step {
      steps.append(RoleStep(article: article, step: step, letters: [], groups: []))
    }
    let timed = RhythmStep.sorted(steps, view.site).timed.filter { $0.place.rhythm == .day }
    if timed.isEmpty { return ([], nil) }
    var gatherer = StepGatherer(view)
    var stage = StageView()
    stage.steps = timed.prefix(PageLimit.rhythm).map { line($0.step, &gatherer) }
    let rest = timed.count - stage.steps.count
    return ([stage], rest > 0 ? view.strings.phrase(.moreSteps, String(rest)) : nil)
  }

  /// A step in a line; its text leads to it, so it has no links of its own.
  private func line(_ found: RoleStep, _ gatherer: inout StepGatherer) -> StepView {
    var shown = gatherer.step(found.article, found.step)
    shown.action = gatherer.text(found.article, found.step)
    return shown
  }

  /// Documents of other departments in which its roles take part, with in how many steps.
  var partners: (docs: [DocView], note: String?) {
    var steps: [ArticleID: Set<Int>] = [:]
    let mine = Set(department.articles)
    for (_, parts) in parties {
      for part in parts where !mine.contains(part.article) { steps[part.article, default: []].insert(part.step) }
    }
    let found = steps.keys.sorted().filter { id in
      view.article(id) { $0.kind.isControlled } && !view.isWithdrawn(id)
    }
    let docs = found.prefix(PageLimit.matrixDocuments).map { id in
      view.doc(id, note: view.strings.phrase(.stepCount, String(steps[id]?.count ?? 0)))
    }
    let rest = found.count - docs.count
    return (docs, rest > 0 ? view.strings.phrase(.moreDocuments, String(rest)) : nil)
  }
}

extension MatrixView {
  /// Anything against roles.
  init(_ columns: [Party], _ rows: [Row], _ view: Viewpoint) {
    anchor = "Matrix"
    body = nil
    self.columns = columns.map(view.chip)
    self.rows = rows
    legend = Letter.allCases.map { PartView($0, view) }
  }
}
