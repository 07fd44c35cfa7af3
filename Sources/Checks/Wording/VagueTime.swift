import Diagnostics
import Procedures

extension Rule {
  /// A word for “soon” or “now and then” where someone must know by when or how often.
  ///
  /// Passed over where the same sentence names a time, or the step has a field for it.
  ///
  /// Measured (see `Precision`): 159 found, 100 judged, 93 worth a writer's time; what was not: 及时调整 of plans, which
  /// has no limit that could be named, and two places in texts that tell and ask nothing.
  static let vagueTime = Rule(
    .vagueTime, .wording, .always(.warning), measured: Precision(found: 159, judged: 100, worth: 93),
    summary: Localized(
      zh: "要做的事写明期限或频次，不写“及时”“定期”“尽快”。",
      en: "What is to be done says by when or how often, not “promptly” or “regularly”."),
    advice: Localized(
      zh: "“及时”在两个人心里是两个时间，事后也查不出是否做到。写“2小时内”“每月5日前”，或加字段：期限：2小时内；频次：每周一。同一句里已有具体时间，或步骤已有期限、频次字段时不提示。",
      en:
        "Two people read “promptly” as two different hours, and nobody can tell later whether it was kept. Write “within 2 hours”, “by the 5th of each month”, or add a field due: or every:. Nothing is said where the sentence or a field of the step names the time."
    ),
    bad: Example(
      steps: """
        1. **店员** 清点货架
        2. **店长** 及时上报缺货
        """),
    good: Example(
      steps: """
        1. **店员** 清点货架
        2. **店长** 上报缺货
           - 期限：2小时内
           - 逾期：值班主管代报
        """),
    .document { inspection in
      let passages = inspection.passages
      // One finding of a kind for a sentence: it is rewritten once.
      var last: [Word.Kind: Int] = [:]
      for (word, range, passage) in passages.hits(.vagueTime) + passages.hits(.vagueRhythm) {
        guard passage.place.binds, !inspection.hasTime(word.kind, passage.place) else { continue }
        let sentence = passages.sentence(around: range, of: passage)
        if last[word.kind] == sentence.lowerBound || range.upperBound <= passages.titleEnd(of: passage) { continue }
        last[word.kind] = sentence.lowerBound
        if DefiniteTime.stands(in: passages.bytes, sentence) { continue }
        let (text, isRhythm) = (passages.text(range), word.kind == .vagueRhythm)
        inspection.report(
          passages.source(range, of: passage),
          isRhythm
            ? Localized(zh: "“\(text)”没有说多久一次", en: "“\(text)” does not say how often")
            : Localized(zh: "“\(text)”没有说到什么时候为止", en: "“\(text)” does not say by when"),
          help: isRhythm
            ? Localized(
              zh: "写明频次，例如“每周一”“每月5日前”，或加字段“频次：”", en: "name the interval, such as “weekly”, or add a field “every:”")
            : Localized(
              zh: "写明期限，例如“2小时内”“当日18:00前”，或加字段“期限：”",
              en: "name the limit, such as “within 2 hours”, or add a field “due:”"))
      }
    })
}

extension Inspection {
  /// Whether the step of a passage has a field that says when or how often.
  fileprivate func hasTime(_ kind: Word.Kind, _ place: Passage.Place) -> Bool {
    guard let index = place.step, article.steps.indices.contains(index) else { return false }
    // A box or criterion may ask for something else than the step's own time is about.
    guard case .action = place else { return false }
    let fields = article.steps[index].fields
    if fields.time != nil { return true }
    return kind == .vagueRhythm ? fields.every != nil : fields.due != nil || fields.limit != nil
  }
}
