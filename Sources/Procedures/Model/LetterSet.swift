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
  init(_ step: Step) { read(step) }

  /// Gathers the parts of a step instead. Linear in the step times its parties, which are few.
  mutating func read(_ step: Step) {
    all.removeAll(keepingCapacity: true)
    step.participation.forEach { add($0, $1) }
    for box in step.boxes { for party in box.parties { add(.responsible, party) } }
    for branch in step.branches {
      if let part = branch.participation { for party in part.parties { add(part.letter, party) } }
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
