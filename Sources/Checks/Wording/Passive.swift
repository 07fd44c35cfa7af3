import Diagnostics
import Procedures

extension Rule {
  /// The passive, which says what is done and not by whom.
  ///
  /// Measured (see `Precision`): 1 found, 1 judged, 1 worth a writer's time; too few to say more.
  static let passive = Rule(
    .passive, .wording, .always(.info), measured: Precision(found: 1, judged: 1, worth: 1),
    summary: Localized(zh: "步骤写谁做什么，不写“被……”。", en: "Steps say who does what, not what is done."),
    advice: Localized(
      zh: "“物品被取走后”没有说谁取。改成主动句，把做事的岗位写出来。“被检查单位”一类的名称不提示。",
      en:
        "“The form is signed” hides who signs it. Write it in the active, with the role in front. Boxes and criteria describe a state and may be passive."
    ),
    bad: Example(
      steps: """
        1. **店员** 打扫店面
        2. **店长** 检查店面，不合格的由值班主管处理
           - 如果 货物被取走：补货
        """),
    good: Example(
      steps: """
        1. **店员** 打扫店面
        2. **店长** 检查店面
           - 如果 顾客取走货物：补货
        """),
    .document { inspection in
      let passages = inspection.passages
      for (_, range, passage) in passages.hits(.passive) where passage.place.binds {
        let end = passages.characters(4, from: range.lowerBound, in: passage)
        // 被禁用的成分 describes a thing; in a rule only what is demanded counts: 应被保管.
        let isAttribute = (range.upperBound..<end).contains { passages.bytes.holds("的", at: $0) }
        let isDemanded = passages.bytes.holdsAny(["应", "应该", "应当", "须", "需", "将", "必须"], endingAt: range.lowerBound)
        if isAttribute || !isDemanded && !passage.place.isState { continue }
        inspection.report(
          passages.source(range.lowerBound..<end, of: passage),
          Localized(zh: "“\(passages.text(range.lowerBound..<end))”没有写谁做", en: "the passive hides who does it"),
          help: Localized(zh: "改成主动句：谁 + 做什么", en: "write it in the active: who, then what"))
      }
      for passage in passages.all where passage.place.isEnglishPassiveAsked {
        guard let range = EnglishPassive.first(in: passages.bytes, passage.range) else { continue }
        let text = passages.text(range)
        inspection.report(
          passages.source(range, of: passage),
          Localized(zh: "“\(text)”没有写谁做", en: "“\(text)” does not say who does it"),
          help: Localized(zh: "改成主动句：谁 + 做什么", en: "write the imperative, with the role in front"))
      }
    })
}

extension Passage.Place {
  /// What must be so at a step, or be seen of it.
  fileprivate var isState: Bool {
    switch self {
    case .box, .criterion, .requirement, .condition, .result: true
    case .action, .field, .note, .duty, .control, .rule, .warning, .prose, .background: false
    }
  }

  /// What a step does and what a branch leads to; boxes and conditions describe a state.
  fileprivate var isEnglishPassiveAsked: Bool {
    switch self {
    case .action, .result: true
    default: false
    }
  }
}

/// The English passive: a form of “be” with a participle behind it, and no “by”.
enum EnglishPassive {
  private static let forms = WordTable(["is", "are", "was", "were", "be", "been", "being"])
  // Participles that say how something is, not that someone acts.
  private static let states = WordTable([
    "required", "needed", "allowed", "supposed", "expected", "concerned", "interested", "located", "based", "related",
    "used",
    "limited", "attached", "closed", "advised", "red", "need", "indeed", "speed", "feed", "seed",
  ])
  private static let irregular = WordTable([
    "done", "made", "sent", "given", "taken", "written", "kept", "put", "held", "told", "brought", "built", "paid",
    "shown", "found",
  ])

  /// The first one in a range; nil where a “by” names who acts. Linear.
  static func first(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard bytes[range].contains(where: { $0 == 0x20 }) else { return nil }
    var found: Range<Int>?
    forms.forEachMatch(in: bytes, range) { match in
      guard found == nil, let word = word(after: match.range.upperBound, bytes, range) else { return }
      let isParticiple =
        bytes.holds("ed", endingAt: word.upperBound) || irregular.match(bytes, at: word.lowerBound) != nil
      let isState = states.match(bytes, at: word.lowerBound)?.range.upperBound == word.upperBound
      if isParticiple, !isState, !bytes.holds(" by ", at: word.upperBound) {
        found = match.range.lowerBound..<word.upperBound
      }
    }
    return found
  }

  private static func word(after index: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard index < range.upperBound, bytes[index] == 0x20 else { return nil }
    var end = index + 1
    while end < range.upperBound, (bytes[end] | 0x20) >= 0x61, (bytes[end] | 0x20) <= 0x7A { end += 1 }
    return end > index + 3 ? index + 1..<end : nil
  }
}
