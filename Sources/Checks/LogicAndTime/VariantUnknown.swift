import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A step for a variant that the document does not have.
  static let variantUnknown = Rule(
    .variantUnknown, .logic, .always(.error),
    summary: Localized(zh: "“适用”里的名称是文件头“变体”里的值。", en: "A step applies to variants that the front matter names."),
    advice: Localized(
      zh: "适用 D类 的步骤，活动文件永远选不到它。改成“变体”里有的值，或在文件头补上：变体: {活动类型: [A类, B类]}。",
      en:
        "No event can ever choose a step for a variant that is not defined. Write one of the values, or add it: variants: {type: [A, B]}."
    ),
    bad: Example(
      card: "变体: {门店类型: [旗舰店, 社区店]}",
      steps: """
        1. **店员** 打扫店面
           - 适用：社区点
        2. **店长** 检查店面
        """),
    good: Example(
      card: "变体: {门店类型: [旗舰店, 社区店]}",
      steps: """
        1. **店员** 打扫店面
           - 适用：社区店
        2. **店长** 检查店面
        """),
    .document { inspection in
      let steps = inspection.article.steps
      guard steps.indices.contains(where: { !steps[$0].fields.applies.isEmpty }) else { return }
      let known = inspection.variantValues()
      for step in inspection.article.steps {
        let inherited =
          (inspection.stage(of: step)?.fields.applies ?? [])
          + (step.parent.map { inspection.article.steps[$0].fields.applies } ?? [])
        for name in step.fields.applies where !known.contains(name) && !inherited.contains(name) {
          inspection.reportVariant(name, at: inspection.place(of: name, in: step, after: Rule.appliesKeys), known)
        }
      }
      for stage in inspection.article.stages {
        for name in stage.fields.applies where !known.contains(name) {
          inspection.reportVariant(name, at: inspection.view.range(of: stage.heading), known)
        }
      }
    })

  private static let appliesKeys = ["适用", "仅", "applies", "only", "(", "（"]
}

extension Inspection {
  /// The values of all variants: the article's own, or of the procedures that an event runs.
  fileprivate func variantValues() -> [String] {
    let sources =
      [article] + (article.kind == .event ? article.card.procedures.compactMap(\.article).map { handbook[$0] } : [])
    return sources.flatMap { $0.entry.card.control?.variants ?? [] }.flatMap { $0.values.map(\.text) }
  }

  fileprivate mutating func reportVariant(_ name: String, at range: SourceRange, _ known: [String]) {
    let near = EditDistance.nearest(name, among: known)
    report(
      range,
      known.isEmpty
        ? Localized(zh: "“适用：\(name)”，但文件头没有“变体”", en: "it applies to “\(name)”, but the front matter has no variants")
        : Localized(
          zh: "变体里没有“\(name)”，有的是：\(known.joined(separator: "、"))",
          en: "there is no variant “\(name)”; there are: \(known.joined(separator: ", "))"),
      help: near.map { Localized(zh: "改为“\($0)”", en: "write “\($0)”") }
        ?? Localized(zh: "在文件头的“变体”里加上“\(name)”", en: "add “\(name)” to the variants in the front matter"))
  }
}
