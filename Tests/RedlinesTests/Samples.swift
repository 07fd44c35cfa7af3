import Diagnostics
import Markdown
import Procedures

@testable import Redlines

/// The same numbers on every machine and in every run.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(count, 1), using: &self) }

  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }
}

/// Reads a text as one side of a comparison, outside a handbook.
func side(_ text: String) -> ComparedText { side(Array(text.utf8)) }

func side(_ bytes: [UInt8]) -> ComparedText {
  var found: [Diagnostic] = []
  let file = SourceFile(path: "content/procedures/样例.md", bytes: bytes)
  return ComparedText(Entry(reading: file, as: .procedure, diagnostics: &found), parties: .loose)
}

func redline(_ old: String, _ new: String) -> Redline { Redline(from: side(old), to: side(new)) }

extension Redline {
  /// The kinds of its events, sorted.
  var kinds: [String] { events.map(\.kind.name).sorted() }
}

/// A document that random edits know their way in.
struct Draft {
  struct Step {
    var id: Int
    var role: String
    var time: String
    var body: String
    var subs: [String] = []

    var text: String { time + body }
  }

  struct Section {
    var title: String
    var paragraphs: [String] = []
    var steps: [Step] = []
    var items: [String] = []
  }

  var isChinese = true
  var sections: [Section] = []
  var rows: [[String]] = []
  var owner = ""

  /// How it is written: what no redline may see.
  struct Manner {
    var bullet = "-"
    var number: (Int) -> Int = { $0 + 1 }
    var wraps = false
    var isSetext = false
    var pads = false
    var keysReversed = false
  }

  func markdown(_ manner: Manner = Manner()) -> String {
    var keys = ["id: T-001", "title: 样例", "version: \"1.0\"", "owner: \(owner)"]
    if manner.keysReversed { keys.reverse() }
    var text = "---\n" + keys.joined(separator: "\n") + "\n---\n\n"
    for section in sections {
      text += manner.isSetext ? section.title + "\n------\n\n" : "## " + section.title + "\n\n"
      for paragraph in section.paragraphs { text += wrapped(paragraph, manner, indent: "") + "\n\n" }
      for (index, step) in section.steps.enumerated() {
        let colon = isChinese ? "：" : ": "
        text += "\(manner.number(index)). **\(step.role)**\(colon)" + wrapped(step.text, manner, indent: "   ") + "\n"
        for (place, sub) in step.subs.enumerated() { text += "   \(manner.number(place)). \(sub)\n" }
      }
      text += "\n"
      for item in section.items { text += "\(manner.bullet) \(item)\n" }
      text += "\n"
    }
    return text + table(manner)
  }

  private func table(_ manner: Manner) -> String {
    if rows.isEmpty { return "" }
    let blank = manner.pads ? "   " : " "
    let lines = rows.map { "|" + $0.map { blank + $0 + blank }.joined(separator: "|") + "|" }
    let rule = "|" + rows[0].map { _ in manner.pads ? " ------- " : " --- " }.joined(separator: "|") + "|"
    return (isChinese ? "## 职责表\n\n" : "## Table\n\n") + ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
      + "\n"
  }

  /// Breaks lines where it may: between Chinese characters, or at blanks.
  private func wrapped(_ text: String, _ manner: Manner, indent: String) -> String {
    guard manner.wraps else { return text }
    var result = ""
    var column = 0
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if !isChinese, character == " ", column > 30 {
        result += "\n" + indent
        column = 0
        continue
      }
      result.append(character)
      column += 1
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      if isChinese, column > 12, character == "，" || character == "、", isHan(next) {
        result += "\n" + indent
        column = 0
      }
    }
    return result
  }

  private func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
  }
}

/// Makes drafts from words; every step is different from all others.
struct DraftMaker {
  var numbers: SeededNumbers
  private var nextID = 0
  private var used: Set<String> = []

  init(seed: Int) { numbers = SeededNumbers(seed) }

  static let roles = ["市场经理", "市场专员", "行政专员", "值班店长", "收银员", "理货员", "客服主管", "质量专员", "设备主管", "保安员"]
  static let verbs = ["检查", "核对", "登记", "提交", "清点", "测试", "通知", "整理", "确认", "准备", "张贴", "回收", "汇总", "评审", "布置", "更换"]
  static let objects = [
    "签到台与胸牌", "投影和音响设备", "冷柜温度记录", "备用金交接表", "活动方案与预算", "消防通道标识", "应急药箱", "嘉宾名单", "背景板设计稿", "场地租赁合同",
    "客户投诉单", "复检报告", "临期商品清单", "监控录像备份", "收银机与扫码枪", "卷帘门锁具", "停车位指引牌", "茶歇供应商资质", "直播推流线路", "志愿者排班表",
    "发票与收据", "会议纪要", "门禁卡权限", "舞台灯光方案", "礼品发放台账", "用电负荷测算", "体温检测记录", "物料运输车辆", "合作媒体名录", "观众动线图",
  ]
  static let details = [
    "异常时拍照留存", "双人复核后签字", "结果写入当日台账", "缺失的当场补齐", "不合格的单独存放", "逐项打勾后归档", "原件交由专人保管", "必要时联系供应商", "与上一班次当面交清",
    "数量不符立即查明", "完成后在群里回复", "纸质版留存三份", "拍摄全景和细节照片", "超出预算的另行报批", "使用统一模板填写", "按编号顺序摆放", "破损件贴红色标签", "保留现场直到处理完毕",
  ]
  static let times = ["08:20", "09:30前", "活动前三天", "两小时内", "24小时内", "每周一", "三个工作日内", "活动当天", ""]
  static let englishRoles = [
    "Event Manager", "Event Coordinator", "AV Technician", "Registration Lead", "Venue Contact", "Store Keeper",
  ]
  static let englishVerbs = [
    "Check", "Confirm", "Collect", "Prepare", "Send", "Review", "Label", "Record", "Test", "Pack", "Count", "Update",
  ]
  static let englishObjects = [
    "the attendee badges", "the spare projector", "the catering order", "the fire exit signs", "the guest list",
    "the stage lights",
    "the parking permits", "the delivery notes", "the cash float", "the freezer log", "the press kit",
    "the volunteer rota",
    "the recording cables", "the booth plan", "the first aid box", "the supplier contract",
  ]
  static let englishDetails = [
    "and file the result with the duty manager", "before the doors open to visitors", "then sign the sheet at the desk",
    "and replace whatever is missing at once", "using the template in the shared folder",
    "together with the venue contact person",
    "and report damage to the supplier in writing", "while a second person watches the count",
    "then lock the cabinet and return the key",
  ]

  mutating func step(_ isChinese: Bool) -> Draft.Step {
    nextID += 1
    for _ in 0..<50 {
      let body =
        isChinese
        ? numbers.pick(Self.verbs) + numbers.pick(Self.objects) + "，" + numbers.pick(Self.details) + "。"
        : numbers.pick(Self.englishVerbs) + " " + numbers.pick(Self.englishObjects) + " "
          + numbers.pick(Self.englishDetails) + "."
      // No two steps share their object and what follows, or they are alike by chance.
      let key = String(body.drop { !"，".contains($0) && isChinese }) + "|" + body.prefix(12)
      guard used.insert(key).inserted, used.insert(body).inserted else { continue }
      let role = numbers.pick(isChinese ? Self.roles : Self.englishRoles)
      return Draft.Step(id: nextID, role: role, time: isChinese ? numbers.pick(Self.times) : "", body: body)
    }
    return Draft.Step(id: nextID, role: Self.roles[0], time: "", body: "第\(nextID)号专项工作按附件\(nextID)办理。")
  }

  mutating func sentence(_ isChinese: Bool) -> String {
    nextID += 1
    return isChinese
      ? numbers.pick(Self.objects) + "由各部门" + numbers.pick(Self.verbs) + "，" + numbers.pick(Self.details)
        + "，编号\(nextID)。"
      : "All teams \(numbers.pick(Self.englishVerbs).lowercased()) \(numbers.pick(Self.englishObjects)) \(numbers.pick(Self.englishDetails)), see note \(nextID)."
  }

  mutating func draft(steps: Int, isChinese: Bool) -> Draft {
    var draft = Draft(isChinese: isChinese)
    draft.owner = isChinese ? "运营经理" : "Operations Lead"
    let titles = isChinese ? ["目的", "操作步骤", "收尾步骤", "记录"] : ["Purpose", "Event day", "Close-down", "Records"]
    for (index, title) in titles.enumerated() {
      var section = Draft.Section(title: title)
      if index == 0 || index == 3 {
        section.paragraphs = (0..<2).map { _ in sentence(isChinese) + (isChinese ? "" : " ") + sentence(isChinese) }
      }
      if index == 1 { section.steps = (0..<steps).map { _ in step(isChinese) } }
      if index == 2 { section.steps = (0..<max(3, steps / 2)).map { _ in step(isChinese) } }
      if index == 3 { section.items = (0..<3).map { _ in sentence(isChinese) } }
      draft.sections.append(section)
    }
    draft.rows =
      isChinese
      ? [["事项", "负责人", "完成时间"], ["盘点", "收银员", "08:00"], ["晨会", "值班店长", "08:30"], ["巡场", "保安员", "22:15"]]
      : [
        ["Item", "Role", "Time"], ["Count", "Store Keeper", "08:00"], ["Briefing", "Event Manager", "08:30"],
        ["Round", "Venue Contact", "22:15"],
      ]
    return draft
  }
}
