package import Diagnostics
internal import Markdown

/// `规则`: rules with another severity, and the sections that documents must have.
///
/// `规则: {vague-time: 关闭}`, or `{vague-time: {级别: 错误, 范围: [content/procedures/门店], 因为: …}}`, or a list of such
/// for several folders; `必需章节: {procedure: [适用范围, 步骤]}` beside them.
package struct RuleSettings: Sendable {
  /// What a rule weighs in this handbook.
  package enum Level: String, WordSet {
    case error, warning, info, off

    package var words: (zh: [String], en: [String]) {
      switch self {
      case .error: (["错误"], ["error"])
      case .warning: (["警告"], ["warning"])
      case .info: (["提示"], ["info"])
      case .off: (["关闭"], ["off", "no", "false"])
      }
    }

    /// The severity; nil when the rule is off.
    package var severity: Severity? {
      switch self {
      case .error: .error
      case .warning: .warning
      case .info: .info
      case .off: nil
      }
    }
  }

  /// One change of one rule.
  package struct Change: Sendable {
    /// The rule's name.
    package let rule: Named
    /// Its new weight; nil leaves it as it is.
    package var level: Written<Level>?
    /// The folders or files for which it holds; empty for all.
    package var folders: [Named] = []
    /// Why.
    package var because: Named?

    /// Whether it holds for a file: a folder holds for all below it.
    package func holds(for path: String) -> Bool {
      folders.isEmpty
        || folders.contains { folder in
          let name = folder.text.hasSuffix("/") ? String(folder.text.dropLast()) : folder.text
          return path == name || path.hasPrefix(name + "/") || path.hasPrefix("content/\(name)/")
            || path == "content/\(name)"
        }
    }
  }

  /// The sections that one kind of document must have.
  package struct RequiredSections: Sendable {
    /// The kind.
    package let kind: ArticleKind
    /// The names of the sections.
    package let sections: [Named]
  }

  /// The changes, in order; a later one wins.
  package var changes: [Change] = []
  /// The required sections; a kind that is not listed keeps those of the format.
  package var required: [RequiredSections] = []

  /// No change.
  package init() {}

  private struct Detail: Sendable {
    var level: Written<Level>?
    var folders: [Named] = []
    var because: Named?

    static let fields = FieldTable(
      Detail(),
      [
        Field("级别/severity/level", \.level, FieldReader.word, zh: "错误、警告、提示或关闭。", en: "error, warning, info or off."),
        Field(
          "范围/where", \.folders, FieldReader.names, alike: "文件夹/目录/folder", zh: "只对这些文件夹。",
          en: "The folders for which it holds."),
        Field("因为/because", \.because, FieldReader.text, alike: "原因/理由/reason", zh: "为什么。", en: "Why."),
      ])
  }

  static func read(_ value: Header.Value, _ reader: inout FieldReader) -> RuleSettings {
    var rules = RuleSettings()
    guard case .map(let entries, _) = value else {
      reader.refuseShape(value, accepts: Localized(zh: "{vague-time: 关闭}", en: "{vague-time: off}"))
      return rules
    }
    for entry in entries {
      let key = reader.place(entry.key).named
      if ["必需章节", "required-sections"].contains(key.text) {
        rules.required = sections(entry.value, &reader)
      } else {
        rules.changes += changes(key, entry.value, &reader)
      }
    }
    return rules
  }

  private static func changes(_ rule: Named, _ value: Header.Value, _ reader: inout FieldReader) -> [Change] {
    switch value {
    case .empty: return []
    case .scalar: return [Change(rule: rule, level: FieldReader.word(value, &reader))]
    case .list(let items, _): return items.flatMap { changes(rule, $0, &reader) }
    case .map(let entries, _):
      let detail = reader.nested(entries, Detail.fields)
      return [Change(rule: rule, level: detail.level, folders: detail.folders, because: detail.because)]
    }
  }

  /// `[适用范围, 步骤]` is for procedures; a map names the kinds.
  private static func sections(_ value: Header.Value, _ reader: inout FieldReader) -> [RequiredSections] {
    guard case .map(let entries, _) = value else {
      return [RequiredSections(kind: .procedure, sections: FieldReader.names(value, &reader))]
    }
    return entries.compactMap { entry in
      guard let kind = reader.kind(entry.key) else { return nil }
      return RequiredSections(kind: kind, sections: FieldReader.names(entry.value, &reader))
    }
  }
}
