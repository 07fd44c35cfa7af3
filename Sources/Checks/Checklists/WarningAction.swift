import Diagnostics
import Procedures

extension Rule {
  /// An action that hides in a warning.
  static let warningAction = Rule(
    .warningAction, .checklists, .always(.warning),
    summary: Localized(
      zh: "警告只写危险和后果，不写要做的动作。", en: "A warning names the danger and what it does; it holds no action."),
    advice: Localized(
      zh: "警告里的动作没有编号，没有人负责，清单上也没有框可以打勾。写成一个步骤或勾选项，警告只留危险和后果。“禁止…”“不得…”可以写在警告里。",
      en:
        "An action in a warning has no number, no one who does it and no box to tick. Make it a step or a box, and leave the danger and its consequence in the warning. What must not be done may stand there."
    ),
    bad: Example(
      steps: """
        > 警告：带电擦拭会触电，先切断电源，再检查插头。

        1. **店员** 擦拭冷柜
        2. **店长** 检查店面
        """),
    good: Example(
      steps: """
        1. **店员** 切断冷柜电源

        > 警告：带电擦拭会触电。

        2. **店员** 擦拭冷柜
        3. **店长** 检查店面
        """),
    .document { inspection in
      let passages = inspection.passages
      for passage in passages.all where passage.place == .warning {
        guard let range = HiddenAction.first(in: passages.bytes, passages.clauses(of: passage)) else { continue }
        inspection.report(
          passages.source(range, of: passage),
          Localized(
            zh: "警告里有动作“\(passages.excerpt(range))”", en: "the warning holds an action: “\(passages.excerpt(range))”"),
          help: Localized(
            zh: "写成步骤或勾选项，警告只留危险和后果", en: "make it a step or a box; the warning names the danger and what it does"))
      }
    })
}

/// An instruction among what a warning says.
enum HiddenAction {
  private static let leads = [
    "请", "应当", "应该", "应", "须", "必须", "务必", "需要", "需", "要", "先", "再", "并", "然后", "立即", "马上", "及时", "一定要", "please ",
    "Please ", "then ", "first ",
  ]
  /// What follows a verb that is the subject of a statement, besides those of `ActionWords`.
  private static let states = ["可能", "会", "仍", "尚", "易"]

  /// The first clause that begins with a verb, behind words such as 请 and 应. Linear.
  static func first(in bytes: [UInt8], _ clauses: ArraySlice<Clause>) -> Range<Int>? {
    for clause in clauses {
      var index = clause.range.lowerBound
      while let lead = leads.first(where: { bytes.holds($0, at: index) }) { index += lead.utf8.count }
      guard let verb = ActionVerbs.match(bytes, at: index), verb.upperBound <= clause.range.upperBound else { continue }
      let isLatin = bytes[verb.lowerBound] < 0x80
      let isState =
        isLatin
        ? !bytes.holds(" ", at: verb.upperBound)
        : bytes.holdsAny(states, at: verb.upperBound)
          || ActionWords.nounSuffixes.match(bytes, at: verb.upperBound) != nil
          || !ActionVerbs.isImperative(bytes, verb, clause.range.upperBound)
      let isCircumstance = clause.mark == .comma && bytes.holdsAny(["时", "前", "后"], endingAt: clause.range.upperBound)
      if !isState, !isCircumstance, verb.upperBound < clause.range.upperBound { return clause.range }
    }
    return nil
  }
}
