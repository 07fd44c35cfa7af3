import Checks
import Diagnostics
import Foundation
import Testing

/// The manual: the pages in the terminal, and docs/rules.md, which is generated.
@Suite struct ManualTests {
  static let file = RuleTests.root.appending(path: "docs/rules.md")

  /// Run with `RECORD=1` after changing a rule; a recording run fails on purpose.
  @Test func theManualIsCurrent() throws {
    let old = try? String(contentsOf: Self.file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] == "1", old != Manual.text {
      try Data(Manual.text.utf8).write(to: Self.file)
      Issue.record("recorded docs/rules.md")
      return
    }
    let isSame = old == Manual.text
    #expect(isSame, "docs/rules.md is not current; RECORD=1 swift test --filter ManualTests")
  }

  @Test(arguments: Language.allCases)
  func aPageFitsTheTerminal(_ language: Language) {
    for rule in Rule.all {
      let page = ManualPage(rule, language: language).text
      #expect(page.hasPrefix("\(rule.name) · "))
      // Lines of examples stand as they are written.
      let lines = page.split(separator: "\n").filter { !$0.hasPrefix("  ") && !$0.contains("handrail-ignore") }
      for line in lines where !line.contains("because") && !line.contains("因为") {
        #expect(CellWidth.of(String(line)) <= 82, "\(rule.name): \(line)")
      }
    }
  }

  @Test func textIsBrokenWhereAReaderExpectsIt() {
    #expect(Wrapping.lines("一二三四五六", width: 6) == ["一二三", "四五六"])
    // A mark stays with the character before it, an opening one with the one behind it.
    #expect(Wrapping.lines("一二三，四五", width: 6) == ["一二", "三，四", "五"])
    #expect(Wrapping.lines("一二《三》四", width: 6) == ["一二", "《三》", "四"])
    #expect(Wrapping.lines("one two three", width: 7) == ["one two", "three"])
    #expect(Wrapping.lines("写 SOP-001 号", width: 8) == ["写", "SOP-001", "号"])
    #expect(Wrapping.lines("a\n\nb", width: 8) == ["a", "", "b"])
  }
}
