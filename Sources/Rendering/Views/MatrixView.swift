internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// Steps against roles, with letters for how each takes part.
struct MatrixView: Sendable {
  /// A row.
  struct Row: Sendable {
    var number: String
    var href: Link?
    var text: Markup
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
      .text("number", "The number of the step.") { $0.number }, .link("href", "Its place.") { $0.href },
      .plain("text", "What is done, without marks.") { $0.text },
      .list("cells", cellSchema, "One for each role.") { $0.cells },
    ])

  private static let cellSchema = Schema<[PartView]>(
    "cell", [.list("letters", PartView.schema, "How the role takes part.") { $0 }])

  /// Gathers the matrix of an article; nil when it has no steps or nobody takes part.
  init?(_ steps: StepBuilder, anchor: String, body: SafeHTML?) {
    let (parts, parties, columns) = (steps.parts, steps.parties, steps.places)
    guard !parties.isEmpty else { return nil }
    let view = steps.view
    let letters = Letter.allCases.map { PartView($0, view) }
    self.anchor = anchor
    self.body = body
    self.columns = parties.map { view.chip($0) }
    legend = letters
    rows = zip(steps.steps, parts).map { step, parts in
      var cells: [[PartView]] = Array(repeating: [], count: parties.count)
      for part in parts {
        if let column = columns[part.party] { cells[column] = part.letters.map { letters[$0.rawValue] } }
      }
      return Row(
        number: step.number, href: Link(steps.id, step.anchor, view), text: .plain(step.action, steps.prose),
        cells: cells)
    }
  }
}
