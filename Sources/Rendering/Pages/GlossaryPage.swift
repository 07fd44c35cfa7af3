internal import Procedures
internal import Templates

/// A term of the glossary.
struct TermView: Sendable {
  var term: String
  var anchor: String
  var body: SafeHTML
  var sources: [DocView]
  /// How many documents define it so and are not shown.
  var more = 0

  /// The most documents that are shown behind a term.
  static let mostSources = 24

  static let schema = Schema<TermView>(
    "term",
    [
      .text("term", "The term.") { $0.term }, .text("anchor", "Its place in the page.") { $0.anchor },
      .html("bodyHtml", "What it means.") { $0.body },
      .list("sources", DocView.schema, "The documents that define it so.") { $0.sources },
      .flag("hasSources", "Whether there are any.") { !$0.sources.isEmpty },
      .number("more", "How many more there are.") { $0.more > 0 ? $0.more : nil },
    ])
}

extension TermView {
  /// Adds a document that defines the term in the same words.
  fileprivate mutating func add(_ doc: DocView) {
    guard sources.last?.href != doc.href else { return }
    if sources.count < Self.mostSources { sources.append(doc) } else { more += 1 }
  }
}

/// The terms of one letter.
struct TermGroupView: Sendable {
  var title: String
  var terms: [TermView]

  static let schema = Schema<TermGroupView>(
    "termGroup",
    [
      .text("title", "The letter.") { $0.title }, .list("terms", TermView.schema, "The terms.") { $0.terms },
    ])
}

/// The glossary: all defined terms with the documents that define them.
struct GlossaryView: Sendable {
  var total: Int
  var groups: [TermGroupView]

  static let schema = Schema<GlossaryView>(
    "glossary",
    [
      .number("total", "How many terms there are.") { $0.total },
      .list("groups", TermGroupView.schema, "The terms by letter.") { $0.groups },
    ])
}

extension PageKind {
  /// The glossary; it is one page, because the text of all others links to terms in it.
  static let glossary = PageKind("glossary", GlossaryView.schema.shape) { site in
    site.jobs(.glossary) { view, _ in
      Page(view.listHead(.glossary, .glossary), GlossaryView.schema, GlossaryView(view))
    }
  }
}

extension GlossaryView {
  /// Gathers the glossary. Linear in the articles that define terms, but for sorting.
  init(_ view: Viewpoint) {
    var builder = GlossaryBuilder(view)
    let terms = view.handbook.glossary
    let order = terms.map { TermOrder($0.term) }
    total = terms.count
    groups = []
    for index in terms.indices.sorted(by: { order[$0] < order[$1] || (order[$0] == order[$1] && $0 < $1) }) {
      let title = order[index].letter
      if groups.last?.title != title { groups.append(TermGroupView(title: title, terms: [])) }
      groups[groups.count - 1].terms += builder.views(of: terms[index])
    }
  }
}

/// Makes the entries of the glossary.
private struct GlossaryBuilder {
  private let view: Viewpoint
  /// Only read by key; the text of an article is prepared once for all its terms.
  private var texts: [ArticleID: Prose] = [:]
  private var anchors: [String: Int] = [:]

  init(_ view: Viewpoint) { self.view = view }

  /// A term: one entry for each meaning, the first under the address that mentions link to.
  mutating func views(of term: GlossaryTerm) -> [TermView] {
    var views: [TermView] = []
    var meanings: [String: Int] = [:]
    for (source, index) in term.definitions {
      let (prose, definition) = text(source, index)
      let meaning = prose.plain(definition.text)
      let doc = view.named(view.doc(source))
      if let known = meanings[meaning] {
        views[known].add(doc)
        continue
      }
      meanings[meaning] = views.count
      views.append(
        TermView(
          term: definition.term, anchor: anchor(term.term), body: prose.html(definition.text), sources: [doc]))
    }
    return views
  }

  /// The definition in the page's language, where the translation has as many as the source.
  private mutating func text(_ source: ArticleID, _ index: Int) -> (Prose, Definition) {
    let definitions = view.article(source) { $0.definitions }
    let translated = view.localized(source)
    let others = view.article(translated) { $0.definitions }
    let id = others.count == definitions.count ? translated : source
    let prose = texts[id] ?? Prose(id, view)
    texts[id] = prose
    return (prose, id == source ? definitions[index] : others[index])
  }

  private mutating func anchor(_ term: String) -> String {
    let anchor = Viewpoint.glossaryAnchor(term)
    let number = anchors[anchor, default: 0] + 1
    anchors[anchor] = number
    // Two dots cannot come from a term, because its punctuation is dropped.
    return number == 1 ? anchor : "\(anchor)..\(number)"
  }
}

extension Viewpoint {
  /// The place of a term in the glossary; what `href(term:in:)` leads to.
  static func glossaryAnchor(_ term: String) -> String { "term-" + Slug.anchor(term) }
}
