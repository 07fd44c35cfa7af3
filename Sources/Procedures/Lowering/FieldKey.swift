import Diagnostics

/// The fields that may stand under a step or stage (spec/format.md 5).
enum FieldKey: Hashable, Sendable {
  case party(Letter)
  case time, due, every, limit
  case place, requires, criteria, applies, record, risk, control
  case escalate, ifLate, until, penalty, handover, oneOf

  /// Every key with its names, the chief one first.
  private static let names: [(FieldKey, [String])] = [
    (.party(.responsible), ["负责", "执行", "办理", "主办", "承办", "实施", "编制", "responsible"]),
    (.party(.approves), ["批准", "审批", "核准", "签批", "审定", "签发", "approves"]),
    (.party(.reviews), ["审核", "审查", "评审", "复核", "会签", "reviews"]),
    (.party(.supports), ["协助", "配合", "支持", "参与", "supports"]),
    (.party(.consulted), ["咨询", "征求意见", "consulted"]),
    (.party(.informed), ["知会", "通知", "告知", "抄送", "上报", "汇报", "备案", "informed"]),
    (.party(.oversees), ["监督", "检查", "指导", "督办", "oversees"]),
    (.time, ["时间", "when", "time"]), (.due, ["期限", "due"]), (.every, ["频次", "every"]), (.limit, ["限时", "limit"]),
    (.place, ["地点", "place"]), (.requires, ["前提", "requires"]), (.criteria, ["标准", "criteria"]),
    (.applies, ["适用", "applies"]), (.record, ["记录", "record", "records"]), (.risk, ["风险", "risk"]),
    (.control, ["控制", "control"]), (.escalate, ["升级", "escalate"]), (.ifLate, ["逾期", "if-late", "if late"]),
    (.until, ["直到", "until"]), (.penalty, ["处罚", "penalty"]), (.handover, ["交接", "handover"]),
    (.oneOf, ["任选其一", "one-of", "one of"]),
  ]

  private static let byName: NameTable<FieldKey> = {
    var table = NameTable<FieldKey>()
    for (key, names) in names { for name in names { table[name] = key } }
    return table
  }()

  /// The field of a written key; case and width do not count.
  init?(_ written: Bytes) {
    guard written.count <= 24, let key = Self.byName[written] else { return nil }
    self = key
  }
}

extension FieldKey {
  /// What people write for a field under another name, and the name that they mean.
  private static let alike: NameTable<StaticString> = {
    var table = NameTable<StaticString>()
    let names: [(StaticString, [String])] = [
      ("负责", ["负责人", "责任人", "执行人", "经办", "经办人", "责任岗位", "办理人", "操作人", "责任"]),
      ("批准", ["批准人", "审批人", "核准人"]), ("审核", ["审核人", "复核人", "会签部门"]),
      ("协助", ["协办", "协助部门", "配合部门", "支持部门"]), ("知会", ["通知人", "知会人", "报告", "通知部门"]),
      ("监督", ["监督人", "检查人"]), ("期限", ["截止", "截止时间", "完成时间", "完成期限"]), ("频次", ["频率", "周期"]),
      ("限时", ["时限", "用时", "时长"]), ("地点", ["地址", "场所", "位置"]), ("前提", ["条件", "前置条件", "前提条件"]),
      ("标准", ["要求", "合格标准", "验收标准"]), ("记录", ["表单", "表格", "记录表"]), ("控制", ["措施", "控制措施"]),
      ("逾期", ["逾期处理", "超期"]), ("直到", ["直至", "截止到"]),
    ]
    for (name, others) in names { for other in others { table[other] = name } }
    return table
  }()

  /// The field that an unknown key most likely means; nil for a word of its own.
  static func nearest(to key: String) -> String? {
    if let name = key.withBytes({ alike[$0] }) { return "\(name)" }
    return EditDistance.nearest(key, among: names.flatMap(\.1))
  }
}

extension Diagnostic {
  /// unknown-field: a bullet `key：value` under a step whose key is none, and nearly one.
  static func unknownField(_ key: String, _ near: String, _ path: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .info, .unknownField, path: path, range: range,
      message: Localized(
        zh: "没有字段“\(key)”，这一行按普通文字处理", en: "there is no field “\(key)”; the line is read as plain text"),
      help: Localized(zh: "是不是“\(near)”？", en: "did you mean “\(near)”?"))
  }
}

/// The key and value of a `key：value` line.
struct FieldSyntax {
  /// The key as written.
  let key: Range<Int>
  /// What stands behind the colon.
  let value: Range<Int>
  /// The field, when the format knows it.
  let field: FieldKey?

  /// The most bytes of a key that the format does not know.
  private static let longestKey = 48

  /// Reads a line that starts with a key and a colon, or with 任选其一 alone; a bold key is a key.
  init?(_ line: Line) {
    let start = line.skippingBlanks(0)
    guard let colon = FieldSyntax.colon(in: line, from: start) else {
      let isAlone = FieldKey(trimmed(line.bytes[start...])) == .oneOf
      guard isAlone else { return nil }
      key = start..<line.bytes.count
      value = line.bytes.count..<line.bytes.count
      field = .oneOf
      return
    }
    key = trimmed(line.bytes[start..<colon.lowerBound]).indices
    guard !key.isEmpty, key.count <= Self.longestKey else { return nil }
    value = colon.upperBound..<line.bytes.count
    field = FieldKey(line.bytes[key])
    if field == nil, !FieldSyntax.isWord(line.bytes[key]) { return nil }
  }

  /// The first colon in plain or bold text, near enough for a key; a half-width one between digits is a clock's.
  static func colon(in line: Line, from start: Int) -> Range<Int>? {
    let bytes = line.bytes
    var index = start
    while index < bytes.count, index - start <= longestKey + 3 {
      if bytes[index] == UInt8(ascii: ":") || (bytes[index] == 0xEF && bytes.holds("：", at: index)) {
        let length = bytes[index] == UInt8(ascii: ":") ? 1 : 3
        let origin = line.segment(at: index)?.origin
        let isClock =
          index > start && isDigit(bytes[index - 1]) && index + length < bytes.count && isDigit(bytes[index + length])
        if origin == .plain || origin == .strong, !isClock { return index..<(index + length) }
      }
      index += 1
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether it can be a key: one word, without punctuation.
  private static func isWord(_ key: Bytes) -> Bool {
    var hasBlank = false
    var isWide = false
    for index in key.indices {
      let byte = key[index]
      if byte >= 0x80 {
        isWide = true
        if byte >= 0xE2, isMark(key, index) { return false }
      } else if byte == 0x20 {
        hasBlank = true
      } else if byte != 0x2D, !isDigit(byte), !isLetter(byte) {
        return false
      }
    }
    return !(hasBlank && isWide)
  }

  /// Whether one of ，。、；（）《》「」“”→？！ stands at an index.
  private static func isMark(_ key: Bytes, _ index: Int) -> Bool {
    guard index + 2 < key.endIndex else { return false }
    switch (key[index], key[index + 1], key[index + 2]) {
    case (0xE3, 0x80, 0x81...0x82), (0xE3, 0x80, 0x8A...0x8D), (0xE2, 0x80, 0x9C...0x9D), (0xE2, 0x86, 0x92):
      return true
    case (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x88...0x89), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9F):
      return true
    default: return false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}
