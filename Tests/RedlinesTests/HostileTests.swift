import Testing

@testable import Redlines

/// Texts that were made to be expensive or to mislead.
@Suite struct HostileTests {
  static func steps(_ count: Int, _ body: (Int) -> String) -> String {
    "## 操作步骤\n\n" + (0..<count).map { "\($0 + 1). **操作员**：\(body($0))" }.joined(separator: "\n") + "\n"
  }

  static func paragraphs(_ texts: [String]) -> String { "## 说明\n\n" + texts.joined(separator: "\n\n") + "\n" }

  static let pairs: [(name: String, old: String, new: String)] = [
    ("all equal", steps(3_000) { _ in "签字确认。" }, steps(3_300) { _ in "签字确认。" }),
    ("all unique", steps(1_500) { "第\($0)项检查甲\($0 * 7)。" }, steps(1_500) { "另\($0)类登记乙\($0 * 13)。" }),
    ("reversed", steps(1_500) { "检查第\($0)号设备并登记。" }, steps(1_500) { "检查第\(1_499 - $0)号设备并登记。" }),
    (
      "a^n b^n", paragraphs([String(repeating: "甲", count: 6_000) + String(repeating: "乙", count: 6_000)]),
      paragraphs([String(repeating: "乙", count: 6_000) + String(repeating: "甲", count: 6_000)])
    ),
    (
      "one long paragraph", paragraphs([String(repeating: "核对记录", count: 12_000)]),
      paragraphs([String(repeating: "核对档案", count: 12_000)])
    ),
    (
      "many sections", (0..<400).map { "## 第\($0)节\n\n内容\($0)甲。\n" }.joined(),
      (0..<400).map { "## 部分\($0)\n\n别的\($0)乙。\n" }.joined()
    ),
  ]

  /// 10: the work stays within the bound that docs/redline.md states, and both versions can be read back.
  @Test(arguments: pairs.indices)
  func workIsBounded(_ index: Int) {
    let pair = Self.pairs[index]
    let (a, b) = (side(pair.old), side(pair.new))
    let redline = Redline(from: a, to: b)
    let tokens = a.outline.text.count / 3 + b.outline.text.count / 3
    let bound = Budget.bound(tokens: tokens, units: a.outline.units.count + b.outline.units.count)
    print("\(pair.name): \(redline.operations) operations of \(bound), degraded: \(redline.isDegraded)")
    #expect(redline.operations <= bound, "\(pair.name)")
    #expect(ModelCheck(redline, a, b).faults.isEmpty, "\(pair.name)")
  }

  @Test func aHiddenCharacterIsToldByCodePoint() {
    let found = redline("## 原则\n\n首问负责，不得推诿。\n", "## 原则\n\n首问\u{200B}负责，不得推诿。\n")
    #expect(found.kinds == ["paragraph.edited"])
    #expect(found.notices.contains { $0.kind == "hidden.characters" && $0.text == "U+200B" })
  }

  @Test func aLostNegationIsToldAsBinding() {
    let found = redline("## 原则\n\n不得自行承诺赔偿。\n", "## 原则\n\n得自行承诺赔偿。\n")
    #expect(found.events.map(\.substantive) == [["不"]])
  }

  @Test func aSideThatCannotBeReadIsComparedAsText() {
    var bytes = Array("## 步骤\n\n1. 检查。\n".utf8)
    let whole = side(bytes)
    bytes += [0xFF, 0xFE]
    let found = Redline(from: whole, to: side(bytes))
    #expect(found.notices.contains { $0.kind == "compared.as.text" })
    #expect(!found.isEmpty)
  }

  @Test func lineEndsAreNoDifference() {
    let text = "## 步骤\n\n1. **操作员**：检查，\n   并登记。\n"
    let crlf = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(redline(text, crlf).isEmpty)
  }

  @Test func emptySidesAreRead() {
    #expect(redline("", "").isEmpty)
    #expect(redline("", "1. 检查。\n").kinds == ["step.added"])
    #expect(redline("1. 检查。\n", "").kinds == ["step.removed"])
  }
}
