import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A link to another site.
  static let externalLink = Rule(
    .externalLink, .links, .always(.info),
    summary: Localized(
      zh: "列出指向手册以外的链接。",
      en: "Links to other sites are listed."),
    advice: Localized(
      zh: "程序从不访问网络，不知道外部网页还在不在。这一条只是清单：请定期由人打开看一看；重要的内容下载成附件。",
      en:
        "The program never goes online and cannot tell whether a page still exists. This is only a list, for a person to go through now and then; keep a copy of what matters."
    ),
    bad: Example(
      steps: "1. **店员** 查看[天气预报](https://example.com/weather)"),
    good: Example(
      steps: "1. **店员** 查看天气预报"),
    .document(findExternal))

  private static func findExternal(_ inspection: inout Inspection) {
    let inlines = inspection.article.destinations.filter { $0.value == .external }.map(\.key)
    for inline in inlines {
      guard case .link(let destination, _) = inspection.document.kind(of: inline) else { continue }
      let address = String(decoding: destination.prefix(200), as: UTF8.self)
      if !address.lowercased().hasPrefix("http") { continue }
      inspection.report(
        inspection.view.range(of: inline),
        Localized(zh: "外部链接 \(address)", en: "a link to another site: \(address)"),
        help: Localized(zh: "请人工打开确认；重要的内容存成附件", en: "have a person open it; keep a copy of what matters"))
    }
  }
}
