import Diagnostics
import Procedures

extension Rule {
  /// A code that does not fit the pattern of handbook.yml.
  static let codeFormat = Rule(
    .codeFormat, .structure, .always(.warning),
    summary: Localized(
      zh: "编号符合 handbook.yml 的编号规则。",
      en: "Codes fit the pattern of handbook.yml."),
    advice: Localized(
      zh: "编号看得出部门和种类，登记表才好查。照提示里的规则改；规则本身在 handbook.yml 的“编号规则”里，# 代表一位数字，@ 代表一个字母。",
      en:
        "A code that tells department and kind makes the register easy to search. Follow the pattern in the message; patterns stand under 编号规则/codes in handbook.yml: # is a digit, @ a letter."
    ),
    bad: Example(
      files: [
        "content/handbook.yml": """
        名称: 门店手册
        编号规则: {规程: SC-###, 表单: MD-###}

        """
      ]),
    good: Example(
      files: [
        "content/handbook.yml": """
        名称: 门店手册
        编号规则: {规程: MD-###, 表单: MD-###}

        """
      ]),
    .document(findCode))

  private static func findCode(_ inspection: inout Inspection) {
    let article = inspection.article
    guard article.kind.isControlled, !article.entry.isTranslation, let code = article.entry.card.codeField else {
      return
    }
    let patterns = inspection.handbook.settings.codes.filter { $0.kind == nil || $0.kind == article.kind }
    if patterns.isEmpty || patterns.contains(where: { $0.fits(code.text) }) { return }
    let names = patterns.map(\.pattern.text)
    inspection.report(
      code.range,
      Localized(
        zh: "编号 \(code.text) 不符合编号规则", en: "the code \(code.text) does not fit the pattern of codes"),
      help: Localized(
        zh: "写成 \(names.joined(separator: " 或 "))（# 是数字，@ 是字母）",
        en: "write it as \(names.joined(separator: " or ")) (# is a digit, @ a letter)"),
      notes: [
        .init(
          path: "content/handbook.yml", range: patterns[0].pattern.range,
          message: Localized(zh: "编号规则在这里", en: "the pattern stands here"))
      ])
  }
}
