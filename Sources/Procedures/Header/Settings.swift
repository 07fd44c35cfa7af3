package import Diagnostics
internal import Markdown

/// The settings of handbook.yml (spec/format.md 2); all are optional and have a default here.
package struct Settings: Sendable {
  /// A department that handbook.yml lists.
  package struct ConfiguredDepartment: Sendable, Hashable {
    /// Its name.
    package var name: Named
    /// The department above it.
    package var parent: Named?
    /// The role at its head.
    package var head: Named?
  }

  /// The form that the codes of one kind of document have, such as `SC-###`.
  package struct CodePattern: Sendable, Hashable {
    /// The kind; nil for every kind.
    package let kind: ArticleKind?
    /// The pattern: `#` is a digit, `@` a letter, anything else itself.
    package let pattern: Named

    /// Whether a code fits. Linear.
    package func fits(_ code: String) -> Bool {
      let (pattern, code) = (Array(pattern.text.utf8), Array(code.utf8))
      guard pattern.count == code.count else { return false }
      return zip(pattern, code).allSatisfy { sign, byte in
        switch sign {
        case 0x23: (0x30...0x39).contains(byte)
        case 0x40: (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        default: sign == byte
        }
      }
    }
  }

  /// The title of the handbook.
  package var title: Named?
  /// The organisation that it is of.
  package var organisation: Named?
  /// The language as written; `language` has the value.
  package var writtenLanguage: Written<Language>?
  /// The fixed offset as written; `utcOffset` has the value.
  package var writtenOffset: Written<Int>?
  /// The address under which the handbook is published.
  package var url: Named?
  /// The departments in their order; when given, another one is an error.
  package var departments: [ConfiguredDepartment] = []
  /// The forms of codes, per kind.
  package var codes: [CodePattern] = []
  /// The review cycle of documents that name none, and the longest one allowed.
  package var review = ReviewSetting()
  /// The audiences, from the most open to the most closed.
  package var audiences: [Named] = []
  /// The audience of a document that names none.
  package var defaultAudience: Named?
  /// Days off.
  package var holidays: [Written<DaySpan>] = []
  /// Saturdays and Sundays that are working days.
  package var workdays: [Written<DaySpan>] = []
  /// Changed rules and required sections.
  package var rules = RuleSettings()
  /// How the site is published.
  package var publish = PublishSettings()
  /// How sheets are printed.
  package var print = PrintSettings()
  /// How pages look.
  package var theme = ThemeSettings()
  /// Whether, or from which folder, versions are read from git as well; as written.
  package var git: Named?

  /// The settings of a handbook without handbook.yml.
  package init() {}

  /// The handbook's language; Chinese where none is given.
  package var language: Language { writtenLanguage?.value ?? .chinese }
  /// The minutes east of UTC; 480 (`+08:00`) where none is given.
  package var utcOffset: Int { writtenOffset?.value ?? 480 }

  /// Reads handbook.yml.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - diagnostics: receives the findings about it.
  package init(parsing file: SourceFile, diagnostics: inout [Diagnostic]) {
    let header = Header(parsingWhole: file, diagnostics: &diagnostics)
    let (settings, findings) = decode(header, as: Settings.fields, kind: nil, file: file)
    diagnostics += findings
    self = settings
  }

  /// How closed an audience is, 0 for the most open; nil when handbook.yml does not list it.
  package func rank(ofAudience name: String) -> Int? { audiences.firstIndex { $0.text == name } }

  /// Whether a day is a working day: Monday to Friday, less holidays, plus exchanged days.
  package func isWorkday(_ day: Day) -> Bool {
    if workdays.contains(where: { $0.value.contains(day) }) { return true }
    return day.weekday <= 5 && !holidays.contains { $0.value.contains(day) }
  }
}

/// `复审周期`: one value is both the default and the bound; with keys of its own they may differ.
package struct ReviewSetting: Sendable {
  /// The cycle of documents that name none.
  package var usual: Written<ReviewCycle>?
  /// The longest cycle that a document may name.
  package var limit: Written<ReviewCycle>?

  static let fields = FieldTable(
    ReviewSetting(),
    [
      Field(
        "默认/default", \.usual, FieldReader.cycle, zh: "没有写复审周期的文件用它。", en: "The cycle of documents that name none."),
      Field("上限/limit", \.limit, FieldReader.cycle, alike: "最长/max/maximum", zh: "最长的周期。", en: "The longest cycle."),
    ])

  static func read(_ value: Header.Value, _ reader: inout FieldReader) -> ReviewSetting {
    if case .map(let entries, _) = value { return reader.nested(entries, fields) }
    let cycle = FieldReader.cycle(value, &reader)
    return ReviewSetting(usual: cycle, limit: cycle)
  }
}

/// `发布`.
package struct PublishSettings: Sendable {
  /// The limit as written.
  package var writtenLimit: Written<Int>?
  /// Up to how many versions every pair of them is compared; more are compared with their neighbours and the current one.
  package var compareLimit: Int { writtenLimit?.value ?? 6 }

  static let fields = FieldTable(
    PublishSettings(),
    [
      Field(
        "比较上限/compare-limit", \.writtenLimit, FieldReader.count, zh: "多少个版本以内两两比较，默认 6。",
        en: "Up to how many versions all pairs are compared; 6 unless given.")
    ])
}

/// `打印`.
package struct PrintSettings: Sendable {
  /// A set of rules for type and layout.
  package enum Profile: String, WordSet {
    case standard, official, large

    package var words: (zh: [String], en: [String]) {
      switch self {
      case .standard: (["标准"], ["standard"])
      case .official: (["公文"], ["official"])
      case .large: (["大字"], ["large"])
      }
    }
  }

  /// A size of paper.
  package enum Paper: String, WordSet {
    case a4, a5, letter, wall

    package var words: (zh: [String], en: [String]) {
      switch self {
      case .a4: ([], ["a4"])
      case .a5: ([], ["a5"])
      case .letter: ([], ["letter"])
      case .wall: (["挂图", "墙"], ["wall"])
      }
    }
  }

  /// The paper as written; A4 where none is given.
  package var paper: Written<Paper>?
  /// The profile as written; standard where none is given.
  package var profile: Written<Profile>?
  /// The picture in the head of sheets, a path below `content/`.
  package var logo: Named?

  static let fields = FieldTable(
    PrintSettings(),
    [
      Field("纸张/paper", \.paper, FieldReader.word, zh: "A4、A5、Letter 或 wall。", en: "A4, A5, Letter or wall."),
      Field("版式/profile", \.profile, FieldReader.word, zh: "standard、公文或大字。", en: "standard, official or large."),
      Field(
        "标志/logo", \.logo, FieldReader.text, zh: "页眉的图片，content/ 下的路径。",
        en: "The picture in the head, a path below content/."),
    ])
}

/// `外观`.
package struct ThemeSettings: Sendable {
  /// The main colour, `#RRGGBB`.
  package var colour: Written<String>?
  /// The colour of what stands out, `#RRGGBB`.
  package var accent: Written<String>?
  /// The picture in the head of pages, a path below `content/`.
  package var logo: Named?
  /// The text at the foot of pages.
  package var footer: Named?

  static let fields = FieldTable(
    ThemeSettings(),
    [
      Field(
        "颜色/colour/color", \.colour, FieldReader.colour, alike: "主色", zh: "主色，写成 \"#1a5fb4\"。",
        en: "The main colour, such as \"#1a5fb4\"."),
      Field("强调色/accent", \.accent, FieldReader.colour, zh: "强调色。", en: "The colour of what stands out."),
      Field(
        "标志/logo", \.logo, FieldReader.text, zh: "页眉的图片，content/ 下的路径。",
        en: "The picture in the head, a path below content/."),
      Field("页脚/footer", \.footer, FieldReader.text, zh: "页脚的文字。", en: "The text at the foot."),
    ])
}
