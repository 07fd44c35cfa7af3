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
  var text: SafeHTML
  var rest: SafeHTML

  static let schema = Schema<WarningView>(
    "warning",
    [
      .text("level", "How grave it is, in English letters.") { $0.level },
      .text("icon", "The name of its sign.") { $0.icon },
      .text("word", "The signal word.") { $0.word }, .html("textHtml", "What it says.") { $0.text },
      .html("restHtml", "What follows in blocks of its own.") { $0.rest },
    ])
}

/// A box to tick.
struct BoxView: Sendable {
  var key: String
  var text: SafeHTML
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
  var condition: SafeHTML
  var result: SafeHTML
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
  var letter: String
  var word: String
  var key: String

  static let schema = Schema<PartView>(
    "part",
    [
      .text("letter", "The letter, or the character in Chinese.") { $0.letter }, .text("word", "The word.") { $0.word },
      .text("key", "The same in English letters.") { $0.key },
    ])
}

/// A step.
struct StepView: Sendable {
  var key = ""
  var anchor: String?
  var number = ""
  var href = ""
  var level = 1
  var under: SafeHTML?
  var when: WhenView?
  var who: [ChipView] = []
  var action = SafeHTML()
  var tags: [WordView] = []
  var warnings: [WarningView] = []
  var conditions: [FieldView] = []
  var boxes: [BoxView] = []
  var branches: [BranchView] = []
  var fields: [FieldView] = []
  var notes: SafeHTML?
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
      .text("number", "Its number.") { $0.number }, .text("href", "Its address.") { $0.href },
      .number("level", "Its level, from 1.") { $0.level },
      .html("underHtml", "The condition it stands under.") { $0.under },
      .record("when", WhenView.schema, "When it is done.") { $0.when },
      .list("who", ChipView.schema, "Who does it.") { $0.who }, .html("actionHtml", "What is done.") { $0.action },
      .list("tags", WordView.schema, "What else there is to say about it in a word.") { $0.tags },
      .list("warnings", WarningView.schema, "What to beware of.") { $0.warnings },
      .list("conditions", FieldView.schema, "What must hold before, and how long.") { $0.conditions },
      .flag("hasConditions", "Whether there are conditions.") { !$0.conditions.isEmpty },
      .list("boxes", BoxView.schema, "Boxes to tick.") { $0.boxes },
      .flag("hasBoxes", "Whether there are boxes.") { !$0.boxes.isEmpty },
      .list("branches", BranchView.schema, "Ways on under a condition.") { $0.branches },
      .list("fields", FieldView.schema, "Who else takes part, criteria, records.") { $0.fields },
      .flag("hasFields", "Whether there are fields.") { !$0.fields.isEmpty },
      .html("notesHtml", "Everything else below the step.") { $0.notes },
      .record("handover", HandoverView.schema, "Who hands over to whom.") { $0.handover },
      .record("source", DocView.schema, "The document it is from, on pages that gather steps.") { $0.source },
      .record("part", PartView.schema, "How the page's role takes part.") { $0.part },
      .text("roleKeys", "What scripts know everybody by who takes part, with blanks between.") { $0.roleKeys },
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
  var prose: SafeHTML?
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
      .flag("hasFields", "Whether there are fields.") { !$0.conditions.isEmpty || !$0.fields.isEmpty },
      .record("source", DocView.schema, "The document it is from, on pages that gather steps.") { $0.source },
      .html("proseHtml", "What stands in the stage besides steps.") { $0.prose },
      .list("steps", StepView.schema, "Its steps, sub-steps behind their step.") { $0.steps },
      .flag("hasSteps", "Whether it has steps.") { !$0.steps.isEmpty },
    ])
}
