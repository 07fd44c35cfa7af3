import Diagnostics
import Markdown

/// A comment `<!-- handrail-ignore rule: reason -->`, which asks to overlook what one rule finds at one place.
///
/// On a line of its own it stands for the next block with everything in it: of a list for the first item, of a heading
/// for all that stands under it. At the end of a line it stands for that line. Before the first heading it stands for
/// the whole file.
struct Ignore: Sendable {
  /// The file.
  let path: String
  /// The comment.
  let range: SourceRange
  /// The bytes in which findings are overlooked.
  let covers: Range<Int>
  /// The rule; nil when there is none of that name.
  let rule: RuleName?
  /// The rule as it was written.
  let written: String
  /// Why.
  let reason: String

  /// Whether it does what it asks for.
  var isSound: Bool { rule.map { !Rule.named($0).isFirm } ?? false && !reason.isEmpty }

  /// Reads what stands between `<!-- handrail-ignore` and `-->`.
  init(_ text: String, path: String, range: SourceRange, covers: Range<Int>) {
    let colon = text.firstIndex { $0 == ":" || $0 == "：" }
    written = Self.trimmed(colon.map { text[..<$0] } ?? text[...])
    reason = Self.trimmed(colon.map { text[text.index(after: $0)...] } ?? "")
    rule = RuleName(rawValue: written)
    self.path = path
    self.range = range
    self.covers = covers
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// What is wrong with a comment that overlooks nothing.
  var finding: Diagnostic {
    let near = EditDistance.nearest(written, among: RuleName.allCases.map(\.rawValue))
    let (message, help): (Localized, Localized)
    if rule == nil {
      message = Localized(
        zh: "没有规则“\(written)”，这条注释不起作用", en: "there is no rule “\(written)”; this comment does nothing")
      help =
        near.map { Localized(zh: "改为“\($0)”", en: "write “\($0)”") }
        ?? Localized(
          zh: "写成 <!-- handrail-ignore 规则名: 理由 -->", en: "write <!-- handrail-ignore rule: reason -->")
    } else if reason.isEmpty {
      message = Localized(
        zh: "没有写理由，这条注释不起作用", en: "no reason is given, so this comment does nothing")
      help = Localized(
        zh: "写成 <!-- handrail-ignore \(written): 理由 -->", en: "write <!-- handrail-ignore \(written): reason -->")
    } else if !isSound {
      message = Localized(
        zh: "规则 \(written) 保证网页能正确发布，不能忽略", en: "the rule \(written) keeps the site sound and cannot be ignored")
      help = Localized(zh: "改正问题，删除这条注释", en: "mend the problem and delete this comment")
    } else {
      message = Localized(
        zh: "这里没有 \(written) 的问题，这条注释多余", en: "\(written) finds nothing here; this comment is of no use")
      help = Localized(zh: "删除这条注释", en: "delete this comment")
    }
    return Diagnostic(.warning, .ignoreInvalid, path: path, range: range, message: message, help: help)
  }
}

/// All comments of a handbook, and which of them were of use.
struct IgnoreTable {
  private var byPath: [String: [Ignore]] = [:]
  private var used: Set<SourcePlace> = []
  private let ignores: [Ignore]

  private struct SourcePlace: Hashable {
    let path: String
    let range: SourceRange
  }

  init(_ ignores: [Ignore]) {
    self.ignores = ignores
    for ignore in ignores where ignore.isSound { byPath[ignore.path, default: []].append(ignore) }
  }

  /// Whether a comment asks to overlook a finding; every comment that does counts as of use.
  mutating func overlooks(_ finding: Diagnostic) -> Bool {
    guard let ignores = byPath[finding.path] else { return false }
    var isOverlooked = false
    for ignore in ignores where ignore.rule == finding.rule && ignore.covers.contains(Int(finding.range.start)) {
      used.insert(SourcePlace(path: ignore.path, range: ignore.range))
      isOverlooked = true
    }
    return isOverlooked
  }

  /// The comments that overlooked nothing, in their order.
  var idle: [Ignore] { ignores.filter { !used.contains(SourcePlace(path: $0.path, range: $0.range)) } }
}
