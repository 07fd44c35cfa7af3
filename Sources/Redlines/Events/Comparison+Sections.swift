internal import Procedures

extension Comparison {
  /// A section that came; those below it, and what stands in it, come with it.
  mutating func tellSection(added heading: Int) {
    let section = Int(b.units[heading].section)
    let parent = Int(b.sections[section].parent)
    if parent > 0, alignment.oldSection[parent] < 0 { return }
    var event = Event(.section, .added)
    event.section = b.sections[section].name
    event.new = [b.address(heading)]
    event.text = b.string(heading)
    let inside = b.descendants(of: section).flatMap { Array(b.sections[$0].units) }
    event.affected = roles(b, inside.filter { alignment.oldOf[$0] == -1 }, new)
    add(event, at: passageOfNew[heading])
  }

  /// A section that went.
  mutating func tellSection(gone heading: Int) {
    let section = Int(a.units[heading].section)
    let parent = Int(a.sections[section].parent)
    if parent > 0, alignment.newSection[parent] < 0 { return }
    var event = Event(.section, .removed)
    event.section = a.sections[section].name
    event.old = [a.address(heading)]
    event.text = a.string(heading)
    let inside = a.descendants(of: section).flatMap { Array(a.sections[$0].units) }
    event.affected = roles(a, inside.filter { alignment.newOf[$0] == -1 }, old)
    add(event, at: passageOfOld[heading])
  }

  private func roles(_ outline: Outline, _ units: [Int], _ side: ComparedText) -> [String] {
    var found: [String] = []
    for unit in units where outline.units[unit].kind == .step {
      for role in people(outline, unit, side) where !found.contains(role) { found.append(role) }
    }
    return found
  }

  /// A section that is on both sides.
  mutating func tellSection(_ before: Int, _ after: Int, _ wording: PairWording) {
    let passage = passageOfNew[after]
    var event = Event(.section, .moved)
    event.section = b.sections[Int(b.units[after].section)].name
    (event.old, event.new) = ([a.address(before)], [b.address(after)])
    let isMoved = alignment.movedSections.contains(Int(a.units[before].section))
    if isMoved { add(event, at: passage) }
    tellHeading(before, after, wording, event)
    let levels = (a.sections[Int(a.units[before].section)].level, b.sections[Int(b.units[after].section)].level)
    if levels.0 != levels.1, !isMoved {
      event.kind = EventKind(.format, .changed)
      (event.from, event.to) = ([String(repeating: "#", count: levels.0)], [String(repeating: "#", count: levels.1)])
      add(event, at: passage)
    }
    tellMarks(before, after, wording, passage)
  }

  private mutating func tellHeading(_ before: Int, _ after: Int, _ wording: PairWording, _ shared: Event) {
    if case .equal = wording.change { return }
    var event = shared
    (event.from, event.to) = ([a.string(before)], [b.string(after)])
    if bareWords(a, before) == bareWords(b, after) {
      let isNumber = a.number(ofHeading: before) != b.number(ofHeading: after)
      event.kind = isNumber ? EventKind(.heading, .renumbered) : EventKind(.text, .cosmetic)
    } else if isTitle(before, after) {
      // The heading repeats the title, whose change the front matter tells.
      return
    } else {
      event.kind = EventKind(.section, .renamed)
    }
    add(event, at: passageOfNew[after])
  }

  private func bareWords(_ outline: Outline, _ heading: Int) -> [Int32] {
    let unit = outline.units[heading]
    let bare = SectionKind.bareRange(outline.text[unit.text])
    return outline.tokens[unit.tokens].filter { bare.contains(Int($0.start)) && $0.kind != .blank }.map(\.fold)
  }

  private func isTitle(_ before: Int, _ after: Int) -> Bool {
    let (x, y) = (a.metadata["title"]?.values, b.metadata["title"]?.values)
    return x != y && x == [a.string(before)] && y == [b.string(after)]
  }
}

extension Outline {
  /// A section with all sections below it.
  func descendants(of section: Int) -> [Int] {
    var found = [section]
    var next = section + 1
    while next < sections.count, sections[next].level > sections[section].level {
      found.append(next)
      next += 1
    }
    return found
  }

  /// The typed number of a heading.
  func number(ofHeading unit: Int) -> String {
    let range = units[unit].text
    return PartyNames.trimmed(String(decoding: text[range].prefix(Int(units[unit].lead)), as: UTF8.self))
  }
}
