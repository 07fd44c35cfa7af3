package import Diagnostics
import Markdown

/// How work on many things is shared out: calls the body once for each index, in parallel perhaps, results in order.
package typealias ParallelMap<Value> = (_ count: Int, _ body: @escaping @Sendable (Int) -> Value) -> [Value]

extension Handbook {
  /// One article with what was found while it was read or linked.
  package struct Reading: Sendable {
    package var article: Article
    package var diagnostics: [Diagnostic]
    /// Who takes part in which step; gathered while it is linked.
    var parts: [Participants.Share] = []
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
    let read = map(register.entries.count) { ArticleReader.read(ArticleID($0), in: register) }
    let glossary = Self.glossary(read)
    let table = LinkTable(
      register: register, glossary: TermIndex(glossary.map { ($0.term, nil) }),
      anchors: { read[Int($0.index)].article.anchors }, attachments: attachments)
    var linked = map(read.count) { ArticleLinker.link(read[$0], table) }
    for index in linked.indices { diagnostics += linked[index].diagnostics }
    Self.linkBack(&linked)
    var people = Participants(register)
    for index in linked.indices { people.add(linked[index]) }
    self.init(
      register: register, articles: linked.map(\.article), roles: people.roles,
      departments: people.departments, glossary: glossary)
  }

  /// All terms in the order of their bytes, with every article that defines them.
  private static func glossary(_ readings: [Reading]) -> [GlossaryTerm] {
    var places: [String: [(article: ArticleID, index: Int)]] = [:]
    for reading in readings.indices where !readings[reading].article.entry.isTranslation {
      for index in readings[reading].article.definitions.indices {
        let term = readings[reading].article.definitions[index].term
        places[term, default: []].append((ArticleID(reading), index))
      }
    }
    return places.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { GlossaryTerm(term: $0, definitions: places[$0] ?? []) }
  }

  /// Backlinks: articles come in order, so every list is sorted.
  private static func linkBack(_ readings: inout [Reading]) {
    var from: [[ArticleID]] = Array(repeating: [], count: readings.count)
    for index in readings.indices where !readings[index].article.entry.isTranslation {
      for target in readings[index].article.linksTo { from[Int(target.index)].append(ArticleID(index)) }
    }
    for index in readings.indices { readings[index].article.linkedFrom = from[index] }
  }
}

/// Gathers the parts of all roles and departments.
struct Participants {
  /// One role's or department's part in one step of an article.
  struct Share: Sendable {
    let step: Int32
    /// The role, or the department's complement.
    private let holder: Int32
    let letters: LetterSet

    /// Nil for everybody else.
    init?(step: Int, party: Party, letters: LetterSet) {
      switch party {
      case .role(let id): holder = id.index
      case .department(let id): holder = ~id.index
      case .everyone, .allDepartments, .unknown: return nil
      }
      self.step = Int32(truncatingIfNeeded: step)
      self.letters = letters
    }

    var role: Int? { holder >= 0 ? Int(holder) : nil }
    var department: Int? { holder < 0 ? Int(~holder) : nil }
  }

  var roles: [Role]
  var departments: [Department]
  /// For each group its members, in their order.
  private var members: [[RoleID]]

  init(_ register: Register) {
    roles = register.roles
    departments = register.departments
    var members: [[RoleID]] = Array(repeating: [], count: roles.count)
    for (group, role) in roles.enumerated() {
      for case .role(let member) in role.members { members[group].append(member) }
      members[group].sort()
    }
    self.members = members
  }

  mutating func add(_ reading: Handbook.Reading) {
    let article = reading.article.id
    if reading.article.entry.isTranslation { return }
    if reading.article.kind.isControlled, case .department(let id)? = reading.article.card.department {
      departments[Int(id.index)].articles.append(article)
    }
    for share in reading.parts { add(share, article) }
  }

  private mutating func add(_ share: Share, _ article: ArticleID) {
    let part = Part(article: article, step: share.step, letters: share.letters, group: nil)
    if let department = share.department { departments[department].parts.append(part) }
    guard let role = share.role else { return }
    roles[role].parts.append(part)
    for member in members[role] {
      roles[Int(member.index)].parts.append(
        Part(article: article, step: share.step, letters: share.letters, group: RoleID(role)))
    }
  }
}

extension Step {
  /// Everybody who takes part, in the order of the letters, each once with all letters.
  package var parts: [(party: Party, letters: [Letter])] {
    StepParts(self).all.map { ($0.party, $0.letters.letters) }
  }
}

extension Article {
  /// Every party that its steps and risks name, in order, each once.
  package var parties: [Party] {
    var found: [Party] = []
    var seen: Set<Party> = []
    for index in steps.indices {
      for part in StepParts(steps[index]).all where seen.insert(part.party).inserted { found.append(part.party) }
    }
    for risk in risks { for party in risk.owner where seen.insert(party).inserted { found.append(party) } }
    return found
  }

  /// Every address in its page that a link can name.
  package var anchors: Set<String> {
    Set(
      sections.map(\.anchor) + stages.map(\.anchor) + steps.map(\.anchor) + definitions.map(\.anchor) + headings.values)
  }
}

extension Handbook {
  /// The party that a name means in an article: its own department's first.
  package func party(named written: String, in article: Article) -> Party? {
    let department: DepartmentID? = if case .department(let id)? = article.card.department { id } else { nil }
    return PartyFinder(register: register, department: department).party(named: written)?.party
  }
}
