import Diagnostics
import Markdown
import Testing

@testable import Procedures

private let sound = """
  编号: SC-001
  名称: 闭店流程
  部门: 运营部
  版本: 1.10
  状态: 生效
  负责人: 店长

  """

private func read(_ yaml: String, _ kind: ArticleKind = .procedure) -> (
  card: Card, findings: [Diagnostic], text: String
) {
  let text = "---\n\(yaml)\n---\n"
  let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
  var findings: [Diagnostic] = []
  let header = Header(parsing: file, diagnostics: &findings)
  let card = Card(kind, header, file: file, diagnostics: &findings)
  return (card, findings, text)
}

private func control(_ yaml: String, _ kind: ArticleKind = .procedure) throws -> (card: Control, findings: [Diagnostic])
{
  let (card, findings, _) = read(yaml, kind)
  guard case .control(let control) = card else { throw Unexpected() }
  return (control, findings)
}

private func settings(_ yaml: String) -> (settings: Settings, findings: [Diagnostic]) {
  var findings: [Diagnostic] = []
  let settings = Settings(parsing: SourceFile(path: "handbook.yml", bytes: Array(yaml.utf8)), diagnostics: &findings)
  return (settings, findings)
}

private func slice(_ text: String, _ range: SourceRange) -> String {
  let bytes = Array(text.utf8)
  return String(decoding: bytes[range.clamped(to: bytes.count)], as: UTF8.self)
}

private struct Unexpected: Error {}

@Suite struct HeaderFieldsTests {
  @Test func readsAllKeysOfAProcedure() throws {
    let (card, findings) = try control(
      sound + """
        生效日期: 2024-06-01
        复审周期: 12个月
        用法: 边读边做
        曾用编号: [SC-0, "YY-9"]
        变体: {活动类型: [A类, B类, C类]}
        锚点: {开门: 09:00, 关门: "21:30"}
        班次: 早班、晚班
        依据: 《甲、乙管理办法》、YY-001
        替代: SC-000
        被替代: SC-002
        废止原因: 合并
        发放: [运营部, 财务部]
        密级: 内部
        保管期限: 3年
        培训: [店长]
        审批:
          - 编制 店长 甲某 2024-05-01
          - 批准 店长 丙某 2024-05-20
        修订说明: |
          第一行
          第二行
        关键词: 闭店，夜班
        x-自定: 1
        """)
    #expect(findings.isEmpty)
    #expect(card.code?.text == "SC-001" && card.version?.value.text == "1.10" && card.status?.value == .effective)
    #expect(card.effective?.value.description == "2024-06-01" && card.review?.value.months == 12)
    #expect(card.mode?.value == .readDo && card.formerly.map(\.text) == ["SC-0", "YY-9"])
    #expect(card.variants.map(\.name.text) == ["活动类型"] && card.variants[0].values.map(\.text) == ["A类", "B类", "C类"])
    #expect(card.anchors.map { $0.name.text + $0.value.text } == ["开门09:00", "关门21:30"])
    #expect(card.shifts.map(\.text) == ["早班", "晚班"] && card.basis.map(\.text) == ["《甲、乙管理办法》", "YY-001"])
    #expect(
      card.replaces.map(\.text) == ["SC-000"] && card.replacedBy?.text == "SC-002" && card.retention?.text == "3年")
    #expect(
      card.approvals.count == 2 && card.changeNote?.text == "第一行\n第二行" && card.keywords.map(\.text) == ["闭店", "夜班"])
  }

  @Test func englishKeysAreEqual() throws {
    let (card, findings) = try control(
      "ID: SC-001\ntitle: 0012\ndepartment: Ops\nversion: 1.10\nStatus: Draft\nowner: Manager\nchange_note: x\nreview: 2 years\n"
    )
    #expect(
      findings.isEmpty && card.title?.text == "0012" && card.changeNote?.text == "x" && card.review?.value.months == 24)
  }

  @Test(arguments: ["1.10", "21:30", "003", "no", "08", "0012", "true", "2024-01-01", "1e3", "0x1F", "null"])
  func scalarsStayText(text: String) throws {
    #expect(try control(sound.replacing("闭店流程", with: text)).card.title?.text == text)
  }

  @Test(arguments: [
    (sound + "x: 1", "key-unknown", "没有“x”", ""), (sound + "verison: 1", "key-unknown", "最接近的是", ""),
    (sound + "生效日其: 2024-01-01", "key-unknown", "生效日期", ""), (sound + "标题: 甲", "key-unknown", "名称", ""),
    (sound + "title: 又一个", "key-duplicate", "同一项", ""), (sound + "生效日期: 2024-13-45", "value-invalid", "2024-13-45", ""),
    (sound + "生效日期: 2024年2月3日", "value-invalid", "2024年2月3日", "2024-02-03"),
    (sound + "生效日期: ２０２４-０２-０３", "value-invalid", "", "2024-02-03"),
    (sound + "生效日期: 24-02-03", "value-invalid", "24-02-03", ""),
    (sound.replacing("1.10", with: "V1.0"), "value-invalid", "V1.0", "1.0"),
    (sound.replacing("1.10", with: "1..2"), "value-invalid", "1..2", ""),
    (sound.replacing("SC-001", with: "ＳＣ-001"), "value-invalid", "", "SC-001"),
    (sound.replacing("SC-001", with: "x."), "value-invalid", "x.", ""),
    (sound.replacing("生效", with: "aproved"), "value-invalid", "aproved", ""),
    (sound.replacing("闭店流程", with: "[甲, 乙]"), "value-invalid", "列表", ""),
    (sound + "审批: [看过 店长 甲某 2024-01-01]", "value-invalid", "动作", ""),
    (sound + "审批: [批准 店长 甲某 2024/1/1]", "value-invalid", "2024/1/1", "2024-01-01"),
    (sound + "用法: 随便", "value-invalid", "随便", ""),
    (sound + "变体: A类", "value-invalid", "变体", ""),
  ])
  func reports(yaml: String, rule: String, message: String, fix: String) throws {
    let findings = try control(yaml).findings
    #expect(findings.map(\.rule.rawValue) == [rule])
    let finding = try #require(findings.first)
    #expect(finding.message.zh.contains(message) && finding.severity == .error)
    #expect(finding.fix.map(\.text).joined() == fix)
    for replacement in finding.fix { #expect(Int(replacement.range.end) <= 8 + yaml.utf8.count) }
  }

  @Test func fixesMend() throws {
    for wrong in ["V1.0", "\"V1.0\"", "'１.０'"] {
      let text = "---\n" + sound.replacing("1.10", with: wrong) + "\n---\n"
      let fix = try #require(try control(sound.replacing("1.10", with: wrong)).findings.first?.fix.first)
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(fix.range.clamped(to: bytes.count), with: Array(fix.text.utf8))
      let mended = String(decoding: bytes, as: UTF8.self)
      #expect(try control(String(mended.dropFirst(4).dropLast(5))).findings.isEmpty)
    }
  }

  @Test(arguments: [
    (sound.replacing("名称: 闭店流程", with: "title: ~"), "title"), (sound.replacing("名称: 闭店流程", with: "title:"), "title"),
    (sound.replacing("名称: 闭店流程", with: "title: \"\""), "名称"), (sound.replacing("负责人: 店长", with: ""), "负责人/owner"),
  ])
  func missing(yaml: String, name: String) throws {
    let findings = try control(yaml).findings
    #expect(findings.map(\.rule.rawValue) == ["key-missing"])
    #expect(findings[0].message.zh.contains(name) && findings[0].message.en.contains(name))
  }

  @Test func missingKeysAreOneMistakeOnly() throws {
    #expect(try control("编号: A\n名称: B\n").findings.map(\.rule) == Array(repeating: RuleName.keyMissing, count: 4))
    let typo = try control(sound.replacing("版本", with: "版木")).findings
    #expect(typo.map(\.rule.rawValue) == ["key-unknown"] && typo[0].message.zh.contains("版本"))
    #expect(try control("编号: @x\n名称: B\n").findings.map(\.rule.rawValue) == ["yaml-invalid"])
    #expect(try control("编号: F-1\n名称: 表\n", .form).findings.isEmpty)
    #expect(try control("编号: F-1\n名称: 表\n状态: 草稿\n", .form).findings.count == 3)
    #expect(try control("编号: F-1\n名称: T\n译自: 1.2\n").findings.isEmpty)
  }

  @Test func namesKeepTheirPlace() throws {
    let yaml = sound + "培训: [店长, \"收银 组长\"]\n班次: ' 早班、 晚班'\n"
    let (card, findings, text) = read(yaml)
    guard case .control(let control) = card else { throw Unexpected() }
    #expect(findings.isEmpty)
    for named in control.training + control.shifts + [control.owner, control.department].compactMap(\.self) {
      #expect(slice(text, named.range) == named.text)
    }
    #expect(control.shifts.map(\.text) == ["早班", "晚班"])
  }

  @Test func roles() throws {
    let (card, findings, _) = read(
      "名称: 店长\n别名: [门店经理]\n部门: 运营部\n上级: 区域经理\n代理: 副店长\n编制: 2名\n外部: 否\n任职: [甲某, 乙某]\n成员: [收银组长]\n曾用名: 经理", .role)
    guard case .role(let role) = card else { throw Unexpected() }
    #expect(
      findings.isEmpty && role.reportsTo?.text == "区域经理" && role.external?.value == false && role.holders.count == 2)
    #expect(card.otherNames == ["门店经理", "经理"] && role.members.map(\.text) == ["收银组长"])
    #expect(read("名称: 店长\n外部: 也许", .role).findings.map(\.rule.rawValue) == ["value-invalid"])
  }

  @Test func departments() throws {
    let (card, findings, _) = read("title: 运营部\nparent: 总部\nhead: 运营总监\n", .department)
    guard case .department(let department) = card else { throw Unexpected() }
    #expect(findings.isEmpty && department.parent?.text == "总部" && department.head?.text == "运营总监")
  }

  @Test(
    arguments: [
      ("2026-05-01", "2026-05-01 2026-05-01"), ("2026-05-01 至 2026-05-03", "2026-05-01 2026-05-03"),
      ("2026-05-01–2026-05-03", "2026-05-01 2026-05-03"), ("[2026-05-01, 2026-05-03]", "2026-05-01 2026-05-03"),
      ("2026-05-01～2026-05-03", "2026-05-01 2026-05-03"), ("2026-05-03 至 2026-05-01", nil), ("五一", nil),
    ] as [(String, String?)])
  func eventDates(date: String, expected: String?) throws {
    let (card, findings, _) = read(
      "名称: 五一活动\n日期: \(date)\n流程: [SC-001@2.0, YY-001]\n活动类型: A类\n人员: {督导: 戊某 内线 8001, 店长: [甲某, 8002]}", .event)
    guard case .event(let event) = card else { throw Unexpected() }
    #expect(event.date.map { "\($0.value.first) \($0.value.last)" } == expected)
    #expect(findings.map(\.rule.rawValue) == (expected == nil ? ["value-invalid"] : []))
    #expect(event.extra.map(\.key.text) == ["活动类型"] && event.procedures.map(\.text) == ["SC-001@2.0", "YY-001"])
    #expect(event.people.map(\.value.text) == ["戊某 内线 8001", "甲某 8002"])
  }

  @Test func misspeltKeysOfEvents() {
    let findings = read("名称: 甲\n日其: 2026-05-01\n流程: [SC-001]\n活动类型: A类", .event).findings
    #expect(findings.map(\.rule.rawValue) == ["key-unknown"] && findings[0].message.zh.contains("日期"))
  }

  @Test func readsSettings() {
    let (value, findings) = settings(
      """
      名称: 手册
      单位: 云麓百货
      语言: zh-CN
      时区: "+08:00"
      网址: https://example.com/手册
      部门:
        - 运营部
        - 名称: 门店
          上级: 运营部
          主管: 店长
        - {财务部: 财务总监}
      编号规则: {规程: [SC-###, YY-###], 制度: ZD-##}
      复审周期: 12个月
      密级: [公开, 内部, 机密]
      默认密级: 内部
      假日: [2026-01-01, 2026-10-01 至 2026-10-07]
      调休: [2026-10-10]
      规则:
        vague-time: 关闭
        step-long: {级别: 错误, 范围: [content/procedures/门店], 因为: 门店要短}
        必需章节: {规程: [适用范围, 步骤], 制度: [适用范围]}
      发布: {compare-limit: 4}
      打印: {纸张: a5, 版式: 大字, logo: images/logo.png}
      外观: {颜色: "#1A5FB4", 页脚: 内部资料}
      版本库: 是
      """)
    #expect(findings.isEmpty)
    #expect(value.language == .chinese && value.utcOffset == 480 && value.url?.text == "https://example.com/手册")
    #expect(value.departments.map(\.name.text) == ["运营部", "门店", "财务部"] && value.departments[1].parent?.text == "运营部")
    #expect(value.departments.map { $0.head?.text } == [nil, "店长", "财务总监"])
    #expect(value.codes.count == 3 && value.codes[0].fits("SC-001") && !value.codes[0].fits("SC-01"))
    #expect(value.review.limit?.value.months == 12 && value.rank(ofAudience: "内部") == 1 && value.holidays.count == 2)
    #expect(
      Day(parsing: "2026-10-05").map(value.isWorkday) == false
        && Day(parsing: "2026-10-10").map(value.isWorkday) == true)
    #expect(
      value.rules.changes.map(\.level?.value) == [.off, .error]
        && value.rules.changes[1].holds(for: "content/procedures/门店/a.md"))
    #expect(value.rules.required.map(\.kind) == [.procedure, .policy] && value.publish.compareLimit == 4)
    #expect(
      value.print.paper?.value == .a5 && value.print.profile?.value == .large && value.theme.colour?.value == "#1a5fb4")
  }

  @Test(
    arguments: [
      ("标题1: x", "config-unknown"), ("打印: {纸: A4}", "config-unknown"), ("发布: 6", "value-invalid"),
      ("时区: 北京", "value-invalid"),
      ("网址: example.com", "value-invalid"), ("复审周期: 常常", "value-invalid"), ("编号规则: {合同: X}", "value-invalid"),
      ("外观: {颜色: 红}", "value-invalid"), ("规则: {vague-time: 大}", "value-invalid"), ("假日: [十一]", "value-invalid"),
      ("名称: a\ntitle: b", "key-duplicate"), ("规则: off", "value-invalid"), ("", nil), ("# 空", nil), ("部门: 甲部、乙部", nil),
    ] as [(String, String?)])
  func settingsFindings(yaml: String, rule: String?) {
    #expect(settings(yaml).findings.map(\.rule.rawValue) == [rule].compactMap(\.self))
  }

  @Test func tablesAreSound() {
    for kind in ArticleKind.allCases {
      let notes = Card.keys(of: kind)
      #expect(notes.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty && !$0.about.zh.isEmpty && !$0.about.en.isEmpty })
      let names = notes.flatMap { $0.zh + $0.en }
      #expect(Set(names).count == names.count)
    }
    for (name, field) in [("标题", "名称"), ("date", "effective")] {
      #expect(
        Control.fields.nearest(to: name).map { Control.fields.fields[$0].name }.map { $0.zh == field || $0.en == field }
          == true)
    }
  }

  @Test func manyUnknownKeysAreBounded() throws {
    let yaml = sound + (0..<4_000).map { "k\($0): 1\n" }.joined()
    #expect(try control(yaml).findings.count == 21)
  }

  @Test func randomHeadersNeverTrap() {
    var generator = SplitMix(state: 11)
    let keys =
      Control.fields.fields.flatMap { $0.zh + $0.en } + Settings.fields.fields.flatMap { $0.zh + $0.en } + [
        "日期", "人员", "流程", "甲",
      ]
    let values = [
      "", "~", "1.10", "[甲, 乙]", "{a: b}", "[[a], {b: c}]", "{a: {b: c}}", "2024-05-01", "批准 店长 甲某 2024-05-01", "、、，",
      "\"\\u00e9 x\"", "'a''b'",
      "|\n  a\n  b", "《甲、乙", "：", "A类: B", "[\"a、b\", 'c']", "２", "{名称: [a]}", "- x",
    ]
    for round in 0..<3_000 {
      let lines = (0..<Int(generator.next() % 8)).map { _ in
        keys[Int(generator.next() % UInt64(keys.count))] + ": " + values[Int(generator.next() % UInt64(values.count))]
      }
      let yaml = lines.joined(separator: "\n")
      let (_, findings, text) = read(yaml, ArticleKind.allCases[round % 6])
      #expect(findings.allSatisfy { Int($0.range.end) <= text.utf8.count })
      _ = settings(yaml)
    }
  }
}
