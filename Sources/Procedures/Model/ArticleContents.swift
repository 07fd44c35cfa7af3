import Markdown

/// What an article holds, as it was read.
struct ArticleContents: Sendable {
  let id: ArticleID
  let entry: Entry
  var sections: [Section] = []
  var preamble: [Block] = []
  var stages: [Stage] = []
  var steps: [Step] = []
  var definitions: [Definition] = []
  var risks: [Risk] = []
  var materials: [Material] = []
  var records: [Reference] = []
  var references: [Reference] = []
  var inputs: [Reference] = []
  var outputs: [Reference] = []
  var changes: [Change] = []
  var duties: [Duty] = []
  var headings: [Block: String] = [:]
  var unresolved: [String] = []
  var card = LinkedCard()

  var kind: ArticleKind { entry.kind }
  var document: Document { entry.document }
  var path: String { entry.path }
}

/// What an article's running text leads to, which is known only when all articles are read.
struct ArticleLinks: Sendable {
  var mentions: [Mention] = []
  var destinations: [Inline: Destination] = [:]
  var linksTo: [ArticleID] = []
  var linkedFrom: [ArticleID] = []
}
