/// How a document of a published handbook stands: what its frame says, whatever its card says (spec/versions.md 2).
package struct ArticleStanding: Sendable, Hashable {
  /// The state of what is shown.
  package enum State: String, Sendable, Hashable {
    /// The working copy, shown in a review build only.
    case draft
    case scheduled, inForce, superseded, held, withdrawn

    /// The state of an issued version.
    package init(_ state: VersionState) {
      switch state {
      case .scheduled: self = .scheduled
      case .inForce: self = .inForce
      case .superseded: self = .superseded
      case .held: self = .held
      case .withdrawn: self = .withdrawn
      }
    }
  }

  /// The state.
  package var state: State
  /// The version that is shown.
  package var version: Version?
  /// The first day on which it holds.
  package var effective: Day?
  /// The SHA-256 of the sealed document, in hexadecimal digits; nil of a draft.
  package var digest: String?
  /// The day of the last review without change.
  package var reviewed: Day?
  /// The version in force, beside a draft or a scheduled version.
  package var inForce: Version?
  /// The version that comes next, and its first day.
  package var next: (version: Version, effective: Day)?
  /// Why it is on hold or withdrawn.
  package var reason: String?
  /// The code of the document that takes the place of a withdrawn one.
  package var successor: String?

  /// States how a sealed version stands on a day.
  package init(_ record: DocumentRecord, _ version: IssuedVersion, on day: Day) {
    let standing = record.standing(on: day)
    state = State(record.state(of: version.version, on: day) ?? .scheduled)
    self.version = version.version
    effective = version.issuance.effective
    digest = version.issuance.digest
    reviewed = record.lastReview(on: day)?.event.at.day
    let isCurrent = standing.version.map { $0.issuance.effective <= day } ?? false
    inForce = isCurrent && standing.state != .withdrawn ? standing.version?.version : nil
    next = standing.scheduled.first { $0.version != version.version }
      .map { ($0.version, $0.issuance.effective) }
    reason = standing.hold?.pause.reason ?? standing.withdrawal?.reason
    successor = standing.withdrawal?.successor
  }

  /// States that the working copy is shown.
  ///
  /// - Parameters:
  ///   - version: the version that the working copy names.
  ///   - record: what was recorded of the document, where anything was.
  package init(draft version: Version?, effective: Day?, record: DocumentRecord?, on day: Day) {
    state = .draft
    self.version = version
    self.effective = effective
    let standing = record?.standing(on: day)
    inForce = standing?.state == .inForce || standing?.state == .held ? standing?.version?.version : nil
    next = standing?.scheduled.first.map { ($0.version, $0.issuance.effective) }
  }

  package static func == (a: ArticleStanding, b: ArticleStanding) -> Bool {
    a.state == b.state && a.version == b.version && a.effective == b.effective && a.digest == b.digest
      && a.reviewed == b.reviewed && a.inForce == b.inForce && a.next?.version == b.next?.version
      && a.next?.effective == b.next?.effective && a.reason == b.reason && a.successor == b.successor
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(state)
    hasher.combine(version)
  }
}
