/// One line of the ledger.
package struct LedgerEvent: Sendable, Hashable {
  /// The place of a line among those that one command wrote together: all of them count, or none.
  package struct Batch: Sendable, Hashable {
    /// Its place, from 1.
    package let number: Int
    /// How many there are.
    package let count: Int

    /// States a place.
    package init(number: Int, count: Int) {
      self.number = number
      self.count = count
    }
  }

  /// Its number, from 1.
  package let seq: Int
  /// When it was recorded.
  package let at: Instant
  /// Why it was recorded after the fact; nil for what was recorded in time.
  package let backdated: String?
  /// What it records.
  package let action: LedgerAction
  /// Its place among lines that belong together; nil of a line by itself.
  package let batch: Batch?
  /// The hash of the line before; 64 zeros in the first.
  package let prev: String
  /// The hash of this line without `hash`.
  package let hash: String

  /// What the first line names as the line before it.
  package static let origin = String(repeating: "0", count: 64)

  /// Seals an event behind another line.
  ///
  /// - Parameter digest: gives the SHA-256 of some bytes in hexadecimal digits.
  package init(
    _ action: LedgerAction, at: Instant, backdated: String?, batch: Batch?, seq: Int, prev: String,
    digest: ([UInt8]) -> String
  ) {
    let draft = LedgerEvent(
      seq: seq, at: at, backdated: backdated, action: action, batch: batch, prev: prev, hash: "")
    self.init(
      seq: seq, at: at, backdated: backdated, action: action, batch: batch, prev: prev,
      hash: digest(draft.json(withHash: false).canonicalBytes))
  }

  init(
    seq: Int, at: Instant, backdated: String?, action: LedgerAction, batch: Batch?, prev: String, hash: String
  ) {
    self.seq = seq
    self.at = at
    self.backdated = backdated
    self.action = action
    self.batch = batch
    self.prev = prev
    self.hash = hash
  }

  /// The event as readers may know it who must not know of some documents: a withdrawal without its successor, an edition
  /// without their versions; nil for what is about one of them. Its hash stays that of the whole line.
  package func visible(without isHidden: (String) -> Bool) -> LedgerEvent? {
    if let code = self.action.code, isHidden(code) { return nil }
    var action = self.action
    switch action {
    case .withdraw(var one):
      if one.successor.map(isHidden) ?? false { one.successor = nil }
      action = .withdraw(one)
    case .edition(var one):
      one.versions.removeAll { isHidden($0.code) }
      action = .edition(one)
    case .issue, .review, .hold, .release, .distribute: return self
    }
    return LedgerEvent(
      seq: seq, at: at, backdated: backdated, action: action, batch: batch, prev: prev, hash: hash)
  }

  /// The line as it stands in the ledger, with its line end.
  package var line: [UInt8] { json(withHash: true).canonicalBytes + [0x0A] }
}
