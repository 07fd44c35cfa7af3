internal import Diagnostics
internal import Procedures
internal import Templates

/// The steps in which a role takes part in one way, by document.
struct TakeView: Sendable {
  /// The steps of one document.
  struct Group: Sendable {
    var source: DocView
    var steps: [StepView]

    static let schema = Schema<Group>(
      "takeGroup",
      [
        .record("source", DocView.schema, "The document.") { $0.source },
        .list("steps", StepView.schema, "The steps.") { $0.steps },
      ])
  }

  var part: PartView
  var groups: [Group]

  static let schema = Schema<TakeView>(
    "take",
    [
      .record("part", PartView.schema, "How it takes part.") { $0.part },
      .number("count", "In how many steps.") { $0.groups.reduce(0) { $0 + $1.steps.count } },
      .list("groups", Group.schema, "The steps by document.") { $0.groups },
    ])

  /// All ways in which a role takes part; a step in which it does so in several stands under each of them.
  static func all(_ steps: [RoleStep], of role: RoleID, _ gatherer: inout StepGatherer) -> [TakeView] {
    var takes = Letter.allCases.map { TakeView(part: PartView($0, gatherer.view), groups: []) }
    var last: [ArticleID?] = Array(repeating: nil, count: takes.count)
    for found in steps {
      var shown = gatherer.step(found, of: role)
      shown.source = nil
      for letter in found.letters {
        let place = letter.rawValue
        if last[place] != found.article {
          takes[place].groups.append(Group(source: gatherer.document(found.article).doc, steps: []))
          last[place] = found.article
        }
        shown.part = takes[place].part
        takes[place].groups[takes[place].groups.count - 1].steps.append(shown)
      }
    }
    return takes.filter { !$0.groups.isEmpty }
  }
}

/// The documents in which a role takes part, with the numbers of its steps: for a role with very many of them.
struct TakesTable: Sendable {
  /// One document.
  struct Row: Sendable {
    var source: DocView
    var state: String?
    var letters: String
    var count: Int
    var steps: [LinkView]

    static let schema = Schema<Row>(
      "takesRow",
      [
        .record("source", DocView.schema, "The document.") { $0.source },
        .text("state", "Its state, where nobody works by it yet.") { $0.state },
        .text("letters", "How the role takes part, with counts, such as `主4 督1`.") { $0.letters },
        .number("count", "In how many steps.") { $0.count },
        .list("steps", LinkView.schema, "The first of the steps.") { $0.steps },
        .number("more", "How many steps are not listed.") { row in
          row.count > row.steps.count ? row.count - row.steps.count : nil
        },
      ])
  }

  var note: String
  var rows: [Row]
  var more: LinkView?

  static let schema = Schema<TakesTable>(
    "takesTable",
    [
      .text("note", "How many steps and documents there are.") { $0.note },
      .list("rows", Row.schema, "The documents.") { $0.rows },
      .record("more", LinkView.schema, "How many documents are not listed, with where they are.") { $0.more },
    ])

  /// Counts the steps of a role by document. Linear in the steps.
  init(_ steps: [RoleStep], _ view: Viewpoint) {
    let documents = steps.chunked
    note = view.strings.phrase(.manySteps, String(steps.count), String(documents.count))
    rows = documents.prefix(PageLimit.documents).map { Self.row($0, view) }
    if documents.count > rows.count {
      more = LinkView(
        text: view.strings.phrase(.moreDocuments, String(documents.count - rows.count)), href: view.href(.procedures))
    }
  }

  private static func row(_ steps: ArraySlice<RoleStep>, _ view: Viewpoint) -> Row {
    let id = steps.first?.article ?? ArticleID(0)
    var counts = Array(repeating: 0, count: Letter.allCases.count)
    for step in steps { for letter in step.letters { counts[letter.rawValue] += 1 } }
    let isChinese = view.language == .chinese
    let letters = Letter.allCases.filter { counts[$0.rawValue] > 0 }
      .map { (isChinese ? $0.chinese : $0.english) + String(counts[$0.rawValue]) }
    let links = view.article(id) { article in
      steps.prefix(PageLimit.numbers).map { step in
        LinkView(text: article.steps[step.step].number, href: view.href(id, article.steps[step.step].anchor))
      }
    }
    var doc = view.doc(id)
    let state = view.isInForce(id) ? nil : doc.status?.word
    doc.status = nil
    doc.version = nil
    return Row(source: doc, state: state, letters: letters.joined(separator: " "), count: steps.count, steps: links)
  }
}

extension [RoleStep] {
  /// The steps of each document.
  var chunked: [ArraySlice<RoleStep>] {
    var found: [ArraySlice<RoleStep>] = []
    var start = 0
    for index in indices where index + 1 == count || self[index + 1].article != self[index].article {
      found.append(self[start...index])
      start = index + 1
    }
    return found
  }
}
