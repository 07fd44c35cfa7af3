package import Diagnostics

extension Moment {
  /// A value in the model as data.
  package enum Scalar: Sendable, Hashable {
    /// A text.
    case string(String)
    /// A number.
    case int(Int)
  }

  /// The members of the Time object of spec/data.md, in its order; `text` is always there and last.
  package var dataFields: [(key: String, value: Scalar)] {
    meaning + [("text", .string(text))]
  }

  private var meaning: [(key: String, value: Scalar)] {
    switch kind {
    case .clock(let clock): clock.dataFields
    case .day(let offset, let clock): [("day", .int(offset))] + (clock?.dataFields ?? [])
    case .anchor(let name, 0, _): [("anchor", .string(name))]
    case .anchor(let name, let minutes, _): [("anchor", .string(name)), ("minutes", .int(minutes))]
    case .within(let length): [("within", .string(length.iso8601))]
    case .workdays(let count): [("workdays", .int(count))]
    case .monthday(let day): [("monthday", .int(day))]
    case .recurrence(let rule, let clock): [("rrule", .string(rule))] + (clock?.dataFields ?? [])
    case .limit(let length): [("max", .string(length.iso8601))]
    case .unread: []
    }
  }

  /// The short text for the margin: `08:20–08:30`, `T−3`, `T−1 14:00`; for all other kinds the author's words.
  package var label: Localized {
    switch kind {
    case .clock(let clock): Localized(zh: clock.label, en: clock.label)
    case .day(let offset, let clock): Self.dayLabel(offset, clock)
    case .anchor, .within, .workdays, .monthday, .recurrence, .limit, .unread: Localized(zh: text, en: text)
    }
  }

  private static func dayLabel(_ offset: Int, _ clock: Clock?) -> Localized {
    let tail = clock.map { " " + $0.label } ?? ""
    if offset == 0 { return Localized(zh: "T日" + tail, en: "T" + tail) }
    let day = (offset < 0 ? "T−" : "T+") + String(offset.magnitude) + tail
    return Localized(zh: day, en: day)
  }
}

extension Moment.Clock {
  /// The clock as `HH:MM` or `HH:MM–HH:MM`.
  package var label: String {
    Self.text(start) + (until.map { "–" + Self.text($0) } ?? "")
  }

  /// Minutes from midnight as `HH:MM`; `24:00` stays.
  ///
  /// - Parameter minutes: held inside `0...1440`.
  package static func text(_ minutes: Int) -> String {
    let held = min(max(minutes, 0), 1440)
    let (hour, minute) = (held / 60, held % 60)
    return "\(hour / 10)\(hour % 10):\(minute / 10)\(minute % 10)"
  }

  fileprivate var dataFields: [(key: String, value: Moment.Scalar)] {
    [("clock", .string(Self.text(start)))] + (until.map { [("until", .string(Self.text($0)))] } ?? [])
  }
}
