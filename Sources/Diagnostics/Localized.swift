/// The languages that Handrail itself speaks.
package enum Language: String, Sendable, CaseIterable {
  /// Chinese, as written on the mainland.
  case chinese = "zh-CN"
  /// English.
  case english = "en"

  /// Reads a language tag or a locale name such as `zh`, `zh_CN.UTF-8`, `en-GB`; anything else is nil.
  package init?(tag: String) {
    let lower = tag.lowercased()
    if lower.hasPrefix("zh") {
      self = .chinese
    } else if lower.hasPrefix("en") {
      self = .english
    } else {
      return nil
    }
  }
}

/// One text of the program in both of its languages.
package struct Localized: Sendable, Hashable {
  /// The Chinese text.
  package let zh: String
  /// The English text.
  package let en: String

  /// Pairs the two texts.
  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in one language.
  package subscript(language: Language) -> String {
    switch language {
    case .chinese: zh
    case .english: en
    }
  }
}
