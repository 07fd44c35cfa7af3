package import Diagnostics
package import Markdown

/// What a name in the text leads to.
package enum Target: Hashable, Sendable {
  /// A document; with the version when the author pinned one (`SC-001@2.0`).
  case article(ArticleID, version: Version?)
  /// A role or group.
  case role(RoleID)
  /// A department.
  case department(DepartmentID)
  /// A term of the glossary, or of an article that defines it itself.
  case term(String, in: ArticleID?)
}

/// A mention of a document in a list or field: 《title》, code or link, and the note behind it.
package struct Reference: Sendable, Hashable {
  /// The document; nil when the name resolves to none.
  package let article: ArticleID?
  /// The pinned version.
  package let version: Version?
  /// The name as written, without 《》.
  package let title: String
  /// What stands behind it.
  package var note: Phrase? { noteText.isEmpty ? nil : noteText }
  private let noteText: Phrase
  /// Where it stands.
  package let range: SourceRange

  init(article: ArticleID?, version: Version?, title: String, note: Phrase?, range: SourceRange) {
    self.article = article
    self.version = version
    self.title = title
    noteText = note ?? .empty
    self.range = range
  }

  /// The same document in the same version; where it stands and what is noted there do not count.
  package static func == (a: Reference, b: Reference) -> Bool {
    a.article == b.article && a.version == b.version && a.title == b.title
  }

  /// Hashes what `==` compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(article)
    hasher.combine(title)
  }
}

/// Where a step, branch or 直到 leads (spec/format.md 4.7).
package enum Jump: Sendable, Hashable {
  /// A step: an index into `Article.steps`.
  case step(Int)
  /// A stage: an index into `Article.stages`.
  case stage(Int)
  /// A section: an index into `Article.sections`.
  case section(Int)
  /// A document.
  indirect case document(Reference)
  /// The end of the procedure.
  case end
  /// A target that does not exist, as written.
  case missing(String)
}

/// A name in running text that links itself (spec/format.md 7).
package struct Mention: Sendable, Hashable {
  /// The text node.
  package let inline: Inline
  /// The bytes of the name within the node's text.
  package let start: Int32
  package let end: Int32
  /// What it leads to.
  package let target: Target
}

/// What a Markdown link or image leads to, after linking.
package enum Destination: Hashable, Sendable {
  /// A published document, with the heading's anchor when one was given.
  case article(ArticleID, fragment: String)
  /// A file below `content/` that is published because of this link.
  case attachment(path: String)
  /// A place in the same page.
  case fragment(String)
  /// An address outside the handbook, as written.
  case external
}
