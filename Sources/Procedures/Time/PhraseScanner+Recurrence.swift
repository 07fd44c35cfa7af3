/// A repetition while it is read.
struct RuleDraft {
  /// The units that RFC 5545 repeats in.
  enum Frequency: String {
    case minutely = "MINUTELY"
    case hourly = "HOURLY"
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  var frequency: Frequency
  var interval = 1
  /// Days of the week, 1 is Monday; written in the order of the week.
  var weekdays: Set<Int> = []
  var month: Int?
  /// Days of the month in the order of the text; -1 is the last.
  var monthdays: [Int] = []

  init(_ frequency: Frequency, every interval: Int = 1) {
    self.frequency = frequency
    self.interval = interval
  }

  /// Repeats every so many units; nil for none or for seconds.
  init?(every length: Moment.Length) {
    guard length.count > 0 else { return nil }
    switch length.unit {
    case .second: return nil
    case .minute: self.init(.minutely, every: length.count)
    case .hour: self.init(.hourly, every: length.count)
    case .day: self.init(.daily, every: length.count)
    case .month: self.init(.monthly, every: length.count)
    case .year: self.init(.yearly, every: length.count)
    }
  }

  /// The rule as RFC 5545 section 3.3.10 writes it.
  var rule: String {
    var rule = "FREQ=" + frequency.rawValue
    if interval != 1 { rule += ";INTERVAL=\(interval)" }
    if let month { rule += ";BYMONTH=\(month)" }
    if !monthdays.isEmpty { rule += ";BYMONTHDAY=" + monthdays.map(String.init).joined(separator: ",") }
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    let days = names.indices.filter { weekdays.contains($0 + 1) }.map { names[$0] }
    if !days.isEmpty { rule += ";BYDAY=" + days.joined(separator: ",") }
    return rule
  }

  /// The meaning; in a deadline field a day of every month is the latest day (spec/data.md).
  func kind(in context: PhraseScanner.Context, at clock: Moment.Clock?) -> Moment.Kind {
    let isPlain = frequency == .monthly && interval == 1 && clock == nil
    if context == .field(.due), isPlain, monthdays.count == 1, let day = monthdays.first, day > 0 {
      return .monthday(day)
    }
    return .recurrence(rule: rule, clock: clock)
  }
}

extension PhraseScanner {
  /// `每半小时`, `工作日`, `每周一、三、五 08:00`, `每月25日前`, `every 30 min`, `weekly`.
  ///
  /// The longest reading that ends where a phrase may end is taken: `每周 一楼清扫` is weekly.
  mutating func recurrencePhrase() -> Moment.Kind? {
    rule(Self.chineseDays) ?? rule(Self.chineseRule) ?? rule(Self.englishMonthday) ?? rule(Self.englishDays)
      ?? rule(Self.englishRule)
  }

  /// Reads by one reader, with the clock behind it.
  private mutating func rule(_ reader: (inout PhraseScanner) -> RuleDraft?) -> Moment.Kind? {
    attempt { scanner in
      guard let draft = reader(&scanner) else { return nil }
      let context = scanner.context
      return scanner.tailed { draft.kind(in: context, at: $0) }
    }
  }

  /// `每周一、三、五`, `每月1日、15日前`, `每年3月1日`.
  private static func chineseDays(_ scanner: inout PhraseScanner) -> RuleDraft? {
    guard scanner.take("每"), var draft = scanner.interval() else { return nil }
    switch draft.frequency {
    case .weekly:
      guard let days = scanner.chineseWeekdays(needsName: draft.interval > 1) else { return nil }
      draft.weekdays = days
    case .monthly:
      guard let days = scanner.chineseMonthdays() else { return nil }
      draft.monthdays = days
    case .yearly:
      let start = scanner.index
      guard let date = Self.chineseDate(&scanner), date.year == nil else { return nil }
      guard date.exists else {
        scanner.note(faultFrom: start)
        return nil
      }
      (draft.month, draft.monthdays) = (date.month, [date.day])
      scanner.takeBefore()
    case .minutely, .hourly, .daily: return nil
    }
    return draft
  }

  /// `工作日`, `每个工作日`, `每两周`, `每季度一次`.
  private static func chineseRule(_ scanner: inout PhraseScanner) -> RuleDraft? {
    if scanner.take(anyOf: ["每个工作日", "每工作日", "工作日"]) {
      var draft = RuleDraft(.weekly)
      draft.weekdays = [1, 2, 3, 4, 5]
      scanner.takeOnce()
      return draft
    }
    guard scanner.take("每"), let draft = scanner.interval() else { return nil }
    scanner.takeOnce()
    return draft
  }

  /// What stands after 每: a unit, with its number where there is one.
  private mutating func interval() -> RuleDraft? {
    skipBlank()
    // 每隔一天 is every second day to some and daily to others; only hours and minutes are certain.
    let isGap = take("隔")
    if isGap { skipBlank() }
    if let draft = attempt({ $0.namedInterval() }) { return isGap ? nil : draft }
    if let weeks = attempt({ $0.weeks() }) { return isGap ? nil : weeks }
    guard let draft = length().flatMap(RuleDraft.init(every:)) else { return nil }
    return isGap && ![.minutely, .hourly].contains(draft.frequency) ? nil : draft
  }

  /// 日, 月, 季度, 小时 and the like without a number.
  private mutating func namedInterval() -> RuleDraft? {
    if take(anyOf: ["日", "天"]) { return RuleDraft(.daily) }
    if take(anyOf: ["个季度", "季度", "季"]) { return RuleDraft(.monthly, every: 3) }
    if take(anyOf: ["个月", "月"]) { return RuleDraft(.monthly) }
    if take(anyOf: ["个小时", "小时"]) { return RuleDraft(.hourly) }
    if take("分钟") { return RuleDraft(.minutely) }
    return take("年") ? RuleDraft(.yearly) : nil
  }

  /// 周, 两周, 2个星期.
  private mutating func weeks() -> RuleDraft? {
    let count = number()
    skipBlank()
    _ = take("个")
    guard take(anyOf: ["周", "星期", "礼拜"]), count ?? 1 > 0, count ?? 1 <= 9_999 else { return nil }
    return RuleDraft(.weekly, every: count ?? 1)
  }

  /// Takes 一次 after a repetition; 两次 says what no single rule can, so it is left, and nothing is read.
  private mutating func takeOnce() {
    let head = index
    skipBlank()
    if !take(anyOf: ["一次", "1次", "1 次"]) { index = head }
  }

  private mutating func takeBefore() { _ = take(anyOf: ["之前", "以前", "前"]) }

  /// `1日前`, `1日、15日`, `1号`, `底`, `月末`.
  private mutating func chineseMonthdays() -> [Int]? {
    if take(anyOf: ["月底", "月末", "底", "末"]) {
      takeBefore()
      return [-1]
    }
    var days: [Int] = []
    repeat {
      skipBlank()
      let start = index
      guard let day = number() else { return nil }
      skipBlank()
      guard take(anyOf: ["日", "号"]) else { return nil }
      guard (1...31).contains(day) else {
        takeBefore()
        note(faultFrom: start)
        return nil
      }
      if !days.contains(day) { days.append(day) }
    } while takeSeparator()
    takeBefore()
    return days
  }

  /// Takes a separator of a list where a number follows it.
  private mutating func takeSeparator() -> Bool {
    attempt { scanner in
      scanner.skipBlank()
      guard scanner.take(anyOf: ["、", ",", "和", "及", "与"]) else { return nil }
      var rest = scanner
      rest.skipBlank()
      return rest.number() != nil ? true : nil
    } ?? false
  }
}
