extension SectionKind {
  /// The names that headings may have (spec/format.md 3).
  package var names: [String] {
    switch self {
    case .purpose: ["目的", "Purpose"]
    case .scope: ["适用范围", "范围", "Scope"]
    case .definitions: ["术语", "定义", "定义术语", "术语和定义", "Definitions"]
    case .flow: ["流程图", "流程图解", "Flow"]
    case .steps: ["步骤", "操作步骤", "工作程序", "工作流程", "流程说明", "Steps", "Procedure"]
    case .responsibilities: ["职责", "责任分工", "岗位职责", "Responsibilities", "Duties"]
    case .authority: ["权限", "Authority"]
    case .qualifications: ["任职资格", "Qualifications"]
    case .risks: ["风险", "风险控制", "意外防范", "Risks"]
    case .contingency: ["应急", "应急处置", "Contingency"]
    case .materials: ["物资", "工具", "Materials"]
    case .records: ["记录", "表单", "附表", "附件", "Records"]
    case .inputs: ["输入", "Inputs"]
    case .outputs: ["输出", "Outputs"]
    case .references: ["相关文件", "引用文件", "References"]
    case .compliance: ["检查与考核", "监督", "奖惩", "Compliance"]
    case .changes: ["修订记录", "Changes"]
    case .supplementary: ["附则", "Supplementary"]
    case .other: []
    }
  }

  private static let byName: NameTable<SectionKind> = {
    var table = NameTable<SectionKind>()
    for kind in allCases { for name in kind.names { table[name] = kind } }
    return table
  }()

  /// Whether a folded name is one of those above.
  static func isName(_ name: Bytes) -> Bool { byName[name] != nil }

  private static let stepEndings: [StaticString] = ["步骤", "流程", "程序"]

  /// What a heading without its numbering names; any heading that ends in 步骤, 流程 or 程序 is Steps.
  package init(title: ArraySlice<UInt8>) { self = title.withUnsafeBufferPointer { SectionKind(title: Bytes($0)) } }

  /// The same of bytes that are lent.
  init(title: Bytes) {
    if let known = Self.byName[title] {
      self = known
    } else {
      self = NameKey.withFolded(title) { name in Self.stepEndings.contains { name.ends(with: $0) } } ? .steps : .other
    }
  }

  /// A heading's text without leading numbering such as `一、` `（一）` `3.` `第三章` and without a trailing colon.
  static func bareTitle(_ heading: Bytes) -> Bytes {
    var title = trimmed(heading)
    if let end = numberingEnd(title), end < title.endIndex { title = trimmed(title[end...]) }
    if title.last == UInt8(ascii: ":") { title = title.dropLast() }
    if title.ends(with: "：") { title = title.dropLast(3) }
    return trimmed(title)
  }

  /// Where the numbering at the start ends; nil where there is none.
  private static func numberingEnd(_ title: Bytes) -> Int? {
    var scan = NumberingScan(title)
    if scan.take(["第"]) {
      guard scan.takeNumerals(), scan.take(["章", "节", "条", "部分", "编"]) else { return nil }
      _ = scan.take(["、", ".", "．", ":", "："])
      return scan.index
    }
    if scan.take(["(", "（"]) {
      guard scan.takeNumerals(), scan.take([")", "）"]) else { return nil }
      _ = scan.take(["、", ".", "．"])
      return scan.index
    }
    guard scan.takeNumerals() else { return nil }
    var isMarked = scan.take(["、", "．", ".", "）", ")"])
    while isMarked, scan.takeDigits() { isMarked = scan.take([".", "．"]) || scan.isBlank }
    return isMarked || scan.isBlank ? scan.index : nil
  }
}

/// Takes numerals and marks off the front of a heading.
private struct NumberingScan {
  let text: Bytes
  var index: Int

  init(_ text: Bytes) {
    self.text = text
    index = text.startIndex
  }

  var isBlank: Bool { index < text.endIndex && (text[index] == 0x20 || text[index...].begins(with: "\u{3000}")) }

  mutating func take(_ marks: [StaticString]) -> Bool {
    for mark in marks where text.holds(mark, at: index) {
      index += mark.utf8CodeUnitCount
      return true
    }
    return false
  }

  mutating func takeDigits() -> Bool {
    let start = index
    while index < text.endIndex, text[index] >= 0x30, text[index] <= 0x39 { index += 1 }
    return index > start
  }

  /// Digits, or Chinese numerals.
  mutating func takeNumerals() -> Bool {
    if takeDigits() { return true }
    let start = index
    while take(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百"]) {}
    return index > start
  }
}
