import Markdown

/// What people type for the number of an item and Markdown does not read: `1、` `1.文字` `①` `第一步` `（一）` `(1)`.
struct FakeMarker {
  /// The forms, the ones that usually stand outermost first; forms of one rank are alike in depth.
  enum Form: Int {
    case ordinal, han, hanParenthesis, comma, dot, half, parenthesis, circle, bullet

    /// How deep it usually stands; an item of a real list is like a comma.
    var rank: Int {
      switch self {
      case .ordinal, .han: 0
      case .hanParenthesis: 1
      case .comma, .dot: 2
      case .half, .parenthesis: 3
      case .circle: 4
      case .bullet: 5
      }
    }

    /// Whether it is also a usual way to number the text of policies, which is no list there.
    var isOfficial: Bool { self == .han || self == .hanParenthesis || self == .ordinal }
  }

  let form: Form
  /// Its number; 0 of a bullet.
  let number: Int
  /// The bytes of the marker, and of the blanks behind it.
  let marker: Range<Int>
  let end: Int
  /// Whether the text behind it begins with a digit, as in `1、2号门`, which may be no item at all.
  let isFollowedByDigit: Bool

  /// Reads a marker at the start of some text.
  ///
  /// - Parameters:
  ///   - file: the whole source.
  ///   - range: the text of one line, without blanks in front but for full-width ones.
  init?(_ file: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var scan = MarkerScan(file, range)
    scan.skipBlanks()
    let start = scan.index
    guard let (form, number) = Self.read(&scan) else { return nil }
    marker = start..<scan.index
    scan.skipBlanks()
    guard scan.index < range.upperBound else { return nil }
    self.form = form
    self.number = number
    end = scan.index
    isFollowedByDigit = scan.isDigit
  }

  private static func read(_ scan: inout MarkerScan) -> (Form, Int)? {
    if let number = scan.circled() { return (.circle, number) }
    if scan.take(["第"]) {
      guard let number = scan.digits() ?? scan.numerals(), scan.take(["步"]) else { return nil }
      return scan.take(["：", ":", "、", "，", "."]) || scan.isBlank ? (.ordinal, number) : nil
    }
    if scan.take(["（", "("]) {
      if let number = scan.digits() { return scan.take(["）", ")"]) ? (.parenthesis, number) : nil }
      guard let number = scan.numerals(), scan.take(["）", ")"]) else { return nil }
      return (.hanParenthesis, number)
    }
    if let number = scan.digits() { return afterDigits(number, &scan) }
    if let number = scan.numerals() { return scan.take(["、"]) ? (.han, number) : nil }
    if scan.take(["•", "●", "◆", "■", "·", "▪"]) { return (.bullet, 0) }
    return scan.take(["-"]) && scan.isHan ? (.bullet, 0) : nil
  }

  private static func afterDigits(_ number: Int, _ scan: inout MarkerScan) -> (Form, Int)? {
    if scan.take(["、"]) { return (.comma, number) }
    if scan.take(["）", ")"]) { return (.half, number) }
    // 3.5 is a number, not the fifth item of anything.
    return scan.take([".", "．"]) && !scan.isDigit ? (.dot, number) : nil
  }
}

/// Takes signs off the front of a line.
private struct MarkerScan {
  let file: UnsafeBufferPointer<UInt8>
  let end: Int
  var index: Int

  init(_ file: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.file = file
    end = min(range.upperBound, file.count)
    index = range.lowerBound
  }

  private func starts(with sign: StaticString) -> Bool {
    guard index + sign.utf8CodeUnitCount <= end else { return false }
    return (0..<sign.utf8CodeUnitCount).allSatisfy { file[index + $0] == sign.utf8Start[$0] }
  }

  mutating func take(_ signs: [StaticString]) -> Bool {
    guard let sign = signs.first(where: { starts(with: $0) }) else { return false }
    index += sign.utf8CodeUnitCount
    return true
  }

  mutating func skipBlanks() { while take([" ", "\t", "\u{3000}", "\u{A0}"]) {} }

  var isBlank: Bool {
    index >= end || [0x20, 0x09].contains(file[index]) || starts(with: "\u{3000}") || starts(with: "\u{A0}")
  }

  var isDigit: Bool { fullWidthDigit != nil || (index < end && file[index] >= 0x30 && file[index] <= 0x39) }

  /// Whether a Han character follows (U+4E00 to U+9FFF).
  var isHan: Bool { index < end && file[index] >= 0xE4 && file[index] <= 0xE9 }

  private var fullWidthDigit: Int? {
    guard index + 3 <= end, file[index] == 0xEF, file[index + 1] == 0xBC, (0x90...0x99).contains(file[index + 2]) else {
      return nil
    }
    return Int(file[index + 2]) - 0x90
  }

  /// One to three digits of either width.
  mutating func digits() -> Int? {
    var value = 0
    var count = 0
    while count < 4, isDigit {
      let wide = fullWidthDigit
      value = value * 10 + (wide ?? Int(file[index]) - 0x30)
      index += wide == nil ? 1 : 3
      count += 1
    }
    return (1...3).contains(count) ? value : nil
  }

  private static let han: [(StaticString, Int)] = [
    ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8), ("九", 9),
  ]

  private mutating func hanDigit() -> Int? {
    guard let found = Self.han.first(where: { starts(with: $0.0) }) else { return nil }
    index += found.0.utf8CodeUnitCount
    return found.1
  }

  /// 一 to 九十九.
  mutating func numerals() -> Int? {
    let first = hanDigit()
    guard take(["十"]) else { return first }
    return (first ?? 1) * 10 + (hanDigit() ?? 0)
  }

  /// ① to ⑳, ⑴ to ⒇, ⒈ to ⒛ (U+2460 to U+249B).
  mutating func circled() -> Int? {
    guard index + 3 <= end, file[index] == 0xE2, file[index + 1] == 0x91 || file[index + 1] == 0x92 else { return nil }
    let code = 0x2440 + (Int(file[index + 1]) - 0x91) * 0x40 + Int(file[index + 2]) - 0x80
    guard (0x2460...0x249B).contains(code) else { return nil }
    index += 3
    _ = take(["、", "．", "."])
    return (code - 0x2460) % 20 + 1
  }
}
