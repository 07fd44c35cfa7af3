import Testing

@testable import Checks

/// The language part of the wording rules, by small texts.
@Suite struct WordingLanguageTests {
  private func clauses(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Clause.split(bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  private func actions(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Action.all(in: bytes, Clause.split(bytes)[...]).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("检查门锁，登记编号；上报", ["检查门锁", "登记编号", "上报"]),
    ("清点现金(含硬币,纸币),封包", ["清点现金(含硬币,纸币)", "封包"]),
    ("填写“姓名，电话”。签字", ["填写“姓名，电话”", "签字"]),
    ("08:30 开会，限 1,000 元", ["08:30 开会", "限 1,000 元"]),
    ("Check the seal. Sign, then call", ["Check the seal", "Sign", "then call"]),
    ("（没有括回的，也不会吞掉\n下一行，照样切", ["（没有括回的，也不会吞掉", "下一行", "照样切"]),
    ("，，。", []), ("", []),
  ])
  func clausesAreCut(_ text: String, _ expected: [String]) { #expect(clauses(text) == expected) }

  @Test(arguments: [
    ("检查门锁", 4, 0), ("检查 3 台 POS 机", 4, 2), ("don't re-open the door", 0, 4), ("𠮷野家", 3, 0), ("，。（）", 0, 0),
  ])
  func lengthsAreCounted(_ text: String, _ han: Int, _ words: Int) {
    let measure = TextMeasure(Array(text.utf8))
    #expect(measure.han == han && measure.words == words)
  }

  @Test(arguments: [
    ("检查门锁", ["检查门锁"]),
    ("检查门锁并登记编号", ["检查门锁", "登记编号"]),
    ("检查并确认门锁完好", ["检查并确认门锁完好"]),
    ("清点备用金，登记台账，然后封包", ["清点备用金", "登记台账"]),
    ("根据评审意见，修改合同条款", ["修改合同条款"]),
    ("收到申请后，登记编号", ["登记编号"]),
    ("检查设备，如有异常立即上报", ["检查设备", "如有异常立即上报"]),
    ("如有异常，立即上报", ["立即上报"]),
    ("制定草案：根据调研结果，起草规程", ["起草规程"]),
    ("清理通道，确保畅通", ["清理通道"]),
    ("巡视各层，记录保存三年", ["巡视各层"]),
    ("合并报表", []), ("核对一并送来的单据", ["核对一并送来的单据"]),
    ("关闭电源；锁闭大门", ["关闭电源", "锁闭大门"]),
    ("整理文件，将原件移交档案员", ["整理文件", "将原件移交档案员"]),
    ("Check the seal and record the number", ["Check the seal", "record the number"]),
    ("Check sales and order data", ["Check sales and order data"]),
  ])
  func actionsAreFound(_ text: String, _ expected: [String]) { #expect(actions(text) == expected) }

  @Test(arguments: [
    ("停止营业，如果发现漏水", "如果发现漏水"), ("上报店长，当金额超过5万元时", "当金额超过5万元时"), ("不得入内，除非持有证件", "除非持有证件"),
    ("如果发现漏水，停止营业", ""), ("检查设备，如果异常则停机", ""), ("清点现金，若干硬币单独封包", ""),
    ("Stop the pump if the alarm sounds", "if the alarm sounds"), ("Check if the door is locked", ""),
    ("If the alarm sounds, stop the pump", ""),
  ])
  func lateConditionsAreFound(_ text: String, _ expected: String) {
    let bytes = Array(text.utf8)
    let found = LateCondition.find(in: bytes, Clause.split(bytes)[...]).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
    #expect(found ?? "" == expected)
  }

  @Test(arguments: [
    ("24小时内及时上报", true), ("每月定期检查", true), ("当日及时结清", true), ("及时上报", false), ("3人及时到场", false), ("在 2 小时内上报", true),
    ("within 3 days", true), ("promptly", false), ("18:00前送达", true),
  ])
  func definiteTimesAreSeen(_ text: String, _ expected: Bool) {
    let bytes = Array(text.utf8)
    #expect(DefiniteTime.stands(in: bytes, 0..<bytes.count) == expected)
  }

  @Test(arguments: [
    ("上报 GMV 和 KPI", ["GMV", "KPI"]), ("VIP 顾客", []), ("执行 SC-004 和 GB/T 1.1", []), ("填写《KPI考核表》", []), ("A类活动", []),
    ("API2 和 a.XYZ", []),
  ])
  func abbreviationsAreFound(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    #expect(Abbreviation.all(in: bytes, 0..<bytes.count).map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }

  @Test(arguments: [
    ("评审方案", "评审"), ("组织方案评审", "评审"), ("对初稿进行审查", "审查"), ("逐项验收设备", "验收"), ("填写审批表", ""), ("组织评审会", "评审"),
    ("审核人签字", ""),
    ("提交审批", ""),
  ])
  func reviewsAreFound(_ text: String, _ expected: String) {
    let bytes = Array(text.utf8)
    let found = ReviewVerb.first(in: bytes, 0..<bytes.count).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(found ?? "" == expected)
  }

  /// Every word of the lists is found in its own text, and none of them where its neighbours make another word.
  @Test func everyWordOfTheListsIsFound() {
    for (index, word) in Word.all.enumerated() {
      let bytes = Array("甲\(word.text)乙".utf8)
      var found: [Int] = []
      Word.table.forEachMatch(in: bytes, 0..<bytes.count) { found.append($0.word) }
      #expect(found.contains(index) || word.text.utf8.first.map { $0 < 0x80 } == true, "\(word.text)")
      for other in word.notBefore {
        let text = Array("甲\(word.text)\(other)".utf8)
        #expect(!word.counts(in: text, 3..<3 + word.text.utf8.count), "\(word.text)\(other)")
      }
    }
  }
}
