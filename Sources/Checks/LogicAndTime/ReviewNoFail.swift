import Diagnostics
import Procedures

extension Rule {
  /// A review without a way on for what does not pass.
  static let reviewNoFail = Rule(
    .reviewNoFail, .logic, .always(.warning),
    summary: Localized(
      zh: "评审、审核、审批、验收的步骤写明未通过时怎么办。", en: "A step that reviews or approves says what follows when it is not passed."),
    advice: Localized(
      zh: "评审的结果有两个，流程只写了通过的那个。在步骤下加分支：- 如果 评审未通过：按意见修改 → 步骤 1。紧接的步骤写了“未通过”“不合格”“退回”的不提示。",
      en:
        "A review has two outcomes, and only one is written. Add a branch: - if not passed: revise → step 1. Nothing is said where the next step deals with it."
    ),
    bad: Example(
      steps: """
        1. **店员** 编写促销方案
        2. **店长** 评审促销方案
        """),
    good: Example(
      steps: """
        1. **店员** 编写促销方案
        2. **店长** 评审促销方案
           - 如果 评审未通过：按意见修改 → 步骤 1
        """),
    .document { inspection in
      let passages = inspection.passages
      let steps = inspection.article.steps
      for passage in passages.all {
        guard case .action(let index) = passage.place else { continue }
        guard let verb = ReviewVerb.first(in: passages.bytes, passage.range) else { continue }
        let step = steps[index]
        if step.branches.contains(where: { if case .always = $0.condition { false } else { true } }) { continue }
        // The failure may be dealt with by a box, a note, a sub-step or the step that follows.
        if passages.tellsFailure(of: index, in: steps) { continue }
        let text = passages.text(verb)
        inspection.report(
          passages.source(verb, of: passage),
          Localized(
            zh: "步骤 \(step.number) 的“\(text)”没有写未通过时怎么办",
            en: "step \(step.number) does not say what follows when “\(text)” fails"),
          help: Localized(
            zh: "加分支“- 如果 \(text)未通过：… → 步骤 N”", en: "add a branch “- if it is not passed: … → step N”"))
      }
    })
}

extension Passages {
  /// Whether a passage of a step, of a sub-step or of the next step speaks of the failure.
  fileprivate func tellsFailure(of index: Int, in steps: [Step]) -> Bool {
    var last = index + 1
    while last < steps.count, steps[last].depth > steps[index].depth { last += 1 }
    // Passages of steps stand in the order of the steps.
    return passages(ofSteps: index...min(last, steps.count - 1)).contains { passage in
      passage.range.contains { ReviewVerb.failures.match(bytes, at: $0) != nil }
    }
  }
}

/// Verbs whose outcome may be a no.
enum ReviewVerb {
  /// Words for a no.
  static let failures = WordTable([
    "未通过", "不通过", "没通过", "未过", "不合格", "不符合", "不达标", "驳回", "退回", "返工", "否决", "不同意", "未批准", "整改", "修改", "not passed",
    "rejected", "reject",
    "fails", "sent back", "returned",
  ])

  private static let verbs = WordTable([
    "评审", "审核", "审批", "审查", "审定", "会审", "会签", "验收", "复核", "复审", "批准", "核准", "review", "approve", "accept",
  ])
  /// These verbs only lead to the review that is the action.
  private static let leads = [
    "组织", "召开", "进行", "开展", "主持", "完成", "逐项", "逐级", "共同", "会同", "当场", "负责", "再次", "重新", "最终", "对", "hold the ",
    "hold a ",
  ]
  /// What makes a noun of the verb: 审批表, 评审会, 审核人.
  private static let nouns = [
    "表", "单", "权", "人", "员", "后", "时", "前", "的", "意见", "结果", "记录", "通过", "标准", "权限", "流程", "资料", "手续", "要求", "报告", "制度",
    "小组", "组", "状态",
  ]

  /// The verb of an action that is a review; nil for any other action.
  static func first(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    for _ in 0..<3 {
      if let match = verbs.match(bytes, at: index), match.range.upperBound <= range.upperBound {
        return bytes.holdsAny(nouns, at: match.range.upperBound) ? nil : match.range
      }
      guard let lead = leads.first(where: { bytes.holds($0, at: index) }) else { return nil }
      index += lead.utf8.count
      if lead == "对" || lead == "组织" || lead == "召开" { return object(in: bytes, index..<range.upperBound) }
    }
    return nil
  }

  /// 对方案进行评审, 组织方案评审, 召开评审会: the review at the end of what follows.
  private static func object(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var index = range.lowerBound
    while index < range.upperBound, !bytes.holdsAny(["，", "。", "；", ",", ";"], at: index) {
      if let match = verbs.match(bytes, at: index) {
        found = bytes.holdsAny(nouns, at: match.range.upperBound) ? nil : match.range
        index = match.range.upperBound
      } else {
        index += TextMeasure.length(bytes, at: index)
      }
    }
    return found
  }
}
