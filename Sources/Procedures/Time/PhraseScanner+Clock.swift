/// What may follow a day or a repetition.
enum ClockTail {
  /// No clock.
  case none
  /// A clock.
  case clock(Moment.Clock)
  /// Something that looks like a clock and is none; the whole phrase is refused.
  case bad
}

extension PhraseScanner {
  /// `08:20–08:30`, `9:00`, `22:00–次日06:00`.
  mutating func clockPhrase() -> Moment.Kind? {
    guard let clock = clock(), closes(runOn: true) else { return nil }
    return .clock(clock)
  }

  /// Takes a clock, with its end where one follows; a range whose end is no clock is not taken at all.
  mutating func clock() -> Moment.Clock? {
    attempt { scanner in
      guard let start = scanner.clockPoint() else { return nil }
      let faultBefore = scanner.fault
      let end = scanner.attempt { scanner -> (minutes: Int, next: Bool)? in
        scanner.skipBlank()
        guard scanner.rangeMark() else { return nil }
        scanner.skipBlank()
        let next = scanner.takeNextDay()
        return scanner.clockPoint().map { ($0, next) }
      }
      guard let end else {
        return scanner.fault != faultBefore || scanner.rangeGoesOn ? nil : Moment.Clock(start: start)
      }
      // A day and more cannot be said with a start and an end alone.
      if end.next, end.minutes >= start { return nil }
      return Moment.Clock(start: start, until: end.minutes)
    }
  }

  /// Takes a clock after a day or a repetition, blanks and `at` before it.
  mutating func clockTail() -> ClockTail {
    let faultBefore = fault
    let clock = attempt { scanner -> Moment.Clock? in
      scanner.skipBlank()
      if scanner.takeWords("at") { scanner.skipBlank() }
      return scanner.clock()
    }
    if let clock { return .clock(clock) }
    return fault != faultBefore ? .bad : .none
  }

  /// Ends a phrase that a clock may follow; nil when it does not end where a phrase may.
  mutating func tailed(_ kind: (Moment.Clock?) -> Moment.Kind) -> Moment.Kind? {
    let head = index
    switch clockTail() {
    case .bad: return nil
    case .none: return closes() ? kind(nil) : nil
    case .clock(let clock):
      if closes(runOn: true) { return kind(clock) }
      // `T-1天 14:00前 …`: the day stands, what is said of the clock stays text.
      index = head
      return closes() ? kind(nil) : nil
    }
  }

  private mutating func takeNextDay() -> Bool {
    guard take(anyOf: ["次日", "翌日", "第二天"]) else { return false }
    skipBlank()
    return true
  }

  /// Takes `H:MM` or `HH:MM`, `0:00...24:00`; blanks inside do not count. `9:00 am` and `10:30:15` are no clocks here.
  private mutating func clockPoint() -> Int? {
    attempt { scanner in
      let start = scanner.index
      guard let hour = scanner.digits(upTo: scanner.isStart ? 2 : 3) else { return nil }
      scanner.skipBlank()
      guard scanner.take(":") else { return nil }
      scanner.skipBlank()
      let minuteStart = scanner.index
      guard let minute = scanner.digits(upTo: scanner.isStart ? 2 : 3) else { return nil }
      let isWellFormed = scanner.index - minuteStart == 2 && hour.count <= 2
      guard isWellFormed || !scanner.isStart, !scanner.isClockSpoilt else { return nil }
      if isWellFormed, minute.value < 60, hour.value * 60 + minute.value <= 1440 {
        return hour.value * 60 + minute.value
      }
      scanner.note(faultFrom: start)
      return nil
    }
  }

  private var isStart: Bool { context == .start }

  /// Whether what follows makes a clock something else: seconds, a half of the day, a word.
  private var isClockSpoilt: Bool {
    if Self.isWord(peek()) { return true }
    var rest = self
    if rest.take(":"), Self.isDigit(rest.peek()) { return true }
    rest = self
    rest.skipBlank()
    return rest.takeWords(anyOf: ["am", "pm", "a.m", "p.m"])
  }

  /// Takes up to a number of digits, and no digit may follow.
  private mutating func digits(upTo count: Int) -> (value: Int, count: Int)? {
    attempt { scanner in
      let start = scanner.index
      guard let value = scanner.arabic() else { return nil }
      return scanner.index - start <= count ? (value, scanner.index - start) : nil
    }
  }
}
