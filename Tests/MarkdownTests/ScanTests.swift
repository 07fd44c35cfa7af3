import Diagnostics
import Markdown
import Testing

@Suite struct ScanTests {
  private func found(_ bytes: [UInt8]) -> [String] {
    SourceScan.scan(SourceFile(path: "a.md", bytes: bytes)).map {
      "\($0.severity.word) \($0.rule) \($0.range.start)-\($0.range.end)"
    }
  }

  private func found(_ text: String) -> [String] { found(Array(text.utf8)) }

  @Test(arguments: [
    "", "a", "文字\n\t。\r\n", "a\u{B}\u{C}\u{85}\u{2028}\u{2029}\u{200B}\u{FEFF}", "𠮷葛\u{E0100}👩🏽\u{200D}🍳 한글é",
  ])
  func clean(_ text: String) { #expect(found(text).isEmpty) }

  @Test func encoding() {
    #expect(found([0x61, 0xFF, 0xFE, 0x61, 0x80]) == ["error encoding 1-3", "error encoding 4-5"])
    #expect(found([0xC0, 0xAF]) == ["error encoding 0-2"])
    #expect(found([0x61, 0xED, 0xA0, 0x80, 0x0A]) == ["error encoding 1-4"])
    #expect(found([0xE6, 0x96]) == ["error encoding 0-2"])
    #expect(found([0xF4, 0x90, 0x80, 0x80, 0x0A]) == ["error encoding 0-4"])
    #expect(
      found([0xE6, 0x96, 0x87, 0, 0x1B, 0x7F]) == ["error encoding 3-4", "error encoding 4-5", "error encoding 5-6"])
    #expect(found("a\u{9F}") == ["error encoding 1-3"])
    for scalar in ["\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{200E}", "\u{200F}"] {
      #expect(found("款" + scalar) == ["error encoding 3-6"])
    }
    #expect(found([0xFF, 0xFE, 0x61, 0]) == ["error encoding 0-2"])
  }

  @Test func byteOrderMark() throws {
    #expect(found([0xEF, 0xBB, 0xBF, 0x61]) == ["warning encoding 0-3"])
    let file = SourceFile(path: "a.md", bytes: [0xEF, 0xBB, 0xBF, 0x61])
    #expect(SourceScan.scan(file).first?.fix == [Replacement(SourceRange(0, 3), with: "")])
    #expect(html("\u{FEFF}# a") == "<h1>a</h1>\n")
  }

  @Test func limits() {
    func text(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }
    #expect(found(text("ab\n", 19_999)).isEmpty)
    #expect(found(text("a\n", 20_000)).isEmpty)
    #expect(found(text("a\n", 20_001)) == ["error limit 40000-40001"])
    #expect(found(text("a\r", 20_001)) == ["error limit 40000-40001"])
    #expect(found("x\n" + text("a", 65_536)).isEmpty)
    #expect(found("x\n" + text("a", 65_537) + "\nb") == ["error limit 2-65539"])
    #expect(found(text(text("a", 1023) + "\n", 1025)).first == "error limit 1048576-1048577")
    #expect(found(text("> ", 100) + "a").isEmpty)
    #expect(found("x\n" + text("> ", 101) + "a") == ["error limit 2-203"])
    #expect(found(text("- 1. ", 51) + "a").count == 1)
    #expect(found(text("[", 2_000) + "\n \n" + text("<!", 2_000)).isEmpty)
    #expect(found(text("![", 2_001)) == ["error limit 4001-4002"])
  }

  @Test func manyFindingsAreCounted() throws {
    let all = SourceScan.scan(SourceFile(path: "a.md", bytes: [UInt8](repeating: 1, count: 100)))
    #expect(all.count == 21)
    #expect(try #require(all.last).message.en == "80 more problems of this kind are not listed")
  }

  @Test func errorsLeaveAnEmptyDocument() {
    let (document, diagnostics) = parsed([0x61, 0])
    #expect(document.blocks.isEmpty && diagnostics.count == 1)
  }

  /// Inputs that bring libcmark 0.30.2 down or make output explode end by an error or in bounds.
  @Test func worstCases() {
    func text(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }
    let cases: [(String, Bool)] = [
      (text("- ", 30_000) + "x" + text("\n", 30_000), true), (text("![[]()", 160_000), true),
      (text("> ", 50_000) + "a", true), ((0..<1000).map { text("  ", $0) + "* a\n" }.joined(), true),
      (text("[", 50_000), true), (text("|a", 2_000) + "|\n" + text("|-", 2_000) + "|\n" + text("|b\n", 2_000), true),
      (text("|a", 900) + "|\n" + text("|-", 900) + "|\n" + text("|b\n", 2_000), true),
      ("[a]: /" + text("u", 60_000) + "\n\n" + text(text("[a] ", 1_900) + "\n\n", 100), false),
      (text("*a ", 300) + text("a*", 300), true), (text("*_", 30_000), false),
      (text("t\n|a|\n|-|\n    x\n", 300), false), (text("a~b &amp; ", 6_000), false),
    ]
    for (text, isRefused) in cases {
      let (document, diagnostics) = parsed(Array(text.utf8))
      #expect(diagnostics.contains { $0.rule == .limit } == isRefused, "\(text.prefix(40))")
      #expect(document.blocks.isEmpty == isRefused)
      #expect(html(document).utf8.count <= 20 * text.utf8.count + 65_536)
    }
  }
}
