import Diagnostics
import Procedures

extension Rule {
  /// Modal words that standards keep for something else; one finding for each word of a document.
  ///
  /// Measured (see `Precision`): 13 found, 13 judged, 12 worth a writer's time; what was not: advice in a textbook.
  static let modalWord = Rule(
    .modalWord, .wording, .always(.info), measured: Precision(found: 13, judged: 13, worth: 12),
    summary: Localized(
      zh: "要求写“应”“不应”，步骤直接写动作，不写“必须”“不可”。",
      en: "Requirements say “must” or the imperative, not “should”."),
    advice: Localized(
      zh: "GB/T 1.1：要求用“应/不应”，推荐用“宜”，允许用“可”；“必须”留给法律规定，“不可”会读成“不能够”。步骤是祈使句，直接写动作。每个词每个文件只提示一次，说明里有次数。",
      en:
        "“Should” can be read as advice. Steps are imperatives: write the action. Each word is reported once in a document, with how often it stands there."
    ),
    bad: Example(
      steps: """
        1. **店员** 必须打扫店面
        2. **店长** 检查店面
        """),
    good: Example(
      steps: """
        1. **店员** 打扫店面
        2. **店长** 检查店面
        """),
    .document { inspection in
      let passages = inspection.passages
      var found: [(word: Word, range: Range<Int>, passage: Passage, count: Int)] = []
      for (word, range, passage) in passages.hits(.modal) where passage.place.binds {
        // 必须…才能 states what something depends on; it asks for nothing.
        let rest = passages.sentence(around: range, of: passage).clamped(to: range.upperBound..<passages.bytes.count)
        if rest.contains(where: { passages.bytes.holdsAny(["才", "方可", "方能"], at: $0) }) { continue }
        if let place = found.firstIndex(where: { $0.word.text == word.text }) {
          found[place].count += 1
        } else {
          found.append((word, range, passage, 1))
        }
      }
      for (word, range, passage, count) in found {
        let instead = word.instead ?? ""
        let isStep = passage.place.isInstruction
        inspection.report(
          passages.source(range, of: passage),
          Localized(
            zh: count > 1 ? "本文有 \(count) 处“\(word.text)”；规程的要求用“\(instead)”" : "规程的要求用“\(instead)”，不用“\(word.text)”",
            en: count > 1
              ? "“\(word.text)” stands \(count) times here; a requirement says “\(instead)”"
              : "a requirement says “\(instead)”, not “\(word.text)”"),
          help: isStep
            ? Localized(zh: "步骤里删去“\(word.text)”，直接写动作", en: "in a step write the imperative without “\(word.text)”")
            : Localized(zh: "改为“\(instead)”", en: "write “\(instead)”"))
      }
    })
}
