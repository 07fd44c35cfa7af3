import Markdown

/// A role that was not, or not wholly, trained on a version.
package struct TrainingGap: Sendable {
  /// The document.
  package let code: String
  /// Its title.
  package let title: String
  /// The version in force, or the one that comes next.
  package let version: Version
  /// The day from which it holds.
  package let effective: Day
  /// The role.
  package let role: String
  /// The people who hold the role and have not passed; empty where the handbook does not name who holds it.
  package let people: [String]
}

extension Handbook {
  /// Who still has to be trained: for every role that a document concerns, everybody who holds it has passed the training
  /// on that very version, or somebody has, where the handbook does not name who holds it.
  ///
  /// - Parameters:
  ///   - documents: the documents with the version that counts and its first day.
  ///   - records: who was trained.
  package func trainingGaps(
    of documents: [(article: ArticleID, version: Version, effective: Day)], records: Trainings
  ) -> [TrainingGap] {
    documents.flatMap { document -> [TrainingGap] in
      let article = self[document.article]
      let done = records.of(code: article.code ?? "").filter { $0.isPassed && $0.version == document.version }
      return trainedRoles(of: article).compactMap { id in
        let role = self[id]
        let own = done.filter { record in
          record.role == role.name || party(named: record.role, in: article) == .role(id)
        }
        let holders = (self[role.article].entry.card.role?.holders ?? []).map { Self.person($0.text) }
        let missing = holders.filter { holder in !own.contains { $0.person == holder } }
        if holders.isEmpty ? !own.isEmpty : missing.isEmpty { return nil }
        return TrainingGap(
          code: article.name, title: article.title, version: document.version, effective: document.effective,
          role: role.name, people: missing)
      }
    }
  }

  /// The roles that are to be trained: those that 培训 names, else every role in the document; a group stands for its
  /// members.
  package func trainedRoles(of article: Article) -> [RoleID] {
    let parties = article.card.training.isEmpty ? article.parties : article.card.training
    var found: [RoleID] = []
    var seen: Set<RoleID> = []
    for case .role(let id) in parties {
      let members = self[id].members.compactMap { party in if case .role(let member) = party { member } else { nil } }
      for role in members.isEmpty ? [id] : members where seen.insert(role).inserted { found.append(role) }
    }
    return found
  }

  /// The name of a person without the telephone number behind it.
  private static func person(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\u{3000}" || $0 == "（" || $0 == "(" }.first.map(String.init) ?? text
  }
}
