internal import Diagnostics
internal import Glibc
package import Procedures

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
  ) throws(WorkspaceError) -> Day {
    if let option { return try day(of: option) }
    guard let epoch else {
      if let day = day(seconds: min(max(time(nil), 0), lastSecond), utcOffset: utcOffset) { return day }
      throw WorkspaceError(
        .environment, path: "clock", message: Localized(zh: "系统时钟不可用", en: "the system's clock cannot be used"))
    }
    let digits = epoch.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if digits, let seconds = Int(epoch), seconds <= lastSecond, let day = day(seconds: seconds, utcOffset: utcOffset) {
      return day
    }
    throw WorkspaceError(
      .environment, path: "SOURCE_DATE_EPOCH",
      message: Localized(
        zh: "SOURCE_DATE_EPOCH 必须是 1970 年以来的秒数（非负整数，年份不超过 9999），现在是“\(PathText.escaped(epoch))”",
        en: "SOURCE_DATE_EPOCH must be seconds since 1970 (a whole number, not negative, up to the year 9999); "
          + "it is \"\(PathText.escaped(epoch))\""))
  }

  /// The value of `SOURCE_DATE_EPOCH` in the environment (reproducible-builds.org).
  package static var epoch: String? { getenv("SOURCE_DATE_EPOCH").map { String(cString: $0) } }

  /// 9999-12-30T00:00:00Z: a day before the calendar's last, so that no offset leads beyond it.
  private static let lastSecond = 253_402_128_000

  private static func day(of text: String) throws(WorkspaceError) -> Day {
    if let day = Day(parsing: text) { return day }
    throw WorkspaceError(
      .usage, path: "--today",
      message: Localized(
        zh: "--today 必须是存在的日期 YYYY-MM-DD，现在是“\(PathText.escaped(text))”",
        en: "--today must be a date that exists, YYYY-MM-DD; it is \"\(PathText.escaped(text))\""))
  }

  /// The day at a number of seconds since 1970; nil outside the years that a `Day` has.
  private static func day(seconds: Int, utcOffset: Int) -> Day? {
    let local = seconds + min(max(utcOffset, -1440), 1440) * 60
    return Day(daysSinceEpoch: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }
}
