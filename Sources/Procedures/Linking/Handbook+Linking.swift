package import Diagnostics
import Markdown

/// How work on many things is shared out: calls the body once for each index, in parallel perhaps, results in order.
package typealias ParallelMap<Value> = (_ count: Int, _ body: @escaping @Sendable (Int) -> Value) -> [Value]

extension Handbook {
  /// One article with what was found while it was read or linked.
  package struct Reading: Sendable {
    package var article: Article
    package var diagnostics: [Diagnostic]
  }

  /// Links a whole handbook: every name becomes an address; what resolves to nothing is kept and reported.
  ///
  /// - Parameters:
  ///   - register: the names of all cards.
  ///   - attachments: the paths of all files below `content/` that are no documents.
  ///   - diagnostics: what was found is added here, in the order of the articles.
  ///   - map: shares out the two steps that look at one article at a time.
  package init(
    linking register: Register, attachments: Set<String>, diagnostics: inout [Diagnostic], map: ParallelMap<Reading>
  ) {
    diagnostics += register.diagnostics
    let read = map(register.entries.count) { index in
      var reader = ArticleReader(ArticleID(index), register: register)
      reader.read()
      return Reading(article: reader.article, diagnostics: reader.diagnostics)
    }
    let glossary = Self.glossary(read.map(\.article))
    let table = LinkTable(
      register: register, glossary: TermIndex(glossary.map { ($0.term, nil) }),
      anchors: { read[Int($0.index)].article.anchors }, attachments: attachments)
    var linked = map(read.count) { index in
      var linker = ArticleLinker(read[index].article, table)
      linker.link()
      return Reading(article: linker.article, diagnostics: read[index].diagnostics + linker.diagnostics)
    }
    diagnostics += linked.flatMap(\.diagnostics)
    Self.linkBack(&linked)
    var people = Participants(register)
    for reading in linked { people.add(reading.article) }
    self.init(
      register: register, articles: linked.map(\.article), roles: people.roles,
      departments: people.departments, glossary: glossary)
  }

  /// All terms in the order of their bytes, with every article that defines them.
  private static func glossary(_ articles: [Article]) -> [GlossaryTerm] {
    var places: [String: [(article: ArticleID, index: Int)]] = [:]
    for article in articles where !article.entry.isTranslation {
      for (index, definition) in article.definitions.enumerated() {
        places[definition.term, default: []].append((article.id, index))
      }
    }
    return places.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { GlossaryTerm(term: $0, definitions: places[$0] ?? []) }
  }

  /// Backlinks: articles come in order, so every list is sorted.
  private static func linkBack(_ readings: inout [Reading]) {
    var from: [[ArticleID]] = Array(repeating: [], count: readings.count)
    for reading in readings where !reading.article.entry.isTranslation {
      for target in reading.article.linksTo { from[Int(target.index)].append(reading.article.id) }
    }
    for index in readings.indices { readings[index].article.linkedFrom = from[index] }
  }
}

/// Gathers the parts of all roles and departments.
struct Participants {
  var roles: [Role]
  var departments: [Department]
  /// For each role the groups that it belongs to.
  private var groups: [[RoleID]]

  init(_ register: Register) {
    roles = register.roles
    departments = register.departments
    groups = Array(repeating: [], count: register.roles.count)
    for (index, role) in register.roles.enumerated() {
      for case .role(let member) in role.members { groups[Int(member.index)].append(RoleID(index)) }
    }
    membersOf = groups.indices.reduce(into: [:]) { table, member in
      for group in groups[member] { table[group, default: []].append(RoleID(member)) }
    }
  }

  private var membersOf: [RoleID: [RoleID]] = [:]

  mutating func add(_ article: Article) {
    if article.entry.isTranslation { return }
    if article.kind.isControlled, case .department(let id)? = article.card.department {
      departments[Int(id.index)].articles.append(article.id)
    }
    for (index, step) in article.steps.enumerated() {
      for (party, letters) in step.parts { add(party, letters, article.id, index) }
    }
  }

  private mutating func add(_ party: Party, _ letters: [Letter], _ article: ArticleID, _ step: Int) {
    switch party {
    case .role(let id):
      roles[Int(id.index)].parts.append(Part(article: article, step: step, letters: letters, group: nil))
      for member in membersOf[id] ?? [] {
        roles[Int(member.index)].parts.append(Part(article: article, step: step, letters: letters, group: id))
      }
    case .department(let id):
      departments[Int(id.index)].parts.append(Part(article: article, step: step, letters: letters, group: nil))
    case .everyone, .allDepartments, .unknown: break
    }
  }
}

extension Step {
  /// Everybody who takes part, in the order of the letters, each once with all letters.
  package var parts: [(party: Party, letters: [Letter])] {
    var found: [(party: Party, letters: [Letter])] = []
    func add(_ letter: Letter, _ party: Party) {
      if let index = found.firstIndex(where: { $0.party == party }) {
        if !found[index].letters.contains(letter) { found[index].letters.append(letter) }
      } else {
        found.append((party, [letter]))
      }
    }
    for (letter, party) in participation.all { add(letter, party) }
    for box in boxes { for party in box.parties { add(.responsible, party) } }
    for branch in branches {
      if let part = branch.participation { for party in part.parties { add(part.letter, party) } }
    }
    return found.map { ($0.party, $0.letters.sorted()) }
  }
}

extension Article {
  /// Every party that its steps and risks name, in order, each once.
  package var parties: [Party] {
    var found: [Party] = []
    var seen: Set<Party> = []
    for step in steps { for part in step.parts where seen.insert(part.party).inserted { found.append(part.party) } }
    for risk in risks { for party in risk.owner where seen.insert(party).inserted { found.append(party) } }
    return found
  }

  /// Every address in its page that a link can name.
  package var anchors: Set<String> {
    Set(sections.map(\.anchor) + stages.map(\.anchor) + steps.map(\.anchor) + definitions.map(\.anchor) + headings.values)
  }
}

extension Handbook {
  /// The party that a name means in an article: its own department's first.
  package func party(named written: String, in article: Article) -> Party? {
    let department: DepartmentID? = if case .department(let id)? = article.card.department { id } else { nil }
    return PartyFinder(register: register, department: department).party(named: written)?.party
  }
}
