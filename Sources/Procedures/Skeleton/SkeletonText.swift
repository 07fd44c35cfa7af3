internal import Diagnostics

/// The text of a new file: required keys with values, the others as comments that say what they are for.
struct SkeletonText {
  let wish: Skeleton.Wish
  let title: String
  let code: String?
  let department: String?
  let owner: String?
  let procedure: String?
  let people: [String]
  private(set) var text = ""

  init(
    wish: Skeleton.Wish, title: String, code: String?, department: String?, owner: String?, procedure: String?,
    people: [String]
  ) {
    self.wish = wish
    self.title = title
    self.code = code
    self.department = department
    self.owner = owner
    self.procedure = procedure
    self.people = people
  }

  /// Writes the card, then the body.
  mutating func write(required: [SectionKind]) {
    text += "---\n"
    for key in Card.keys(of: wish.kind) where key.en.first != "translates" { write(key) }
    text += "---\n"
    switch wish.kind {
    case .procedure, .policy: for section in Self.ordered(required) { write(section) }
    case .form:
      text += word(zh: "\n| 日期 | 内容 | 签名 |\n", en: "\n| Day | Entry | Signature |\n") + "|---|---|---|\n| | | |\n"
    case .role, .department: writeDuties()
    case .event: writeEvent()
    }
  }

  private func word(zh: String, en: String) -> String { Localized(zh: zh, en: en)[wish.language] }

  // MARK: The card

  private mutating func write(_ key: FieldNote) {
    let name = word(zh: key.zh.first ?? "", en: key.en.first ?? "")
    if let value = value(of: key.en.first ?? "") {
      text += value.hasPrefix("\n") ? "\(name):\(value)\n" : "\(name): \(value)\n"
    } else {
      text += "# \(name): \(key.about[wish.language])\n"
    }
  }

  /// The value of a key that the file must have, or that the checks ask for.
  private func value(of key: String) -> String? {
    let isDocument = wish.kind == .procedure || wish.kind == .policy
    switch key {
    case "code": return code
    case "title": return Self.scalar(title)
    case "department": return wish.kind == .department || wish.kind == .event ? nil : department.map(Self.scalar)
    case "version": return isDocument ? "1.0" : nil
    case "status": return isDocument ? word(zh: "草稿", en: "draft") : nil
    case "owner": return isDocument ? owner.map(Self.scalar) : nil
    case "mode": return wish.kind == .procedure ? word(zh: "边读边做", en: "read-do") : nil
    case "retention": return wish.kind == .form ? word(zh: "1年", en: "1 year") : nil
    case "date": return "\(wish.today)"
    case "people": return people.isEmpty || wish.kind != .event ? nil : unassigned
    case "procedures": return procedure.map { "[\($0)]" }
    default: return nil
    }
  }

  /// Every role that the day needs, with a word that says that nobody is chosen yet.
  private var unassigned: String {
    "\n" + people.map { "  \(Self.scalar($0)): \(word(zh: "待定", en: "to be named"))" }.joined(separator: "\n")
  }

  /// A text as a value of YAML: in quotes where it would read as something else.
  static func scalar(_ text: String) -> String {
    let signs = "-?:,[]{}#&*!|>'\"%@`~ ".unicodeScalars
    let isPlain =
      text.unicodeScalars.first.map { !signs.contains($0) } ?? false && !text.hasSuffix(" ") && !text.hasSuffix(":")
      && !text.contains(": ") && !text.contains(" #")
    if isPlain { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  // MARK: The body

  /// The sections in the order of the format.
  private static func ordered(_ required: [SectionKind]) -> [SectionKind] {
    let order: [SectionKind] = [
      .purpose, .scope, .definitions, .responsibilities, .materials, .inputs, .steps, .outputs, .risks, .contingency,
      .records, .references, .compliance, .supplementary,
    ]
    return order.filter { required.contains($0) } + required.filter { !order.contains($0) && $0 != .other }
  }

  private mutating func write(_ section: SectionKind) {
    text +=
      "\n## \(word(zh: section.names.first ?? "", en: section.names.first { $0.utf8.allSatisfy { $0 < 0x80 } } ?? ""))\n"
    switch section {
    case .scope:
      let place = department ?? ""
      text += word(zh: "适用于\(place)。\n", en: "Applies to \(place).\n")
    case .steps: return writeSteps()
    case .purpose: text += word(zh: "说明《\(title)》怎样做。\n", en: "How “\(title)” is done.\n")
    default: text += word(zh: "无\n", en: "None\n")
    }
    if let hint = hint(section) { text += "<!-- \(hint) -->\n" }
  }

  private func hint(_ section: SectionKind) -> String? {
    switch section {
    case .scope: word(zh: "哪些地点、哪些情况适用", en: "where and when it applies")
    case .definitions:
      word(zh: "读者可能不懂的词，一行一个：- **词**：解释；写好后删去“无”", en: "words that readers may not know: - **word**: meaning")
    case .risks:
      word(
        zh: "会出什么问题，一行一个：- 风险，下一行缩进写 - 控制：怎么防，再一行 - 负责：岗位",
        en: "what can go wrong: - risk, and indented below it - control: how it is kept away, - responsible: role")
    case .references, .records: word(zh: "一行一个：- 《文件名》或编号", en: "one on a line: - 《title》 or code")
    case .materials: word(zh: "一行一个：- 名称 数量 备注", en: "one on a line: - name quantity note")
    default: nil
    }
  }

  private mutating func writeSteps() {
    let who = owner ?? ""
    text += word(
      zh: """
        1. **\(who)** <!-- 做什么：一个步骤只写一个动作；有时间写在最前面，如 08:20 -->

        <!-- 步骤下面缩进三格写字段，用到哪项写哪项：
           - 协助：岗位
           - 记录：《表单名称》
           - [ ] 要打勾的一项，★ 开头是关键项
           - 如果 条件：做法 → 步骤 2
        -->

        """,
      en: """
        1. **\(who)** <!-- what to do: one action a step; a time stands in front, such as 08:20 -->

        <!-- Fields stand below a step, indented by three blanks; write those that you need:
           - supports: role
           - record: 《form》
           - [ ] something to tick; ★ in front marks a killer item
           - if condition: what to do → step 2
        -->

        """)
  }

  private mutating func writeDuties() {
    text += word(
      zh: "\n<!-- 职责写在下面，一项一行，有时间的写在最前面：\n## 职责\n1. 08:20 领取备用金，双人清点。\n-->\n",
      en:
        "\n<!-- Write the duties below, one on a line, a time in front:\n## Duties\n1. 08:20 Count the float with a second person.\n-->\n"
    )
  }

  private mutating func writeEvent() {
    text += word(
      zh: "\n<!-- 流程里的步骤自动排进当天的清单；只有这一天才做的步骤写在“## 步骤”下面。 -->\n",
      en:
        "\n<!-- The steps of the procedures join the day's checklist; steps of this day alone go under `## Steps`. -->\n"
    )
  }
}
