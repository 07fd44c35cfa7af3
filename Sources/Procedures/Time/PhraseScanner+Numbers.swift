extension PhraseScanner {
  /// Takes an Arabic number of up to nine digits.
  mutating func arabic() -> Int? {
    attempt { scanner in
      var value = 0
      var digits = 0
      while Self.isDigit(scanner.peek()) {
        guard digits < 9 else { return nil }
        value = value * 10 + Int(scanner.peek() - 0x30)
        digits += 1
        scanner.index += 1
      }
      return digits > 0 ? value : nil
    }
  }

  /// Takes a Chinese number 零…九十九 or 两.
  mutating func chinese() -> Int? {
    attempt { scanner in
      if scanner.take("两") { return 2 }
      let tens = scanner.chineseDigit()
      guard tens != 0, scanner.take("十") else { return tens }
      let ones = scanner.attempt { $0.chineseDigit().flatMap { $0 > 0 ? $0 : nil } }
      return (tens ?? 1) * 10 + (ones ?? 0)
    }
  }

  /// Takes 零 〇 一 … 九.
  mutating func chineseDigit() -> Int? {
    let value: Int? =
      switch peek() {
      case 0x96F6, 0x3007: 0
      case 0x4E00: 1
      case 0x4E8C: 2
      case 0x4E09: 3
      case 0x56DB: 4
      case 0x4E94: 5
      case 0x516D: 6
      case 0x4E03: 7
      case 0x516B: 8
      case 0x4E5D: 9
      default: nil
      }
    if value != nil { index += 1 }
    return value
  }

  /// Takes a whole number, Arabic or Chinese.
  mutating func number() -> Int? { arabic() ?? chinese() }

  /// Takes an English number word.
  mutating func numberWord() -> Int? {
    attempt { scanner in
      switch scanner.word() {
      case "a", "an", "one": 1
      case "two": 2
      case "three": 3
      case "four": 4
      case "five": 5
      case "six": 6
      case "seven": 7
      case "eight": 8
      case "nine": 9
      case "ten": 10
      case "eleven": 11
      case "twelve": 12
      case "fifteen": 15
      case "twenty": 20
      case "thirty": 30
      case "forty": 40
      case "fifty": 50
      case "sixty": 60
      case "ninety": 90
      default: nil
      }
    }
  }

  /// Takes a length such as `15分钟`, `两周`, `一个半小时`, `1小时30分`, `half an hour`, `2 weeks`.
  mutating func length() -> Moment.Length? {
    guard let first = part() else { return nil }
    let second = attempt { scanner -> Moment.Length? in
      scanner.skipBlank()
      return scanner.part().flatMap { first.adding($0) }
    }
    return second ?? first
  }

  /// One number with its unit.
  private mutating func part() -> Moment.Length? {
    attempt { scanner in
      guard var halves = scanner.halves() else { return nil }
      scanner.skipBlank()
      let counter = scanner.take("个")
      if counter, scanner.take("半") { halves += 1 }
      guard let unit = scanner.unit(counted: counter) else { return nil }
      if [.hour, .day, .month, .year].contains(unit), scanner.take("半") { halves += 1 }
      return Moment.Length(halves: halves, of: unit)
    }
  }

  /// A count in halves: 半 is 1, `1.5` is 3, 两 is 4.
  private mutating func halves() -> Int? {
    if take("半") { return 1 }
    if takeWords(anyOf: ["half an", "half a"]) { return 1 }
    if let words = numberWord() { return words * 2 }
    guard let whole = number(), whole <= 99_999 else { return nil }
    let isHalf = take(".5") && !Self.isDigit(peek())
    return whole * 2 + (isHalf ? 1 : 0)
  }

  /// Takes a unit of time.
  ///
  /// - Parameter counted: whether 个 stood before it; 月 needs it, because `3月` is March.
  mutating func unit(counted: Bool) -> Moment.Length.Written? {
    if take(anyOf: ["秒钟", "秒"]) { return .second }
    if take(anyOf: ["分钟", "分"]) { return .minute }
    if take(anyOf: ["小时", "钟头"]) { return .hour }
    if take(anyOf: ["天", "日"]) { return .day }
    if take(anyOf: ["周", "星期", "礼拜"]) { return .week }
    if counted, take("月") { return .month }
    if take("年") { return .year }
    return unitWord()
  }

  private mutating func unitWord() -> Moment.Length.Written? {
    attempt { scanner in
      let unit: Moment.Length.Written? =
        switch scanner.word() {
        case "s", "sec", "secs", "second", "seconds": .second
        case "min", "mins", "minute", "minutes": .minute
        case "h", "hr", "hrs", "hour", "hours": .hour
        case "d", "day", "days": .day
        case "week", "weeks", "wk", "wks": .week
        case "month", "months": .month
        case "year", "years", "yr", "yrs": .year
        default: nil
        }
      return Self.isWord(scanner.peek()) ? nil : unit
    }
  }

  /// Takes a count of working days: `3个工作日`, `3 working days`.
  mutating func workingDays() -> Int? {
    attempt { scanner in
      guard let count = scanner.numberWord() ?? scanner.number(), count <= 9_999 else { return nil }
      scanner.skipBlank()
      _ = scanner.take("个")
      if scanner.take("工作日") { return count }
      let english: [StaticString] = [
        "working days", "working day", "business days", "business day", "workdays", "workday",
      ]
      return scanner.takeWords(anyOf: english) ? count : nil
    }
  }
}
