/// How a document and its versions stand from one day to the next, as far as it was recorded.
package struct Timeline: Sendable {
  /// A stretch of days.
  package struct Span: Sendable, Hashable {
    /// Its first day; it ends where the next one begins.
    package let from: Day
    /// The state on those days.
    package let state: VersionState
    /// The version that the state speaks of.
    package let version: Version
  }

  /// The stretches of the document, in order.
  package private(set) var document: [Span] = []
  /// The stretches of each version, in the order of `DocumentRecord.versions`.
  package private(set) var versions: [[Span]]

  fileprivate init(_ record: DocumentRecord) {
    versions = Array(repeating: [], count: record.versions.count)
    for day in record.turningDays {
      let standing = record.standing(on: day)
      if let state = standing.state, let version = standing.version?.version {
        Self.add(Span(from: day, state: state, version: version), to: &document)
      }
      for (place, version) in record.versions.enumerated() {
        guard let state = record.state(of: version, standing, on: day) else { continue }
        Self.add(Span(from: day, state: state, version: version.version), to: &versions[place])
      }
    }
  }

  private static func add(_ span: Span, to spans: inout [Span]) {
    if let last = spans.last, last.state == span.state, last.version == span.version { return }
    spans.append(span)
  }
}

extension DocumentRecord {
  /// How the document and its versions stand from day to day. Quadratic in the versions.
  package var timeline: Timeline { Timeline(self) }

  /// The days on which something may change: those of events, and those on which versions and withdrawals take effect.
  fileprivate var turningDays: [Day] {
    var days: Set<Day> = []
    for version in versions {
      days.formUnion([version.event.at.day, version.issuance.effective, version.from])
      if let one = version.cancellation { days.insert(one.event.at.day) }
    }
    for one in withdrawals { days.formUnion([one.event.at.day, one.withdrawal.effective]) }
    for one in pauses { days.insert(one.event.at.day) }
    return days.sorted()
  }
}
