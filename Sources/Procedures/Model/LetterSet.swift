/// Some letters of the matrix.
struct LetterSet: Sendable, Hashable {
  private var bits: UInt8 = 0

  /// No letter.
  init() {}

  /// One letter.
  init(_ letter: Letter) { insert(letter) }

  /// Adds a letter.
  mutating func insert(_ letter: Letter) { bits |= 1 << UInt8(letter.rawValue) }

  /// The letters in their order.
  var letters: [Letter] { Letter.allCases.filter { bits >> UInt8($0.rawValue) & 1 != 0 } }
}

/// Everybody who takes part in a step, each once with all letters, in the order of the letters.
struct StepParts {
  private(set) var all: [(party: Party, letters: LetterSet)] = []

  /// The parts of no step.
  init() {}

  /// The parts of a step.
  init(_ step: Step) { read(step.fields.participation, step.boxes, step.branches) }

  /// Gathers the parts of a step instead, given what it has of them, because a step is large to copy. Linear in the step
  /// times its parties, which are few.
  mutating func read(_ participation: Participation, _ boxes: [Box], _ branches: [Branch]) {
    all.removeAll(keepingCapacity: true)
    participation.forEach { add($0, $1) }
    for index in boxes.indices { for party in boxes[index].parties { add(.responsible, party) } }
    for index in branches.indices {
      if let part = branches[index].participation { for party in part.parties { add(part.letter, party) } }
    }
  }

  private mutating func add(_ letter: Letter, _ party: Party) {
    if let index = all.firstIndex(where: { $0.party == party }) {
      all[index].letters.insert(letter)
    } else {
      all.append((party, LetterSet(letter)))
    }
  }
}
