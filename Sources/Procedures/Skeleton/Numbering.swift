internal import Diagnostics

/// Finds the next free code of a kind of document.
struct Numbering {
  /// A form of codes: `#` is a digit, `@` a letter, anything else itself.
  private let pattern: String

  /// The patterns that handbook.yml has for a kind, else those that its codes show, else a plain one.
  ///
  /// - Parameters:
  ///   - kind: the kind.
  ///   - department: whose codes show which of several patterns is meant.
  static func pattern(_ kind: ArticleKind, department: String?, in handbook: Handbook) -> Numbering {
    let documents = handbook.articles.filter { $0.kind == kind && !$0.entry.isTranslation }
    let own = documents.filter { department != nil && $0.entry.card.departmentField?.text == department }
    let given = handbook.settings.codes.filter { $0.kind == kind || $0.kind == nil }
    if !given.isEmpty {
      let counts = given.map { pattern in own.count { $0.code.map { pattern.fits($0) } ?? false } }
      let best = counts.indices.max { counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1) } ?? 0
      return Numbering(pattern: given[best].pattern.text)
    }
    let shown = (own + documents).compactMap(\.code).compactMap(shape)
    return Numbering(pattern: mostFrequent(shown) ?? usual(kind))
  }

  /// A code with its last digits as `#`; nil for one that ends in no digit.
  private static func shape(_ code: String) -> String? {
    let digits = code.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    guard digits > 0 else { return nil }
    return String(code.dropLast(digits)) + String(repeating: "#", count: digits)
  }

  private static func mostFrequent(_ texts: [String]) -> String? {
    var counts: [(text: String, count: Int)] = []
    for text in texts.prefix(2000) {
      if let index = counts.firstIndex(where: { $0.text == text }) {
        counts[index].count += 1
      } else {
        counts.append((text, 1))
      }
    }
    // Of several equally frequent ones the first, which is the department's own.
    return counts.reduce(nil as (text: String, count: Int)?) { best, next in
      best.map { $0.count >= next.count } ?? false ? best : next
    }?.text
  }

  private static func usual(_ kind: ArticleKind) -> String {
    switch kind {
    case .procedure: "SOP-###"
    case .policy: "POL-###"
    case .form: "FORM-###"
    case .role, .department, .event: "X-###"
    }
  }

  /// The code after the highest one that was ever used: what was given up is not given to something else.
  ///
  /// - Parameter used: all codes, former and issued ones too.
  /// - Returns: nil when the pattern has no number left.
  func next(after used: [String]) -> String? {
    let signs = Array(pattern.utf8)
    let width = signs.count { $0 == 0x23 }
    let fitting = Settings.CodePattern(kind: nil, pattern: Named(text: pattern, range: .start))
    let taken = used.filter { fitting.fits($0) }
    let highest = taken.max { Self.digits(of: $0, signs) < Self.digits(of: $1, signs) }
    let last = highest.flatMap { Int(Self.digits(of: $0, signs)) } ?? 0
    guard width > 0, width <= 9 else { return nil }
    let number = String(last + 1)
    guard number.utf8.count <= width else { return nil }
    var digits = Array((String(repeating: "0", count: width - number.utf8.count) + number).utf8)[...]
    let letters = highest.map { Array($0.utf8) }
    let bytes = signs.enumerated().map { index, sign in
      switch sign {
      case 0x23: digits.popFirst() ?? 0x30
      case 0x40: letters?[index] ?? 0x41
      default: sign
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The digits of a code that stand at the `#` of a pattern.
  private static func digits(of code: String, _ signs: [UInt8]) -> String {
    String(decoding: zip(signs, code.utf8).filter { $0.0 == 0x23 }.map(\.1), as: UTF8.self)
  }
}
