extension Handbook {
  /// The same handbook with attachments of some articles under other paths: what a sealed version shows is kept under
  /// its digest, whatever stands in the working copy by that name now. Linear.
  ///
  /// - Parameter path: the new path of an attachment of an article; nil leaves it.
  package func movingAttachments(_ path: (Article, String) -> String?) -> Handbook {
    let moved = articles.map { article -> Article in
      var links = article.links[0]
      var isMoved = false
      for (inline, destination) in article.destinations {
        guard case .attachment(let old) = destination, let new = path(article, old) else { continue }
        links.destinations[inline] = .attachment(path: new)
        isMoved = true
      }
      return isMoved ? article.linked(links) : article
    }
    return Handbook(register: register, articles: moved, roles: roles, departments: departments, glossary: glossary)
  }
}
