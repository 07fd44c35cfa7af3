/// A time as a step gives it: what was understood of it, and the words it was written in (spec/data.md, Time).
package struct Moment: Sendable, Hashable {
  /// What was understood.
  package var kind: Kind
  /// What the author wrote, without the blanks around it.
  package var text: String

  /// Pairs a meaning with its words.
  package init(_ kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}

extension Moment {
  /// The kinds of time phrase (spec/format.md 6).
  package enum Kind: Sendable, Hashable {
    /// A time of day, with its end where one is given: `08:20–08:30`.
    case clock(Clock)
    /// Days from the first day of the event, negative before it: `T-1天 14:00`.
    case day(offset: Int, clock: Clock?)
    /// Minutes from a named anchor, negative before it: `关门前10分钟`.
    ///
    /// `eventEnd` marks the end of the event itself (`活动结束后`), which is defined for every event and counts from
    /// its last day.
    case anchor(name: String, minutes: Int, eventEnd: Bool)
    /// A deadline that runs from the step before: `两周内`.
    case within(Length)
    /// A deadline in working days: `3个工作日内`.
    case workdays(Int)
    /// A deadline that is a day of each month, the latest one: `每月25日前` in a deadline field.
    case monthday(Int)
    /// A repetition as an RFC 5545 rule whose `FREQ` comes first: `每周一 08:00`.
    case recurrence(rule: String, clock: Clock?)
    /// The longest that something may take: `≤15分钟`.
    case limit(Length)
    /// Words that are kept and shown, and not scheduled.
    case unread
  }

  /// A time of day or a stretch of it, in minutes from midnight, `0...1440`.
  package struct Clock: Sendable, Hashable {
    /// When it starts.
    package var start: Int
    /// When it ends, where an end was written.
    package var until: Int?
    /// Whether the end is on the next day, because it is before the start.
    package var overMidnight: Bool { until.map { $0 < start } ?? false }

    /// Marks a time of day.
    package init(start: Int, until: Int? = nil) {
      self.start = start
      self.until = until
    }
  }

  /// The fields of a step that hold a time (spec/format.md 5).
  package enum Field: Sendable, Hashable, CaseIterable {
    /// 时间, when.
    case time
    /// 期限, due.
    case due
    /// 频次, every.
    case every
    /// 限时, limit.
    case limit
  }

  /// Why a phrase that was meant as a time cannot be used as it stands; ranges are bytes of the input, from its start.
  package enum Problem: Sendable, Hashable {
    /// It looks like a clock, offset or date and is none: `25:70`, `2月30日`, `T-天` (time-unparsed, error).
    case impossible(Range<Int>)
    /// It counts from an anchor that the document does not name (anchor-missing); an event may still name it.
    case anchorMissing(name: String, Range<Int>)
  }

  /// What reading a phrase gives.
  package struct Reading: Sendable, Hashable {
    /// The time; unread when the phrase is impossible.
    package var moment: Moment
    /// How many bytes from the start of the input were taken, with the blanks before the phrase, not those after it.
    package var length: Int
    /// What is wrong with it, if anything.
    package var problem: Problem?
  }

  /// The field of a step that a phrase at its start goes to (spec/data.md); nil for what was not read.
  package var field: Field? {
    switch kind {
    case .clock, .day, .anchor: .time
    case .within, .workdays, .monthday: .due
    case .recurrence: .every
    case .limit: .limit
    case .unread: nil
    }
  }
}
