internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

extension Viewpoint {
  /// Whether a name in an article is a link: not to itself, and not where it leads nowhere.
  func isLink(_ target: Target, in id: ArticleID) -> Bool {
    switch target {
    case .article(let other, version: let version): (other != id || version != nil) && leads(to: other)
    case .role(let role): site.role(of: id) != role && leads(to: .role(role))
    case .department(let department): leads(to: .department(department))
    case .term(let term, in: let place): place.map { leads(to: $0) } ?? (site.termPlaces[term] != nil)
    }
  }

  /// Writes the address of a name in running text, escaped.
  func write(_ target: Target, into out: inout [UInt8]) {
    switch target {
    case .article(let id, version: let version): Link(id, version: version, self).write(into: &out)
    case .role(let role): Link(.role(role), self)?.write(into: &out)
    case .department(let department): Link(.department(department), self)?.write(into: &out)
    case .term(let term, in: let place): write(term: term, in: place, into: &out)
    }
  }

  /// Writes the link to a term: where its article defines it, else the glossary.
  private func write(term: String, in id: ArticleID?, into out: inout [UInt8]) {
    if let id {
      let anchor = article(id) { article in article.definitions.first { $0.term == term }?.anchor }
      return write(id, anchor ?? "", into: &out)
    }
    write(site.place(.glossary, in: language), into: &out)
    out.append(0x23)
    if let place = site.termPlaces[term] {
      out.append(contentsOf: place)
    } else {
      Escape.html(Address.encoded(Self.glossaryAnchor(term)), into: &out)
    }
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

  /// Names, each linked where it has a page, with commas between them.
  func names(_ parties: some Collection<Party>) -> SafeHTML {
    var out: [UInt8] = []
    write(parties, into: &out)
    return SafeHTML(trusted: out)
  }

  /// Writes names, each linked where it has a page, with commas between them.
  func write(_ parties: some Collection<Party>, into out: inout [UInt8]) {
    for (index, party) in parties.enumerated() {
      if index > 0 { Escape.html(strings[.listComma], into: &out) }
      write(name(party), Link(party, self), into: &out)
    }
  }

  /// Writes a text, linked where it leads somewhere.
  func write(_ text: String, _ link: Link?, into out: inout [UInt8]) {
    guard let link else { return Escape.html(text, into: &out) }
    out.append(literal: "<a href=\"")
    link.write(into: &out)
    out.append(literal: "\">")
    Escape.html(text, into: &out)
    out.append(literal: "</a>")
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
  func link(_ reference: Reference) -> Link? {
    reference.article.flatMap { leads(to: $0) ? Link($0, version: reference.version, self) : nil }
  }

  /// A document in running text: 《title》 or the code, linked, with its pinned version.
  func write(_ reference: Reference, into out: inout [UInt8]) {
    let title = reference.article.map { facts(localized($0)).title } ?? reference.title
    let code = reference.article.flatMap { facts($0).code }
    let shown = code == reference.title ? title : reference.title
    write("《\(shown)》", link(reference), into: &out)
    guard let version = reference.version else { return }
    out.append(0x20)
    Escape.html(version.text, into: &out)
  }
}
