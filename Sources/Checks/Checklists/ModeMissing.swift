import Diagnostics
import Procedures

extension Rule {
  /// A checklist that does not say how it is used.
  static let modeMissing = Rule(
    .modeMissing, .checklists, .always(.warning),
    summary: Localized(zh: "有勾选项或检查点的文件写明“用法”。", en: "A document with boxes or pause points states its mode."),
    advice: Localized(
      zh: "“边读边做”是念一条做一条，“做完确认”是凭记忆做完再核对，打勾的意思不一样。在文件头写一行：用法: 边读边做。",
      en:
        "“read-do” reads a line and does it, “do-confirm” does from memory and then checks; a tick means something else in each. Write in the front matter: mode: read-do."
    ),
    bad: Example(files: [
      Example.path: """
      ---
      编号: MD-001
      名称: 开店流程
      部门: 门店部
      负责人: 店长
      版本: 1.0
      状态: 草稿
      ---

      ## 适用范围

      本店每个营业日。

      ## 术语

      无

      ## 步骤

      1. **店员** 打扫店面
         - [ ] 地面干净

      ## 风险

      无

      ## 相关文件

      无

      """
    ]),
    good: Example(
      card: "用法: 做完确认",
      steps: """
        1. **店员** 打扫店面
           - [ ] 地面干净
        """),
    .document { inspection in
      let article = inspection.article
      switch article.kind {
      case .procedure, .policy: break
      case .role, .department, .form, .event: return
      }
      guard article.entry.card.mode == nil else { return }
      let boxes = article.steps.reduce(0) { $0 + $1.boxes.count }
      let pauses = article.stages.count { $0.isPausePoint }
      guard boxes + pauses > 0 else { return }
      inspection.report(
        article.entry.card.titleField?.range ?? .start,
        boxes > 0
          ? Localized(
            zh: "有 \(boxes) 个勾选项，没有写清单的用法", en: "there are \(boxes) boxes and no word on how the list is used")
          : Localized(
            zh: "有 \(pauses) 个检查点，没有写清单的用法", en: "there are \(pauses) pause points and no word on how the list is used"),
        help: Localized(
          zh: "在文件头写“用法: 边读边做”或“用法: 做完确认”", en: "add “mode: read-do” or “mode: do-confirm” to the front matter"))
    })
}
