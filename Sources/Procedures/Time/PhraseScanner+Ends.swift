/// Where a phrase may end.
///
/// At the start of a step a phrase ends at a blank, at punctuation, at bold (`*`) or at the end of the text, so that
/// prose is never read as a time: `每天清点` and `工作日志` stay text, `每天 清点` does not. Only a clock may be followed by
/// Han characters directly (`08:20打卡`), unless they change what it says (`08:20前`).
extension PhraseScanner {
  /// Whether what was read may end here. In a field only a full stop or semicolon may follow.
  ///
  /// - Parameter runOn: whether Han characters may follow directly.
  func closes(runOn: Bool = false) -> Bool {
    switch context {
    case .field: isAtFieldEnd
    case .start:
      if index == scalars.count {
        isComplete
      } else if rangeGoesOn || isJoined {
        false
      } else {
        isBoundary(index) || (runOn && Self.isHan(peek()) && !Self.changesClock(peek()))
      }
    }
  }

  private var isAtFieldEnd: Bool {
    var rest = self
    rest.skipBlank()
    _ = rest.take(anyOf: ["。", ".", ";"])
    rest.skipBlank()
    return isComplete && rest.index == scalars.count
  }

  /// Whether a range mark and another time follow, as in `T-3 – T-1` or `08:20–关门`: then only half was read.
  var rangeGoesOn: Bool {
    var rest = self
    rest.skipBlank()
    guard rest.rangeMark() else { return false }
    rest.skipBlank()
    if Self.isDigit(rest.peek()) || rest.anchorName() != nil { return true }
    let isLetterDay = rest.peek() == 0x74 || rest.peek() == 0x64
    return isLetterDay && [0x2D, 0x2B, 0x65E5].contains(rest.peek(1))
  }

  /// Whether a word follows that makes one sentence of what was read and the rest.
  private var isJoined: Bool {
    var rest = self
    rest.skipBlank()
    if rest.take(anyOf: ["或", "/"]) { return true }
    return rest.takeWords(anyOf: ["or", "and", "of", "than", "through"])
  }

  /// Whether a lower-case word follows after a blank: in English the sentence then goes on (`3 days before the audit`),
  /// where a capital begins the action (`3 days before Send invitations`).
  var proseFollows: Bool {
    guard context == .start, peek() == 0x20, Self.isLetter(peek(1)) else { return false }
    return !isCapital(index + 1)
  }

  private func isBoundary(_ place: Int) -> Bool {
    let next = place + 1 < scalars.count ? scalars[place + 1] : 0x20
    switch scalars[place] {
    // These stand inside words and numbers as well: they end a phrase only before a blank.
    case 0x2D, 0x2E: return next == 0x20
    case 0x20...0x22, 0x28...0x2A, 0x2C, 0x3A...0x3C, 0x3F, 0x40, 0x5B...0x5D, 0x60, 0x7B...0x7D: return true
    case 0xB7, 0x2018...0x201F, 0x2026, 0x2190...0x21FF, 0x25A0...0x27BF: return true
    case 0x3001...0x3004, 0x3008...0x301B, 0x301D...0x301F, 0xFF5F...0xFF65: return true
    default: return false
    }
  }

  /// Han characters that change what a clock before them says: 前 后 之 以 左 起 止 许 分 内 至 个 约.
  private static func changesClock(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x524D, 0x540E, 0x4E4B, 0x4EE5, 0x5DE6, 0x8D77, 0x6B62, 0x8BB8, 0x5206, 0x5185, 0x81F3, 0x4E2A, 0x7EA6: true
    default: false
    }
  }

  /// Takes a range mark: `-` `--` `~` 至 到, or `to` between blanks.
  mutating func rangeMark() -> Bool {
    if take(anyOf: ["--", "-", "~", "至", "到"]) { return true }
    return index > 0 && scalars[index - 1] == 0x20 && takeWords("to")
  }

  /// Remembers that something looks like a time and is none, where it ends like one.
  mutating func note(faultFrom start: Int, runOn: Bool = false) {
    guard fault == nil, closesLoosely(runOn: runOn) else { return }
    fault = start..<index
  }

  private func closesLoosely(runOn: Bool) -> Bool {
    if context != .start || index == scalars.count { return true }
    return isBoundary(index) || Self.isDigit(peek()) || (runOn && Self.isHan(peek()))
  }
}
