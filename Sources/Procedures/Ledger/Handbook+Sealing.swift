extension Handbook {
  /// The same handbook with attachments of some articles under other paths: what a sealed version shows is kept under
  /// its digest, whatever stands in the working copy by that name now. Linear.
  ///
  /// - Parameter path: the new path of an attachment of an article; nil leaves it.
  package func movingAttachments(_ path: (Article, String) -> String?) -> Handbook {
    let moved = articles.map { article in article.movingAttachments { path(article, $0) } }
    return Handbook(register: register, articles: moved, roles: roles, departments: departments, glossary: glossary)
  }
}

extension Article {
  /// The same article with attachments under other paths; nil leaves one where it is.
  func movingAttachments(_ path: (String) -> String?) -> Article {
    var moved = destinations
    for (inline, destination) in destinations {
      if case .attachment(let old) = destination, let new = path(old) { moved[inline] = .attachment(path: new) }
    }
    if moved == destinations { return self }
    var links = ArticleLinks()
    links.mentions = mentions
    links.destinations = moved
    links.linksTo = linksTo
    links.linkedFrom = linkedFrom
    return linked(links)
  }
}
