import Diagnostics
import Procedures

extension Rule {
  /// Two negatives that mean a yes.
  ///
  /// Measured (see `Precision`): 1 found, 1 judged, 1 worth a writer's time; too few to say more.
  static let doubleNegative = Rule(
    .doubleNegative, .wording, .always(.warning), measured: Precision(found: 1, judged: 1, worth: 1),
    summary: Localized(zh: "用肯定句，不用双重否定。", en: "Sentences are positive; two negatives are not used for a yes."),
    advice: Localized(
      zh: "“不得不”“禁止未…”要在脑子里翻两次，赶时间时容易读反。写成“应…”，或“先…，再…”。“未经批准不得…”是固定说法，不提示。",
      en:
        "Two negatives have to be turned over twice, and are read the wrong way round in a hurry. Say what is to be done. “Never without” becomes “only with”."
    ),
    bad: Example(
      steps: """
        1. **店员** 打扫店面
        2. **店长** 检查店面
           - 标准：不得未关电源离店
        """),
    good: Example(
      steps: """
        1. **店员** 打扫店面
        2. **店长** 检查店面
           - 标准：先关电源，再离店
        """),
    .document { inspection in
      let passages = inspection.passages
      for (word, range, passage) in passages.hits(.doubleNegative) where passage.place != .background {
        let text = passages.text(range)
        inspection.report(
          passages.source(range, of: passage),
          Localized(zh: "“\(text)”是双重否定", en: "“\(text)” is a double negative"),
          help: Localized(zh: "改成肯定句：\(word.why)", en: "say it positively"))
      }
    })
}
