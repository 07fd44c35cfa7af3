internal import Diagnostics
internal import Glibc

/// The one place where the program learns which day it is; everything after it is handed the day (spec/site.md, Build).
package enum Today {
  /// Reads the day from the command line, else from `SOURCE_DATE_EPOCH`, else from the system's clock.
  ///
  /// The clock and the epoch are read at the handbook's own offset; `TZ` and the locale play no part.
  ///
  /// - Parameters:
  ///   - option: the value of `--today`, `YYYY-MM-DD`, where it was given.
  ///   - utcOffset: the handbook's offset from UTC in minutes (`时区/utc-offset`).
  ///   - epoch: the value of `SOURCE_DATE_EPOCH`; nil where it is not set.
  /// - Returns: the day in the Gregorian calendar.
  /// - Throws: when the option or the variable cannot be read as what it must be.
  package static func read(
    option: String?, utcOffset: Int, epoch: String? = Today.epoch
  ) throws(WorkspaceError) -> (year: Int, month: Int, day: Int) {
    if let option { return try day(of: option) }
    guard let epoch else { return civil(seconds: time(nil), utcOffset: utcOffset) }
    let digits = epoch.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard digits, let seconds = Int(epoch), seconds <= lastSecond else {
      throw WorkspaceError(
        .environment, path: "SOURCE_DATE_EPOCH",
        message: Localized(
          zh: "SOURCE_DATE_EPOCH 必须是 1970 年以来的秒数（非负整数，年份不超过 9999），现在是“\(PathText.escaped(epoch))”",
          en: "SOURCE_DATE_EPOCH must be seconds since 1970 (a whole number, not negative, up to the year 9999); "
            + "it is \"\(PathText.escaped(epoch))\""))
    }
    return civil(seconds: seconds, utcOffset: utcOffset)
  }

  /// The value of `SOURCE_DATE_EPOCH` in the environment (reproducible-builds.org).
  package static var epoch: String? { getenv("SOURCE_DATE_EPOCH").map { String(cString: $0) } }

  /// 9999-12-30T00:00:00Z: a day before the calendar's last, so that no offset leads beyond it.
  private static let lastSecond = 253_402_128_000

  private static func day(of text: String) throws(WorkspaceError) -> (year: Int, month: Int, day: Int) {
    let bytes = Array(text.utf8)
    let shape =
      bytes.count == 10
      && bytes.indices.allSatisfy { index in
        index == 4 || index == 7 ? bytes[index] == UInt8(ascii: "-") : (0x30...0x39).contains(bytes[index])
      }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    if shape {
      let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
      if year > 0, (1...12).contains(month), day > 0, day <= length(ofMonth: month, in: year) {
        return (year, month, day)
      }
    }
    throw WorkspaceError(
      .usage, path: "--today",
      message: Localized(
        zh: "--today 必须是存在的日期 YYYY-MM-DD，现在是“\(PathText.escaped(text))”",
        en: "--today must be a date that exists, YYYY-MM-DD; it is \"\(PathText.escaped(text))\""))
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Turns seconds since 1970 into a day, by eras of 400 years that begin on 1 March, when the leap day comes last.
  static func civil(seconds: Int, utcOffset: Int) -> (year: Int, month: Int, day: Int) {
    let local = seconds + min(max(utcOffset, -1440), 1440) * 60
    let days = (local >= 0 ? local / 86_400 : (local - 86_399) / 86_400) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}
