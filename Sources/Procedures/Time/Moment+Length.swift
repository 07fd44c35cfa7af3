extension Moment {
  /// How long something takes, in the smallest unit that it was written in.
  package struct Length: Sendable, Hashable {
    /// The units that lengths are kept in; weeks are days, and years that are not whole are months.
    package enum Unit: Sendable, Hashable, CaseIterable {
      case second, minute, hour, day, month, year
    }

    /// How many of the unit, `0...999_999`.
    package var count: Int
    /// The unit.
    package var unit: Unit

    /// Counts units.
    package init(_ count: Int, _ unit: Unit) {
      self.count = count
      self.unit = unit
    }

    /// The length as ISO 8601 writes it, such as `PT15M`, `P14D`.
    package var iso8601: String {
      switch unit {
      case .second: "PT\(count)S"
      case .minute: "PT\(count)M"
      case .hour: "PT\(count)H"
      case .day: "P\(count)D"
      case .month: "P\(count)M"
      case .year: "P\(count)Y"
      }
    }

    /// The length in minutes; nil where it is no whole number of them or has no fixed length.
    package var minutes: Int? {
      switch unit {
      case .second: count % 60 == 0 ? count / 60 : nil
      case .minute: count
      case .hour: count * 60
      case .day: count * 1440
      case .month, .year: nil
      }
    }
  }
}

extension Moment.Length {
  /// The units as they are written; a week is seven days.
  enum Written {
    case second, minute, hour, day, week, month, year
  }

  /// Counts halves of a written unit: an odd number of them falls to the next smaller unit (half a month is 15 days).
  init?(halves: Int, of unit: Written) {
    guard halves >= 0, halves <= 200_000 else { return nil }
    let whole = halves / 2
    switch (unit, halves % 2 == 0) {
    case (.second, true): self.init(whole, .second)
    case (.second, false): return nil
    case (.minute, true): self.init(whole, .minute)
    case (.minute, false): self.init(halves * 30, .second)
    case (.hour, true): self.init(whole, .hour)
    case (.hour, false): self.init(halves * 30, .minute)
    case (.day, true): self.init(whole, .day)
    case (.day, false): self.init(halves * 12, .hour)
    case (.week, true): self.init(whole * 7, .day)
    case (.week, false): self.init(halves * 84, .hour)
    case (.month, true): self.init(whole, .month)
    case (.month, false): self.init(halves * 15, .day)
    case (.year, true): self.init(whole, .year)
    case (.year, false): self.init(halves * 6, .month)
    }
  }

  /// The sum with a second part in a smaller unit, as in `1小时30分钟`; nil where the parts do not fit together.
  func adding(_ other: Moment.Length) -> Moment.Length? {
    switch (unit, other.unit) {
    case (.minute, .second): .init(count * 60 + other.count, .second)
    case (.hour, .minute): .init(count * 60 + other.count, .minute)
    case (.day, .hour): .init(count * 24 + other.count, .hour)
    case (.year, .month): .init(count * 12 + other.count, .month)
    default: nil
    }
  }
}
