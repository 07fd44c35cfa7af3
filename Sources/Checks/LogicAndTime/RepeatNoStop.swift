import Diagnostics
import Procedures

extension Rule {
  /// Something repeated within the day that never stops.
  ///
  /// Weekly and longer rhythms are duties of the calendar, which stop with the document.
  static let repeatNoStop = Rule(
    .repeatNoStop, .logic, .always(.warning),
    summary: Localized(zh: "一天内重复做的步骤写明做到什么时候。", en: "A step repeated within the day says until when."),
    advice: Localized(
      zh: "“每半小时巡场”没有写到几点为止，清单也排不出格子。加字段：直到：关门。每天、每周、每月做一次的不提示。",
      en:
        "“Every 30 min” without an end cannot be put on a sheet. Add a field until: closing. Daily and longer rhythms are passed over."
    ),
    bad: Example(
      steps: """
        1. 每半小时 **店员** 巡视店面
        2. **店长** 检查店面
        """),
    good: Example(
      steps: """
        1. 每半小时 **店员** 巡视店面
           - 直到：闭店
        2. **店长** 检查店面
        """),
    .document { inspection in
      let steps = inspection.article.steps
      for index in steps.indices where steps[index].fields.every != nil {
        let step = steps[index]
        guard case .recurrence(let rule, let clock)? = step.fields.every?.kind, step.fields.until == nil else {
          continue
        }
        guard rule.hasPrefix("FREQ=HOURLY") || rule.hasPrefix("FREQ=MINUTELY") || rule.hasPrefix("FREQ=SECONDLY") else {
          continue
        }
        if clock?.until != nil || rule.contains(";COUNT=") || rule.contains(";UNTIL=") { continue }
        // 09:00–18:00 beside it says until when as well.
        if case .clock(let window)? = step.fields.time?.kind, window.until != nil { continue }
        let written = step.fields.every?.text ?? ""
        inspection.report(
          inspection.place(of: written, in: step),
          Localized(
            zh: "步骤 \(step.number) \(written)做一次，没有写做到什么时候",
            en: "step \(step.number) is done \(written) and does not say until when"),
          help: Localized(zh: "加字段“- 直到：关门”", en: "add a field “- until: closing”"))
      }
    })
}
