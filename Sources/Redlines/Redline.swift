/// The difference of two versions of one document.
package struct Redline: Sendable {
  /// What happened, what matters most first.
  package var events: [Event] = []
  /// What is to be looked at beside the events.
  package var notices: [Notice] = []
  /// Both versions as one text, in the order of the new one; what went stands where it stood.
  package var passages: [Passage] = []
  /// Who has to know.
  package var impact = Impact()
  /// Where the comparison was left coarse because the texts are too different or too large.
  package var isDegraded = false
  /// Operations that were counted.
  package var operations = 0
  /// The old version.
  package var old = Side()
  /// The new version.
  package var new = Side()

  /// What is known of one version.
  package struct Side: Sendable {
    /// The path of the file.
    package var path = ""
    /// The code of the document.
    package var code = ""
    /// Its title.
    package var title = ""
    /// The version as written.
    package var version = ""
    /// The day from which it holds, as written.
    package var effective = ""
  }

  /// The steps that did not change themselves while something below them did: they give that its place.
  package var contextPassages: Set<Int> {
    var found: Set<Int> = []
    var step: Int?
    for (index, passage) in passages.enumerated() {
      switch passage.kind {
      case .step: step = index
      case .field, .box, .branch: if let step, passage.isChanged, !passages[step].isChanged { found.insert(step) }
      case .heading: step = nil
      case .item, .paragraph, .table, .cell, .code, .html, .rule: break
      }
    }
    return found
  }

  /// Whether nothing changed.
  package var isEmpty: Bool { events.isEmpty }

  /// How many events of each kind there are, in the order of the report.
  package var counts: [(kind: EventKind, count: Int)] {
    var counts: [(kind: EventKind, count: Int)] = []
    var places: [EventKind: Int] = [:]
    for event in events {
      if let place = places[event.kind] {
        counts[place].count += 1
      } else {
        places[event.kind] = counts.count
        counts.append((event.kind, 1))
      }
    }
    return counts
  }
}

/// One unit of both versions as it is shown.
package struct Passage: Sendable {
  /// How it stands.
  package enum State: Sendable, Equatable {
    /// The same on both sides, or changed in its words only.
    case kept
    case added, removed
    /// Stands elsewhere than before.
    case moved
    /// Where a moved unit was; its new place has the text.
    case stub
  }

  /// What it is.
  package let kind: UnitKind
  /// How it stands.
  package var state: State
  /// The address in the new version; nil for what is gone.
  package var at: String?
  /// The addresses in the old version.
  package var was: [String] = []
  /// Its words: kept and removed runs are the old text, kept and added ones the new.
  package var runs: [Run] = []
  /// The level of a heading, or of a step or item within its list.
  package var level = 1
  /// The numbers of a step in both versions.
  package var numbers: (old: String, new: String) = ("", "")
  /// Whose step it is in both versions, as written there.
  package var roles: (old: [String], new: [String]) = ([], [])
  /// For a cell: the row and column, and whether it is a head.
  package var cell: (row: Int, column: Int, isHead: Bool)?
  /// The events that it shows.
  package var events: [Int] = []
  /// Links and images whose target changed.
  package var targets: [(text: String, old: String, new: String)] = []
  /// The lines in the sources, from 1; 0 for none.
  package var lines: (old: Int, new: Int) = (0, 0)

  /// Whether anything is to be seen in it.
  package var isChanged: Bool { state != .kept || !events.isEmpty || runs.contains { $0.change != .kept } }
}

/// Who has to know of a redline, and what.
package struct Impact: Sendable {
  /// One role with what changed in its own work: indices into the events.
  package struct Share: Sendable {
    /// The name of the role.
    package let role: String
    /// Indices into the events.
    package var events: [Int]
  }

  /// The roles in the order of the new version, each with its events.
  package var shares: [Share] = []

  /// Documents that link to a section or document that is gone, by code or title.
  package var brokenLinks: [String] = []
  /// Documents that refer to this one, where steps of it went, came or moved.
  package var readers: [String] = []

  /// The names of the roles.
  package var roles: [String] { shares.map(\.role) }
}
