import Diagnostics
import Procedures
import Testing

@testable import Checks

/// No rule about an article traps, whatever the article holds, and every finding lies inside the file.
@Suite struct RuleRobustnessTests {
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }

  private func examine(_ bytes: [UInt8]) throws {
    let file = SourceFile(path: Example.path, bytes: bytes)
    var found: [Diagnostic] = []
    let entry = Entry(reading: file, as: .procedure, diagnostics: &found)
    let register = Register([entry], settings: Settings(), isLoose: true)
    let handbook = Handbook(linking: register, attachments: [], diagnostics: &found) { count, body in
      (0..<count).map { body($0) }
    }
    let review = Review(of: handbook, facts: CheckFacts(today: try #require(Day(year: 2026, month: 11, day: 20))))
    let part = review.part(handbook.articles[0], isRead: true)
    for finding in part.findings {
      let isInside = finding.range.start <= finding.range.end && Int(finding.range.end) <= bytes.count
      #expect(isInside, "\(finding.rule)")
    }
  }

  /// The texts that rules are looked for in: every bad example that is one procedure.
  private var texts: [[UInt8]] { Rule.all.map { Array($0.bad.procedure.utf8) } }

  @Test func cutAndMixedBytes() throws {
    var dice = Dice(state: 11)
    let texts = texts
    for round in 0..<600 {
      var text = texts[round % texts.count]
      for _ in 0..<(1 + dice.roll(4)) where !text.isEmpty {
        let index = dice.roll(text.count)
        switch dice.roll(4) {
        case 0: text[index] = UInt8(dice.roll(256))
        case 1: text.removeSubrange(index..<min(text.count, index + dice.roll(9)))
        case 2: text.insert(contentsOf: text[index..<min(text.count, index + dice.roll(60))], at: dice.roll(text.count))
        default: text.removeLast(dice.roll(text.count))
        }
      }
      try examine(text)
    }
  }

  /// Sentences of the very words that the rules look at, in any order and under any kind of block.
  @Test func wordsInAnyOrder() throws {
    let parts =
      Word.all.map(\.text) + [
        "，", "。", "；", "：", "、", "（", "）", "《", "》", "“", "\n", "\n   - ", "\n   - [ ] ★ ", "\n1. ", "\n> 警告：",
        "\n### 检查点：", "\n## ", " ",
        "如果 ", "若", "当", "时", "并", "再", "检查", "评审", "**店长** ", "09:00 ", "T-1天 ", "关门前10分钟 ", "每半小时 ", "期限：", "适用：",
        "→ 步骤 1",
        "GMV", "(", ")", "if ", "is done", " and ", "check the ", "0", "\u{1F600}", "\u{0301}",
      ]
    var dice = Dice(state: 23)
    for _ in 0..<600 {
      var text = "---\n编号: A-1\n锚点: {关门: 21:30}\n变体: {甲: [乙]}\n---\n## 步骤\n"
      for _ in 0..<(1 + dice.roll(40)) { text += parts[dice.roll(parts.count)] }
      try examine(Array(text.utf8))
    }
  }
}
