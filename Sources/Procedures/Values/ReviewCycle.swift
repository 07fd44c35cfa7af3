package import Diagnostics

/// How long a document holds until it is looked at again (spec/format.md 2).
package struct ReviewCycle: Sendable, Hashable, Comparable {
  /// The months, at least 1.
  package let months: Int

  /// A cycle of 1 to 1200 months.
  package init?(months: Int) {
    guard (1...1200).contains(months) else { return nil }
    self.months = months
  }

  /// Reads `12个月`, `1年`, `半年`, `两年`, `12 months`, `1 year`; blanks, widths and case do not count.
  package init?(parsing text: String) {
    if let months = text.withBytes(Self.plainMonths) {
      self.init(months: months)
      return
    }
    let narrow = WidthFolding.narrowed(text).unicodeScalars.filter { !WidthFolding.isBlank($0) }
    let word = String(String.UnicodeScalarView(narrow)).lowercased()
    if word == "半年" {
      self.init(months: 6)
      return
    }
    for (unit, length) in Self.units where word.hasSuffix(unit) {
      guard let count = Self.number(word.dropLast(unit.count)) else { continue }
      self.init(months: count * length)
      return
    }
    return nil
  }

  /// `36个月`, the usual form.
  private static func plainMonths(_ text: Bytes) -> Int? {
    guard text.ends(with: "个月"), (7...10).contains(text.count) else { return nil }
    let digits = text.dropLast(6)
    guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// What is accepted, as help.
  package static let accepted = Localized(zh: "例如 12个月、1年、半年", en: "such as 12 months, 1 year")

  private static let units: [(String, Int)] = [
    ("个月", 1), ("months", 1), ("month", 1), ("年", 12), ("years", 12), ("year", 12), ("个季度", 3), ("季度", 3),
  ]

  /// A count in digits, or in Chinese numerals up to 九十九.
  private static func number(_ text: Substring) -> Int? {
    if let number = WidthFolding.number(text.utf8) { return number }
    let digits: [Character: Int] = [
      "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    guard (1...3).contains(text.count) else { return nil }
    guard let ten = text.firstIndex(of: "十") else { return text.count == 1 ? digits[text[text.startIndex]] : nil }
    let (tens, ones) = (text[..<ten], text[text.index(after: ten)...])
    guard tens.count <= 1, ones.count <= 1 else { return nil }
    guard let high = tens.isEmpty ? 1 : digits[Character(String(tens))] else { return nil }
    guard let low = ones.isEmpty ? 0 : digits[Character(String(ones))] else { return nil }
    return high * 10 + low
  }

  package static func < (a: ReviewCycle, b: ReviewCycle) -> Bool { a.months < b.months }
}
