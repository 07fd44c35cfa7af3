import Checks
import Diagnostics
import Procedures
import Testing

/// What single rules take and leave, beyond their examples.
@Suite struct BehaviourTests {
  /// The source texts that a rule points at in the steps of an example, in order.
  private func marked(_ name: RuleName, _ example: Example) throws -> [String] {
    let bytes = Array(example.procedure.utf8)
    return try ExampleHandbook.findings(example).filter { $0.rule == name && $0.path == Example.path }.map {
      String(decoding: bytes[$0.range.clamped(to: bytes.count)], as: UTF8.self)
    }
  }

  @Test func placeholdersAreToldFromWords() throws {
    let lines = [
      "1. **店员** 每XX分钟巡视，地点待定", "2. **店员** 在X年X月前交xx公司", "3. **店员** TODO 和 TBD", "4. **店员** 买××和???",
      // None of these is one.
      "5. **店员** 等待定时器，换XXL码，查 XX-001 和 3×3 格", "6. **店员** 读 `XX`、TODOLIST、xxl.com，问：好吗？",
    ]
    let expected = ["XX", "待定", "X年X月", "xx", "TODO", "TBD", "××", "???"]
    #expect(try marked(.placeholderText, Example(steps: lines.joined(separator: "\n"))) == expected)
  }

  @Test func partsInSentencesAreFound() throws {
    let lines = [
      "1. **店员** 盘点并由店长审核", "2. **店员** 制表，报值班主管批准后存档",
      // The field says the same, the name is none, or the role does the step itself.
      "3. **店员** 盘点并由店长审核\n   - 审核：店长", "4. **店员** 由总部审核", "5. **店长** 由店长审核",
    ]
    #expect(try marked(.verbHint, Example(steps: lines.joined(separator: "\n"))) == ["由店长审核", "报值班主管批准"])
  }

  @Test func codesInTextAreHeldAgainstThePattern() throws {
    let example = Example(
      steps: "1. **店员** 查 MD-009、MD-001、AB-123 和 MD-101",
      files: ["content/handbook.yml": "名称: 门店手册\n编号规则: [MD-###]\n"])
    #expect(try marked(.codeUnresolved, example) == ["MD-009"])
  }

  @Test func quotedTitlesAreOfferedTheirMarks() throws {
    let example = Example(steps: "1. **店员** 填写“开店记录”，立“小心地滑”牌")
    #expect(try marked(.titleUnresolved, example) == ["“开店记录”"])
    let finding = try ExampleHandbook.findings(example).first { $0.rule == .titleUnresolved }
    #expect(finding?.fix.first?.text == "《开店记录》")
  }

  @Test func subStepsCoverTheirStep() throws {
    let steps = "1. 开店\n   1. **店员** 打扫\n   2. **保安员** 开门\n2. 闭店\n   1. **店员** 打扫\n   2. 关门\n3. 检查\n   - [ ] **店长** 灯亮"
    #expect(try marked(.stepNoOwner, Example(steps: steps)) == ["关门"])
  }

  @Test func namesThatOtherSystemsCannotHoldAreFound() throws {
    let example = Example(others: [
      .init("content/forms/aux.md", .text("---\n编号: MD-201\n名称: 甲表\n保管期限: 1年\n---\n\n空。\n")),
      .init("content/assets/图:一.txt", .text("甲\n")), .init("content/assets/图.", .text("乙\n")),
      .init("content/assets/图一.txt", .text("丙\n")),
    ])
    let paths = try ExampleHandbook.findings(example).filter { $0.rule == .pathCollision }.map(\.path)
    #expect(paths == ["content/assets/图.", "content/assets/图:一.txt", "content/forms/aux.md"])
  }

  @Test func circlesAreReportedOnce() throws {
    let example = Example(files: [
      "content/roles/店长.md": "---\n名称: 店长\n部门: 门店部\n上级: 店员\n代理: 店员\n---\n",
      "content/roles/店员.md": "---\n名称: 店员\n部门: 门店部\n上级: 值班主管\n代理: 店长\n---\n",
      "content/roles/值班主管.md": "---\n名称: 值班主管\n部门: 门店部\n上级: 店长\n代理: 店长\n---\n",
    ])
    let found = try ExampleHandbook.findings(example).filter { $0.rule == .refCycle }
    #expect(found.count == 1 && found[0].notes.count == 2)
    #expect(found.first?.message.zh.contains(" → ") == true)
  }

  /// Two thousand findings of one rule in one file take no more time than they must.
  @Test func manyFindingsStayCheap() throws {
    let steps = (1...2_000).map { "\($0). 打扫店面 TBD" }.joined(separator: "\n")
    let start = ContinuousClock.now
    let findings = try ExampleHandbook.findings(Example(steps: steps))
    #expect(findings.count { $0.rule == .stepNoOwner } == 2_000)
    #expect(findings.count { $0.rule == .placeholderText } == 2_000)
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
