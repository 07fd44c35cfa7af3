import Diagnostics

extension Handbook {
  /// The articles that a person means by a code, a title, a role's or department's name, or a file.
  ///
  /// - Parameter name: what was written; a code means the source, not a translation.
  package func articles(named name: String) -> [ArticleID] {
    if let id = register.article(path: name) { return [id] }
    if let id = name.withBytes({ register.article(named: $0) }) { return [id] }
    let roles = register.roles(named: name).map { self[$0].article }
    if !roles.isEmpty { return roles }
    return register.department(named: name).flatMap { self[$0].article }.map { [$0] } ?? []
  }

  /// The code or title that is nearest to a name that means nothing.
  package func nearestName(to name: String) -> String? {
    EditDistance.nearest(name, among: articles.flatMap { [$0.code, $0.title].compactMap(\.self) })
  }
}
