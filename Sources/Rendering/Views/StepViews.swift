internal import Diagnostics
internal import Procedures
internal import Templates

/// When something is done, as the margin says it.
struct WhenView: Sendable {
  var main: String
  var sub: String?
  var isRecurring = false

  static let schema = Schema<WhenView>(
    "when",
    [
      .text("main", "The time or the first of it.") { $0.main },
      .text("sub", "The rest of it, in smaller type.") { $0.sub },
      .flag("recurring", "Whether it comes again and again.") { $0.isRecurring },
    ])
}

/// A warning.
struct WarningView: Sendable {
  var level: String
  var icon: String
  var word: String
  var text: Markup
  var rest: Markup

  static let schema = Schema<WarningView>(
    "warning",
    [
      .text("level", "How grave it is, in English letters.") { $0.level },
      .choice("icon", ["icon-danger", "icon-warning", "icon-note"], "The template of its sign.") { $0.icon },
      .text("word", "The signal word.") { $0.word }, .html("textHtml", "What it says.") { $0.text },
      .html("restHtml", "What follows in blocks of its own.") { $0.rest },
    ])
}

/// A box to tick.
struct BoxView: Sendable {
  var key: String
  var text: Markup
  var isKiller: Bool
  var who: [ChipView]

  static let schema = Schema<BoxView>(
    "box",
    [
      .text("key", "What scripts know it by.") { $0.key }, .html("textHtml", "What is to be true.") { $0.text },
      .flag("killer", "Whether it must never be missed.") { $0.isKiller },
      .list("who", ChipView.schema, "Whose box it is.") { $0.who },
    ])
}

/// The way on from a step.
struct BranchView: Sendable {
  var lead: String?
  var condition: Markup?
  var result: Markup?
  var target: LinkView?
  var isBack: Bool

  static let schema = Schema<BranchView>(
    "branch",
    [
      .text("lead", "The word before the condition.") { $0.lead },
      .html("conditionHtml", "The condition.") { $0.condition },
      .html("resultHtml", "What is done then.") { $0.result },
      .record("target", LinkView.schema, "Where it leads.") { $0.target },
      .flag("back", "Whether it leads back.") { $0.isBack },
    ])
}

/// Who hands over to whom.
struct HandoverView: Sendable {
  var from: String
  var to: String

  static let schema = Schema<HandoverView>(
    "handover",
    [.text("from", "Who hands over.") { $0.from }, .text("to", "Who takes over.") { $0.to }])
}

/// How a role takes part: a letter of the matrix with its word.
struct PartView: Sendable {
  let part: Letter
  let view: Viewpoint

  init(_ part: Letter, _ view: Viewpoint) {
    self.part = part
    self.view = view
  }

  /// The letter, or the character in Chinese.
  var letter: String { view.language == .chinese ? Self.chinese[part.rawValue] : Self.english[part.rawValue] }
  var word: String { view.strings[part.word] }
  var key: String { part.word.key }

  private static let chinese = Letter.allCases.map(\.chinese)
  private static let english = Letter.allCases.map(\.english)

  static let schema = Schema<PartView>(
    "part",
    [
      .text("letter", "The letter, or the character in Chinese.") { $0.letter }, .text("word", "The word.") { $0.word },
      .text("key", "The same in English letters.") { $0.key },
      .text("sign", "The letter of an English matrix.") { Self.english[$0.part.rawValue] },
    ])
}

extension Letter {
  /// The word for it.
  fileprivate var word: Word {
    switch self {
    case .responsible: .responsible
    case .approves: .approves
    case .reviews: .reviews
    case .supports: .supports
    case .consulted: .consulted
    case .informed: .informed
    case .oversees: .oversees
    }
  }
}

/// A step.
struct StepView: Sendable {
  var key = ""
  var anchor: String?
  var number = ""
  var href: Link?
  var level = 1
  var under: Markup?
  var when: WhenView?
  var who: [ChipView] = []
  var action: Markup?
  var tags: [WordView] = []
  var warnings: [WarningView] = []
  var conditions: [FieldView] = []
  var boxes: [BoxView] = []
  var branches: [BranchView] = []
  var fields: [FieldView] = []
  var notes: Markup?
  var handover: HandoverView?
  var source: DocView?
  var part: PartView?
  var roleKeys = ""

  /// An empty step.
  init() {}

  static let schema = Schema<StepView>(
    "step",
    [
      .text("key", "What scripts know it by.") { $0.key }, .text("anchor", "Its place in the page.") { $0.anchor },
      .text("number", "Its number.") { $0.number }, .link("href", "Its address.") { $0.href },
      .number("level", "Its level, from 1.") { $0.level },
      .flag("sub", "Whether it is part of another step.") { $0.level > 1 },
      .html("underHtml", "The condition it stands under.") { $0.under },
      .record("when", WhenView.schema, "When it is done.") { $0.when },
      .list("who", ChipView.schema, "Who does it.") { $0.who }, .html("actionHtml", "What is done.") { $0.action },
      .list("tags", WordView.schema, "What else there is to say about it in a word.") { $0.tags },
      .list("warnings", WarningView.schema, "What to beware of.") { $0.warnings },
      .list("conditions", FieldView.schema, "What must hold before, and how long.") { $0.conditions },
      .any("hasConditions", "Whether there are conditions."),
      .list("boxes", BoxView.schema, "Boxes to tick.") { $0.boxes },
      .any("hasBoxes", "Whether there are boxes."),
      .list("branches", BranchView.schema, "Ways on under a condition.") { $0.branches },
      .list("fields", FieldView.schema, "Who else takes part, criteria, records.") { $0.fields },
      .any("hasFields", "Whether there are fields."),
      .html("notesHtml", "Everything else below the step.") { $0.notes },
      .record("handover", HandoverView.schema, "Who hands over to whom.") { $0.handover },
      .record("source", DocView.schema, "The document it is from, on pages that gather steps.") { $0.source },
      .record("part", PartView.schema, "How the page's role takes part.") { $0.part },
      .text(
        "roleKeys", "The numbers of those who take part among `rolesHere`, with blanks between; on the own page alone."
      ) { $0.roleKeys },
    ])
}

/// A stage, pause point or other group of steps.
struct StageView: Sendable {
  var anchor: String?
  var title: String?
  var isPausePoint = false
  var when: WhenView?
  var caller: ChipView?
  var mode: String?
  var count: Int?
  var conditions: [FieldView] = []
  var fields: [FieldView] = []
  var source: DocView?
  var prose: Markup?
  var steps: [StepView] = []

  /// An empty stage.
  init() {}

  static let schema = Schema<StageView>(
    "stage",
    [
      .text("anchor", "Its place in the page.") { $0.anchor },
      .text("title", "Its name; nothing for steps before any stage.") { $0.title },
      .flag("pausePoint", "Whether everyone stops here until all is confirmed.") { $0.isPausePoint },
      .record("when", WhenView.schema, "When it is.") { $0.when },
      .record("caller", ChipView.schema, "Who calls the pause point.") { $0.caller },
      .text("mode", "How its list is used.") { $0.mode }, .number("count", "How many items it has.") { $0.count },
      .list("fields", FieldView.schema, "What holds for all its steps.") { $0.conditions + $0.fields },
      .any("hasFields", "Whether there are fields."),
      .record("source", DocView.schema, "The document it is from, on pages that gather steps.") { $0.source },
      .html("proseHtml", "What stands in the stage besides steps.") { $0.prose },
      .list("steps", StepView.schema, "Its steps, sub-steps behind their step.") { $0.steps },
      .any("hasSteps", "Whether it has steps."),
    ])
}
