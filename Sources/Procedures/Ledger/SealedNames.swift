package import Diagnostics

/// What names meant when versions were sealed: a handbook of roles and departments as they were then, with a stand-in for
/// every other document, in which sealed texts are read one at a time (spec/versions.md 3).
package struct SealedNames: Sendable {
  /// The roles, departments and stand-ins.
  package let handbook: Handbook
  private let terms: TermIndex

  /// Links the names; n log n in them.
  ///
  /// - Parameters:
  ///   - entries: roles, departments and stand-ins.
  ///   - settings: the settings of handbook.yml as they were sealed.
  ///   - map: shares out what looks at one article at a time.
  package init(_ entries: [Entry], settings: Settings, map: ParallelMap<Handbook.Reading>) {
    var ignored: [Diagnostic] = []
    handbook = Handbook(
      linking: Register(entries, settings: settings), attachments: [], diagnostics: &ignored, map: map)
    terms = TermIndex(handbook.glossary.map { ($0.term, nil) })
  }

  /// The handbook with a sealed text in the place of its stand-in.
  ///
  /// A sealed text was checked when it was sealed and is not checked again.
  ///
  /// - Parameters:
  ///   - text: the text, a document or its translation.
  ///   - path: the path of the document itself.
  ///   - attachments: where what the text shows is published from, by the path that it had.
  /// - Complexity: linear in the text and in the number of documents.
  package func reading(
    _ text: SourceFile, at path: String, attachments: [String: String]
  ) -> (handbook: Handbook, article: ArticleID) {
    guard let id = handbook.register.article(path: path) else { return adding(text, attachments: attachments) }
    var ignored: [Diagnostic] = []
    let entry = Entry(reading: text, as: handbook.articles[Int(id.index)].kind, diagnostics: &ignored)
    let register = handbook.register.replacing(id, with: entry)
    let base = handbook.articles
    let table = LinkTable(
      register: register, glossary: terms,
      anchors: { base[Int($0.index)].anchors }, attachments: Set(attachments.keys))
    var articles = base
    articles[Int(id.index)] = ArticleLinker.link(ArticleReader.read(id, in: register), table).article
      .movingAttachments { attachments[$0] }
    return (
      Handbook(
        register: register, articles: articles, roles: handbook.roles, departments: handbook.departments,
        glossary: handbook.glossary), id
    )
  }

  /// The handbook with a text that its names do not know, which an archive that was put together by hand may hold.
  private func adding(_ text: SourceFile, attachments: [String: String]) -> (handbook: Handbook, article: ArticleID) {
    var ignored: [Diagnostic] = []
    let entry = Entry(reading: text, as: ArticleKind(path: text.path) ?? .procedure, diagnostics: &ignored)
    let register = Register(handbook.register.entries + [entry], settings: handbook.settings)
    let whole = Handbook(linking: register, attachments: Set(attachments.keys), diagnostics: &ignored) { count, body in
      (0..<count).map(body)
    }
    let moved = whole.movingAttachments { article, path in article.path == text.path ? attachments[path] : nil }
    return (moved, moved.articles.first { $0.path == text.path }?.id ?? ArticleID(0))
  }
}

extension Register {
  /// The same names with another text at an address.
  fileprivate func replacing(_ id: ArticleID, with entry: Entry) -> Register { Register(tables.replacing(id, entry)) }
}
