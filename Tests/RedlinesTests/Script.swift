@testable import Redlines

/// Edits whose events are known beforehand.
struct Script {
  /// What should be told: the kind and the step or text it is about.
  struct Expected: Hashable, Comparable {
    let kind: String
    let id: String

    static func < (a: Expected, b: Expected) -> Bool { (a.kind, a.id) < (b.kind, b.id) }
  }

  var draft: Draft
  var maker: DraftMaker
  private(set) var expected: [Expected] = []
  private var touched: Set<Int> = []
  private var touchedOther: Set<String> = []

  init(_ draft: Draft, _ maker: DraftMaker) {
    self.draft = draft
    self.maker = maker
  }

  /// Does one random thing to something that was not touched yet.
  mutating func act() {
    switch maker.numbers.below(11) {
    case 0: insert()
    case 1: remove()
    case 2: move(edits: false)
    case 3: edit()
    case 4: reassign()
    case 5: retime()
    case 6: cell()
    case 7: rename()
    case 8: item()
    case 9: paragraph()
    default: move(edits: true)
    }
  }

  private mutating func expect(_ kind: String, _ id: String) { expected.append(Expected(kind: kind, id: id)) }

  /// A section with steps and the index of one that was not touched.
  private mutating func untouched() -> (section: Int, step: Int)? {
    let section = maker.numbers.pick([1, 2])
    let free = draft.sections[section].steps.indices.filter { !touched.contains(draft.sections[section].steps[$0].id) }
    return free.isEmpty ? nil : (section, maker.numbers.pick(Array(free)))
  }

  private mutating func insert() {
    let section = maker.numbers.pick([1, 2])
    let step = maker.step(draft.isChinese)
    touched.insert(step.id)
    draft.sections[section].steps.insert(step, at: maker.numbers.below(draft.sections[section].steps.count + 1))
    expect("step.added", String(step.id))
  }

  private mutating func remove() {
    guard let (section, index) = untouched(), draft.sections[section].steps.count > 2 else { return }
    expect("step.removed", String(draft.sections[section].steps.remove(at: index).id))
  }

  /// Moves a step past at least three others, so that it is the lighter side.
  private mutating func move(edits: Bool) {
    guard let (section, index) = untouched() else { return }
    let count = draft.sections[section].steps.count
    let targets = (0..<count).filter { target in
      let passed = target < index ? target..<index : (index + 1)..<(target + 1)
      return abs(target - index) >= 3 && passed.allSatisfy { !touched.contains(draft.sections[section].steps[$0].id) }
    }
    guard !targets.isEmpty else { return }
    let target = maker.numbers.pick(targets)
    // What it passes must stay, or one of two moves may be told in place of the other.
    for passed in min(index, target)...max(index, target) { touched.insert(draft.sections[section].steps[passed].id) }
    var step = draft.sections[section].steps.remove(at: index)
    expect("step.moved", String(step.id))
    if edits {
      step.body = edited(step.body)
      expect("step.edited", String(step.id))
    }
    draft.sections[section].steps.insert(step, at: target)
  }

  private mutating func edited(_ body: String) -> String {
    let end = body.index(before: body.endIndex)
    let more =
      draft.isChinese
      ? "，并抄送" + maker.numbers.pick(["财务部", "总经办", "工程部"])
      : " and tell " + maker.numbers.pick(["finance", "security", "the office"])
    return String(body[..<end]) + more + String(body[end])
  }

  private mutating func edit() {
    guard let (section, index) = untouched() else { return }
    touched.insert(draft.sections[section].steps[index].id)
    draft.sections[section].steps[index].body = edited(draft.sections[section].steps[index].body)
    expect("step.edited", String(draft.sections[section].steps[index].id))
  }

  private mutating func reassign() {
    guard let (section, index) = untouched() else { return }
    let step = draft.sections[section].steps[index]
    touched.insert(step.id)
    let roles = draft.isChinese ? DraftMaker.roles : DraftMaker.englishRoles
    draft.sections[section].steps[index].role = maker.numbers.pick(roles.filter { $0 != step.role })
    expect("step.reassigned", String(step.id))
  }

  private mutating func retime() {
    guard let (section, index) = untouched(), !draft.sections[section].steps[index].time.isEmpty else { return }
    let step = draft.sections[section].steps[index]
    touched.insert(step.id)
    draft.sections[section].steps[index].time = maker.numbers.pick(
      DraftMaker.times.filter { $0 != step.time && !$0.isEmpty })
    expect("step.retimed", String(step.id))
  }

  private mutating func cell() {
    guard touchedOther.insert("cell").inserted else { return }
    let row = 1 + maker.numbers.below(draft.rows.count - 1)
    draft.rows[row][2] = "23:5\(maker.numbers.below(10))"
    expect("table.cell", draft.rows[row][0])
  }

  private mutating func rename() {
    guard touchedOther.insert("rename").inserted else { return }
    draft.sections[2].title = draft.isChinese ? "结束工作" : "Wrap-up"
    expect("section.renamed", "")
  }

  private mutating func item() {
    guard touchedOther.insert("item").inserted else { return }
    let text = maker.sentence(draft.isChinese)
    draft.sections[3].items.insert(text, at: maker.numbers.below(draft.sections[3].items.count + 1))
    expect("item.added", text)
  }

  private mutating func paragraph() {
    guard touchedOther.insert("paragraph").inserted else { return }
    let index = maker.numbers.below(draft.sections[0].paragraphs.count)
    draft.sections[0].paragraphs[index] = edited(draft.sections[0].paragraphs[index])
    expect("paragraph.edited", "")
  }

  /// What a redline told, in the same terms.
  static func told(_ redline: Redline, _ old: Draft, _ new: Draft) -> [Expected] {
    let (before, after) = (ids(old), ids(new))
    return redline.events.map { event in
      var id = event.new.first.flatMap { after[$0] } ?? event.old.first.flatMap { before[$0] } ?? ""
      if event.kind.name == "table.cell" { id = event.row }
      if event.kind.name == "item.added" { id = event.text }
      return Expected(kind: event.kind.name, id: id)
    }
  }

  private static func ids(_ draft: Draft) -> [String: String] {
    var found: [String: String] = [:]
    for section in draft.sections {
      for (index, step) in section.steps.enumerated() { found["\(section.title)/\(index + 1)"] = String(step.id) }
    }
    return found
  }
}
