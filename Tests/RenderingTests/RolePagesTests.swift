import Diagnostics
import Procedures
import Templates
import Testing

@testable import Rendering

/// A handbook with a role that has steps of many kinds.
private enum RoleSamples {
  static func control(_ code: String, _ title: String, _ more: String = "状态: 生效\n生效日期: 2026-03-01") -> String {
    "---\n编号: \(code)\n名称: \(title)\n部门: 营运部\n版本: \"1.0\"\n负责人: 经理\n\(more)\n---\n"
  }

  static let files: [String: String] = [
    "content/procedures/YY-001.md": control("YY-001", "营业", "状态: 生效\n生效日期: 2026-03-01\n锚点: {关门: \"21:30\"}") + """
      ## 步骤
      1. 08:30 **主管** 开晨会
         - [ ] **主管** 传达通知
         - [ ] **保安** 锁好侧门
      2. 09:00 **经理** 下令开门
      3. 每半小时 **主管** 巡场
      4. 关门前10分钟 **主管** 清场
         1. 由上而下逐层确认
      5. **主管** 登记
         - 批准：经理
      """,
    "content/procedures/YY-002.md": control("YY-002", "例会")
      + "## 步骤\n1. 每周一 10:00 **主管** 开例会\n2. 每月25日前 **主管** 报表\n3. 08:00 **主管** 点名\n",
    "content/procedures/YY-003.md": control("YY-003", "旧", "状态: 作废") + "## 步骤\n1. 07:00 **主管** 旧事\n",
    "content/procedures/YY-004.md": control("YY-004", "草案", "状态: 草稿") + "## 步骤\n1. 07:10 **主管** 新事\n",
    "content/procedures/HD-001.md": control("HD-001", "庆典") + "## 步骤\n1. T-3天 **主管** 彩排\n2. 10:00 **主管** 开场\n",
    "content/procedures/AB-001.md":
      "---\n编号: AB-001\n名称: 巡更\n部门: 安保部\n版本: \"1.0\"\n状态: 生效\n生效日期: 2026-03-01\n负责人: 保安\n---\n"
      + "## 步骤\n1. **保安** 巡更\n   - 知会：主管\n",
    "content/roles/主管.md": """
    ---
    名称: 主管
    别名: [Supervisor]
    部门: 营运部
    上级: 经理
    代理: 保安
    编制: 6
    ---
    管一个楼层。

    ## 职责
    先看这里。

    1. 每周五 16:00 公布结果。
    2. 08:30 开会。

    ## 权限
    - 可劝阻进场
    """,
    "content/roles/经理.md": "---\n名称: 经理\n部门: 营运部\n上级: 主管\n---\n1. 管全部。\n",
    "content/roles/保安.md": "---\n名称: 保安\n部门: 安保部\n上级: 主管\n---\n",
    "content/roles/值班组.md": "---\n名称: 值班组\n部门: 营运部\n成员: [主管, 保安]\n---\n",
    "content/departments/营运部.md": "---\n名称: 营运部\n主管: 经理\n---\n## 职责\n1. 每天开门。\n\n## 附录\n电话表。\n",
    "content/events/庆典.md": """
    ---
    名称: 庆典
    日期: 2026-05-01 至 2026-05-02
    流程: [YY-001@1.0]
    地点: 中庭
    人员: {主管: 甲某 13800000000, 值班组: 乙某 内线 8001}
    ---
    ## 步骤
    ### 检查点：进场前
    1. T日 09:00 **主管** 检查
    2. **主管** 迎宾
       - 协助：礼仪
    3. T-3天 14:00 **值班组** 彩排
    4. 活动结束后1天 **经理** 总结

    ## 物资
    - 胸花 60朵
    """,
  ]
}

@Suite struct RolePagesTests {
  private let site = PageSamples.site(RoleSamples.files, settings: "名称: 手册\n")

  @Test func templatesFit() {
    #expect(site.theme.diagnostics.map(\.message.en) == [])
  }

  @Test func theDayIsInTheOrderOfTimeOverAllDocumentsInForce() throws {
    let page = try #require(PageSamples.page("roles/主管/index.html", of: site))
    let day = try #require(page.section("id=\"Day\""))
    #expect(
      day.order(["每天", "点名", "开晨会", "巡场", "清场", "由上而下", "每周", "开例会", "公布结果", "每月", "报表"]))
    for text in ["旧事", "新事", "彩排", "开场", "登记", "下令开门"] { #expect(!day.contains(text), "\(text)") }
    #expect(!day.contains("roles/主管/index.html\">主管<") && !day.contains(">主管</a>"))
  }

  @Test func takesAreByLetterAndSayWhatIsNotInForce() throws {
    let page = try #require(PageSamples.page("roles/主管/index.html", of: site))
    let takes = try #require(page.section("id=\"Takes\""))
    #expect(takes.order(["负责", "HD-001", "彩排", "YY-001", "登记", "YY-004", "新事", "草稿", "知会", "AB-001", "巡更"]))
    #expect(!takes.contains("旧事"))
    #expect(takes.contains("../../procedures/YY-001/index.html#step-5"))
    let manager = try #require(PageSamples.page("roles/经理/index.html", of: site))
    #expect(try #require(manager.section("id=\"Takes\"")).order(["负责", "下令开门", "批准", "登记"]))
  }

  @Test func nothingOfTheTextIsLost() throws {
    let page = try #require(PageSamples.page("roles/主管/index.html", of: site))
    for text in ["管一个楼层", "先看这里", "每周五 16:00", "可劝阻进场", "Supervisor", "值班组", "id=\"职责\"", "id=\"权限\""] {
      #expect(page.contains(text), "\(text)")
    }
    let department = try #require(PageSamples.page("departments/营运部/index.html", of: site))
    #expect(department.contains("电话表"))
  }

  @Test func reportingEndsWhereACircleCloses() throws {
    let page = try #require(PageSamples.page("roles/主管/index.html", of: site))
    let line = try #require(page.section("id=\"Reporting\""))
    #expect(line.order(["经理", "主管", "代理", "保安"]))
    #expect(line.components("../经理/index.html").count == 3)
  }

  @Test func checklistHasTheBoxesOfTheRole() throws {
    let page = try #require(PageSamples.page("roles/主管/checklist.html", of: site))
    #expect(page.order(["点名", "开晨会", "传达通知", "巡场", "清场", "开例会", "彩排", "登记"]))
    #expect(!page.contains("锁好侧门"))
    #expect(!page.contains("新事"))
    let guardian = try #require(PageSamples.page("roles/保安/checklist.html", of: site))
    #expect(guardian.contains("锁好侧门"))
    #expect(!guardian.contains("传达通知"))
    #expect(PageSamples.page("roles/值班组/checklist.html", of: site) == nil)
  }

  @Test func departmentShowsDocumentsMatrixAndPartners() throws {
    let page = try #require(PageSamples.page("departments/营运部/index.html", of: site))
    let matrix = try #require(page.section("id=\"Matrix\""))
    #expect(matrix.contains("YY-001"))
    #expect(!matrix.contains("AB-001"))
    #expect(!matrix.contains("YY-003"))
    let partners = try #require(page.section("id=\"Partners\""))
    #expect(partners.contains("AB-001"))
    #expect(!partners.contains("YY-001"))
    let other = try #require(PageSamples.page("departments/安保部/index.html", of: site))
    #expect(other.contains("巡更"))
  }

  @Test func eventRunsFromItsFirstDay() throws {
    let page = try #require(PageSamples.page("events/庆典/index.html", of: site))
    #expect(page.order(["id=\"T-3\"", "2026-04-28", "彩排", "id=\"T\"", "2026-05-01", "检查", "迎宾", "id=\"T+2\"", "总结"]))
    #expect(page.components("id=\"检查点").count <= 2)
    for text in ["tel:13800000000", "内线 8001", "胸花", "YY-001 1.0", "2026-05-02 周六"] {
      #expect(page.contains(text), "\(text)")
    }
    let notice = try #require(page.components("notice-danger").last?.components("</div>").first)
    #expect(notice.contains("礼仪"))
    #expect(notice.contains("经理"))
    #expect(!notice.contains("主管"))
  }

  @Test func aTranslationSpeaksItsLanguageAndKeepsTheCardOfItsSource() throws {
    var files = RoleSamples.files
    files["content/roles/主管.en.md"] = "---\ntitle: Supervisor\n---\nLooks after a floor.\n"
    let site = PageSamples.site(files)
    let page = try #require(PageSamples.page("roles/主管/index.en.html", of: site))
    for text in ["My day", "Every week", "Headcount", "Looks after a floor", "checklist.en.html", "Role checklist"] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(PageSamples.page("roles/主管/checklist.en.html", of: site)?.contains("Supervisor") == true)
  }

  @Test func aRoleWithVeryManyStepsHasABoundedPage() throws {
    var files = ["content/roles/主管.md": "---\n名称: 主管\n部门: 营运部\n---\n"]
    let steps = (1...10).map { "\($0). \($0 + 9):00 **主管** 第\($0)步\n" }.joined()
    for number in 0..<500 {
      let code = "DA-\(number + 1000)"
      files["content/procedures/\(code).md"] = RoleSamples.control(code, "规程\(number)") + "## 步骤\n" + steps
    }
    let site = PageSamples.site(files)
    let page = try #require(PageSamples.page("roles/主管/index.html", of: site))
    #expect(page.contains("5000"))
    #expect(page.contains("另有 100 份文件未列出"))
    #expect(page.contains("另有 4800 步未列出"))
    #expect(page.utf8.count < 700_000)
    let list = try #require(PageSamples.page("roles/主管/checklist.html", of: site))
    #expect(list.contains("另有 4800 步未列出"))
    #expect(list.components("type=\"checkbox\"").count == 201)
    let department = try #require(PageSamples.page("departments/营运部/index.html", of: site))
    #expect(department.contains("前 200 份文件"))
  }

  @Test(arguments: [
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", Rhythm.day, 0), ("FREQ=WEEKLY;BYDAY=WE", .week, 3), ("FREQ=DAILY", .day, 0),
    ("FREQ=DAILY;INTERVAL=2", .other, 0), ("FREQ=MINUTELY;INTERVAL=30", .day, 0),
    ("FREQ=HOURLY;INTERVAL=48", .other, 0),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", .month, 32), ("FREQ=MONTHLY;INTERVAL=3", .quarter, 0),
    ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", .year, 97), ("FREQ=MONTHLY;INTERVAL=7", .other, 0),
  ])
  fileprivate func rulesHaveARhythm(_ rule: String, _ rhythm: Rhythm, _ day: Int) throws {
    let place = try #require(RhythmPlace(Moment(.recurrence(rule: rule, clock: nil), text: "")))
    #expect(place.rhythm == rhythm)
    #expect(place.day == day)
  }
}

extension String {
  /// The part of a page from the section with a mark to the next section of its level or the end of the article.
  fileprivate func section(_ mark: String) -> String? {
    let parts = components("\n<section class=\"")
    return parts.first { $0.prefix(while: { $0 != "\n" }).contains(mark) }.map { first in
      let rest = parts.drop { $0 != first }.dropFirst().prefix { $0.hasPrefix("take\"") || $0.hasPrefix("stage") }
      return ([first] + rest).joined()
    }
  }

  /// The text between occurrences of another one.
  fileprivate func components(_ separator: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      found.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return found + [String(rest)]
  }

  /// Whether all of some texts stand in it, each behind the one before.
  fileprivate func order(_ texts: [String]) -> Bool {
    var rest = self[...]
    for text in texts {
      guard let range = rest.firstRange(of: text) else {
        Issue.record("\(text) is missing or comes too early")
        return false
      }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
