import Diagnostics
import Procedures

extension Rule {
  /// A step that cannot be read at a glance.
  ///
  /// Measured (see `Precision`): 109 found, 95 judged, 90 worth a writer's time; what was not: tables of contents and
  /// a scope that stood as numbered items.
  static let stepLong = Rule(
    .stepLong, .wording, .always(.warning), measured: Precision(found: 109, judged: 95, worth: 90),
    summary: Localized(
      zh: "一个步骤或勾选项不超过 40 个汉字或 25 个英文词。",
      en: "A step or box has at most 40 Han characters or 25 words."),
    advice: Localized(
      zh: "超过 40 个字的句子要读第二遍。把标准、条件、记录移到字段和分支里，把第二个动作写成下一步。时间、岗位和冒号前的标题不计在内。",
      en:
        "A longer sentence has to be read twice. Move criteria, conditions and records into fields and branches, and a second action into a step of its own. Time, role and a title before a colon are not counted."
    ),
    bad: Example(
      steps: """
        1. **店员** 打扫店面的入口、收银台、货架之间的通道和试衣间，地面没有水渍和纸屑，玻璃门没有手印，垃圾桶换上新的垃圾袋
        2. **店长** 检查店面
        """),
    good: Example(
      steps: """
        1. **店员** 打扫店面
           - [ ] 地面没有水渍和纸屑
           - [ ] 玻璃门没有手印
           - [ ] 垃圾桶换上新的垃圾袋
        2. **店长** 检查店面
        """),
    .document { inspection in
      let passages = inspection.passages
      for passage in passages.all {
        guard let step = passage.place.numberedStep, passage.range.count > 50 else { continue }
        let measure = TextMeasure(passages.bytes, passages.titleEnd(of: passage)..<passage.range.upperBound)
        guard measure.han > 40 || measure.han == 0 && measure.words > 25 else { continue }
        let number = inspection.article.steps[step].number
        let isBox = passage.place == .box(step)
        let (zh, en) =
          isBox ? ("步骤 \(number) 的这个勾选项", "this box of step \(number)") : ("步骤 \(number) ", "step \(number)")
        inspection.report(
          passages.source(passage.range, of: passage),
          measure.han > 40
            ? Localized(zh: "\(zh)有 \(measure.han) 个字，超过 40 个", en: "\(en) has \(measure.han) characters, more than 40")
            : Localized(zh: "\(zh)有 \(measure.words) 个词，超过 25 个", en: "\(en) has \(measure.words) words, more than 25"),
          help: Localized(
            zh: "把标准、条件、记录移到字段和分支里，把第二个动作写成下一步",
            en: "move criteria, conditions and records into fields and branches, and a second action into the next step"
          ))
      }
    })
}
