extension PhraseScanner {
  /// `两周内`, `3个工作日内`, `收到申请后3个工作日内`, `当日`, `次日`, `within 2 weeks`.
  ///
  /// 当日 and 次日 are 0 and 1 days after what went before. A length alone is a deadline in a deadline field.
  mutating func deadlinePhrase() -> Moment.Kind? {
    attempt { Self.plainDeadline(&$0) } ?? attempt { Self.namedDay(&$0) } ?? attempt { Self.englishDeadline(&$0) }
      ?? attempt { Self.conditionalDeadline(&$0) }
  }

  private static func plainDeadline(_ scanner: inout PhraseScanner) -> Moment.Kind? {
    guard let kind = scanner.span() else { return nil }
    let isMarked = scanner.takeInside()
    guard isMarked || scanner.context == .field(.due) else { return nil }
    return scanner.closes() ? kind : nil
  }

  /// A length or a count of working days, as a deadline.
  private mutating func span() -> Moment.Kind? {
    if let days = workingDays() { return .workdays(days) }
    return length().map { .within($0) }
  }

  /// Takes 内, 之内 or 以内.
  private mutating func takeInside() -> Bool {
    attempt { scanner in
      scanner.skipBlank()
      return scanner.take(anyOf: ["之内", "以内", "内"]) ? true : nil
    } ?? false
  }

  private static func namedDay(_ scanner: inout PhraseScanner) -> Moment.Kind? {
    let isSame = scanner.take(anyOf: ["当日", "当天"]) || scanner.takeWords(anyOf: ["the same day", "same day"])
    let isNext = !isSame && (scanner.take("次日") || scanner.takeWords(anyOf: ["the next day", "next day"]))
    guard isSame || isNext else { return nil }
    _ = scanner.take("内")
    var rest = scanner
    // 次日 12:00 says more than a count of days can hold.
    if case .none = rest.clockTail() {} else { return nil }
    return scanner.closes() ? .within(Moment.Length(isSame ? 0 : 1, .day)) : nil
  }

  /// `within 2 weeks`, `within 3 working days of receipt,`.
  private static func englishDeadline(_ scanner: inout PhraseScanner) -> Moment.Kind? {
    guard scanner.takeWords("within") else { return nil }
    scanner.skipBlank()
    guard let kind = scanner.span() else { return nil }
    scanner.takeCondition()
    return scanner.closes() ? kind : nil
  }

  /// Takes `of receipt` and the like: in a field to its end, at the start of a step to the next punctuation, because
  /// nothing else shows where the action begins. Where there is none, `within 2 weeks of` is left, which does not close.
  private mutating func takeCondition() {
    let head = index
    skipBlank()
    if takeWords(anyOf: ["of", "after", "from", "following"]), context != .start || findPunctuation() {
      if context != .start { index = scalars.count }
    } else {
      index = head
    }
  }

  /// Goes to the next comma, colon, semicolon or full stop.
  private mutating func findPunctuation() -> Bool {
    let marks: [UInt32] = [0x2C, 0x3A, 0x3B, 0x3001, 0x3002]
    guard let place = scalars[index...].firstIndex(where: marks.contains) else { return false }
    index = place
    return true
  }

  /// `收到申请后3个工作日内`, `自受理之日起五日内`: what it runs from stays in the text.
  static func conditionalDeadline(_ scanner: inout PhraseScanner) -> Moment.Kind? {
    let start = scanner.index
    while scanner.index - start < 40, isHan(scanner.peek()) || isWord(scanner.peek()) {
      let scalar = scanner.peek()
      scanner.index += 1
      guard scanner.index - start > 1, scalar == 0x540E || scalar == 0x8D77 else { continue }
      let kind = scanner.attempt { scanner -> Moment.Kind? in
        scanner.skipBlank()
        return plainDeadline(&scanner)
      }
      if let kind { return kind }
    }
    return nil
  }

  /// `≤15分钟`, `不超过15分钟`, `15分钟以内`, `max 15 min`. A length alone is a limit in a limit field.
  mutating func limitPhrase() -> Moment.Kind? {
    let isMarked = takeMost()
    skipBlank()
    guard let length = length() else { return nil }
    guard isMarked || takeMostAfter(length) || context == .field(.limit) else { return nil }
    return closes() ? .limit(length) : nil
  }

  private mutating func takeMost() -> Bool {
    if take(anyOf: ["≤", "≦", "<=", "不得超过", "不超过", "不多于", "最多", "最长", "至多"]) { return true }
    if takeWords(anyOf: ["no more than", "not more than", "at most", "up to", "maximum", "not exceeding"]) {
      return true
    }
    if takeWords("max") {
      _ = take(".")
      return true
    }
    return context == .field(.limit) && takeWords("within")
  }

  /// Takes what makes a limit of the length before it. `15分钟以内` is a limit and `两天以内` a deadline, except where the
  /// field says which.
  private mutating func takeMostAfter(_ length: Moment.Length) -> Bool {
    let isShort = [.second, .minute, .hour].contains(length.unit) && context != .field(.due)
    return attempt { scanner in
      scanner.skipBlank()
      if scanner.takeWords(anyOf: ["max", "maximum", "at most"]) { return true }
      if scanner.take("以内") { return isShort || scanner.context == .field(.limit) ? true : nil }
      return scanner.context == .field(.limit) && scanner.takeInside() ? true : nil
    } ?? false
  }
}
