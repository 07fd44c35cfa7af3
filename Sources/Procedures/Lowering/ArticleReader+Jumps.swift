import Diagnostics
import Markdown

extension ArticleReader {
  /// Whether what stands behind an arrow is meant as a target. An arrow in a branch always is, when one word follows;
  /// anything else must be a target that exists, because 转 and → are also plain words.
  func isTarget(_ target: TargetSyntax, _ line: Line, inBranch: Bool) -> Bool {
    switch target.goal {
    case .number, .end, .words: return true
    case .document(let name): return target.hasArrow || register.address(name) != nil
    case .name(let name):
      if isStageOrSection(name) { return true }
      let isWord = !name.contains { $0 == 0x20 || $0 == 0x0A } && name.count <= 36
      return inBranch && target.hasArrow && isWord
    }
  }

  private func isStageOrSection(_ name: Bytes) -> Bool {
    section(named: name) != nil || stageTitles[name] != nil
  }

  /// A section by its title, or by any name of its kind.
  private func section(named name: Bytes) -> Int? {
    let exact = NameKey.withFolded(name) { name in
      article.sections.firstIndex { section in
        section.title.withBytes { title in NameKey.withFolded(title) { $0.equals(name) } }
      }
    }
    if let exact { return exact }
    guard SectionKind.isName(name) else { return nil }
    let kind = SectionKind(title: name)
    return article.sections.firstIndex { $0.kind == kind }
  }

  /// Looks up all targets, now that all steps are known.
  mutating func resolveJumps() {
    let hasTargets = article.steps.indices.contains { step in
      article.steps[step].branches.contains { $0.target != nil } || article.steps[step].fields.untilTarget != nil
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
    if let jump = written.withBytes({ jump($0, from: index, numbers, range) }) { return jump }
    var nearest: String?
    if case .number? = written.withBytes({ TargetSyntax.goal(written: $0) }) {
      nearest = article.steps.last(where: { $0.depth == 1 }).map { "步骤 \($0.number)" }
    } else {
      nearest = EditDistance.suggestion(
        for: written, among: article.stages.map(\.title) + article.sections.map(\.title))
    }
    diagnostics.append(.gotoMissing(written, nearest: nearest, article.path, range))
    return .missing(written)
  }

  /// Where a target leads that was kept as text; nil when there is no such place.
  private mutating func jump(_ written: Bytes, from index: Int, _ numbers: StepNumbers, _ range: SourceRange) -> Jump? {
    switch TargetSyntax.goal(written: written) {
    case .end?: return .end
    case .number(let typed)?:
      let step = article.steps[index]
      switch numbers.find(typed, section: step.section, stage: step.stage) {
      case .one(let step): return .step(step)
      case .many:
        diagnostics.append(.gotoAmbiguous(written.string, article.path, range))
        return .missing(written.string)
      case .none: break
      }
    case .words(let words)?:
      if let step = article.steps.firstIndex(where: { document.plainBytes(of: $0.action).starts(with: words) }) {
        return .step(step)
      }
    case .document(let name)?:
      if let reference = register.reference(name) { return .document(reference) }
    case .name(let name)?:
      let key = NameKey(name)
      if let stage = article.stages.firstIndex(where: { NameKey($0.title) == key }) { return .stage(stage) }
      if let section = section(named: name) { return .section(section) }
    case nil: break
    }
    return nil
  }
}

/// The steps of an article by the numbers that were typed.
package struct StepNumbers {
  /// What a typed number leads to: an index into the steps, several of them, or nothing.
  package enum Finding { case one(Int), many, none }

  private struct Place {
    let typed: Int
    let parent: Int?
    let section: Int
    let stage: Int?
    let number: String
  }

  private let places: [Place]

  /// Notes the typed numbers. Linear.
  package init(_ steps: [Step]) {
    var places: [Place] = []
    places.reserveCapacity(steps.count)
    for index in steps.indices {
      places.append(
        Place(
          typed: steps[index].typedNumber, parent: steps[index].parent, section: steps[index].section,
          stage: steps[index].stage, number: steps[index].number))
    }
    self.places = places
  }

  /// Whether the numbers typed for a step and its parents are these.
  private func isTyped(_ typed: [Int], _ index: Int) -> Bool {
    var next: Int? = index
    for number in typed.reversed() {
      guard let current = next, places[current].typed == number else { return false }
      next = places[current].parent
    }
    return next == nil
  }

  /// The step of a typed number: in the own stage first, then in the own section, else a unique one; a text whose items
  /// are all typed `1.` is read by its running numbers. Linear in the steps.
  ///
  /// - Parameters:
  ///   - typed: the numbers, such as 3 and 1 for `3.1`.
  ///   - own: the section from which it is referred to.
  ///   - ownStage: the stage there.
  package func find(_ typed: [Int], section own: Int?, stage ownStage: Int?) -> Finding {
    var all = places.indices.filter { isTyped(typed, $0) }
    if all.isEmpty {
      let running = typed.map(String.init).joined(separator: ".")
      all = places.indices.filter { places[$0].number == running }
    }
    let section = all.filter { places[$0].section == own }
    let stage = section.filter { places[$0].stage == ownStage }
    for candidates in [stage, section, all] where candidates.count == 1 { return .one(candidates[0]) }
    return all.isEmpty ? .none : .many
  }
}
