import Diagnostics
import Markdown

extension ArticleReader {
  /// Whether what stands behind an arrow is meant as a target. An arrow in a branch always is, when one word follows;
  /// anything else must be a target that exists, because 转 and → are also plain words.
  func isTarget(_ target: TargetSyntax, _ line: Line, inBranch: Bool) -> Bool {
    switch target.goal {
    case .number, .end, .words: return true
    case .document(let name): return target.hasArrow || register.reference(String(decoding: name, as: UTF8.self)) != nil
    case .name(let name):
      if isStageOrSection(name) { return true }
      let isWord = !name.contains { $0 == 0x20 || $0 == 0x0A } && name.count <= 36
      return inBranch && target.hasArrow && isWord
    }
  }

  private func isStageOrSection(_ name: ArraySlice<UInt8>) -> Bool {
    let key = NameKey(name)
    return section(named: name) != nil || stageTitles.contains(key)
  }

  /// A section by its title, or by any name of its kind.
  private func section(named name: ArraySlice<UInt8>) -> Int? {
    let key = NameKey(name)
    if let exact = article.sections.firstIndex(where: { NameKey($0.title) == key }) { return exact }
    guard SectionKind.isName(key) else { return nil }
    let kind = SectionKind(title: name)
    return article.sections.firstIndex { $0.kind == kind }
  }

  /// Looks up all targets, now that all steps are known.
  mutating func resolveJumps() {
    let hasTargets = article.steps.contains { step in
      step.branches.contains { $0.target != nil } || step.fields.untilTarget != nil
    }
    guard hasTargets else { return }
    let numbers = StepNumbers(article.steps)
    for index in article.steps.indices {
      for branch in article.steps[index].branches.indices {
        let old = article.steps[index].branches[branch]
        guard case .missing(let written)? = old.target else { continue }
        article.steps[index].branches[branch] = Branch(
          condition: old.condition, result: old.result, participation: old.participation,
          target: jump(written, from: index, numbers, old.range), range: old.range)
      }
      if case .missing(let written)? = article.steps[index].fields.untilTarget {
        article.steps[index].fields.untilTarget = jump(written, from: index, numbers, article.steps[index].range)
      }
    }
  }

  private mutating func jump(_ written: String, from index: Int, _ numbers: StepNumbers, _ range: SourceRange) -> Jump {
    switch TargetSyntax.goal(written: Array(written.utf8)[...]) {
    case .end?: return .end
    case .number(let typed)?:
      switch numbers.find(typed, from: article.steps[index]) {
      case .one(let step): return .step(step)
      case .many:
        diagnostics.append(.gotoAmbiguous(written, article.path, range))
        return .missing(written)
      case .none: break
      }
    case .words(let words)?:
      if let step = article.steps.firstIndex(where: { document.plainBytes(of: $0.action).starts(with: words) }) {
        return .step(step)
      }
    case .document(let name)?:
      if let reference = register.reference(String(decoding: name, as: UTF8.self)) { return .document(reference) }
    case .name(let name)?:
      let key = NameKey(name)
      if let stage = article.stages.firstIndex(where: { NameKey($0.title) == key }) { return .stage(stage) }
      if let section = section(named: name) { return .section(section) }
    case nil: break
    }
    let names = article.stages.map(\.title) + article.sections.map(\.title)
    diagnostics.append(
      .gotoMissing(written, nearest: EditDistance.nearest(written, among: names), article.path, range))
    return .missing(written)
  }
}

/// The steps of an article by the numbers that were typed.
struct StepNumbers {
  enum Finding { case one(Int), many, none }

  private let steps: [Step]

  init(_ steps: [Step]) { self.steps = steps }

  /// Whether the numbers typed for a step and its parents are these.
  private func isTyped(_ typed: [Int], _ index: Int) -> Bool {
    var next: Int? = index
    for number in typed.reversed() {
      guard let current = next, steps[current].typedNumber == number else { return false }
      next = steps[current].parent
    }
    return next == nil
  }

  /// The step of a typed number: in the own stage first, then in the own section, else a unique one; a text whose items
  /// are all typed `1.` is read by its running numbers.
  func find(_ typed: [Int], from step: Step) -> Finding {
    var all = steps.indices.filter { isTyped(typed, $0) }
    if all.isEmpty {
      let running = typed.map(String.init).joined(separator: ".")
      all = steps.indices.filter { steps[$0].number == running }
    }
    let section = all.filter { steps[$0].section == step.section }
    let stage = section.filter { steps[$0].stage == step.stage }
    for candidates in [stage, section, all] where candidates.count == 1 { return .one(candidates[0]) }
    return all.isEmpty ? .none : .many
  }
}
