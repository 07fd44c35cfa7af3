extension PhraseScanner {
  /// Notes a date that no calendar has, such as `2月30日`, `30 February`, `2026-13-01`. A good date is no time phrase, so
  /// nothing is ever taken.
  mutating func noteImpossibleDate() {
    for reader in [Self.chineseDate, Self.isoDate, Self.dayFirst, Self.monthFirst] {
      index = 0
      if let date = reader(&self), !date.exists {
        note(faultFrom: 0, runOn: true)
      }
    }
    index = 0
  }

  /// A day as written; without a year February has 29 days.
  struct CalendarDay {
    let year: Int?
    let month: Int
    let day: Int

    var exists: Bool { (1...12).contains(month) && day >= 1 && day <= lengthOfMonth }

    private var lengthOfMonth: Int {
      switch month {
      case 2: isLeap ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    }

    private var isLeap: Bool {
      guard let year else { return true }
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
  }

  /// `2月30日`, `2026年2月30日`.
  static func chineseDate(_ scanner: inout PhraseScanner) -> CalendarDay? {
    let year = scanner.attempt { scanner in scanner.arabic().flatMap { scanner.take("年") ? $0 : nil } }
    scanner.skipBlank()
    guard let month = scanner.number() else { return nil }
    scanner.skipBlank()
    guard scanner.take("月") else { return nil }
    scanner.skipBlank()
    guard let day = scanner.number() else { return nil }
    scanner.skipBlank()
    return scanner.take(anyOf: ["日", "号"]) ? CalendarDay(year: year, month: month, day: day) : nil
  }

  /// `2026-02-30`, `2026/2/30`.
  private static func isoDate(_ scanner: inout PhraseScanner) -> CalendarDay? {
    guard let year = scanner.arabic(), scanner.index == 4 else { return nil }
    let mark: StaticString = scanner.peek() == 0x2D ? "-" : "/"
    guard scanner.take(mark), let month = scanner.arabic(), scanner.take(mark) else { return nil }
    return scanner.arabic().map { CalendarDay(year: year, month: month, day: $0) }
  }

  /// `30 February`, `30th of February`.
  private static func dayFirst(_ scanner: inout PhraseScanner) -> CalendarDay? {
    guard let day = scanner.ordinal() else { return nil }
    scanner.skipBlank()
    if scanner.takeWords("of") { scanner.skipBlank() }
    return scanner.monthName().map { CalendarDay(year: nil, month: $0, day: day) }
  }

  /// `February 30`.
  private static func monthFirst(_ scanner: inout PhraseScanner) -> CalendarDay? {
    guard let month = scanner.monthName() else { return nil }
    scanner.skipBlank()
    return scanner.ordinal().map { CalendarDay(year: nil, month: month, day: $0) }
  }

  /// Takes `25`, `25th`, `1st`.
  mutating func ordinal() -> Int? {
    attempt { scanner in
      guard let value = scanner.arabic(), value <= 99 else { return nil }
      _ = scanner.takeWords(anyOf: ["st", "nd", "rd", "th"])
      return Self.isWord(scanner.peek()) ? nil : value
    }
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  private static let fullMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private mutating func monthName() -> Int? {
    attempt { scanner in
      guard let word = scanner.word() else { return nil }
      return (Self.months.firstIndex(of: word) ?? Self.fullMonths.firstIndex(of: word)).map { $0 + 1 }
    }
  }
}
