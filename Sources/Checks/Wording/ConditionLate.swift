import Diagnostics
import Procedures

extension Rule {
  /// A condition behind the action that depends on it.
  ///
  /// Measured (see `Precision`): 0 found, 0 judged, 0 worth a writer's time; none was there to judge.
  static let conditionLate = Rule(
    .conditionLate, .wording, .always(.warning), measured: Precision(found: 0, judged: 0, worth: 0),
    summary: Localized(zh: "条件写在动作之前。", en: "A condition stands before its action."),
    advice: Localized(
      zh: "边读边做的人读到条件时，动作已经做完了。把条件移到前面，或写成分支“- 如果 …：…”。",
      en:
        "Someone who reads and does in turn has done it by the time the condition comes. Put the condition first, or write a branch “- if …: …”."
    ),
    bad: Example(
      steps: """
        1. **店员** 打扫店面
        2. **店长** 停止营业，如果发现漏水
        """),
    good: Example(
      steps: """
        1. **店员** 打扫店面
           - 如果 发现漏水：停止营业
        2. **店长** 检查店面
        """),
    .document { inspection in
      let passages = inspection.passages
      for passage in passages.all {
        guard passage.place.numberedStep != nil || passage.place.isResult else { continue }
        guard let range = LateCondition.find(in: passages.bytes, passages.clauses(of: passage)) else { continue }
        let text = passages.excerpt(range)
        inspection.report(
          passages.source(range, of: passage),
          Localized(zh: "条件“\(text)”写在动作之后", en: "the condition “\(text)” stands behind its action"),
          help: Localized(
            zh: "把条件移到动作之前，或写成分支“- 如果 …：…”", en: "put it before the action, or write a branch “- if …: …”"))
      }
    })
}

extension Passage.Place {
  /// The step whose number a message may name: that of an action or a box.
  var numberedStep: Int? {
    switch self {
    case .action(let step), .box(let step): step
    default: nil
    }
  }

  fileprivate var isResult: Bool { if case .result = self { true } else { false } }
}

/// A condition that ends a sentence whose beginning depends on it.
enum LateCondition {
  private static let openers = ["如果", "倘若", "假如", "若", "除非", "只有在"]
  private static let others = ["若干", "若无其事"]
  /// With one of these, the clause itself goes on to say what is done.
  private static let consequences = WordTable([
    "则", "就", "另", "再", "改", "转", "发起", "直接", "重新", "返回", "应", "须", "需", "要", "可", "请", "立即", "马上", "必须", "不得", "及时",
    "由", "将",
  ])
  private static let english = WordTable(["if", "unless", "in case", "provided that"])
  // After these verbs “if” means “whether”.
  private static let asking = [
    "check ", "see ", "ask ", "decide ", "confirm ", "find out ", "know ", "tell ", "even ", "as ", "Check ", "See ",
    "Ask ", "Decide ", "Confirm ", "Find out ",
  ]

  /// The last such condition of a text. Linear.
  static func find(in bytes: [UInt8], _ clauses: ArraySlice<Clause>) -> Range<Int>? {
    for index in clauses.indices.reversed() {
      let clause = clauses[index]
      let isLast = index + 1 == clauses.endIndex || clauses[index + 1].sentence != clause.sentence
      let hasBefore = index > clauses.startIndex && clauses[index - 1].sentence == clause.sentence
      if isLast, hasBefore, clause.mark != .colon, isCondition(bytes, clause.range) { return clause.range }
      if let range = englishCondition(bytes, clause.range) { return range }
    }
    return nil
  }

  private static func isCondition(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let isTime =
      bytes.holds("当", at: range.lowerBound) && bytes.holds("时", endingAt: range.upperBound)
      && !bytes.holdsAny(["当时", "当班", "当日", "当天"], at: range.lowerBound)
    guard isTime || bytes.holdsAny(openers, at: range.lowerBound) else { return false }
    if bytes.holdsAny(others, at: range.lowerBound) { return false }
    if bytes.holds("除非", at: range.lowerBound) { return true }
    var isFollowed = false
    consequences.forEachMatch(in: bytes, range.lowerBound + 3..<max(range.lowerBound + 3, range.upperBound)) { _ in
      isFollowed = true
    }
    if isFollowed { return false }
    // 如果退货另发起子流程 goes on to say what is done without any of these words.
    return !range.dropFirst(6).contains { index in
      ActionVerbs.match(bytes, at: index).map { $0.upperBound <= range.upperBound } == true
        && !bytes.holdsAny(["已", "未", "没有", "经", "不", "被"], endingAt: index)
    }
  }

  /// An “if” behind an English imperative in the same clause.
  private static func englishCondition(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard ActionVerbs.match(bytes, at: range.lowerBound) != nil, bytes[range.lowerBound] < 0x80 else { return nil }
    var found: Range<Int>?
    english.forEachMatch(in: bytes, range) { match in
      let isQuestion = bytes.holdsAny(asking, endingAt: match.range.lowerBound)
      if found == nil, match.range.lowerBound > range.lowerBound, !isQuestion {
        found = match.range.lowerBound..<range.upperBound
      }
    }
    return found
  }
}
