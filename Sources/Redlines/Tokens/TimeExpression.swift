/// Finds expressions of time anywhere in a text: clocks, deadlines, offsets, recurrences, dates.
///
/// Wider than the time phrases of spec/format.md 6, which stand at fixed places: a step is re-timed also where the time
/// stands in the middle of its sentence.
enum TimeExpression {
  private static let units: [StaticString] = [
    "工作日", "小时", "分钟", "秒钟", "钟头", "刻钟", "星期", "季度", "学期", "天", "日", "周", "月", "年", "秒",
  ]
  private static let englishUnits: [StaticString] = [
    "second", "seconds", "minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs", "day", "days", "week",
    "weeks", "month", "months", "quarter", "quarters", "year", "years",
  ]
  private static let englishNumbers: [StaticString] = [
    "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "fifteen", "twenty", "thirty", "forty", "forty-five", "sixty", "ninety", "half",
  ]
  private static let words: [StaticString] = [
    "daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "annually", "hourly", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays", "thursdays",
    "fridays", "saturdays", "sundays", "noon", "midnight",
  ]
  private static let phrases: [StaticString] = ["当日", "次日", "隔日", "当天", "当月", "次月", "当周", "次周"]
  private static let closings: [StaticString] = ["以内", "之内", "以前", "之前", "以后", "之后", "内", "前", "后"]

  /// The expressions in a text, as ranges of its tokens, in order. Linear.
  static func ranges(in text: TokenText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = text.tokens.startIndex
    while index < text.tokens.endIndex {
      if let end = end(in: text, at: index), end > index {
        found.append(start(in: text, of: index, end: end)..<end)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private static let anchors: [StaticString] = ["活动", "会议", "开业", "展会", "活动结束", "会议结束", "展会结束"]

  /// 前 or 后 before a length belongs to it (前三天), and the day that it counts from (活动前三天, 活动结束后24小时内).
  private static func start(in text: TokenText, of index: Int, end: Int) -> Int {
    var start = index
    let kind = text.kind(index)
    if kind == .number || kind == .numeral, text.holds(index - 1, ["前", "后"]) { start -= 1 }
    for anchor in anchors.reversed() {
      let from = start - anchor.utf8CodeUnitCount / 3
      if from >= text.tokens.startIndex, text.end(of: anchor, at: from) == start { return from }
    }
    let isOpen = start < index && !text.holds(end - 1, ["内", "前", "后"])
    return isOpen ? start : index
  }

  private static func end(in text: TokenText, at index: Int) -> Int? {
    switch text.kind(index) {
    case .number: number(in: text, at: index)
    case .numeral: chineseLength(in: text, at: index)
    case .han: han(in: text, at: index)
    case .word: word(in: text, at: index)
    case .blank, .mark, .invisible, .term, nil: nil
    }
  }

  private static func number(in text: TokenText, at index: Int) -> Int? {
    if isClock(text.slice(index)) || isDate(text.slice(index)) {
      return text.end(ofAny: closings, at: index + 1) ?? index + 1
    }
    return chineseLength(in: text, at: index) ?? englishLength(in: text, at: index)
  }

  /// 三天, 2 个工作日内, 半小时, 3月1日前.
  private static func chineseLength(in text: TokenText, at index: Int) -> Int? {
    var next = text.skippingBlank(index + 1)
    if text.equals(next, "个") { next += 1 }
    if text.equals(next, "半") { next += 1 }
    guard var end = text.end(ofAny: units, at: next) else { return nil }
    // A date goes on with its day, a length with its smaller unit.
    let day = text.skippingBlank(end)
    if text.kind(day) == .number || text.kind(day) == .numeral, let more = text.end(ofAny: units, at: day + 1) {
      end = more
    }
    return text.end(ofAny: closings, at: end) ?? end
  }

  /// 每日, 每周一, 每两周, 每月25日前, 当日, 次日.
  private static func han(in text: TokenText, at index: Int) -> Int? {
    if let end = text.end(ofAny: phrases, at: index) { return end }
    guard text.equals(index, "每") else { return nil }
    var next = index + 1
    if text.kind(next) == .number || text.kind(next) == .numeral || text.equals(next, "隔") { next += 1 }
    if text.equals(next, "个") { next += 1 }
    guard var end = text.end(ofAny: units, at: next) else { return nil }
    while text.kind(end) == .numeral || text.kind(end) == .number
      || (text.equals(end, "、") && text.kind(end + 1) == .numeral)
    {
      end += 1
    }
    if text.holds(end, ["日", "号"]) { end += 1 }
    return text.end(ofAny: closings, at: end) ?? end
  }

  /// T-7 days, daily, ten minutes, five working days.
  private static func word(in text: TokenText, at index: Int) -> Int? {
    if isOffset(text.slice(index)) {
      return text.end(ofAny: ["天", "日", "周"], at: index + 1) ?? englishUnit(in: text, at: index + 1) ?? index + 1
    }
    if text.holds(index, words) { return index + 1 }
    return text.holds(index, englishNumbers) ? englishLength(in: text, at: index) : nil
  }

  private static func englishLength(in text: TokenText, at index: Int) -> Int? {
    englishUnit(in: text, at: index + 1)
  }

  private static func englishUnit(in text: TokenText, at index: Int) -> Int? {
    let first = text.skippingBlank(index)
    if text.holds(first, englishUnits) { return first + 1 }
    guard text.holds(first, ["working", "business", "calendar"]) else { return nil }
    let second = text.skippingBlank(first + 1)
    return text.holds(second, englishUnits) ? second + 1 : nil
  }

  private static func isClock(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 4, bytes.count <= 24 else { return false }
    for index in bytes.indices.dropFirst() where bytes[index] == 0x3A || bytes[index] == 0xEF {
      return index <= 2
    }
    return false
  }

  private static func isDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 8 && bytes.count <= 10 && (bytes[4] == 0x2D || bytes[4] == 0x2F)
  }

  /// T-7, D+3, T-1.
  private static func isOffset(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 3, bytes.count <= 5, bytes[0] == 0x54 || bytes[0] == 0x44, bytes[1] == 0x2D else {
      return false
    }
    return bytes[2...].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}
