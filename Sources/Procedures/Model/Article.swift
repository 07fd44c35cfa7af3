package import Diagnostics
package import Markdown

/// One file of the handbook after linking: its card, its text and what the text means.
package struct Article: Sendable {
  /// Its address.
  package let id: ArticleID
  /// Its card and text as read.
  package let entry: Entry
  /// Its sections, in order.
  package var sections: [Section] = []
  /// Everything that stands before the first section.
  package var preamble: [Block] = []
  /// The stages of its steps.
  package var stages: [Stage] = []
  /// Its steps, sub-steps behind their step.
  package var steps: [Step] = []
  package var definitions: [Definition] = []
  package var risks: [Risk] = []
  package var materials: [Material] = []
  package var records: [Reference] = []
  package var references: [Reference] = []
  package var inputs: [Reference] = []
  package var outputs: [Reference] = []
  package var changes: [Change] = []
  package var duties: [Duty] = []
  /// The addresses of headings that are neither sections nor stages.
  package var headings: [Block: String] = [:]
  /// Names in the running text that link themselves, sorted by place.
  package var mentions: [Mention] = []
  /// Where its Markdown links and images lead.
  package var destinations: [Inline: Destination] = [:]
  /// Names of roles and departments that resolve to nothing, in the order of the text.
  package var unresolved: [String] = []
  /// What the names on its card mean.
  package var card = LinkedCard()
  /// The articles that it leads to, in the order of their addresses.
  package var linksTo: [ArticleID] = []
  /// The articles that lead to it, in the order of their addresses.
  package var linkedFrom: [ArticleID] = []

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
