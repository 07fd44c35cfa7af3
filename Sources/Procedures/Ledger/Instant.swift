/// A moment of the ledger: whole seconds, with the offset from UTC at which it was written.
package struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int
  /// The minutes east of UTC at which it is written.
  package let offset: Int

  private static let first = -62_135_596_800
  private static let last = 253_402_214_400

  /// A moment; nil outside the years 1…9999 and for offsets over 14 hours.
  package init?(seconds: Int, offset: Int) {
    guard (-840...840).contains(offset), (Self.first...Self.last).contains(seconds + offset * 60) else { return nil }
    self.seconds = seconds
    self.offset = offset
  }

  /// A moment of a day at an offset.
  package init?(_ day: Day, seconds: Int = 0, offset: Int) {
    guard (0..<86_400).contains(seconds) else { return nil }
    self.init(seconds: day.daysSinceEpoch * 86_400 + seconds - offset * 60, offset: offset)
  }

  /// Reads `2026-03-01T10:00:00+08:00`, exactly so (RFC 3339).
  package init?(parsing text: String) {
    guard text.utf8.count == 25, let moment = Instant(tolerating: text, offset: 0), moment.description == text else {
      return nil
    }
    self = moment
  }

  /// Reads what people write on a command line: `2026-03-01`, `2026-03-01 10:00`, `2026-03-01T10:00:00`, with `Z` or
  /// an offset behind it or without.
  ///
  /// - Parameters:
  ///   - text: the moment.
  ///   - offset: the minutes east of UTC that hold where the text names none.
  package init?(tolerating text: String, offset: Int) {
    let bytes = Array(text.utf8)
    guard let day = Day(parsing: String(decoding: bytes.prefix(10), as: UTF8.self)) else { return nil }
    var rest = bytes.dropFirst(10)
    guard let first = rest.first else {
      self.init(day, offset: offset)
      return
    }
    guard first == UInt8(ascii: "T") || first == UInt8(ascii: " ") else { return nil }
    rest = rest.dropFirst()
    guard let time = Self.time(&rest), let zone = Self.zone(rest, usual: offset) else { return nil }
    self.init(day, seconds: time, offset: zone)
  }

  /// `HH:MM` or `HH:MM:SS` as seconds.
  private static func time(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard let hour = pair(&rest), hour < 24, rest.popFirst() == UInt8(ascii: ":"), let minute = pair(&rest), minute < 60
    else { return nil }
    guard rest.first == UInt8(ascii: ":") else { return hour * 3600 + minute * 60 }
    rest = rest.dropFirst()
    guard let second = pair(&rest), second < 60 else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func zone(_ rest: ArraySlice<UInt8>, usual: Int) -> Int? {
    var rest = rest
    guard let sign = rest.popFirst() else { return usual }
    if sign == UInt8(ascii: "Z") { return rest.isEmpty ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = pair(&rest),
      rest.popFirst() == UInt8(ascii: ":"), let minutes = pair(&rest), minutes < 60, rest.isEmpty
    else { return nil }
    return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  private static func pair(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard let high = rest.popFirst(), let low = rest.popFirst() else { return nil }
    guard (0x30...0x39).contains(high), (0x30...0x39).contains(low) else { return nil }
    return Int(high - 0x30) * 10 + Int(low - 0x30)
  }

  private var local: Int { seconds + offset * 60 - Self.first }

  /// The day at its own offset.
  package var day: Day { Day(daysSinceEpoch: local / 86_400 - 719_162) ?? Self.firstDay }

  private static let firstDay: Day = {
    guard let day = Day(parsing: "0001-01-01") else { preconditionFailure("the first day of the calendar exists") }
    return day
  }()

  /// The time of its day, `HH:MM`.
  package var clock: String { Day.padded(local % 86_400 / 3600, 2) + ":" + Day.padded(local % 3600 / 60, 2) }

  /// `2026-03-01T10:00:00+08:00`.
  package var description: String {
    let zone = abs(offset)
    return "\(day)T\(clock):" + Day.padded(local % 60, 2) + (offset < 0 ? "-" : "+") + Day.padded(zone / 60, 2) + ":"
      + Day.padded(zone % 60, 2)
  }

  package static func == (a: Instant, b: Instant) -> Bool { a.seconds == b.seconds }
  package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
  package func hash(into hasher: inout Hasher) { hasher.combine(seconds) }
}
