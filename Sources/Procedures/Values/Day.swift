/// A day of the Gregorian calendar, three integers without clock or time zone (spec/format.md 2).
package struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, 1 to 31.
  package let day: Int

  /// A day that exists; nil for 30 February and for years outside 1…9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Self.length(ofMonth: month, in: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`, exactly so.
  package init?(parsing text: some StringProtocol) {
    var (year, month, day, count) = (0, 0, 0, 0)
    for byte in text.utf8 {
      let isDash = count == 4 || count == 7
      guard count < 10, isDash ? byte == 0x2D : (0x30...0x39).contains(byte) else { return nil }
      if count < 4 { year = year * 10 + Int(byte - 0x30) }
      if count == 5 || count == 6 { month = month * 10 + Int(byte - 0x30) }
      if count > 7 { day = day * 10 + Int(byte - 0x30) }
      count += 1
    }
    guard count == 10 else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads what people write instead of `YYYY-MM-DD`: `2026年3月1日`, `2026/3/1`, `2026.3.1`, `2026-3-1`, full-width
  /// digits; a year of two digits stays unread, because nobody can say which one it is.
  package init?(tolerating text: String) {
    let narrow = WidthFolding.trimmed(WidthFolding.narrowed(text))
    let spaced = String.UnicodeScalarView(
      narrow.unicodeScalars.map { "年月日号/.-–—".unicodeScalars.contains($0) ? "-" : $0 })
    let parts = String(spaced).split(separator: "-", omittingEmptySubsequences: true)
    guard parts.count == 3, parts[0].utf8.count == 4 else { return nil }
    let numbers = parts.map { Substring(WidthFolding.trimmed(String($0))) }.map { WidthFolding.number($0.utf8) }
    guard let year = numbers[0], let month = numbers[1], let day = numbers[2] else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day so many days after 1 January 1970; nil outside the years 1…9999.
  package init?(daysSinceEpoch days: Int) {
    guard (-719_162...2_932_896).contains(days) else { return nil }
    // The civil calendar counted from 1 March of year 0, so that the leap day ends a year: eras of 146,097 days.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }

  /// The days since 1 January 1970; negative before.
  package var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day so many days later, or earlier; nil outside the years 1…9999.
  package func adding(days: Int) -> Day? {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    return overflow ? nil : Day(daysSinceEpoch: sum)
  }

  /// The same day so many months later, held at the end of a shorter month; nil outside the years 1…9999.
  package func adding(months: Int) -> Day? {
    guard (-200_000...200_000).contains(months) else { return nil }
    let total = year * 12 + month - 1 + months
    guard total >= 12 else { return nil }
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    return Day(year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, in: newYear)))
  }

  /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
  package var weekday: Int { (daysSinceEpoch + 719_162) % 7 + 1 }

  /// `YYYY-MM-DD`.
  package var description: String {
    Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  package static func < (a: Day, b: Day) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

  /// The days of a month, 28 to 31.
  package static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// A number with zeros in front.
  static func padded(_ number: Int, _ width: Int) -> String { padded(String(number), width) }

  /// Digits with zeros in front.
  static func padded(_ digits: String, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// Some days in a row, such as the days of an event.
package struct DaySpan: Sendable, Hashable {
  /// The first day.
  package let first: Day
  /// The last day; not before the first.
  package let last: Day

  /// Spans the days; nil when the last one is before the first.
  package init?(_ first: Day, _ last: Day) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// Whether a day is one of them.
  package func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// How many days they are, at least 1.
  package var count: Int { last.daysSinceEpoch - first.daysSinceEpoch + 1 }
}
