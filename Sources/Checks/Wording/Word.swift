/// A word that wording rules look for, with the reason why it is on the list and the neighbours with which it means
/// something else. Lists of words are data; what is done about them is in the rules.
struct Word: Sendable {
  /// The rules that look for words.
  enum Kind: UInt8, Sendable {
    case vagueTime, vagueRhythm, vagueExtent, openList, modal, passive, doubleNegative, variant, mixedVariant
  }

  /// The rule that asks for it.
  let kind: Kind
  /// The word; Latin ones in small letters, found in letters of any case and only as whole words.
  let text: String
  /// Why it is on the list: for whoever edits the list, and for the message where it names the way out.
  let why: String
  /// What it is replaced by, where one word is right everywhere.
  let instead: String?
  /// It does not count behind one of these.
  let notAfter: [String]
  /// It does not count before one of these.
  let notBefore: [String]
  /// It counts only before one of these; anywhere when there are none.
  let onlyBefore: [String]
  /// It counts only when one of these stands in the same clause, at most eight Han characters before it.
  let onlyNear: [String]

  /// Lists a word.
  init(
    _ kind: Kind, _ text: String, why: String, instead: String? = nil, notAfter: [String] = [],
    notBefore: [String] = [], onlyBefore: [String] = [],
    onlyNear: [String] = []
  ) {
    self.kind = kind
    self.text = text
    self.why = why
    self.instead = instead
    self.notAfter = notAfter
    self.notBefore = notBefore
    self.onlyBefore = onlyBefore
    self.onlyNear = onlyNear
  }
}

extension Word {
  /// Whether the word means what the list says between its neighbours.
  func counts(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    !bytes.holdsAny(notAfter, endingAt: range.lowerBound)
      && !bytes.holdsAny(notBefore, at: range.upperBound)
      && (onlyBefore.isEmpty || bytes.holdsAny(onlyBefore, at: range.upperBound))
      && (onlyNear.isEmpty || isNear(bytes, range.lowerBound))
  }

  private func isNear(_ bytes: [UInt8], _ index: Int) -> Bool {
    var start = index
    while start > 0, index - start < 24 {
      if bytes.holdsAny(onlyNear, endingAt: start) { return true }
      if bytes.holdsAny(["，", "。", "；", ",", ";", "\n"], endingAt: start) { return false }
      start -= 1
    }
    return false
  }
}

extension [UInt8] {
  /// Whether a text stands at an index; false where it would not fit.
  func holds(_ text: String, at index: Int) -> Bool {
    var text = text
    return text.withUTF8 { other in
      guard index >= 0, index <= count, other.count <= count - index else { return false }
      for offset in other.indices where self[index + offset] != other[offset] { return false }
      return true
    }
  }

  /// Whether a text ends before an index.
  func holds(_ text: String, endingAt index: Int) -> Bool { holds(text, at: index - text.utf8.count) }

  /// Whether any of these texts stands at an index.
  func holdsAny(_ texts: [String], at index: Int) -> Bool { texts.contains { holds($0, at: index) } }

  /// Whether any of these texts ends before an index.
  func holdsAny(_ texts: [String], endingAt index: Int) -> Bool { texts.contains { holds($0, endingAt: index) } }
}
