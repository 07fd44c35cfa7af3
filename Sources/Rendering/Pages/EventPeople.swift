internal import Procedures

/// Who holds which role on the day of an event, and which roles nobody holds.
struct EventPeople {
  /// One row for each entry of the card, in its order.
  private(set) var rows: [PersonView] = []
  /// Who has something to do in the event's own steps and is not among them.
  private(set) var unassigned: [Party] = []

  /// Compares the people of the card with the steps. Linear in the steps.
  init(_ article: Article, _ view: Viewpoint) {
    var counts: [Party: Int] = [:]
    var acting: [Party] = []
    for step in article.steps {
      for part in step.parts {
        if part.letters.contains(.responsible) { counts[part.party, default: 0] += 1 }
        if part.letters.contains(where: { $0 != .consulted && $0 != .informed }) { acting.append(part.party) }
      }
    }
    rows = article.card.people.map { party, written in
      let (person, phone) = view.site.facts.showsPeople ? Self.split(written) : ("", "")
      return PersonView(
        role: view.chip(party), person: person, phone: phone, phoneHref: Self.dialled(phone), count: counts[party] ?? 0)
    }
    // An event whose card names nobody leaves its people to the shift, so nothing is missing there.
    guard !rows.isEmpty else { return }
    let present = Self.present(article.card.people.map(\.party), view.handbook)
    var seen: Set<Party> = []
    for party in acting where seen.insert(party).inserted && !Self.isHeld(party, present, view.handbook) {
      unassigned.append(party)
    }
  }

  /// The roles and departments that the card names, with the departments of those roles.
  private static func present(_ parties: [Party], _ handbook: Handbook) -> Set<Party> {
    var found = Set(parties)
    for case .role(let id) in parties {
      if let department = handbook.roles[Int(id.index)].department { found.insert(.department(department)) }
    }
    return found
  }

  /// Whether somebody holds a role that day: itself, or one of its members.
  private static func isHeld(_ party: Party, _ present: Set<Party>, _ handbook: Handbook) -> Bool {
    switch party {
    case .role(let id):
      present.contains(party) || handbook.roles[Int(id.index)].members.contains { present.contains($0) }
    case .department, .unknown: present.contains(party)
    case .everyone, .allDepartments: true
    }
  }

  /// The name, and behind the first blank the telephone.
  private static func split(_ written: String) -> (person: String, phone: String) {
    let scalars = written.unicodeScalars
    guard let blank = scalars.firstIndex(where: \.properties.isWhitespace) else { return (written, "") }
    let rest = scalars[blank...].drop(while: \.properties.isWhitespace)
    return (String(scalars[..<blank]), String(rest))
  }

  /// A number that can be dialled from anywhere; extensions cannot.
  private static func dialled(_ phone: String) -> String? {
    var digits = ""
    for scalar in phone.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.unicodeScalars.append(scalar)
      case "+" where digits.isEmpty: digits = "+"
      case " ", "-", "(", ")": continue
      default: return nil
      }
    }
    return (7...16).contains(digits.utf8.count) ? "tel:" + digits : nil
  }
}
