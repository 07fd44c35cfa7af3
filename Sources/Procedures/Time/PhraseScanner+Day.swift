extension PhraseScanner {
  /// `T-3天`, `T日`, `活动前三天`, `3 days before`, `on the day`, each with a clock after it where one follows.
  mutating func dayPhrase() -> Moment.Kind? {
    guard let offset = letterOffset() ?? eventOffset() ?? englishOffset() else { return nil }
    return tailed { .day(offset: offset, clock: $0) }
  }

  /// The most days that an offset may count.
  private static var mostDays: Int { 9_999 }

  /// `T-3天`, `T日`, `D-3`, `T-3 days`, `T-1周`.
  private mutating func letterOffset() -> Int? {
    attempt { scanner in
      let start = scanner.index
      guard scanner.take("t") || scanner.take("d") else { return nil }
      scanner.skipBlank()
      if scanner.take("日") { return 0 }
      guard let sign = scanner.sign() else { return nil }
      scanner.skipBlank()
      let digitStart = scanner.index
      guard let count = scanner.number() else { return scanner.faultyOffset(from: start) }
      // `T-003` is a code, not a day.
      if scanner.index - digitStart > 2, scanner.scalars[digitStart] == 0x30 { return nil }
      guard let days = scanner.dayUnit() else { return nil }
      guard count <= Self.mostDays / days else {
        scanner.note(faultFrom: start)
        return nil
      }
      return sign * count * days
    }
  }

  private mutating func sign() -> Int? {
    if take("-") { return -1 }
    return take("+") ? 1 : nil
  }

  /// `T-天`: an offset without its number.
  private mutating func faultyOffset(from start: Int) -> Int? {
    if takeDays() != nil || (context != .start && isAtEnd) { note(faultFrom: start) }
    return nil
  }

  private var isAtEnd: Bool { index == scalars.count }

  /// How many days the unit after a letter's number has: 1 without a unit; nil for hours and the like.
  private mutating func dayUnit() -> Int? {
    if let days = attempt({
      $0.skipBlank(); return $0.takeDays()
    }) {
      return days
    }
    var rest = self
    rest.skipBlank()
    let counted = rest.take("个")
    return rest.unit(counted: counted) == nil ? 1 : nil
  }

  /// Takes a unit of whole days.
  private mutating func takeDays() -> Int? {
    if take(anyOf: ["天", "日"]) || takeWords(anyOf: ["days", "day", "d"]) { return 1 }
    if take(anyOf: ["周", "个星期", "星期", "个礼拜"]) || takeWords(anyOf: ["weeks", "week", "w"]) { return 7 }
    return nil
  }

  /// `活动前三天`, `活动前一周`, `活动三天前`, `活动当天`, `活动次日`.
  private mutating func eventOffset() -> Int? {
    attempt { scanner in
      guard scanner.eventName() != nil else { return nil }
      scanner.skipBlank()
      if scanner.take(anyOf: ["当天", "当日"]) { return 0 }
      if scanner.take(anyOf: ["次日", "第二天"]) { return 1 }
      if let sign = scanner.beforeOrAfter() { return scanner.days().map { sign * $0 } }
      guard let days = scanner.days() else { return nil }
      return scanner.beforeOrAfter().map { $0 * days }
    }
  }

  /// Takes 前 or 后 and their longer forms.
  mutating func beforeOrAfter() -> Int? {
    if take(anyOf: ["之前", "以前", "前"]) { return -1 }
    return take(anyOf: ["之后", "以后", "后"]) ? 1 : nil
  }

  /// Takes a number of whole days or weeks, blanks around the number.
  private mutating func days() -> Int? {
    attempt { scanner in
      scanner.skipBlank()
      guard let count = scanner.number() ?? scanner.numberWord() else { return nil }
      scanner.skipBlank()
      guard let days = scanner.takeDays(), count <= Self.mostDays / days else { return nil }
      return count * days
    }
  }

  /// Takes a word for the event: 活动, 会议, 开业, 展会, or an anchor whose value is `T日`.
  mutating func eventName() -> String? {
    for anchor in anchors where anchor.isEventDay && take(name: anchor.folded) { return anchor.name }
    for word in ["活动", "会议", "开业", "展会"] as [StaticString] where take(word) { return word.description }
    return nil
  }

  /// `3 days before`, `the day after the event`, `on the day`.
  private mutating func englishOffset() -> Int? {
    if takeWords(anyOf: ["on the day", "event day"]) {
      if takeEnglishEvent(after: "of") { return 0 }
      var rest = self
      rest.skipBlank()
      let prose: [StaticString] = [
        "the", "that", "when", "before", "after", "it", "in", "this", "your", "they", "we", "you",
      ]
      return rest.takeWords(anyOf: prose) ? nil : 0
    }
    return attempt { scanner in
      let dayWord = scanner.takeWords(anyOf: ["the day", "day"])
      guard let count = dayWord ? 1 : scanner.days() else { return nil }
      scanner.skipBlank()
      let sign = scanner.takeWords("before") ? -1 : scanner.takeWords("after") ? 1 : 0
      guard sign != 0 else { return nil }
      return scanner.takeEnglishEvent() || !scanner.continuesSentence ? sign * count : nil
    }
  }

  /// Whether a field's value or a sentence goes on with something that is no clock.
  private var continuesSentence: Bool {
    var rest = self
    rest.skipBlank()
    return proseFollows && !rest.takeWords("at")
  }

  /// Takes `the event` and its like, with a word before it, and blanks.
  mutating func takeEnglishEvent(after preposition: StaticString? = nil) -> Bool {
    attempt { scanner in
      scanner.skipBlank()
      if let preposition {
        guard scanner.takeWords(preposition) else { return nil }
        scanner.skipBlank()
      }
      let article = scanner.takeWords("the")
      if article { scanner.skipBlank() }
      let words: [StaticString] = ["event", "meeting", "opening", "exhibition", "fair"]
      if article, scanner.takeWords(anyOf: words) { return true }
      for anchor in scanner.anchors where anchor.isEventDay && scanner.take(name: anchor.folded) {
        return true
      }
      return nil
    } ?? false
  }
}
