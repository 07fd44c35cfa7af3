extension Moment {
  /// A place on the timeline of an event.
  package struct Position: Sendable, Hashable {
    /// Days from the first day of the event.
    package var day: Int
    /// Minutes from midnight, `0...1440`; nil where only the day is known.
    package var minute: Int?

    /// Marks a place.
    package init(day: Int, minute: Int?) {
      self.day = day
      self.minute = minute
    }
  }

  /// Where the moment stands on a timeline (spec/format.md 9); nil for deadlines, repetitions, limits, unread words and
  /// anchors that have no time.
  ///
  /// A clock without a day is on `T日`. The end of the event is the end of its last day (minute 1440) unless an anchor
  /// of that name says when it is.
  /// - Parameters:
  ///   - anchors: the anchors that hold, those of the event before those of the procedure.
  ///   - lastDay: the last day of the event, counted from its first day.
  package func position(anchors: AnchorTable, lastDay: Int = 0) -> Position? {
    switch kind {
    case .clock(let clock): Position(day: 0, minute: clock.start)
    case .day(let offset, let clock): Position(day: offset, minute: clock?.start)
    case .anchor(let name, let minutes, let eventEnd):
      if let base = anchors.position(of: name) {
        Position(day: base.day + (eventEnd ? lastDay : 0), minute: base.minute).moved(by: minutes)
      } else if eventEnd {
        Position(day: lastDay + minutes / 1440, minute: 1440)
      } else {
        nil
      }
    case .within, .workdays, .monthday, .recurrence, .limit, .unread: nil
    }
  }
}

extension Moment.Position {
  /// The place some minutes later, carried over midnight; where only the day is known, only whole days count.
  fileprivate func moved(by minutes: Int) -> Moment.Position {
    guard minutes != 0 else { return self }
    guard let minute else { return .init(day: day + minutes / 1440, minute: nil) }
    let sum = minute + minutes
    let rest = ((sum % 1440) + 1440) % 1440
    return .init(day: day + (sum - rest) / 1440, minute: rest)
  }
}
