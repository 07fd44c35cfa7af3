/// How a document stands on a day.
package struct Standing: Sendable {
  /// The state of the document; nil before its first version was recorded.
  package let state: VersionState?
  /// The version that the state speaks of: the one in force or on hold; the next one of a document that is only
  /// scheduled; the last one of a withdrawn document.
  package let version: IssuedVersion?
  /// The versions that come into force later, the next one first.
  package let scheduled: [IssuedVersion]
  /// The withdrawal that holds, of a withdrawn document.
  package let withdrawal: Withdrawal?
  /// The hold that holds.
  package let hold: (event: LedgerEvent, pause: Pause)?
}

extension DocumentRecord {
  /// How the document stands on a day, by the events that were recorded by its end (spec/versions.md 2).
  package func standing(on day: Day) -> Standing {
    let known = versions.filter { $0.event.at.day <= day && !isCancelled($0, on: day) }
    let alive = known.filter { !isWithdrawn($0, on: day) }
    let current = alive.last { $0.issuance.effective <= day }
    let later = alive.filter { $0.issuance.effective > day }
    let scheduled = later.filter { one in current.map { one.version > $0.version } ?? true }
      .sorted { ($0.issuance.effective, $0.version) < ($1.issuance.effective, $1.version) }
    let hold = self.hold(on: day)
    if let current {
      return Standing(
        state: hold == nil ? .inForce : .held, version: current, scheduled: scheduled, withdrawal: nil, hold: hold)
    }
    if let withdrawal = withdrawal(on: day), let last = known.last(where: { isWithdrawn($0, on: day) }) {
      return Standing(state: .withdrawn, version: last, scheduled: scheduled, withdrawal: withdrawal, hold: nil)
    }
    if let next = scheduled.first {
      return Standing(
        state: hold == nil ? .scheduled : .held, version: next, scheduled: scheduled, withdrawal: nil, hold: hold)
    }
    return Standing(state: nil, version: nil, scheduled: [], withdrawal: nil, hold: nil)
  }

  /// The state of one version on a day; nil before it was recorded.
  package func state(of version: Version, on day: Day) -> VersionState? {
    guard let one = self[version], one.event.at.day <= day else { return nil }
    return state(of: one, standing(on: day), on: day)
  }

  /// The state of a version on a day for which the document's standing is known; nil before it was recorded.
  func state(of version: IssuedVersion, _ standing: Standing, on day: Day) -> VersionState? {
    if version.event.at.day > day { return nil }
    if isCancelled(version, on: day) || isWithdrawn(version, on: day) { return .withdrawn }
    guard let current = standing.version, current.issuance.effective <= day else { return .scheduled }
    if current.version == version.version { return standing.state }
    return version.version < current.version ? .superseded : .scheduled
  }

  /// The last review without change that was recorded by the end of a day.
  package func lastReview(on day: Day) -> (event: LedgerEvent, review: PeriodicReview)? {
    reviews.last { $0.event.at.day <= day }
  }

  /// The day by which the document is to be looked at again: the later of the effective date and the last review, plus
  /// the cycle; nil for what is not in force.
  package func nextReview(on day: Day, cycle: ReviewCycle) -> Day? {
    let standing = standing(on: day)
    guard standing.state == .inForce || standing.state == .held, let version = standing.version,
      version.issuance.effective <= day
    else { return nil }
    let start = max(version.issuance.effective, lastReview(on: day)?.event.at.day ?? version.issuance.effective)
    return start.adding(months: cycle.months)
  }

  /// The controlled copies that were handed out by the end of a day and did not come back, by number.
  package func copies(on day: Day) -> [(copy: Handout.Copy, version: Version, since: Day)] {
    var held: [Int: (copy: Handout.Copy, version: Version, since: Day)] = [:]
    for one in handouts where one.event.at.day <= day {
      for copy in one.handout.copies { held[copy.number] = (copy, one.handout.version, one.event.at.day) }
      for number in one.handout.returned { held[number] = nil }
    }
    return held.values.sorted { $0.copy.number < $1.copy.number }
  }

  /// The number of the next controlled copy; no number is given twice.
  package var nextCopy: Int { (handouts.flatMap(\.handout.copies).map(\.number).max() ?? 0) + 1 }

  private func isCancelled(_ version: IssuedVersion, on day: Day) -> Bool {
    version.cancellation.map { $0.event.at.day <= day } ?? false
  }

  /// A withdrawal ends every version that was sealed before it; a version sealed later revives the code.
  private func isWithdrawn(_ version: IssuedVersion, on day: Day) -> Bool {
    withdrawals.contains { $0.event.seq > version.event.seq && Self.holds($0, on: day) }
  }

  private func withdrawal(on day: Day) -> Withdrawal? { withdrawals.last { Self.holds($0, on: day) }?.withdrawal }

  private static func holds(_ one: (event: LedgerEvent, withdrawal: Withdrawal), on day: Day) -> Bool {
    one.event.at.day <= day && one.withdrawal.effective <= day
  }

  private func hold(on day: Day) -> (event: LedgerEvent, pause: Pause)? {
    guard let last = pauses.last(where: { $0.event.at.day <= day }), last.isHold else { return nil }
    return (last.event, last.pause)
  }
}
