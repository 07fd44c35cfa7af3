/// What the ledger says: the events, and what they mean for each document.
package struct Ledger: Sendable {
  /// The events, in the order in which they were recorded.
  package let events: [LedgerEvent]
  /// What was recorded of each document, by code.
  package let documents: [DocumentRecord]
  private let places: [String: Int]

  /// Sorts events by document; n log n in them.
  package init(_ events: [LedgerEvent]) {
    self.events = events
    var byCode: [String: [Int]] = [:]
    for (index, event) in events.enumerated() {
      if let code = event.action.code { byCode[Self.key(code), default: []].append(index) }
    }
    documents = byCode.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { key in
      DocumentRecord((byCode[key] ?? []).map { events[$0] })
    }
    places = Dictionary(
      documents.enumerated().map { (Self.key($1.code), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The hash of the last line, which stands for the whole ledger; 64 zeros of an empty one.
  package var head: String { events.last?.hash ?? LedgerEvent.origin }

  /// What was recorded of a document; the case of its code does not count.
  package subscript(code: String) -> DocumentRecord? { places[Self.key(code)].map { documents[$0] } }

  /// The editions, in order: the event and what it names.
  package var editions: [(event: LedgerEvent, edition: EditionNote)] {
    events.compactMap { event in
      if case .edition(let edition) = event.action { (event, edition) } else { nil }
    }
  }

  /// The versions in force on a day, by code.
  package func inForce(on day: Day) -> [IssuedVersion] {
    documents.compactMap { document in
      let standing = document.standing(on: day)
      return standing.state == .inForce ? standing.version : nil
    }
  }

  /// The ledger without what some readers may not see: a hidden event keeps its number and its place in the chain.
  ///
  /// - Parameter isVisible: whether an event may be seen.
  package func publicLines(where isVisible: (LedgerEvent) -> Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for event in events {
      if isVisible(event) {
        bytes += event.line
      } else {
        let stub = JSONValue.object(of: [
          ("seq", .number(event.seq)), ("prev", .string(event.prev)), ("hash", .string(event.hash)),
        ])
        bytes += stub.canonicalBytes
        bytes.append(0x0A)
      }
    }
    return bytes
  }

  /// Codes are unique ignoring case.
  private static func key(_ code: String) -> String { code.lowercased() }
}
