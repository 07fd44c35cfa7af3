internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// Markup that is written where it stands and not before: a view holds what it is made from.
enum Markup: Sendable {
  case html(SafeHTML)
  /// A text, to be escaped.
  case text(String)
  case phrase(Phrase, Prose)
  /// A phrase without its marks.
  case plain(Phrase, Prose)
  /// Phrases, each on a line.
  case lines([Phrase], Prose)
  case blocks([Block], Prose)
  /// Names with commas between them.
  case parties([Party], Viewpoint)
  /// Reviewers in turn, with those side by side joined.
  case turns([[Party]], Viewpoint)
  /// Documents with commas between them and what is noted behind each.
  case references([Reference], Prose, Viewpoint)

  /// Writes it at the end of some bytes.
  func write(into out: inout [UInt8]) {
    switch self {
    case .html(let html): out.append(contentsOf: html.bytes)
    case .text(let text): Escape.html(text, into: &out)
    case .phrase(let phrase, let prose): prose.write(phrase, into: &out)
    case .plain(let phrase, let prose): Escape.html(prose.document.plainBytes(of: phrase), into: &out)
    case .lines(let phrases, let prose):
      for (index, phrase) in phrases.enumerated() {
        if index > 0 { out.append(literal: "<br>") }
        prose.write(phrase, into: &out)
      }
    case .blocks(let blocks, let prose): prose.write(blocks, into: &out)
    case .parties(let parties, let view): view.write(parties, into: &out)
    case .turns(let groups, let view):
      for (index, group) in groups.enumerated() {
        if index > 0 { out.append(literal: " → ") }
        view.write(group, into: &out)
      }
    case .references(let references, let prose, let view): Self.write(references, prose, view, into: &out)
    }
  }

  private static func write(
    _ references: [Reference], _ prose: Prose, _ view: Viewpoint, into out: inout [UInt8]
  ) {
    for (index, reference) in references.enumerated() {
      if index > 0 { Escape.html(view.strings[.listComma], into: &out) }
      view.write(reference, into: &out)
      guard let note = reference.note, !note.isEmpty else { continue }
      out.append(0x20)
      prose.write(note, into: &out)
    }
  }
}

/// An address that is written where it stands and not before.
struct Link: Sendable {
  private enum Target: Sendable {
    case article(ArticleID, fragment: String)
    case place(Address, fragment: String)
  }

  private let target: Target
  private let view: Viewpoint

  /// The page of an article, or a place in it.
  init(_ id: ArticleID, _ fragment: String = "", _ view: Viewpoint) {
    target = .article(id, fragment: fragment)
    self.view = view
  }

  /// The page of an article, or the permanent page of one of its versions where that has one.
  init(_ id: ArticleID, version: Version?, _ view: Viewpoint) {
    target = version.flatMap { view.page(of: id, $0) }.map { .place($0, fragment: "") } ?? .article(id, fragment: "")
    self.view = view
  }

  /// A page, or a place in it.
  init(_ address: Address, _ fragment: String = "", _ view: Viewpoint) {
    target = .place(address, fragment: fragment)
    self.view = view
  }

  /// The page of a role or department; nil for who has none.
  init?(_ party: Party, _ view: Viewpoint) {
    guard view.leads(to: party) else { return nil }
    switch party {
    case .role(let id): self.init(view.handbook.roles[Int(id.index)].article, "", view)
    case .department(let id):
      if let article = view.handbook.departments[Int(id.index)].article {
        self.init(article, "", view)
      } else {
        self.init(view.site.addresses.departments[Int(id.index)], "", view)
      }
    case .everyone, .allDepartments, .unknown: return nil
    }
  }

  /// Writes it, escaped for an attribute.
  func write(into out: inout [UInt8]) {
    switch target {
    case .article(let id, let fragment): view.write(id, fragment, into: &out)
    case .place(let address, let fragment): view.write(address, fragment, into: &out)
    }
  }

  /// The address as a text, not escaped.
  var text: String {
    switch target {
    case .article(let id, let fragment): view.href(id, fragment)
    case .place(let address, let fragment): view.href(address, fragment)
    }
  }
}

extension Schema.Entry {
  /// Markup that is written where it stands; nil is nothing.
  static func html(_ name: String, _ doc: String, _ read: @escaping @Sendable (View) -> Markup?) -> Self {
    Self(.init(name, .html, doc)) { view, values in
      if let markup = read(view) { values.html { markup.write(into: &$0) } }
    }
  }

  /// Markup without tags, which is a text; nil is nothing.
  static func plain(_ name: String, _ doc: String, _ read: @escaping @Sendable (View) -> Markup?) -> Self {
    Self(.init(name, .text, doc), html(name, doc, read).put)
  }

  /// An address; nil is nothing.
  static func link(_ name: String, _ doc: String, _ read: @escaping @Sendable (View) -> Link?) -> Self {
    Self(.init(name, .text, doc)) { view, values in
      if let link = read(view) { values.html { link.write(into: &$0) } }
    }
  }

  /// Whether the field before this one holds anything.
  static func any(_ name: String, _ doc: String) -> Self {
    Self(.init(name, .flag, doc)) { _, values in values.flag(values.holdsBefore) }
  }
}
