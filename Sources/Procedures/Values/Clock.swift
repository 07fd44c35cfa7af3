/// A time of day in whole minutes; 24:00 is the end of the day.
package struct Clock: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The minutes since midnight, 0 to 1440.
  package let minutes: Int

  /// A time of day; nil outside 00:00…24:00.
  package init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// Reads `9:00`, `09:00`, also with `：` or `∶`; blanks around the colon do not count (spec/format.md 1).
  package init?(parsing text: String) {
    let narrow = WidthFolding.narrowed(text).unicodeScalars.filter { !WidthFolding.isBlank($0) }
    let parts = narrow.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "∶" }.map(Substring.init)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2 else { return nil }
    guard let hour = WidthFolding.number(parts[0].utf8), let minute = WidthFolding.number(parts[1].utf8) else {
      return nil
    }
    guard minute < 60 else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  /// `HH:MM`.
  package var description: String { Day.padded(minutes / 60, 2) + ":" + Day.padded(minutes % 60, 2) }

  package static func < (a: Clock, b: Clock) -> Bool { a.minutes < b.minutes }
}
