import Diagnostics
import Markdown

/// A stretch of author text with its part in the handbook, which decides what wording rules ask of it.
struct Passage: Sendable {
  /// What the text is.
  enum Place: Hashable, Sendable {
    /// Of a step, by its index in `Article.steps`: what is done; a box; what shows that it is done well; what must be so
    /// before; when a branch is taken and what is done then; any other field; text below the step.
    case action(Int), box(Int), criterion(Int), requirement(Int), condition(Int), result(Int), field(Int), note(Int)
    /// An item of a list that binds: a duty, a control of a risk, a rule of a policy.
    case duty, control, rule
    /// A warning.
    case warning
    /// Text that explains, or a cell of a table.
    case prose
    /// Text that asks nothing of anyone: purpose, scope, definitions, lists of documents, the revision log.
    case background
  }

  /// What it is.
  let place: Place
  /// Where it stands in the document.
  let phrase: Phrase
  /// Its bytes in `Passages.bytes`.
  let range: Range<Int>
  /// Its clauses in `Passages.clauses`.
  let clauses: Range<Int>
}

extension Passage.Place {
  /// The step that the text belongs to.
  var step: Int? {
    switch self {
    case .action(let step), .box(let step), .criterion(let step), .requirement(let step), .condition(let step),
      .result(let step), .field(let step), .note(let step):
      step
    case .duty, .control, .rule, .warning, .prose, .background: nil
    }
  }

  /// Whether someone is told to do it in these very words: what rules about imperatives look at.
  var isInstruction: Bool {
    switch self {
    case .action, .box, .result: true
    case .criterion, .requirement, .condition, .field, .note, .duty, .control, .rule, .warning, .prose, .background:
      false
    }
  }

  /// Whether someone must be able to tell if it was kept: what rules about vague words look at.
  var binds: Bool {
    switch self {
    case .action, .box, .criterion, .requirement, .condition, .result, .field, .duty, .control, .rule: true
    case .note, .warning, .prose, .background: false
    }
  }
}

/// A word of a list that stands in a passage.
struct Hit: Sendable {
  /// The passage: an index into `Passages.all`.
  let passage: Int
  /// The word: an index into `Word.all`.
  let word: Int
  /// Its bytes in `Passages.bytes`.
  let range: Range<Int>
}
