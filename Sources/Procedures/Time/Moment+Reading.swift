extension Moment {
  /// Reads a time phrase at the start of a step, stage heading or box.
  ///
  /// A phrase ends at a blank, at punctuation, at bold or at the end of the bytes, so that prose is never taken for a
  /// time: `每天 清点` has a phrase, `每天清点` and `工作日志` have none. Only a clock may run on into Han characters, unless
  /// they change what it says: `08:20打卡` but not `08:20前`. Where `problem` says that the phrase is impossible, the
  /// moment is unread and still counts as the step's time phrase.
  /// - Parameters:
  ///   - bytes: the text of the step, or the part of it before bold; its end counts as an end of the phrase.
  ///   - anchors: the anchors of the document.
  /// - Returns: the phrase, or nil where the text starts with none; ranges and length count from the slice's start.
  /// - Complexity: constant, but for the blanks before and within the phrase: only its first 160 characters are read.
  package static func leading(in bytes: ArraySlice<UInt8>, anchors: AnchorTable) -> Reading? {
    bytes.withUnsafeBufferPointer { leading(in: Bytes($0), anchors: anchors) }
  }

  /// The same of bytes that are lent.
  static func leading(in bytes: Bytes, anchors: AnchorTable) -> Reading? {
    PhraseScanner.lend(bytes, context: .start, anchors: anchors) { scanner in
      guard let (kind, problem) = scanner.outcome() else { return nil }
      let text = scanner.text(0..<scanner.index)
      return Reading(moment: Moment(kind, text: text), length: scanner.end(of: scanner.index - 1), problem: problem)
    }
  }

  /// Reads the whole value of a time field.
  ///
  /// A value that cannot be read is `unread` without a problem; the caller may say so (time-unparsed, info). What is
  /// read need not fit the field: see `Moment.field`.
  /// - Parameters:
  ///   - bytes: the value, blanks around it do not count.
  ///   - field: which field it is; a bare length is a deadline in 期限 and a limit in 限时.
  ///   - anchors: the anchors of the document.
  /// - Returns: the moment, the length of the slice, and a problem whose range counts from the slice's start.
  /// - Complexity: linear in the bytes; a value of more than 400 characters is unread.
  package static func reading(field bytes: ArraySlice<UInt8>, as field: Field, anchors: AnchorTable) -> Reading {
    bytes.withUnsafeBufferPointer { reading(field: Bytes($0), as: field, anchors: anchors) }
  }

  /// The same of bytes that are lent.
  static func reading(field bytes: Bytes, as field: Field, anchors: AnchorTable) -> Reading {
    let (kind, problem) =
      PhraseScanner.lend(bytes, context: .field(field), anchors: anchors) { $0.outcome() } ?? (.unread, nil)
    return Reading(moment: Moment(kind, text: trimmed(bytes)), length: bytes.count, problem: problem)
  }

  private static func trimmed(_ bytes: Bytes) -> String {
    let scalars = bytes.string.unicodeScalars
    guard let first = scalars.firstIndex(where: { !PhraseScanner.isBlank($0.value) }),
      let last = scalars.lastIndex(where: { !PhraseScanner.isBlank($0.value) })
    else { return "" }
    return String(scalars[first...last])
  }
}

extension PhraseScanner {
  /// Reads the phrase with every reader in turn; the index stands behind what was taken.
  fileprivate mutating func outcome() -> (Moment.Kind, Moment.Problem?)? {
    guard !scalars.isEmpty else { return nil }
    let mayOpen = mayOpenPhrase
    if let kind = mayOpen ? phrase() : attempt({ Self.conditionalDeadline(&$0) }) { return (kind, nil) }
    if let (kind, name) = unknownAnchor() {
      guard case .anchor(let text, _, _) = kind else { return nil }
      return (kind, .anchorMissing(name: text, start(of: name.lowerBound)..<end(of: name.upperBound - 1)))
    }
    if mayOpen, fault == nil { noteImpossibleDate() }
    guard let fault, !fault.isEmpty else { return nil }
    index = fault.upperBound
    return (.unread, .impossible(start(of: fault.lowerBound)..<end(of: fault.upperBound - 1)))
  }

  /// The order matters only where one text has two readings: a day of the event before an anchor of the same name, a
  /// limit (`15分钟以内`) before a deadline.
  private mutating func phrase() -> Moment.Kind? {
    attempt { $0.clockPhrase() } ?? attempt { $0.dayPhrase() } ?? attempt { $0.anchorPhrase() }
      ?? attempt { $0.limitPhrase() } ?? attempt { $0.recurrencePhrase() } ?? attempt { $0.deadlinePhrase() }
  }

  /// Whether the first character can begin any phrase but one that names what it runs from or counts to: no Han
  /// character does, but numerals, 活 会 开 展 不 最 至 半 每 工 当 次, and the first ones of anchors.
  private var mayOpenPhrase: Bool {
    let first = peek()
    guard Self.isHan(first) else { return true }
    switch first {
    case 0x4E24, 0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: return true
    case 0x6D3B, 0x4F1A, 0x5F00, 0x5C55, 0x4E0D, 0x6700, 0x81F3, 0x534A, 0x6BCF, 0x5DE5, 0x5F53, 0x6B21: return true
    default: return anchorStarts.contains(first)
    }
  }

  static func isBlank(_ scalar: UInt32) -> Bool { fold(scalar) == 0x20 }
}
