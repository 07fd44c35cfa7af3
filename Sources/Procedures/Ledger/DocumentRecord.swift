internal import Diagnostics

/// What is to be said of an issued version on a day (spec/versions.md 2); always derived, never written.
package enum VersionState: String, WordSet {
  case scheduled
  case inForce = "in-force"
  case superseded
  case held = "on-hold"
  case withdrawn

  package var words: (zh: [String], en: [String]) {
    switch self {
    case .scheduled: (["待生效"], ["scheduled"])
    case .inForce: (["现行有效"], ["in force"])
    case .superseded: (["已被替代"], ["superseded"])
    case .held: (["暂停使用"], ["on hold"])
    case .withdrawn: (["已作废"], ["withdrawn"])
    }
  }
}

/// A version with what came of it later.
package struct IssuedVersion: Sendable {
  /// The event that sealed it.
  package let event: LedgerEvent
  /// What was sealed.
  package let issuance: Issuance
  /// The withdrawal of this version alone, before it came into force.
  package fileprivate(set) var cancellation: (event: LedgerEvent, withdrawal: Withdrawal)?
  /// The first day on which it may be in force: its own, but not before it was recorded.
  package let from: Day
  /// The first day on which it no longer is, because of a higher version or a withdrawal; nil while nothing is recorded.
  package fileprivate(set) var until: Day?
  /// The version that takes its place, where one does.
  package fileprivate(set) var successor: Version?

  /// Its version.
  package var version: Version { issuance.version }
  /// Whether there is no day on which it was or will be in force: a higher version came first.
  package var isSkipped: Bool { cancellation == nil && until.map { $0 <= from } ?? false }
}

/// Everything that was recorded of one document.
package struct DocumentRecord: Sendable {
  /// Its code, as it was last issued.
  package let code: String
  /// The versions, lowest first.
  package private(set) var versions: [IssuedVersion]
  /// The withdrawals of the whole document.
  package let withdrawals: [(event: LedgerEvent, withdrawal: Withdrawal)]
  /// The reviews without change.
  package let reviews: [(event: LedgerEvent, review: PeriodicReview)]
  /// The holds and releases, in order.
  package let pauses: [(event: LedgerEvent, isHold: Bool, pause: Pause)]
  /// The copies that were handed out and came back.
  package let handouts: [(event: LedgerEvent, handout: Handout)]

  /// Gathers the events of one document; nil when none of them seals a version. Quadratic in its versions at worst.
  init?(_ events: [LedgerEvent]) {
    var versions: [IssuedVersion] = []
    var withdrawals: [(event: LedgerEvent, withdrawal: Withdrawal)] = []
    var cancellations: [(event: LedgerEvent, withdrawal: Withdrawal)] = []
    var reviews: [(event: LedgerEvent, review: PeriodicReview)] = []
    var pauses: [(event: LedgerEvent, isHold: Bool, pause: Pause)] = []
    var handouts: [(event: LedgerEvent, handout: Handout)] = []
    for event in events {
      switch event.action {
      case .issue(let one):
        versions.append(
          IssuedVersion(event: event, issuance: one, cancellation: nil, from: max(one.effective, event.at.day)))
      case .withdraw(let one):
        if one.version == nil { withdrawals.append((event, one)) } else { cancellations.append((event, one)) }
      case .review(let one): reviews.append((event, one))
      case .hold(let one): pauses.append((event, true, one))
      case .release(let one): pauses.append((event, false, one))
      case .distribute(let one): handouts.append((event, one))
      case .edition: break
      }
    }
    guard let last = versions.last else { return nil }
    code = last.issuance.code
    self.withdrawals = withdrawals
    self.reviews = reviews
    self.pauses = pauses
    self.handouts = handouts
    for one in cancellations {
      let place = versions.lastIndex { $0.version == one.withdrawal.version && $0.event.seq < one.event.seq }
      if let place { versions[place].cancellation = one }
    }
    self.versions = versions.sorted { $0.version < $1.version }
    settleEnds()
  }

  private mutating func settleEnds() {
    var next: (from: Day, version: Version)?
    for index in versions.indices.reversed() {
      if let next { versions[index].until = next.from }
      versions[index].successor = next?.version
      for one in withdrawals where one.event.seq > versions[index].event.seq {
        let day = max(one.withdrawal.effective, one.event.at.day)
        if versions[index].until.map({ day < $0 }) ?? true {
          versions[index].until = day
          versions[index].successor = nil
        }
      }
      if versions[index].cancellation != nil { continue }
      // A higher version that takes effect earlier ends this one and every lower one.
      let from = versions[index].from
      if next.map({ from <= $0.from }) ?? true { next = (from, versions[index].version) }
    }
  }

  /// The version with a number, however it is written.
  package subscript(version: Version) -> IssuedVersion? { versions.first { $0.version == version } }

  /// The highest version that was ever issued, also one that was cancelled: no number is used twice.
  package var highest: IssuedVersion? { versions.last }

  /// The version that was sealed last.
  package var newest: IssuedVersion? { versions.max { $0.event.seq < $1.event.seq } }
}
