package import Diagnostics

/// A value out of a closed set of words, each with its Chinese and English spellings.
package protocol WordSet: CaseIterable, Sendable {
  /// All spellings: the Chinese ones, then the English ones; the first of each is the one that is shown.
  var words: (zh: [String], en: [String]) { get }
}

extension WordSet {
  /// Reads one of the spellings; the case of English words does not count.
  package init?(parsing text: String) {
    let trimmed = WidthFolding.trimmed(text)
    let word = trimmed.utf8.contains { $0 < 0x80 } ? trimmed.lowercased() : trimmed
    let found = Self.allCases.first { value in
      let words = value.words
      return words.zh.contains(word) || words.en.contains(word)
    }
    guard let found else { return nil }
    self = found
  }

  /// The word that is shown.
  package var label: Localized { Localized(zh: words.zh.first ?? "", en: words.en.first ?? "") }

  /// All accepted words, as help.
  package static var accepted: Localized {
    Localized(
      zh: allCases.flatMap { $0.words.zh.prefix(1) + $0.words.en.prefix(1) }.joined(separator: "、"),
      en: allCases.flatMap { $0.words.en.prefix(1) + $0.words.zh.prefix(1) }.joined(separator: ", "))
  }
}

/// The writer's word about the working copy (spec/format.md 2).
package enum Status: String, WordSet, Comparable {
  case draft, inReview = "in-review", approved, effective, withdrawn

  package var words: (zh: [String], en: [String]) {
    switch self {
    case .draft: (["草稿"], ["draft"])
    case .inReview: (["评审", "审核中", "评审中"], ["in-review", "in review", "review"])
    case .approved: (["批准", "已批准"], ["approved"])
    case .effective: (["生效", "现行", "试行", "已生效", "现行有效"], ["effective", "trial"])
    case .withdrawn: (["废止", "作废", "已废止", "已作废"], ["withdrawn"])
    }
  }

  private var rank: Int {
    switch self {
    case .draft: 0
    case .inReview: 1
    case .approved: 2
    case .effective: 3
    case .withdrawn: 4
    }
  }

  package static func < (a: Status, b: Status) -> Bool { a.rank < b.rank }
}

/// How a checklist is used: reading each line before doing it, or doing first and confirming then.
package enum Mode: String, WordSet {
  case readDo = "read-do"
  case doConfirm = "do-confirm"

  package var words: (zh: [String], en: [String]) {
    switch self {
    case .readDo: (["边读边做"], ["read-do", "read and do"])
    case .doConfirm: (["做完确认"], ["do-confirm", "do and confirm"])
    }
  }
}
