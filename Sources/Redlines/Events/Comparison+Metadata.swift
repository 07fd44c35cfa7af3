extension Comparison {
  /// The front matter, key by key; the order of keys is no difference.
  mutating func compareMetadata() {
    let (x, y) = (a.metadata, b.metadata)
    for entry in y.entries {
      if let before = x[entry.key] { compare(before, entry) } else { addKey(entry, isNew: true) }
    }
    for entry in x.entries where y[entry.key] == nil { addKey(entry, isNew: false) }
  }

  /// The name in the report: as written where that is English, else the usual English one.
  private func field(_ entry: Metadata.Entry) -> String {
    entry.written.utf8.allSatisfy { $0 < 0x80 } ? entry.written : entry.key
  }

  private mutating func addKey(_ entry: Metadata.Entry, isNew: Bool) {
    var event = Event(.meta, .changed)
    event.field = field(entry)
    if isNew { event.to = entry.values } else { event.from = entry.values }
    event.isList = entry.isList
    if entry.isList { if isNew { event.added = entry.values } else { event.removed = entry.values } }
    add(event, at: nil)
  }

  private mutating func compare(_ old: Metadata.Entry, _ new: Metadata.Entry) {
    if old.values == new.values { return }
    var event = Event(.meta, .changed)
    event.field = field(new)
    event.isList = old.isList || new.isList
    if event.isList {
      event.added = Self.without(new.values, old.values)
      event.removed = Self.without(old.values, new.values)
      if event.added.isEmpty && event.removed.isEmpty { event.kind = EventKind(.meta, .reordered) }
    }
    (event.from, event.to) = (old.values, new.values)
    add(event, at: nil)
  }

  /// The values of a list without those of another, each as often as it is there.
  private static func without(_ values: [String], _ others: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for other in others { counts[other, default: 0] += 1 }
    return values.filter { value in
      let count = counts[value, default: 0]
      counts[value] = count - 1
      return count <= 0
    }
  }
}
