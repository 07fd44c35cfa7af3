internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

extension Viewpoint {
  /// The link of a name in running text; nil for an article's mention of itself.
  func link(_ mention: Mention, in id: ArticleID) -> TextLink? {
    let found: (href: String, style: String)
    switch mention.target {
    case .article(let target, version: let version):
      if target == id && version == nil || !leads(to: target) { return nil }
      found = (href(target, version: version), "to-document")
    case .role(let role):
      guard site.role(of: id) != role, let href = href(.role(role)) else { return nil }
      found = (href, "to-role")
    case .department(let department):
      guard let href = href(.department(department)) else { return nil }
      found = (href, "to-department")
    case .term(let term, in: let place):
      guard place.map({ leads(to: $0) }) ?? site.defines(term) else { return nil }
      found = (href(term: term, in: place), "to-term")
    }
    return TextLink(
      mention.inline, start: Int(mention.start), end: Int(mention.end), href: Array(found.href.utf8),
      style: found.style)
  }

  /// Where a Markdown link or picture leads; nil leaves it as written.
  func link(_ destination: Destination, in id: ArticleID) -> String? {
    switch destination {
    case .article(let target, let fragment): href(target, fragment)
    case .attachment(let path): href(attachment: path)
    case .fragment(let fragment): href(id, fragment)
    case .external: nil
    }
  }

  /// The link to a term: where its article defines it, else the glossary.
  func href(term: String, in id: ArticleID?) -> String {
    guard let id else { return href(.glossary) + "#" + Address.encoded("term-" + Slug.anchor(term)) }
    let anchor = article(id) { article in article.definitions.first { $0.term == term }?.anchor }
    return href(id, anchor ?? "")
  }

  /// Names, each linked where it has a page, with commas between them.
  func names(_ parties: some Collection<Party>) -> SafeHTML {
    var html = SafeHTML()
    for (index, party) in parties.enumerated() {
      if index > 0 { html.append(escaping: strings[.listComma]) }
      write(party, into: &html)
    }
    return html
  }

  /// A name, linked where it has a page.
  func write(_ party: Party, into html: inout SafeHTML) {
    write(name(party), href: href(party), into: &html)
  }

  /// A text, linked where it leads somewhere.
  func write(_ text: String, href: String?, into html: inout SafeHTML) {
    guard let href else { return html.append(escaping: text) }
    html.append(literal: "<a href=\"")
    html.append(escaping: href)
    html.append(literal: "\">")
    html.append(escaping: text)
    html.append(literal: "</a>")
  }

  /// The link to what is mentioned; nil where it leads nowhere.
  func href(_ reference: Reference) -> String? {
    reference.article.flatMap { leads(to: $0) ? href($0, version: reference.version) : nil }
  }

  /// A document in running text: 《title》 or the code, linked, with its pinned version.
  func write(_ reference: Reference, into html: inout SafeHTML) {
    let title = reference.article.map { facts(localized($0)).title } ?? reference.title
    let code = reference.article.flatMap { facts($0).code }
    let shown = code == reference.title ? title : reference.title
    write("《\(shown)》", href: href(reference), into: &html)
    if let version = reference.version { html.append(escaping: " " + version.text) }
  }
}
