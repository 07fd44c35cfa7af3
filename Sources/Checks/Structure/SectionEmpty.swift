import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A heading with nothing under it.
  static let sectionEmpty = Rule(
    .sectionEmpty, .structure, .always(.warning),
    summary: Localized(
      zh: "标题下面要有内容。",
      en: "There is something under every heading."),
    advice: Localized(
      zh: "空的章节让人不知道是没有还是没写完。写上内容；没有就写“无”，或删去标题。流程图和职责由步骤生成，可以空着；表单里的空章节留给填表的人。",
      en:
        "An empty section leaves readers guessing. Write something, “none” at least, or delete the heading. Flow and Responsibilities are generated and may be empty; so may sections of a form, which people fill in."
    ),
    bad: Example(
      sections: ["应急": ""]),
    good: Example(
      sections: ["应急": "- 停电：**保安员** 打开应急灯。"]),
    .document(findEmptySections))

  private static func findEmptySections(_ inspection: inout Inspection) {
    if inspection.article.kind == .form { return }
    for section in inspection.article.sections {
      switch section.kind {
      case .flow, .responsibilities: continue
      default: look(at: [section.heading] + section.blocks, &inspection)
      }
    }
    look(at: inspection.article.preamble, &inspection)
  }

  /// Finds headings that are followed by one of their own level or a higher one, or by nothing.
  private static func look(at blocks: [Block], _ inspection: inout Inspection) {
    let shown = blocks.filter { !isComment($0, inspection) }
    for (place, block) in shown.enumerated() where inspection.view.kind(of: block) == .heading {
      let next = place + 1 < shown.count ? shown[place + 1] : nil
      let level = next.map { inspection.view.level(of: $0) } ?? 1
      if next != nil, level == 0 || level > inspection.view.level(of: block) { continue }
      let title = inspection.title(of: block)
      inspection.report(
        inspection.view.range(of: block),
        Localized(zh: "“\(title)”下面没有内容", en: "there is nothing under “\(title)”"),
        help: Localized(zh: "写上内容；没有就写“无”，或删去标题", en: "write something, “none” at least, or delete the heading"))
    }
  }

  private static func isComment(_ block: Block, _ inspection: Inspection) -> Bool {
    inspection.view.kind(of: block) == .html && inspection.document.bytes(of: block).starts(with: Array("<!--".utf8))
  }
}
