package import Diagnostics

/// The manual page of a rule for a terminal: what it asks for, why, a bad and a good example, how to overlook it.
package struct ManualPage {
  private let rule: Rule
  private let language: Language
  private let width: Int

  /// Prepares a page.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - language: the language of the page.
  ///   - width: the cells of a line.
  package init(_ rule: Rule, language: Language, width: Int = 80) {
    self.rule = rule
    self.language = language
    self.width = min(max(width, 40), 100)
  }

  /// The page, a line feed at its end.
  package var text: String {
    let head = "\(rule.name) · \(rule.group.title[language]) · \(rule.weight.label[language])"
    let parts = [
      paragraph(head), paragraph(rule.summary[language]), paragraph(rule.advice[language]),
      example(rule.bad, Localized(zh: "这样会报告：", en: "This is reported:")),
      example(rule.good, Localized(zh: "这样就好：", en: "This is not:")), paragraph(rule.silencing[language]),
    ]
    return parts.joined(separator: "\n")
  }

  private func paragraph(_ text: String) -> String {
    Wrapping.lines(text, width: width).map { $0 + "\n" }.joined()
  }

  private func example(_ example: Example, _ head: Localized) -> String {
    var text = head[language] + "\n"
    for (place, piece) in example.shown.enumerated() {
      if place > 0 { text += "\n" }
      if let caption = piece.caption { text += "  \(caption)\n" }
      for line in piece.text.split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? "  |\n" : "  | \(Self.visible(line))\n"
      }
    }
    return text
  }

  /// A line whose invisible characters are spelt out, because a terminal would obey them.
  static func visible(_ line: Substring) -> String {
    var shown = ""
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        shown += "⟨U+\(String(scalar.value, radix: 16, uppercase: true))⟩"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}

extension Rule {
  /// How to overlook it in one place and in the handbook, or that this cannot be.
  var silencing: Localized {
    if isFirm {
      return Localized(
        zh: "这条规则保证网页能正确发布，不能忽略，也不能改级别。",
        en: "This rule keeps the site sound; it cannot be ignored, and its weight cannot be changed.")
    }
    return Localized(
      zh: """
        只忽略一处：<!-- handrail-ignore \(name): 理由 -->
        在 handbook.yml 里改级别：
          规则: {\(name): {级别: 提示, 因为: …}}
        """,
      en: """
        To ignore it in one place: <!-- handrail-ignore \(name): reason -->
        To change its weight in handbook.yml:
          rules: {\(name): {level: info, because: …}}
        """)
  }
}

extension Rule.Weight {
  /// The weight in words.
  var label: Localized {
    switch self {
    case .always(.error): Localized(zh: "错误", en: "error")
    case .always(.warning): Localized(zh: "警告", en: "warning")
    case .always(.info): Localized(zh: "提示", en: "hint")
    case .byStatus: Localized(zh: "草稿中是警告，评审起是错误", en: "a warning in a draft, an error from in-review on")
    case .various(let text): text
    }
  }
}
