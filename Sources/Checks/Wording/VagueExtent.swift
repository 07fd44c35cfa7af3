import Diagnostics
import Procedures

extension Rule {
  /// A word that leaves how much, which or under what condition to whoever reads it.
  ///
  /// Measured (see `Precision`): 30 found, 29 judged, 28 worth a writer's time; what was not: advice in a textbook.
  static let vagueExtent = Rule(
    .vagueExtent, .wording, .always(.info), measured: Precision(found: 30, judged: 29, worth: 28),
    summary: Localized(
      zh: "要做的事写明数值、名称或条件，不写“适当”“相关”“等”“必要时”。",
      en: "What is to be done names values, things and conditions, not “appropriate”, “relevant”, “etc.”."),
    advice: Localized(
      zh: "“相关部门”是哪些部门，“适当增加”是多少，“检查A、B等”还有什么，照着做的人要停下来问。写出名称和数值；条件写成“如果 …：…”。举例（“例如…等”）、概括（“负责…等工作”）和说明文字不提示。",
      en:
        "Which departments are the relevant ones, how much is sufficient, what else is in “etc.”: whoever follows the text has to stop and ask. Name them; write conditions as “if …: …”. Examples (“such as … etc.”) and explaining text are passed over."
    ),
    bad: Example(
      steps: """
        1. **店员** 把缺货情况通知相关部门
        2. **店长** 检查货架、通道等
        """),
    good: Example(
      steps: """
        1. **店员** 把缺货情况通知保安员和值班主管
        2. **店长** 检查货架、通道和收银台
        """),
    .document { inspection in
      let passages = inspection.passages
      for (word, hit, passage) in passages.hits(.vagueExtent) where passage.place.binds {
        // 相关 is shown with what it stands before.
        let more = word.onlyBefore.filter { passages.bytes.holds($0, at: hit.upperBound) }.map(\.utf8.count).max() ?? 0
        let range = hit.lowerBound..<hit.upperBound + more
        // 相关部门（总台、餐饮部） names them; 根据…特制定本制度 is a formula.
        if passages.bytes.holdsAny(["（", "(", "：", ":"], at: range.upperBound) { continue }
        if passages.isFormula(passages.sentence(around: range, of: passage)) { continue }
        let text = passages.text(range)
        inspection.report(
          passages.source(range, of: passage),
          Localized(zh: "“\(text)”\(word.gap.zh)", en: "“\(text)” \(word.gap.en)"), help: word.remedy)
      }
      for (_, range, passage) in passages.hits(.openList) where passage.place.isChecked {
        guard let list = passages.openList(range, passage) else { continue }
        inspection.report(
          passages.source(range, of: passage),
          Localized(
            zh: "“\(passages.excerpt(list))”没有写完，做的人不知道还有什么",
            en: "“\(passages.excerpt(list))” is not finished; nobody can tell what else belongs to it"),
          help: Localized(
            zh: "把各项写全，删去“\(passages.text(range))”", en: "name every item and drop “\(passages.text(range))”"))
      }
    })
}

extension Word {
  /// What a word leaves open.
  fileprivate var gap: Localized {
    switch why {
    case "没有名称", "no name": Localized(zh: "没有写是哪些", en: "does not say which")
    case "没有条件", "no condition": Localized(zh: "没有写在什么情况下", en: "does not say in which case")
    case "没有例外": Localized(zh: "没有写哪些情况除外", en: "does not say what is excepted")
    default: Localized(zh: "没有写多少，或到什么程度", en: "does not say how much, or how well")
    }
  }

  /// What to write instead.
  fileprivate var remedy: Localized {
    switch why {
    case "没有名称", "no name": Localized(zh: "写出名称", en: "name them")
    case "没有条件", "no condition":
      Localized(zh: "写明条件，例如“如果 超过3人：…”", en: "state the condition, such as “if more than 3: …”")
    case "没有例外": Localized(zh: "写明哪些情况除外", en: "state the exceptions")
    default: Localized(zh: "写明数值或看得见的标准", en: "state a value or something that can be seen")
    }
  }
}

extension Passage.Place {
  /// Whether every item of a list is done or looked at: in a step, not in a duty or a description.
  fileprivate var isChecked: Bool {
    switch self {
    case .action, .box, .criterion, .requirement, .result, .control: true
    case .condition, .field, .note, .duty, .rule, .warning, .prose, .background: false
    }
  }
}

extension Passages {
  /// The list that an “etc.” leaves open; nil where it closes an example or a description, or no list stands before it.
  fileprivate func openList(_ range: Range<Int>, _ passage: Passage) -> Range<Int>? {
    // A comma ends a clause of Chinese; in English it parts the items of the list itself.
    let isLatin = bytes[range.lowerBound] < 0x80
    let marks = isLatin ? [". ", ";", ":", "(", "\n"] : ["，", "。", "；", "：", "（", ",", ";", ":", "(", "\n"]
    var start = range.lowerBound
    while start > passage.range.lowerBound, !bytes.holdsAny(marks, endingAt: start) { start -= 1 }
    let list = start..<range.upperBound
    if ["例如", "比如", "譬如", "诸如", "such as", "e.g.", "for example"].contains(where: { holds($0, in: list) }) {
      return nil
    }
    // 如A、B等 begins an example anywhere in the clause; 如果 and 如有 do not.
    if holds("如", in: list), !bytes.holdsAny(["如果", "如有", "如实"], at: start) { return nil }
    // 负责…等工作 and 包括…等方面 sum up; only the objects of an action are gone through one by one.
    if case .action = passage.place, !isLatin, !ActionVerbs.opens(bytes, list) { return nil }
    return isLatin || holds("、", in: list) ? list : nil
  }

  /// Whether a sentence says what a document was made for or what it holds for.
  fileprivate func isFormula(_ range: Range<Int>) -> Bool {
    ["制定本", "特制定", "适用于", "为准"].contains { holds($0, in: range) }
  }

  private func holds(_ text: String, in range: Range<Int>) -> Bool {
    range.contains { bytes.holds(text, at: $0) && $0 + text.utf8.count <= range.upperBound }
  }
}
