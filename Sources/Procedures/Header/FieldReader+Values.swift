internal import Diagnostics
internal import Markdown

/// The readers of typed values; each says what it accepts and offers the repair of what people write instead.
extension FieldReader {
  static func code(_ value: Header.Value, _ reader: inout FieldReader) -> Named? {
    guard let named = text(value, &reader) else { return nil }
    guard let fault = Code.fault(in: named.text) else { return named }
    let narrow = WidthFolding.trimmed(WidthFolding.narrowed(named.text))
    let isMended = narrow != named.text && Code.fault(in: narrow) == nil
    reader.refuse(
      named.text, named.range, accepts: Localized(zh: "例如 SC-001", en: "such as SC-001"),
      because: fault.reason(in: named.text),
      fix: isMended ? narrow : nil)
    return nil
  }

  static func version(_ value: Header.Value, _ reader: inout FieldReader) -> Written<Version>? {
    parse(value, &reader, Version.init(parsing:), tolerating: { Version(tolerating: $0)?.text }, accepts: versions)
  }

  static func day(_ value: Header.Value, _ reader: inout FieldReader) -> Written<Day>? {
    parse(value, &reader, Day.init(parsing:), tolerating: { Day(tolerating: $0)?.description }, accepts: days)
  }

  static func span(_ value: Header.Value, _ reader: inout FieldReader) -> Written<DaySpan>? {
    guard case .list(let items, let range) = value, items.count == 2 else {
      return parse(value, &reader, span(of:), tolerating: tolerated(spanOf:), accepts: spans)
    }
    guard let first = day(items[0], &reader), let last = day(items[1], &reader) else { return nil }
    let text = "\(first.text)–\(last.text)"
    guard let span = DaySpan(first.value, last.value) else {
      reader.refuse(text, range, accepts: spans)
      return nil
    }
    return Written(span, text: text, range: range)
  }

  /// A list of days and spans of days; a map gives each a name, which is for people only.
  static func spanList(_ value: Header.Value, _ reader: inout FieldReader) -> [Written<DaySpan>] {
    switch value {
    case .empty: []
    case .scalar(let scalar):
      reader.split(scalar) { "、，,；;\n".unicodeScalars.contains($0) }.compactMap { item in
        span(.scalar(Header.Scalar(text: item.text, range: item.range)), &reader)
      }
    case .list(let items, _): items.flatMap { spanList($0, &reader) }
    case .map(let entries, _): entries.flatMap { spanList($0.value, &reader) }
    }
  }

  static func cycle(_ value: Header.Value, _ reader: inout FieldReader) -> Written<ReviewCycle>? {
    parse(value, &reader, ReviewCycle.init(parsing:), accepts: ReviewCycle.accepted)
  }

  static func status(_ value: Header.Value, _ reader: inout FieldReader) -> Written<Status>? { chosen(value, &reader) }

  static func mode(_ value: Header.Value, _ reader: inout FieldReader) -> Written<Mode>? { chosen(value, &reader) }

  /// 是/否, true/false, yes/no (spec/data.md).
  static func flag(_ value: Header.Value, _ reader: inout FieldReader) -> Written<Bool>? {
    parse(
      value, &reader,
      { text in
        switch text.lowercased() {
        case "是", "true", "yes", "on": true
        case "否", "false", "no", "off": false
        default: nil
        }
      }, accepts: Localized(zh: "是、否", en: "yes, no"))
  }

  /// A whole number from 0 to 999,999,999; `2人` and `2名` count.
  static func count(_ value: Header.Value, _ reader: inout FieldReader) -> Written<Int>? {
    parse(
      value, &reader, number(in:), tolerating: { number(in: WidthFolding.narrowed($0)).map(String.init) },
      accepts: Localized(zh: "一个整数", en: "a whole number"))
  }

  /// The lines of 审批; each is checked here for its action and date, its names are linked later.
  static func approvals(_ value: Header.Value, _ reader: inout FieldReader) -> [Named] {
    let all = lines(value, &reader)
    for line in all {
      let parts = ApprovalLine(line)
      if parts.action == nil {
        reader.refuse(
          line.text, line.range, accepts: approvalForm,
          because: Localized(zh: "开头应是动作", en: "it must begin with an action"))
      } else if parts.day == nil {
        let word = parts.dateWord ?? line
        let fix = Day(tolerating: word.text)?.description
        reader.refuse(
          word.text, word.range, accepts: approvalForm, because: Localized(zh: "末尾应是日期", en: "it must end in a date"),
          fix: word.range == line.range ? nil : fix)
      }
    }
    return all
  }

  /// Reads one text by a parser; what the parser refuses is reported, with the repair where one is known.
  static func parse<Value>(
    _ value: Header.Value, _ reader: inout FieldReader, _ parser: (String) -> Value?,
    tolerating repair: (String) -> String? = { _ in nil }, accepts: Localized
  ) -> Written<Value>? {
    guard let named = text(value, &reader) else { return nil }
    if let result = parser(named.text) { return Written(result, text: named.text, range: named.range) }
    reader.refuse(named.text, named.range, accepts: accepts, fix: repair(named.text))
    return nil
  }

  static func chosen<Value: WordSet>(_ value: Header.Value, _ reader: inout FieldReader) -> Written<Value>? {
    guard let named = text(value, &reader) else { return nil }
    if let result = Value(parsing: named.text) { return Written(result, text: named.text, range: named.range) }
    let words = Value.allCases.flatMap { $0.words.zh + $0.words.en }
    let near = EditDistance.nearest(named.text.lowercased(), among: words)
    reader.refuse(
      named.text, named.range, accepts: Value.accepted,
      because: near.map { Localized(zh: "是不是“\($0)”？", en: "did you mean `\($0)`?") })
    return nil
  }

  private static let versions = Localized(zh: "1.0、2.3.1 或 A/0", en: "1.0, 2.3.1 or A/0")
  private static let days = Localized(zh: "YYYY-MM-DD，例如 2026-03-01", en: "YYYY-MM-DD, such as 2026-03-01")
  private static let spans = Localized(
    zh: "2026-03-01，或 2026-03-01 至 2026-03-03", en: "2026-03-01, or 2026-03-01 – 2026-03-03")
  private static let approvalForm = Localized(
    zh: "动作 岗位 姓名 日期，例如“批准 店长 甲某 2026-03-01”；动作：\(Approval.Action.accepted.zh)",
    en: "action role person date, such as `approved Manager A 2026-03-01`; actions: \(Approval.Action.accepted.en)")

  private static func number(in text: String) -> Int? {
    let bare = text.hasSuffix("人") || text.hasSuffix("名") ? WidthFolding.trimmed(String(text.dropLast())) : text
    return WidthFolding.number(Substring(bare).utf8)
  }

  /// The two ends of `2026-03-01 至 2026-03-03`; a day alone is both.
  private static func ends(of text: String) -> (String, String) {
    for sign in ["至", "～", "~", "–", "—", " - ", "/", "到", " to "] {
      guard let place = text.firstRange(of: sign) else { continue }
      let last = WidthFolding.trimmed(String(text[place.upperBound...]))
      return (WidthFolding.trimmed(String(text[..<place.lowerBound])), last)
    }
    return (text, text)
  }

  private static func span(of text: String) -> DaySpan? {
    let (first, last) = ends(of: text)
    guard let start = Day(parsing: first), let end = Day(parsing: last) else { return nil }
    return DaySpan(start, end)
  }

  private static func tolerated(spanOf text: String) -> String? {
    if let day = Day(tolerating: text) { return day.description }
    let (first, last) = ends(of: WidthFolding.narrowed(text))
    guard let start = Day(tolerating: first), let end = Day(tolerating: last) else { return nil }
    return DaySpan(start, end).map { "\($0.first) 至 \($0.last)" }
  }
}
