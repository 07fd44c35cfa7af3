/// The anchors that a document names, such as `{开门: 09:00, 关门: 21:30}`, made ready for reading phrases.
package struct AnchorTable: Sendable {
  /// One anchor.
  package struct Anchor: Sendable {
    /// Its name, as written.
    package let name: String
    /// Its value; unread where it is neither a clock nor a day.
    package let moment: Moment
    /// The name as phrases are compared: half width, small letters.
    let folded: [UInt32]

    /// Its value as data: a clock as `HH:MM`, anything else as written (spec/data.md).
    package var value: String {
      guard case .clock(let clock) = moment.kind else { return moment.text }
      return clock.label
    }

    /// Whether its value is `T日`: then it may stand for 活动 in day offsets (spec/format.md 6).
    package let isEventDay: Bool

    init(name: String, moment: Moment, folded: [UInt32]) {
      self.name = name
      self.moment = moment
      self.folded = folded
      isEventDay = moment.kind == .day(offset: 0, clock: nil)
    }
  }

  /// The anchors in the order of the text.
  package let entries: [Anchor]
  /// The same, longest name first, so that `关门清场` is found before `关门`.
  let byLength: [Anchor]
  /// The first characters of the names.
  let starts: [UInt32]

  /// No anchors.
  package static let none = AnchorTable(entries: [])

  /// Reads anchors from front matter; of two with one name the first counts, a name without letters is dropped.
  ///
  /// - Parameter anchors: names and values, as written.
  /// - Complexity: linear, but for sorting the names.
  package init(_ anchors: [(name: String, value: String)]) {
    var seen: Set<[UInt32]> = []
    var entries: [Anchor] = []
    entries.reserveCapacity(anchors.count)
    for (name, value) in anchors {
      let folded = PhraseScanner.folded(name)
      // Most documents have two or three, which need no set.
      let isKnown = anchors.count > 8 ? !seen.insert(folded).inserted : entries.contains { $0.folded == folded }
      guard !folded.isEmpty, !isKnown else { continue }
      let reading = value.withBytes { Moment.reading(field: $0, as: .time, anchors: .none) }
      entries.append(Anchor(name: name, moment: reading.moment, folded: folded))
    }
    self.init(entries: entries)
  }

  private init(entries: [Anchor]) {
    self.entries = entries
    // Names of one length keep the order of the text: `sorted` need not be stable, so the place decides.
    byLength = entries.enumerated()
      .sorted { ($1.element.folded.count, $0.offset) < ($0.element.folded.count, $1.offset) }
      .map(\.element)
    starts = entries.compactMap(\.folded.first)
  }

  /// Where an anchor stands on a timeline; nil when it is not named or its value is neither a clock nor a day.
  ///
  /// - Complexity: linear in the anchors.
  package func position(of name: String) -> Moment.Position? {
    let folded = PhraseScanner.folded(name)
    guard let anchor = entries.first(where: { $0.folded == folded }) else { return nil }
    switch anchor.moment.kind {
    case .clock(let clock): return .init(day: 0, minute: clock.start)
    case .day(let offset, let clock): return .init(day: offset, minute: clock?.start)
    case .anchor, .within, .workdays, .monthday, .recurrence, .limit, .unread: return nil
    }
  }
}
