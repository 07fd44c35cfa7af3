import Checks
import Diagnostics
import Testing

/// The rules of wording, logic and checklists on small procedures, beyond their own two examples.
@Suite struct WordingRulesTests {
  private static let names: Set<RuleGroup> = [.wording, .logic, .checklists]

  private func rules(_ example: Example) throws -> [String] {
    try ExampleHandbook.findings(example).filter { Self.names.contains(Rule.named($0.rule).group) }.map(\.rule.rawValue)
      .sorted()
  }

  @Test(arguments: [
    ("1. **店员** Check the seal promptly", ["vague-time"]),
    ("1. **店员** Check the seal within 2 hours", []),
    ("1. **店员** Inspect the pumps regularly", ["vague-time"]),
    ("1. **店员** Check the seal as needed", ["vague-extent"]),
    ("1. **店员** Check doors, windows, etc.", ["vague-extent"]),
    ("1. **店员** You should check the seal", ["modal-word"]),
    ("1. **店员** The form is signed", ["passive"]),
    ("1. **店员** The form is signed by the manager", []),
    ("1. **店员** Check the seal and record the number", ["multi-action"]),
    ("1. **店员** Stop the pump if the alarm sounds", ["condition-late"]),
    ("1. **店员** Do not fail to lock the door", ["double-negative"]),
    ("1. **店员** Report the GMV of the day", ["abbreviation-undefined"]),
    ("1. **店员** " + String(repeating: "wipe the long shelf ", count: 7), ["step-long"]),
    ("1. **店员** Review the plan", ["review-no-fail"]),
  ])
  func englishIsLookedAtToo(_ steps: String, _ expected: [String]) throws {
    #expect(try rules(Example(steps: steps)) == expected)
  }

  @Test(arguments: [
    // A field, a time in the sentence or a title does what the word leaves open.
    ("1. **店员** 及时上报缺货\n   - 期限：2小时内\n   - 逾期：店长代报", []),
    ("1. **店员** 定期检查：每周一检查货架", []),
    ("1. **店员** 2小时内及时上报缺货", []),
    ("1. **店员** 及时上报缺货，及时补货", ["multi-action", "vague-time"]),
    ("1. **店员** 检查货架\n   - 标准：价签齐全，陈列美观等", []),
    ("1. **店员** 检查货架\n   - 标准：例如整齐、干净等", []),
    ("1. **店员** 把缺货通知相关部门（保安部、财务部）", []),
    ("1. **店员** 提交相关单位有关人员审阅", ["vague-extent", "vague-extent"]),
    ("1. **店员** 检查货架并登记缺货", ["multi-action"]),
    ("1. **店员** 搜集并分析缺货原因", []),
    ("1. **店员** 修改方案\n   - 如果 店长被迫改期：重排", []),
    // Times.
    ("1. 22:00 **店员** 关门\n2. 00:30 **保安员** 巡视", ["time-order"]),
    ("1. 22:00 **店员** 关门\n2. T+1天 00:30 **保安员** 巡视", []),
    ("### 早班\n1. 14:00 **店员** 清点\n### 晚班\n2. 13:00 **保安员** 巡视", []),
    ("1. 09:00 **店长** 开会\n2. 09:00 **店长** 巡视", ["time-clash"]),
    ("1. 09:00–09:30 **店长** 开会\n2. 09:30 **店长** 巡视", []),
    ("1. 09:00–10:00 **店长** 开会\n   1. 09:10 **店长** 点名", []),
    ("1. 09:00–10:00 **店长** 开会\n2. 09:00 **店员** 打扫\n3. 09:30 **店长** 巡视", ["time-clash"]),
    ("1. 每周一 **店员** 盘点", []),
    ("1. 09:00–18:00 **店员** 每半小时巡视", []),
    ("1. **店员** 盘点 (仅 A类)", ["variant-unknown"]),
    // Warnings.
    ("1. **店员** 关灯\n\n> 警告：地面湿滑。", ["warning-after"]),
    ("1. **店员** 关灯\n\n> 说明：地面湿滑。", []),
    ("> 警告：地面湿滑，禁止奔跑。\n\n1. **店员** 关灯", []),
    ("> 警告：切断电源后擦拭。\n\n1. **店员** 关灯", ["warning-action"]),
    ("1. **店员** 注意：地面湿滑", ["warning-after"]),
  ])
  func theRulesKnowTheirLimits(_ steps: String, _ expected: [String]) throws {
    #expect(try rules(Example(steps: steps)) == expected)
  }

  @Test func aClashPointsAtBothSteps() throws {
    let found = try ExampleHandbook.findings(Example(steps: "1. 09:00 **店长** 开会\n2. 09:00 **店长** 巡视"))
    let clash = try #require(found.first { $0.rule == .timeClash })
    #expect(clash.notes.count == 1 && clash.notes[0].range.start < clash.range.start)
    #expect(clash.range.end - clash.range.start == 5)
  }
}
