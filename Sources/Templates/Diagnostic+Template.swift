internal import Diagnostics

/// The rule under which every mistake in a template is reported (spec/checks.md).
private let ruleName = RuleName.templateInvalid

extension Diagnostic {
  /// An error in a template.
  static func template(
    _ path: String, _ range: Range<Int>, zh: String, en: String, help: Localized? = nil, notes: [Note] = []
  ) -> Diagnostic {
    Diagnostic(
      .error, ruleName, path: path, range: SourceRange(range.lowerBound, range.upperBound),
      message: Localized(zh: zh, en: en), notes: notes, help: help)
  }
}

extension Localized {
  /// The help that names the nearest of the possible names, or lists the first of them when none is near.
  ///
  /// - Returns: nil when there are no possible names.
  static func nearest(to name: String, among names: [String]) -> Localized? {
    if let near = nearestName(to: name, among: names) {
      return Localized(zh: "是不是“\(near)”？", en: "did you mean “\(near)”?")
    }
    if names.isEmpty { return nil }
    let more = names.count > 12
    let shown = names.prefix(12)
    return Localized(
      zh: "可用的名称：" + shown.joined(separator: "、") + (more ? "……" : ""),
      en: "known names: " + shown.joined(separator: ", ") + (more ? ", …" : ""))
  }
}

extension Sequence<UInt8> {
  /// The bytes as text for a message.
  var shown: String { String(decoding: Array(self), as: UTF8.self) }
}
