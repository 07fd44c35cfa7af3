import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// What looks like a list and is none to Markdown (spec/format.md 4.10).
  static let fakeList = Rule(
    .fakeList, .markdown, .always(.warning),
    summary: Localized(zh: "列表写成“1. 文字”或“- 文字”。", en: "Lists are written `1. text` or `- text`."),
    advice: Localized(
      zh: """
        “1、”“1.文字”“(1)”“①”“第一步”“（一）”在 Markdown 里只是普通文字：几行会连成一段，步骤不会出现在检查清单里。\
        编号写成数字、半角的点和一个空格；handrail format 会改好，里面一层的缩进到外面一层的文字下面。
        """,
      en: """
        Markdown reads 1、 1.text (1) ① 第一步 as plain text: the lines run together, and the steps are missing from the \
        checklist. Write a number, a dot and a blank; handrail format does it, inner levels indented under outer ones.
        """),
    bad: Example(steps: "1、**店员** 打扫店面\n2、**店长** 检查店面\n（1）看地面\n（2）看货架", also: [.sectionMissing]),
    good: Example(steps: "1. **店员** 打扫店面\n2. **店长** 检查店面\n   1. 看地面\n   2. 看货架"),
    .document { inspection in
      let article = inspection.article
      let isDuties = article.kind == .role || article.kind == .department
      report(article.preamble, isList: isDuties, &inspection)
      for section in article.sections {
        report(
          section.blocks, isList: section.kind == .steps || (isDuties && section.kind == .responsibilities), &inspection
        )
      }
    })

  /// - Parameter isList: whether the section is made of steps or duties, so that a single line is enough to tell.
  private static func report(_ blocks: [Block], isList: Bool, _ inspection: inout Inspection) {
    var nesting = ListNesting()
    for run in FakeRun.all(blocks, isList: isList, inspection) {
      switch run {
      case .other: nesting.clear()
      case .item(let item): nesting.enter(item, inspection.view)
      case .fake(let line, let marker):
        let place = nesting.place(of: marker, line, inspection.view)
        inspection.report(
          SourceRange(marker.marker.lowerBound, marker.marker.upperBound), message(marker, inspection.view),
          help: Localized(zh: "写成“\(place.text)文字”", en: "write `\(place.text)text`"),
          fix: [
            Replacement(
              SourceRange(line.whole.lowerBound, marker.end),
              with: (place.needsBlankLine ? inspection.view.lineEnd(before: line.whole.lowerBound) : "")
                + String(repeating: " ", count: place.column) + place.text)
          ])
      }
    }
  }

  private static func message(_ marker: FakeMarker, _ view: DocumentView) -> Localized {
    let written = String(decoding: view.file[marker.marker], as: UTF8.self)
    return Localized(
      zh: "“\(written)”在 Markdown 里不是列表，这一行会当作普通文字",
      en: "`\(written)` makes no list in Markdown; the line reads as plain text")
  }
}

/// The pieces of a section with the lines that are meant as items.
private enum FakeRun {
  case fake(TextLine, FakeMarker)
  case item(Block)
  /// Something that ends a list, such as a heading.
  case other

  static func all(_ blocks: [Block], isList: Bool, _ inspection: Inspection) -> [FakeRun] {
    var runs: [FakeRun] = []
    var hasFake = false
    for block in blocks {
      if inspection.view.level(of: block) > 0 { runs.append(.other) }
      TextLines.forEach([block], inspection.view) { piece in
        switch piece {
        case .item(let item): runs.append(.item(item))
        case .line(let line):
          guard !line.isBehindMarker, let marker = FakeMarker(inspection.view.file, line.text) else { return }
          runs.append(.fake(line, marker))
          hasFake = true
        }
      }
    }
    if !hasFake { return [] }
    return runs.enumerated().filter { isMeant($1, at: $0, runs, isList) }.map(\.1)
  }

  /// Whether a line is meant as an item: under Steps nearly always, elsewhere when the line before or after goes on
  /// counting in the same form.
  private static func isMeant(_ run: FakeRun, at index: Int, _ runs: [FakeRun], _ isList: Bool) -> Bool {
    guard case .fake(_, let marker) = run else { return true }
    if isList, !marker.isFollowedByDigit { return true }
    if !isList, marker.form.isOfficial { return false }
    return [index - 1, index + 1].contains { other in
      guard runs.indices.contains(other), case .fake(_, let neighbour) = runs[other] else { return false }
      return neighbour.form == marker.form
        && neighbour.number - marker.number == (marker.form == .bullet ? 0 : other - index)
    }
  }
}
