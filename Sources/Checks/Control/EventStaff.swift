import Procedures

/// Who holds which role on the day of an event.
struct EventStaff {
  private let handbook: Handbook
  private var held: Set<Party>
  /// The variants that the event chose, by dimension.
  private let chosen: [(name: String, value: String)]

  /// Reads the people of an event.
  init(_ event: Article, _ handbook: Handbook) {
    self.handbook = handbook
    held = Set(event.card.people.map(\.party))
    chosen = event.card.variants
    // Who holds the group stands for its members, who holds the head for the department.
    for party in held {
      if case .role(let id) = party { held.formUnion(handbook[id].members) }
    }
  }

  /// The parties of a procedure that do steps of the event and are held by nobody, each once.
  func unassigned(in procedure: Article) -> [Party] {
    let values = dimensions(of: procedure)
    var found: [Party] = []
    var seen: Set<Party> = []
    for step in procedure.steps where applies(step, values) {
      for party in unassigned(step) where seen.insert(party).inserted { found.append(party) }
    }
    return found
  }

  /// The parties that do a step and are held by nobody.
  func unassigned(_ step: Step) -> [Party] { step.participation.responsible.filter { !isHeld($0) } }

  private func isHeld(_ party: Party) -> Bool {
    if held.contains(party) { return true }
    switch party {
    case .role(let id):
      let role = handbook[id]
      let card = handbook[role.article].entry.card.role
      if card?.holders.isEmpty == false { return true }
      return role.members.contains { member in
        if held.contains(member) { return true }
        guard case .role(let id) = member else { return false }
        return handbook[handbook[id].article].entry.card.role?.holders.isEmpty == false
      }
    case .department(let id):
      let department = handbook[id]
      if department.roles.contains(where: { held.contains(.role($0)) }) { return true }
      return department.head.map { isHeld(.role($0)) } ?? true
    case .everyone, .allDepartments, .unknown: return true
    }
  }

  /// The values of each dimension that the event chose, of a procedure that defines it.
  private func dimensions(of procedure: Article) -> [(all: [String], value: String)] {
    let variants = procedure.entry.card.control?.variants ?? []
    return chosen.compactMap { choice in
      variants.first { $0.name.text == choice.name }.map { ($0.values.map(\.text), choice.value) }
    }
  }

  /// Whether a step fits what the event chose (spec/format.md 9): of no dimension it names only other values.
  private func applies(_ step: Step, _ dimensions: [(all: [String], value: String)]) -> Bool {
    let names = step.fields.applies
    return dimensions.allSatisfy { dimension in
      let own = names.filter { dimension.all.contains($0) }
      return own.isEmpty || own.contains(dimension.value)
    }
  }
}
