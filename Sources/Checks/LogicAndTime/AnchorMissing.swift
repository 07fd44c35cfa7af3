import Diagnostics
import Procedures

extension Rule {
  /// A time that counts from a moment which nobody has named.
  static let anchorMissing = Rule(
    .anchorMissing, .logic, .always(.error),
    summary: Localized(
      zh: "“关门前10分钟”里的“关门”在文件头“锚点”里写明时刻。", en: "The moment that a time counts from is named under anchors."),
    advice: Localized(
      zh: "不知道几点关门，就排不出日程和清单。在文件头写：锚点: {关门: 21:30}。由活动文件给出时刻的，写在活动的“锚点”里。",
      en:
        "Without the hour of closing nothing can be scheduled. Write in the front matter: anchors: {closing: 21:30}, or in the event that runs the procedure."
    ),
    bad: Example(
      steps: """
        1. **店员** 打扫店面
        2. 打烊前10分钟 **店长** 检查店面
        """),
    good: Example(
      card: "锚点: {打烊: 21:30}",
      steps: """
        1. **店员** 打扫店面
        2. 打烊前10分钟 **店长** 检查店面
        """),
    .document { inspection in
      var anchors: [AnchorTable]?
      let steps = inspection.article.steps
      for index in steps.indices where steps[index].fields.time != nil {
        let step = steps[index]
        guard let time = inspection.ownTime(of: step), case .anchor(let name, _, let isEventEnd) = time.kind else {
          continue
        }
        let tables = anchors ?? inspection.anchorTables()
        anchors = tables
        if isEventEnd || tables.contains(where: { $0.position(of: name) != nil }) { continue }
        let near = EditDistance.nearest(name, among: tables.flatMap { $0.entries.map(\.name) })
        inspection.report(
          inspection.place(of: name, in: step),
          Localized(
            zh: "没有锚点“\(name)”，不知道“\(time.text)”是几点",
            en: "there is no anchor “\(name)”; “\(time.text)” cannot be placed"),
          help: near.map {
            Localized(
              zh: "改为“\($0)”，或在文件头写“锚点: {\(name): 21:30}”",
              en: "write “\($0)”, or add “anchors: {\(name): 21:30}” to the front matter")
          }
            ?? Localized(zh: "在文件头写“锚点: {\(name): 21:30}”", en: "add “anchors: {\(name): 21:30}” to the front matter"))
      }
    })
}

extension Inspection {
  /// The anchors of the article, then those of the events that run it; of an event, those of its procedures.
  fileprivate func anchorTables() -> [AnchorTable] {
    let others =
      article.kind == .event
      ? article.card.procedures.compactMap(\.article) : article.linkedFrom.filter { handbook[$0].kind == .event }
    return [AnchorTable(article.entry.card.anchors)] + others.map { AnchorTable(handbook[$0].entry.card.anchors) }
  }
}
