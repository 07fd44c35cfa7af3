/// Which step a number means, and which number a step has.
struct StepNumbers {
  /// The number of each step as it is rendered.
  private var numbers: [Int: String] = [:]
  private var places: [String: [Int]] = [:]
  private let outline: Outline
  /// Sections whose typed numbers differ from the rendered ones and are all different: references mean those.
  private var typed: [Int32: [Int: Int]] = [:]

  init(_ outline: Outline) {
    self.outline = outline
    var typedOf: [Int32: [(typed: Int, unit: Int)]] = [:]
    var rendered: [String] = Array(repeating: "", count: 0)
    rendered.reserveCapacity(outline.units.count)
    for (index, unit) in outline.units.enumerated() {
      guard unit.kind == .step else {
        rendered.append("")
        continue
      }
      let parent = Int(unit.parent)
      let isSub = parent >= 0 && outline.units[parent].kind == .step
      let number = (isSub ? rendered[parent] + "." : "") + String(unit.ordinal)
      rendered.append(number)
      numbers[index] = number
      places[number, default: []].append(index)
      if !isSub { typedOf[unit.section, default: []].append((Int(unit.typed), index)) }
    }
    for (section, steps) in typedOf where Set(steps.map(\.typed)).count == steps.count {
      if steps.allSatisfy({ String($0.typed) == numbers[$0.unit] }) { continue }
      typed[section] = Dictionary(uniqueKeysWithValues: steps.map { ($0.typed, $0.unit) })
    }
  }

  /// The number of a step.
  func number(_ step: Int) -> String { numbers[step] ?? "" }

  /// The step that a mention means: in its own section, else below the same heading, else the first.
  func step(_ reference: StepReference, from unit: Int) -> Int? {
    let section = outline.units[unit].section
    if reference.number.count == 1, let found = typed[section]?[reference.number[0]] { return found }
    let found = places[reference.number.map(String.init).joined(separator: ".")] ?? []
    if let own = found.first(where: { outline.units[$0].section == section }) { return own }
    let chapter = top(section)
    return found.first { top(outline.units[$0].section) == chapter } ?? found.first
  }

  /// The section of the second level that a section belongs to.
  private func top(_ section: Int32) -> Int32 {
    var section = section
    while section > 0, outline.sections[Int(section)].level > 2 { section = outline.sections[Int(section)].parent }
    return section
  }
}

extension Outline {
  /// The mentions of steps in a unit, tokens counted from the unit's first.
  func stepReferences(_ unit: Int) -> [StepReference] {
    let range = units[unit].tokens
    guard range.count > 1 else { return [] }
    let slice = Array(tokens[range])
    return text.withUnsafeBufferPointer { StepReference.all(in: TokenText(bytes: $0, tokens: slice[...])) }
  }
}

extension Comparison {
  /// The numbers in a pair of units that follow their steps, as tokens counted from each unit's first.
  func follows(_ oldUnit: Int, _ newUnit: Int) -> (old: Set<Int>, new: Set<Int>) {
    let (x, y) = (a.stepReferences(oldUnit), b.stepReferences(newUnit))
    var found: (old: Set<Int>, new: Set<Int>) = ([], [])
    for (before, after) in zip(x, y) where before.number != after.number {
      guard let step = references.old.step(before, from: oldUnit), alignment.newOf[step] >= 0,
        references.new.step(after, from: newUnit) == Int(alignment.newOf[step])
      else { continue }
      found.old.insert(before.token)
      found.new.insert(after.token)
    }
    return found
  }

  /// Mentions that kept their number although their step has another one now, or is gone.
  mutating func findStaleReferences() {
    for newUnit in b.units.indices where alignment.oldOf[newUnit] >= 0 {
      let mentions = b.stepReferences(newUnit)
      if mentions.isEmpty { continue }
      let oldUnit = Int(alignment.oldOf[newUnit])
      for (before, after) in zip(a.stepReferences(oldUnit), mentions) where before.number == after.number {
        guard let step = references.old.step(before, from: oldUnit) else { continue }
        let partner = Int(alignment.newOf[step])
        let written = after.number.map(String.init).joined(separator: ".")
        if partner >= 0, references.new.step(after, from: newUnit) == partner { continue }
        let now = partner >= 0 ? references.new.number(partner) : nil
        redline.notices.append(
          Notice(
            kind: "stale.step.reference", at: b.address(newUnit), text: b.string(newUnit),
            message: .staleReference(written: written, now: now)))
      }
    }
  }
}
