internal import Diagnostics
internal import Markdown

extension Settings {
  /// The keys of handbook.yml, in their usual order (spec/format.md 2).
  package static let fields = FieldTable(Settings(), identity + order + workings)

  private static let identity: [Field<Settings>] = [
    Field("名称/title", \.title, FieldReader.text, alike: "标题/手册名称/name", zh: "手册的名称。", en: "The title of the handbook."),
    Field(
      "单位/organisation/organization", \.organisation, FieldReader.text, alike: "公司/组织/company",
      zh: "手册属于哪个单位。", en: "The organisation that it is of."),
    Field("语言/language", \.writtenLanguage, FieldReader.language, alike: "lang", zh: "zh-CN 或 en。", en: "zh-CN or en."),
    Field(
      "时区/utc-offset", \.writtenOffset, FieldReader.offset, alike: "timezone/time-zone", zh: "固定时差，如 +08:00。",
      en: "The fixed offset from UTC, such as +08:00."),
    Field(
      "网址/url", \.url, FieldReader.address, alike: "地址/link/site", zh: "手册发布的网址，用于二维码和订阅。",
      en: "The address of the published handbook, for QR codes and feeds."),
  ]

  private static let order: [Field<Settings>] = [
    Field(
      "部门/departments", \.departments, FieldReader.departments, alike: "department",
      zh: "部门及其顺序、上级和主管。", en: "The departments, their order, parents and heads."),
    Field(
      "编号规则/codes", \.codes, FieldReader.codePatterns, alike: "编号/code", zh: "各类文件的编号样式，如 SC-###。",
      en: "The form of codes per kind, such as SC-###."),
    Field(
      "复审周期/review", \.review, ReviewSetting.read, alike: "复审", zh: "默认的复审周期，也是上限。",
      en: "The usual review cycle, and the longest one."),
    Field(
      "密级/audiences", \.audiences, FieldReader.names, alike: "audience", zh: "从最公开到最保密。",
      en: "From the most open to the most closed."),
    Field(
      "默认密级/default-audience", \.defaultAudience, FieldReader.text, zh: "没有写密级的文件用它。",
      en: "The audience of documents that name none."),
    Field("假日/holidays", \.holidays, FieldReader.spanList, alike: "节假日/holiday", zh: "放假的日子。", en: "Days off."),
    Field(
      "调休/workdays", \.workdays, FieldReader.spanList, alike: "补班/工作日/workday", zh: "要上班的周末。",
      en: "Weekend days that are working days."),
  ]

  private static let workings: [Field<Settings>] = [
    Field(
      "规则/rules", \.rules, RuleSettings.read, alike: "检查/rule/checks", zh: "改变检查规则的级别，列出必需章节。",
      en: "Other severities, and required sections."),
    Field(
      "发布/publish", \.publish, FieldReader.nested(PublishSettings.fields), zh: "怎样发布。", en: "How the site is published."
    ),
    Field("打印/print", \.print, FieldReader.nested(PrintSettings.fields), zh: "怎样打印。", en: "How sheets are printed."),
    Field(
      "外观/theme", \.theme, FieldReader.nested(ThemeSettings.fields), alike: "主题/样式/style", zh: "颜色、标志、页脚。",
      en: "Colours, logo, footer."),
    Field(
      "版本库/git", \.git, FieldReader.text, alike: "repository", zh: "是否也从 git 读取版本。",
      en: "Whether versions are read from git as well."),
  ]
}

extension FieldReader {
  static func language(_ value: Header.Value, _ reader: inout FieldReader) -> Written<Language>? {
    parse(
      value, &reader,
      { ["中文", "汉语", "简体中文"].contains($0) ? .chinese : $0 == "英文" ? .english : Language(tag: $0) },
      accepts: Localized(zh: "zh-CN、en", en: "zh-CN, en"))
  }

  /// `+08:00` as minutes east of UTC.
  static func offset(_ value: Header.Value, _ reader: inout FieldReader) -> Written<Int>? {
    parse(
      value, &reader,
      { text in
        let narrow = WidthFolding.narrowed(text)
        if ["Z", "UTC"].contains(narrow.uppercased()) { return 0 }
        guard let sign = narrow.first, "+-−".contains(sign), let clock = Clock(parsing: String(narrow.dropFirst()))
        else {
          return nil
        }
        return clock.minutes > 840 ? nil : sign == "+" ? clock.minutes : -clock.minutes
      }, accepts: Localized(zh: "例如 +08:00", en: "such as +08:00"))
  }

  /// The address of the site: http or https, without blanks and quotes.
  static func address(_ value: Header.Value, _ reader: inout FieldReader) -> Named? {
    let isAddress = { (text: String) -> Bool? in
      let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
      let isClean = text.unicodeScalars.allSatisfy { $0.value > 0x20 && !"\"'<>\\^`{|}".unicodeScalars.contains($0) }
      return isWeb && isClean && text.utf8.count <= 2000 ? true : nil
    }
    let accepts = Localized(zh: "以 https:// 开头的网址", en: "an address that begins with https://")
    return parse(value, &reader, isAddress, accepts: accepts).map { Named(text: $0.text, range: $0.range) }
  }

  /// `#RGB` or `#RRGGBB`.
  static func colour(_ value: Header.Value, _ reader: inout FieldReader) -> Written<String>? {
    parse(
      value, &reader,
      { text in
        let bytes = Array(text.utf8)
        let isHex = bytes.dropFirst().allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
        }
        return bytes.first == 0x23 && (bytes.count == 4 || bytes.count == 7) && isHex ? text.lowercased() : nil
      }, accepts: Localized(zh: "\"#1a5fb4\"（要加引号）", en: "\"#1a5fb4\", in quotes"))
  }

  /// One word out of a closed set.
  static func word<Value: WordSet>(_ value: Header.Value, _ reader: inout FieldReader) -> Written<Value>? {
    chosen(value, &reader)
  }

  /// The kind of document that a key names, in either language.
  mutating func kind(_ key: Header.Scalar) -> ArticleKind? {
    let text = WidthFolding.trimmed(key.text).lowercased()
    for kind in ArticleKind.allCases where kind.settingNames.contains(text) { return kind }
    refuse(
      key.text, key.range,
      accepts: Localized(
        zh: ArticleKind.allCases.compactMap(\.settingNames.first).joined(separator: "、"),
        en: ArticleKind.allCases.map(\.rawValue).joined(separator: ", ")))
    return nil
  }

  /// `SC-###` for all kinds, or a map or list of kinds with their patterns; a kind may have several.
  static func codePatterns(_ value: Header.Value, _ reader: inout FieldReader) -> [Settings.CodePattern] {
    guard case .map(let entries, _) = value else {
      return names(value, &reader).map { Settings.CodePattern(kind: nil, pattern: $0) }
    }
    return entries.flatMap { entry -> [Settings.CodePattern] in
      guard let kind = reader.kind(entry.key) else { return [] }
      return names(entry.value, &reader).map { Settings.CodePattern(kind: kind, pattern: $0) }
    }
  }
}

extension ArticleKind {
  /// The names of the kind in handbook.yml.
  fileprivate var settingNames: [String] {
    switch self {
    case .procedure: ["规程", "流程", "procedure", "procedures"]
    case .policy: ["制度", "policy", "policies"]
    case .role: ["岗位", "role", "roles"]
    case .department: ["部门", "department", "departments"]
    case .form: ["表单", "记录", "form", "forms"]
    case .event: ["活动", "event", "events"]
    }
  }
}
