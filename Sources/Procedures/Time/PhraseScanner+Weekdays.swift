extension PhraseScanner {
  /// `一、三、五`, `一至周五`, `1、3` after 周.
  ///
  /// - Parameter needsName: whether 周 must stand before the first day, as after 每两周.
  mutating func chineseWeekdays(needsName: Bool) -> Set<Int>? {
    weekdays {
      $0.chineseWeekday(needsName: needsName)
    } next: {
      $0.chineseWeekday(needsName: false)
    }
  }

  /// Reads a list of days and ranges of days.
  private mutating func weekdays(
    first: (inout PhraseScanner) -> Int?, next: (inout PhraseScanner) -> Int?
  ) -> Set<Int>? {
    guard var last = attempt(first) else { return nil }
    var days: Set<Int> = [last]
    while true {
      if let end = attempt({ $0.takeRange() ? next(&$0) : nil }) {
        // Friday to Monday goes over the end of the week.
        for step in 0...6 where step <= (end - last + 7) % 7 { days.insert((last - 1 + step) % 7 + 1) }
        last = end
      } else if let day = attempt({ $0.takeListMark() ? next(&$0) : nil }) {
        days.insert(day)
        last = day
      } else {
        return days
      }
    }
  }

  private mutating func takeRange() -> Bool {
    skipBlank()
    guard rangeMark() || takeWords("through") else { return false }
    skipBlank()
    return true
  }

  private mutating func takeListMark() -> Bool {
    skipBlank()
    let comma = take(anyOf: ["、", ",", "和", "及", "与", "&"])
    skipBlank()
    let word = takeWords("and")
    skipBlank()
    return comma || word
  }

  /// Takes one day; 一次 is a count, not Monday.
  private mutating func chineseWeekday(needsName: Bool) -> Int? {
    let isNamed = take(anyOf: ["周", "星期", "礼拜"])
    guard isNamed || !needsName else { return nil }
    let day: Int
    if take(anyOf: ["日", "天"]) {
      day = 7
    } else if let digit = chineseDigit() ?? singleDigit(), (1...7).contains(digit) {
      day = digit
    } else {
      return nil
    }
    return [0x6B21, 0x5929, 0x4E2A, 0x56DE].contains(peek()) ? nil : day
  }

  private mutating func singleDigit() -> Int? {
    guard Self.isDigit(peek()), !Self.isDigit(peek(1)), peek(1) != 0x3A else { return nil }
    index += 1
    return Int(scalars[index - 1] - 0x30)
  }

  /// `Monday, Wednesday and Friday`, `Mon-Fri`, `Mondays`.
  mutating func englishWeekdays() -> Set<Int>? {
    weekdays {
      $0.englishWeekday()
    } next: {
      $0.englishWeekday()
    }
  }

  private mutating func englishWeekday() -> Int? {
    guard let word = word(), !Self.isWord(peek()) else { return nil }
    return switch word {
    case "monday", "mon", "mondays": 1
    case "tuesday", "tue", "tues", "tuesdays": 2
    case "wednesday", "wed", "wednesdays": 3
    case "thursday", "thu", "thur", "thurs", "thursdays": 4
    case "friday", "fri", "fridays": 5
    case "saturday", "sat", "saturdays": 6
    case "sunday", "sun", "sundays": 7
    default: nil
    }
  }

  /// `every Monday and Friday`, `on Mondays`, `weekly on Monday`.
  static func englishDays(_ scanner: inout PhraseScanner) -> RuleDraft? {
    guard scanner.takeWords(anyOf: ["every week on", "weekly on", "every", "each", "on"]) else { return nil }
    scanner.skipBlank()
    guard let days = scanner.englishWeekdays() else { return nil }
    // `on Monday` is one Monday; only the plural repeats.
    if scanner.scalars.first == 0x6F, scanner.scalars[scanner.index - 1] != 0x73 { return nil }
    var draft = RuleDraft(.weekly)
    draft.weekdays = days
    return draft
  }

  /// `by the 25th of each month`, `every month on the 1st`, `monthly by the 25th`.
  static func englishMonthday(_ scanner: inout PhraseScanner) -> RuleDraft? {
    let isMonthFirst = scanner.takeWords(anyOf: ["every month", "each month", "monthly"])
    scanner.skipBlank()
    let prepositions: [StaticString] = ["by the", "on the", "before the", "by", "on", "before"]
    guard scanner.takeWords(anyOf: prepositions) || (!isMonthFirst && scanner.takeWords("the")) else { return nil }
    scanner.skipBlank()
    let start = scanner.index
    let isLast = scanner.takeWords("last day")
    guard let day = isLast ? -1 : scanner.ordinal() else { return nil }
    if !isMonthFirst {
      scanner.skipBlank()
      guard scanner.takeWords(anyOf: ["of each month", "of every month", "each month", "every month"]) else {
        return nil
      }
    }
    guard isLast || (1...31).contains(day) else {
      scanner.note(faultFrom: start)
      return nil
    }
    var draft = RuleDraft(.monthly)
    draft.monthdays = [day]
    return draft
  }

  /// `every 30 min`, `every other day`, `weekly`, `weekdays`.
  static func englishRule(_ scanner: inout PhraseScanner) -> RuleDraft? {
    if let draft = scanner.attempt({ $0.frequencyWord() }) { return draft }
    guard scanner.takeWords(anyOf: ["every", "each"]) else { return nil }
    scanner.skipBlank()
    let isOther = scanner.takeWords("other")
    if isOther { scanner.skipBlank() }
    if var draft = scanner.attempt({ $0.everyWord() }) {
      if isOther { draft.interval *= 2 }
      return draft
    }
    guard !isOther else { return nil }
    if let draft = scanner.attempt({ $0.countedWeeks() }) { return draft }
    return scanner.length().flatMap(RuleDraft.init(every:))
  }

  private mutating func countedWeeks() -> RuleDraft? {
    guard let count = number() ?? numberWord(), (1...9_999).contains(count) else { return nil }
    skipBlank()
    return takeWords(anyOf: ["weeks", "week"]) ? RuleDraft(.weekly, every: count) : nil
  }

  private static var workingWeek: RuleDraft {
    var draft = RuleDraft(.weekly)
    draft.weekdays = [1, 2, 3, 4, 5]
    return draft
  }

  /// Units without a number, after `every`.
  private mutating func everyWord() -> RuleDraft? {
    if takeWords(anyOf: ["working day", "business day", "workday", "weekday"]) { return Self.workingWeek }
    if takeWords(anyOf: ["half hour", "half-hour"]) { return RuleDraft(.minutely, every: 30) }
    if takeWords(anyOf: ["half year", "half-year"]) { return RuleDraft(.monthly, every: 6) }
    return switch word() {
    case "minute": RuleDraft(.minutely)
    case "hour": RuleDraft(.hourly)
    case "day": RuleDraft(.daily)
    case "week": RuleDraft(.weekly)
    case "fortnight": RuleDraft(.weekly, every: 2)
    case "month": RuleDraft(.monthly)
    case "quarter": RuleDraft(.monthly, every: 3)
    case "year": RuleDraft(.yearly)
    default: nil
    }
  }

  /// Words that are a repetition by themselves.
  private mutating func frequencyWord() -> RuleDraft? {
    if takeWords(anyOf: ["on weekdays", "weekdays", "on working days", "working days", "workdays"]) {
      return Self.workingWeek
    }
    if takeWords(anyOf: ["half-yearly", "semi-annually", "half yearly"]) { return RuleDraft(.monthly, every: 6) }
    return switch word() {
    case "hourly": RuleDraft(.hourly)
    case "daily": RuleDraft(.daily)
    case "weekly": RuleDraft(.weekly)
    case "fortnightly": RuleDraft(.weekly, every: 2)
    case "monthly": RuleDraft(.monthly)
    case "quarterly": RuleDraft(.monthly, every: 3)
    case "semiannually": RuleDraft(.monthly, every: 6)
    case "yearly", "annually": RuleDraft(.yearly)
    default: nil
    }
  }
}
