internal import Procedures

/// How often something comes round: the groups of what recurs on a role's page.
enum Rhythm: Int, CaseIterable {
  case day, week, month, quarter, year, other

  /// The heading of the group.
  var word: Word {
    switch self {
    case .day: .eachDay
    case .week: .eachWeek
    case .month: .eachMonth
    case .quarter: .eachQuarter
    case .year: .eachYear
    case .other: .otherRhythm
    }
  }
}

/// Where something stands in its rhythm: a day within it, and the time of that day.
struct RhythmPlace: Comparable {
  let rhythm: Rhythm
  /// The day of the week, month or year; 0 where any day will do.
  var day = 0
  /// Minutes from midnight; -1 where no time is known and nothing stands before.
  var minute = -1

  static func < (a: RhythmPlace, b: RhythmPlace) -> Bool {
    (a.rhythm.rawValue, a.day, a.minute) < (b.rhythm.rawValue, b.day, b.minute)
  }

  /// Where a repetition stands; nil for what does not recur.
  init?(_ moment: Moment) {
    switch moment.kind {
    case .recurrence(let rule, let clock):
      let rule = RecurrenceRule(rule)
      self.init(rhythm: rule.rhythm, day: rule.day, minute: clock?.start ?? -1)
    case .monthday(let day): self.init(rhythm: .month, day: day)
    case .clock, .day, .anchor, .within, .workdays, .limit, .unread: return nil
    }
  }

  init(rhythm: Rhythm, day: Int = 0, minute: Int = -1) {
    self.rhythm = rhythm
    self.day = day
    self.minute = minute
  }
}

/// The parts of an RFC 5545 rule that say where it stands in its rhythm.
private struct RecurrenceRule {
  let rhythm: Rhythm
  let day: Int

  init(_ rule: String) {
    var values: [Substring: Substring] = [:]
    for part in rule.split(separator: ";") {
      guard let sign = part.firstIndex(of: "=") else { continue }
      values[part[..<sign]] = part[part.index(after: sign)...]
    }
    let interval = values["INTERVAL"].flatMap { Int($0) } ?? 1
    let weekdays = values["BYDAY"]?.split(separator: ",") ?? []
    switch values["FREQ"] {
    case "MINUTELY": (rhythm, day) = (interval < 1440 ? .day : .other, 0)
    case "HOURLY": (rhythm, day) = (interval < 24 ? .day : .other, 0)
    case "DAILY": (rhythm, day) = (interval == 1 ? .day : .other, 0)
    // What is done on five days of the week is part of the day.
    case "WEEKLY" where weekdays.count >= 5 && interval == 1: (rhythm, day) = (.day, 0)
    case "WEEKLY":
      let names: [Substring] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
      (rhythm, day) = (.week, weekdays.first.flatMap { names.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
    case "MONTHLY":
      let names: [Int: Rhythm] = [1: .month, 3: .quarter, 12: .year]
      (rhythm, day) = (names[interval] ?? .other, Self.monthday(values["BYMONTHDAY"]))
    case "YEARLY":
      let month = values["BYMONTH"].flatMap { Int($0) } ?? 0
      (rhythm, day) = (.year, month * 32 + Self.monthday(values["BYMONTHDAY"]))
    default: (rhythm, day) = (.other, 0)
    }
  }

  /// The first day of a list; the last of the month comes after all others.
  private static func monthday(_ days: Substring?) -> Int {
    guard let first = days?.split(separator: ",").first.flatMap({ Int($0) }) else { return 0 }
    return first < 0 ? 32 : first
  }
}

extension Article {
  /// Where each of its steps stands in the rhythm of the work; nil for a step that has no time of its own day.
  ///
  /// A sub-step without a time goes with its step; a repetition without a start follows the step with a time before it
  /// (spec/format.md 9). A document whose times run from the day of an event has no times of every day. Linear.
  ///
  /// - Parameter table: the anchors of its card.
  func rhythm(anchors table: AnchorTable) -> [RhythmPlace?] {
    let isOfEvent = table.entries.contains(where: \.isEventDay)
    var usesAnchors = false
    var places: [RhythmPlace?] = []
    places.reserveCapacity(steps.count)
    var last = RhythmPlace(rhythm: .day)
    for step in steps {
      if case .day? = step.fields.time?.kind { return Array(repeating: nil, count: steps.count) }
      if case .anchor? = step.fields.time?.kind { usesAnchors = true }
      if usesAnchors, isOfEvent { return Array(repeating: nil, count: steps.count) }
      var place = step.rhythm(anchors: usesAnchors ? table : .none, after: last)
      if place == nil, !step.hasRhythm, let parent = step.parent, parent < places.count { place = places[parent] }
      if let place, place.rhythm == .day, place.minute >= 0 { last = place }
      places.append(place)
    }
    return places
  }
}

extension Step {
  /// Whether it says itself when it is done.
  fileprivate var hasRhythm: Bool { fields.time != nil || fields.every != nil }

  /// Where it stands by its own fields.
  fileprivate func rhythm(anchors: AnchorTable, after last: RhythmPlace) -> RhythmPlace? {
    let time = fields.time.flatMap { $0.day(anchors: anchors, after: last) }
    for moment in [fields.every, fields.time, fields.due] {
      guard let moment, var place = RhythmPlace(moment) else { continue }
      if place.minute < 0, let time { place.minute = time.minute }
      if place.minute < 0, place.rhythm == .day { (place.day, place.minute) = (last.day, last.minute) }
      return place
    }
    if let time { return time }
    return fields.every == nil ? nil : RhythmPlace(rhythm: .other)
  }
}

extension Moment {
  /// Where a clock or anchor stands in the day; an anchor without a time follows what stands before.
  fileprivate func day(anchors: AnchorTable, after last: RhythmPlace) -> RhythmPlace? {
    switch kind {
    case .clock(let clock): return RhythmPlace(rhythm: .day, minute: clock.start)
    case .anchor(_, _, let isEventEnd):
      if isEventEnd { return nil }
      guard let place = position(anchors: anchors), let minute = place.minute else { return last }
      return RhythmPlace(rhythm: .day, day: place.day, minute: minute)
    case .day, .within, .workdays, .monthday, .recurrence, .limit, .unread: return nil
    }
  }
}

/// A step with its place in the rhythm.
struct RhythmStep {
  let place: RhythmPlace
  let step: RoleStep

  /// The steps with a place, in its order, those of one place in the order of the documents; and the steps without one.
  ///
  /// - Parameter steps: in the order of the articles. Linear, but for sorting.
  static func sorted(_ steps: [RoleStep], _ site: Site) -> (timed: [RhythmStep], untimed: [RoleStep]) {
    var timed: [RhythmStep] = []
    var untimed: [RoleStep] = []
    var places: (article: ArticleID, rhythm: [RhythmPlace?])?
    for step in steps {
      if places?.article != step.article {
        places = (step.article, site.docs[Int(step.article.index)].rhythm)
      }
      if let place = places?.rhythm[step.step] {
        timed.append(RhythmStep(place: place, step: step))
      } else {
        untimed.append(step)
      }
    }
    timed.sort { a, b in
      a.place == b.place ? (a.step.article, a.step.step) < (b.step.article, b.step.step) : a.place < b.place
    }
    return (timed, untimed)
  }
}
