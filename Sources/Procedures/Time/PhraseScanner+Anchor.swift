extension PhraseScanner {
  /// `关门`, `关门前10分钟`, `开门后半小时`, `10 min before closing`, and the end of the event.
  mutating func anchorPhrase() -> Moment.Kind? {
    closed(Self.eventEnd) ?? closed(Self.chineseAnchor) ?? closed(Self.englishAnchor)
  }

  /// Reads by one reader what ends where a phrase may end.
  private mutating func closed(_ reader: (inout PhraseScanner) -> Moment.Kind?) -> Moment.Kind? {
    attempt { scanner in
      guard let kind = reader(&scanner), scanner.closes() else { return nil }
      return kind
    }
  }

  /// Takes the longest anchor name that stands here.
  mutating func anchorName() -> String? {
    for anchor in anchors where take(name: anchor.folded) { return anchor.name }
    return nil
  }

  /// `活动结束后`, `活动结束当天`, `活动结束后2小时`, `after the event`.
  ///
  /// `活动结束当天` is the end of the event as well, not day 0: of an event that lasts three days it is the third, and on
  /// a timeline it belongs after the clocks of its day (spec/format.md 9).
  private static func eventEnd(_ scanner: inout PhraseScanner) -> Moment.Kind? {
    if scanner.takeWords("after") {
      return scanner.takeEnglishEvent() ? .anchor(name: "活动结束", minutes: 0, eventEnd: true) : nil
    }
    guard let name = scanner.eventName() else { return nil }
    scanner.skipBlank()
    guard scanner.take("结束") else { return nil }
    if scanner.take(anyOf: ["当天", "当日"]) { return .anchor(name: name + "结束", minutes: 0, eventEnd: true) }
    guard scanner.take(anyOf: ["之后", "以后", "后"]) else { return nil }
    let minutes = scanner.minutes() ?? 0
    return .anchor(name: name + "结束", minutes: minutes, eventEnd: true)
  }

  /// `关门前10分钟`, `关门10分钟前`, `关门后`, `关门时`, `关门`.
  private static func chineseAnchor(_ scanner: inout PhraseScanner) -> Moment.Kind? {
    guard let name = scanner.anchorName() else { return nil }
    if let minutes = scanner.signedMinutes() { return .anchor(name: name, minutes: minutes, eventEnd: false) }
    _ = scanner.take(anyOf: ["之后", "以后", "后", "时"])
    return .anchor(name: name, minutes: 0, eventEnd: false)
  }

  /// Takes `前10分钟` or `10分钟前`.
  private mutating func signedMinutes() -> Int? {
    attempt { scanner in
      scanner.skipBlank()
      if let sign = scanner.beforeOrAfter() { return scanner.minutes().map { sign * $0 } }
      guard let minutes = scanner.minutes() else { return nil }
      scanner.skipBlank()
      return scanner.beforeOrAfter().map { $0 * minutes }
    }
  }

  private mutating func minutes() -> Int? {
    attempt { scanner in
      scanner.skipBlank()
      return scanner.length()?.minutes
    }
  }

  /// `10 min before closing`, `half an hour after the opening`, `at closing`.
  private static func englishAnchor(_ scanner: inout PhraseScanner) -> Moment.Kind? {
    let isBare = scanner.takeWords(anyOf: ["at", "after"])
    guard let minutes = isBare ? 0 : scanner.englishMinutes() else { return nil }
    scanner.skipBlank()
    if scanner.takeWords("the") { scanner.skipBlank() }
    return scanner.anchorName().map { .anchor(name: $0, minutes: minutes, eventEnd: false) }
  }

  /// Takes `10 min before`.
  private mutating func englishMinutes() -> Int? {
    attempt { scanner in
      guard let minutes = scanner.minutes() else { return nil }
      scanner.skipBlank()
      if scanner.takeWords("before") { return -minutes }
      return scanner.takeWords("after") ? minutes : nil
    }
  }

  /// `打烊前10分钟` where no anchor 打烊 is named: the anchor, so that an event may still name it, or a finding say that
  /// nobody did. Only hours and minutes count here; days before something are prose.
  mutating func unknownAnchor() -> (kind: Moment.Kind, name: Range<Int>)? {
    chineseUnknown() ?? englishUnknown()
  }

  private mutating func chineseUnknown() -> (kind: Moment.Kind, name: Range<Int>)? {
    attempt { scanner in
      let start = scanner.index
      // The name runs to the first 前 or 后; two to eight Han characters, and none of the words that end in 前 or 后.
      while Self.isHan(scanner.peek()), scanner.peek() != 0x524D, scanner.peek() != 0x540E { scanner.index += 1 }
      var end = scanner.index
      if end > start, [0x4E4B, 0x4EE5].contains(scanner.scalars[end - 1]) { end -= 1 }
      guard (2...8).contains(end - start), !Self.endsInAdverb(scanner.scalars[start..<end]) else { return nil }
      guard let sign = scanner.beforeOrAfter() else { return nil }
      return scanner.unknown(start..<end, sign)
    }
  }

  private mutating func unknown(_ name: Range<Int>, _ sign: Int) -> (kind: Moment.Kind, name: Range<Int>)? {
    skipBlank()
    guard let length = length(), [.minute, .hour].contains(length.unit), let minutes = length.minutes, closes() else {
      return nil
    }
    return (.anchor(name: text(name), minutes: sign * minutes, eventEnd: false), name)
  }

  /// 每天…前 is a repetition; 提前, 最后, 然后, 随后, 此后, 今后, 其后, 先后 are no anchors.
  private static func endsInAdverb(_ name: Lent<UInt32>) -> Bool {
    let adverbs: [UInt32] = [0x63D0, 0x6700, 0x7136, 0x968F, 0x6B64, 0x4ECA, 0x5176, 0x5148]
    return name.first == 0x6BCF || name.last.map(adverbs.contains) ?? true
  }

  private mutating func englishUnknown() -> (kind: Moment.Kind, name: Range<Int>)? {
    attempt { scanner in
      guard let minutes = scanner.englishMinutes(), abs(minutes) < 1440 else { return nil }
      scanner.skipBlank()
      if scanner.takeWords("the") { scanner.skipBlank() }
      let start = scanner.index
      guard scanner.word() != nil, !Self.isWord(scanner.peek()) else { return nil }
      let name = start..<scanner.index
      guard !scanner.proseFollows, scanner.closes() else { return nil }
      return (.anchor(name: scanner.text(name), minutes: minutes, eventEnd: false), name)
    }
  }
}
