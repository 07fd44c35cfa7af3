internal import Markdown
package import Procedures

extension Redline {
  /// Whether what hangs on walls and lies in folders is wrong now: a step, box or time changed.
  package var withdrawsChecklists: Bool {
    events.contains {
      $0.kind == EventKind(.document, .removed) || !$0.affected.isEmpty && $0.kind.subject != .document
    }
  }

  /// Finds who links to what is gone and who refers to the document at all.
  ///
  /// - Parameters:
  ///   - path: the file of the old version.
  ///   - handbook: the handbook that it was part of.
  package mutating func findReaders(of path: String, in handbook: Handbook) {
    guard let id = handbook.articles(named: path).first else { return }
    let isGone = events.contains { $0.kind == EventKind(.document, .removed) }
    let article = handbook[id]
    let gone = Set(
      events.filter { $0.kind.subject == .section && ($0.kind.verb == .removed || $0.kind.verb == .renamed) }
        .flatMap { $0.old.map(Slug.anchor) })
    let anchors = Set(article.sections.map(\.anchor)).intersection(gone)
    let isTouched = events.contains { $0.kind.subject == .step || $0.kind.subject == .section }
    for reader in article.linkedFrom where reader != id {
      let name = handbook[reader].name
      let leadsToGone = handbook[reader].destinations.values.contains { destination in
        if case .article(id, let fragment) = destination { isGone || anchors.contains(fragment) } else { false }
      }
      if isGone || leadsToGone {
        impact.brokenLinks.append(name)
      } else if isTouched {
        impact.readers.append(name)
      }
    }
  }
}
