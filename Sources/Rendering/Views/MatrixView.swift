internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// Steps against roles, with letters for how each takes part.
struct MatrixView: Sendable {
  /// A row.
  struct Row: Sendable {
    var number: String
    var href: String
    var text: String
    var cells: [[PartView]]
  }

  var anchor: String
  var body: SafeHTML?
  var columns: [ChipView]
  var rows: [Row]
  var legend: [PartView]

  static let schema = Schema<MatrixView>(
    "matrix",
    [
      .text("anchor", "Its place in the page.") { $0.anchor },
      .html("bodyHtml", "What the author wrote about responsibilities.") { $0.body },
      .list("columns", ChipView.schema, "The roles.") { $0.columns },
      .list("rows", rowSchema, "The steps.") { $0.rows },
      .list("legend", PartView.schema, "All letters.") { $0.legend },
    ])

  private static let rowSchema = Schema<Row>(
    "row",
    [
      .text("number", "The number of the step.") { $0.number }, .text("href", "Its place.") { $0.href },
      .text("text", "What is done.") { $0.text },
      .list("cells", cellSchema, "One for each role.") { $0.cells },
    ])

  private static let cellSchema = Schema<[PartView]>(
    "cell", [.list("letters", PartView.schema, "How the role takes part.") { $0 }])

  /// Gathers the matrix of an article; nil when it has no steps or nobody takes part.
  init?(_ steps: StepBuilder, anchor: String, body: SafeHTML?) {
    var columns: [Party: Int] = [:]
    var parties: [Party] = []
    let parts = steps.parts
    for part in parts.joined() where columns[part.party] == nil {
      columns[part.party] = parties.count
      parties.append(part.party)
    }
    guard !parties.isEmpty else { return nil }
    let view = steps.view
    let letters = Letter.allCases.map { PartView($0, view.strings) }
    self.anchor = anchor
    self.body = body
    self.columns = parties.map { view.chip($0) }
    legend = letters
    rows = zip(steps.article.steps, parts).map { step, parts in
      var cells: [[PartView]] = Array(repeating: [], count: parties.count)
      for part in parts {
        if let column = columns[part.party] { cells[column] = part.letters.map { letters[$0.rawValue] } }
      }
      return Row(
        number: step.number, href: view.href(steps.article.id, step.anchor), text: steps.prose.plain(step.action),
        cells: cells)
    }
  }
}

extension PartView {
  /// A letter in a language.
  init(_ letter: Letter, _ strings: Strings) {
    let word: Word =
      switch letter {
      case .responsible: .responsible
      case .approves: .approves
      case .reviews: .reviews
      case .supports: .supports
      case .consulted: .consulted
      case .informed: .informed
      case .oversees: .oversees
      }
    let sign =
      switch strings.language {
      case .chinese: letter.chinese
      case .english: letter.english
      }
    self.init(letter: sign, word: strings[word], key: word.key)
  }
}
