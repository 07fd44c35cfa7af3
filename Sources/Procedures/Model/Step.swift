package import Diagnostics
package import Markdown

/// A box to tick under a step.
package struct Box: Sendable {
  /// What is to be true or done.
  package let text: Phrase
  /// Whether it is one of those that must never be missed (★).
  package let isKiller: Bool
  /// Whose box it is, where the text says so.
  package let parties: [Party]
  /// Where it stands.
  package let range: SourceRange
}

/// The way on from a step under a condition.
package struct Branch: Sendable {
  /// When it is taken.
  package enum Condition: Sendable {
    /// 如果 …
    case when(Phrase)
    /// 否则
    case otherwise
    /// Always: the target that ends a step's own text.
    case always
  }
  /// When it is taken.
  package let condition: Condition
  /// What is done then.
  package let result: Phrase?
  /// A field that the result is, such as another approver, with its names.
  package let participation: (letter: Letter, parties: [Party])?
  /// Where it leads.
  package let target: Jump?
  /// Where it stands.
  package let range: SourceRange
}

/// The weight of a warning (ANSI Z535 signal words).
package enum WarningLevel: String, Sendable, CaseIterable {
  case danger, warning, caution, note
}

/// A warning, which stands before the step it protects.
package struct Warning: Sendable {
  /// How grave it is.
  package let level: WarningLevel
  /// The quote or alert it was written as.
  package let block: Block
  /// Its first line without the signal word.
  package let lead: Phrase
  /// The blocks after the first paragraph.
  package let rest: [Block]
}

/// How a role takes part in a step: the letters of the matrix (spec/format.md 5).
package enum Letter: Int, Sendable, CaseIterable, Comparable {
  /// Does it, answers for it, reviews, supports, is asked, is told, oversees.
  case responsible, approves, reviews, supports, consulted, informed, oversees

  package static func < (a: Letter, b: Letter) -> Bool { a.rawValue < b.rawValue }

  /// The letter in an English matrix.
  package var english: String { ["R", "A", "V", "S", "C", "I", "M"][rawValue] }

  /// The character in a Chinese matrix.
  package var chinese: String { ["主", "批", "审", "协", "询", "知", "督"][rawValue] }
}

/// The line on which an approver was found.
package enum ApprovalOrigin: String, Sendable {
  case step, stage, owner
}

/// Who takes part and how: the participation fields of a step or stage.
package struct Participation: Sendable {
  package var responsible: [Party] = []
  package var approves: Party?
  // An array of one, empty while no one else takes part.
  private var others: [OtherParties] = []

  /// In turn; each a group side by side.
  package var reviews: [[Party]] {
    get { others.isEmpty ? [] : others[0].reviews }
    _modify { yield &other.reviews }
  }
  package var supports: [Party] {
    get { others.isEmpty ? [] : others[0].supports }
    _modify { yield &other.supports }
  }
  package var consulted: [Party] {
    get { others.isEmpty ? [] : others[0].consulted }
    _modify { yield &other.consulted }
  }
  package var informed: [Party] {
    get { others.isEmpty ? [] : others[0].informed }
    _modify { yield &other.informed }
  }
  package var oversees: [Party] {
    get { others.isEmpty ? [] : others[0].oversees }
    _modify { yield &other.oversees }
  }

  private var other: OtherParties {
    get { others.first ?? OtherParties() }
    _modify {
      if others.isEmpty { others = [OtherParties()] }
      yield &others[0]
    }
  }

  /// No one.
  package init() {}

  /// All parties with their letters, in the order of the letters.
  package var all: [(Letter, Party)] {
    var all: [(Letter, Party)] = []
    forEach { all.append(($0, $1)) }
    return all
  }

  /// Calls `visit` for all parties with their letters, in the order of the letters.
  func forEach(_ visit: (Letter, Party) -> Void) {
    for party in responsible { visit(.responsible, party) }
    if let approves { visit(.approves, approves) }
    if others.isEmpty { return }
    for group in reviews { for party in group { visit(.reviews, party) } }
    for party in supports { visit(.supports, party) }
    for party in consulted { visit(.consulted, party) }
    for party in informed { visit(.informed, party) }
    for party in oversees { visit(.oversees, party) }
  }
}

/// Who takes part in a step beside those who do it and the one who approves it.
private struct OtherParties: Sendable {
  var reviews: [[Party]] = []
  var supports: [Party] = []
  var consulted: [Party] = []
  var informed: [Party] = []
  var oversees: [Party] = []
}

/// A part of the steps under one `###` heading.
package struct Stage: Sendable {
  /// Its name, without 检查点：.
  package let title: String
  /// Whether everyone stops here until all is confirmed.
  package let isPausePoint: Bool
  /// The heading.
  package let heading: Block
  /// The address in its page.
  package let anchor: String
  /// What holds for all its steps.
  package var fields = StepFields()
  /// Which Steps section it belongs to: an index into `Article.sections`.
  package let section: Int
  /// Whether it has nothing to hand down.
  var isPlain = true
}

/// One step of a procedure.
package struct Step: Sendable {
  /// Its running number, such as `3` or `3.1`.
  package var number: String
  /// The address in its page, such as `step-3.1`.
  package var anchor: String
  /// Its level, from 1.
  package var depth: Int { Int(place.depth) }
  /// The number that was typed.
  package var typedNumber: Int { Int(place.typedNumber) }
  /// The step that it is part of: an index into `Article.steps`.
  package var parent: Int? { place.parent < 0 ? nil : Int(place.parent) }
  /// The stage: an index into `Article.stages`.
  package var stage: Int? { place.stage < 0 ? nil : Int(place.stage) }
  /// The Steps section: an index into `Article.sections`.
  package var section: Int { Int(place.section) }
  private let place: StepPlace
  /// The list item or table row it was written as.
  package let block: Block
  /// What is to be done.
  package var action: Phrase
  /// Whether it may be left out.
  package var isOptional = false
  /// Who takes part, as written here, with what the stage and the parent hand down.
  package var participation: Participation {
    _read { yield fields.participation }
    _modify { yield &fields.participation }
  }
  /// Where the approver was found.
  package var approvalOrigin: ApprovalOrigin?
  /// The other fields.
  package var fields = StepFields()
  package var boxes: [Box] = []
  package var branches: [Branch] = []
  package var warnings: [Warning] = []
  /// Everything else below it, as it stands.
  package var notes: [Block] = []
  /// Where its first line stands.
  package var range: SourceRange

  init(number: String, anchor: String, place: StepPlace, block: Block, range: SourceRange) {
    self.number = number
    self.anchor = anchor
    self.place = place
    self.block = block
    self.range = range
    action = .empty
  }
}

/// Where a step stands among the others; in few bytes, because there are many.
struct StepPlace: Sendable {
  fileprivate let depth: Int32
  fileprivate let typedNumber: Int32
  fileprivate let parent: Int32
  fileprivate let stage: Int32
  fileprivate let section: Int32

  init(depth: Int, typedNumber: Int, parent: Int?, stage: Int?, section: Int) {
    self.depth = Int32(truncatingIfNeeded: depth)
    self.typedNumber = Int32(clamping: typedNumber)
    self.parent = parent.map { Int32(truncatingIfNeeded: $0) } ?? -1
    self.stage = stage.map { Int32(truncatingIfNeeded: $0) } ?? -1
    self.section = Int32(truncatingIfNeeded: section)
  }
}
