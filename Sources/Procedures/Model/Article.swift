package import Diagnostics
package import Markdown

/// One file of the handbook after linking: its card, its text and what the text means.
package struct Article: Sendable {
  // Arrays of one: an article is large, and handed around everywhere. What it leads to is found in a later pass, which
  // shares what was read.
  private let box: [ArticleContents]
  private(set) var links: [ArticleLinks]

  init(_ contents: ArticleContents) {
    box = [contents]
    links = Self.none
  }

  private static let none = [ArticleLinks()]

  /// The same article with what it leads to.
  func linked(_ links: ArticleLinks) -> Article {
    var article = self
    article.links = [links]
    return article
  }

  /// Its address.
  package var id: ArticleID { box[0].id }
  /// Its card and text as read.
  package var entry: Entry { box[0].entry }
  /// Its sections, in order.
  package var sections: [Section] { box[0].sections }
  /// Everything that stands before the first section.
  package var preamble: [Block] { box[0].preamble }
  /// The stages of its steps.
  package var stages: [Stage] { box[0].stages }
  /// Its steps, sub-steps behind their step.
  package var steps: [Step] { box[0].steps }
  /// What it defines.
  package var definitions: [Definition] { box[0].definitions }
  /// What can go wrong.
  package var risks: [Risk] { box[0].risks }
  /// What is to be at hand.
  package var materials: [Material] { box[0].materials }
  /// The records that it lists.
  package var records: [Reference] { box[0].records }
  /// The documents that it refers to.
  package var references: [Reference] { box[0].references }
  /// The documents that it starts from.
  package var inputs: [Reference] { box[0].inputs }
  /// The documents that it ends in.
  package var outputs: [Reference] { box[0].outputs }
  /// Its revision log.
  package var changes: [Change] { box[0].changes }
  /// The duties of a role or department.
  package var duties: [Duty] { box[0].duties }
  /// The addresses of headings that are neither sections nor stages.
  package var headings: [Block: String] { box[0].headings }
  /// Names in the running text that link themselves, sorted by place.
  package var mentions: [Mention] { links[0].mentions }
  /// Where its Markdown links and images lead.
  package var destinations: [Inline: Destination] { links[0].destinations }
  /// Names of roles and departments that resolve to nothing, in the order of the text.
  package var unresolved: [String] { box[0].unresolved }
  /// What the names on its card mean.
  package var card: LinkedCard { box[0].card }
  /// The articles that it leads to, in the order of their addresses.
  package var linksTo: [ArticleID] { links[0].linksTo }
  /// The articles that lead to it, in the order of their addresses.
  package internal(set) var linkedFrom: [ArticleID] {
    get { links[0].linkedFrom }
    set { links[0].linkedFrom = newValue }
  }

  /// Its kind.
  package var kind: ArticleKind { entry.kind }
  /// Its text.
  package var document: Document { entry.document }
  /// Its path below the handbook's folder.
  package var path: String { entry.path }
  /// Its title; the code or the file's name where the card has none.
  package var title: String { entry.title }
  /// Its code.
  package var code: String? { entry.code }
  /// The code, or the title of what has none: how other articles speak of it.
  package var name: String { entry.code ?? entry.title }
}

/// The names of a card, resolved.
package struct LinkedCard: Sendable {
  package var department: Party?
  package var owner: Party?
  package var reportsTo: Party?
  package var backup: Party?
  package var head: Party?
  package var parent: Party?
  package var members: [Party] = []
  package var basis: [Reference] = []
  package var replaces: [Reference] = []
  package var replacedBy: Reference?
  package var procedures: [Reference] = []
  package var distribution: [Party] = []
  package var training: [Party] = []
  package var approvals: [Approval] = []
  /// The people of an event: who holds which role that day.
  package var people: [(party: Party, person: String)] = []
  /// The variants of an event: the dimension and the value.
  package var variants: [(name: String, value: String)] = []

  /// A card without names.
  package init() {}
}
