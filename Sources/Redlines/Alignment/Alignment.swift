/// Which unit of the old version is which of the new one.
struct Alignment {
  /// How a pair was found, where that matters later.
  enum Basis: UInt8 { case none, equal, alike, rewritten }

  /// For every unit of a side its partner, -1 for none.
  var newOf: [Int32]
  var oldOf: [Int32]
  /// How the pair of an old unit was found.
  var basis: [Basis]
  /// For every section of a side its partner, -1 for none.
  var newSection: [Int32]
  var oldSection: [Int32]
  /// Old sections that stand elsewhere among their likes, or under another heading.
  var movedSections: Set<Int> = []
  /// Old units that stand elsewhere among their likes, or somewhere else.
  var moved: Set<Int> = []
  /// Old units that became several, with those, in order; the first is the partner.
  var splits: [Int: [Int]] = [:]
  /// New units that were several, with those, in order; the first is the partner.
  var merges: [Int: [Int]] = [:]
  /// The later parts of splits and merges, and whose parts they are.
  var splitOf: [Int: Int] = [:]
  var mergeOf: [Int: Int] = [:]
  var budget = Budget()

  init(_ a: Outline, _ b: Outline) {
    newOf = Array(repeating: -1, count: a.units.count)
    oldOf = Array(repeating: -1, count: b.units.count)
    basis = Array(repeating: .none, count: a.units.count)
    newSection = Array(repeating: -1, count: a.sections.count)
    oldSection = Array(repeating: -1, count: b.sections.count)
  }

  /// Pairs two units.
  mutating func pair(_ old: Int, _ new: Int, _ basis: Basis) {
    newOf[old] = Int32(truncatingIfNeeded: new)
    oldOf[new] = Int32(truncatingIfNeeded: old)
    self.basis[old] = basis
  }

  /// Whether an old unit is in no pair and part of no merge.
  func isFreeOld(_ unit: Int) -> Bool { newOf[unit] == -1 }
  /// Whether a new unit is in no pair and part of no split.
  func isFreeNew(_ unit: Int) -> Bool { oldOf[unit] == -1 }

  /// States what an old unit became; the first of them is its partner from now on.
  mutating func split(_ old: Int, into group: [Int]) {
    guard let first = group.first else { return }
    for unit in group.dropFirst() {
      oldOf[unit] = -2
      splitOf[unit] = old
    }
    splitOf[first] = nil
    pair(old, first, .alike)
    splits[old] = group
  }

  /// States what a new unit was made of; the first of them is its partner from now on.
  mutating func merge(_ group: [Int], into new: Int) {
    guard let first = group.first else { return }
    for unit in group.dropFirst() {
      newOf[unit] = -2
      mergeOf[unit] = new
    }
    mergeOf[first] = nil
    pair(first, new, .alike)
    merges[new] = group
  }
}

/// The units of one version, told apart by keys that are equal on both sides for equal units.
struct UnitKeys {
  /// Everything that can be seen.
  var exact: [Int32]
  /// The wording alone, without names, width and blanks.
  var fold: [Int32]

  private var table: [UInt64: Int32] = [:]

  /// Keys both versions with one table.
  static func pair(_ a: Outline, _ b: Outline) -> (UnitKeys, UnitKeys) {
    var first = UnitKeys(count: a.units.count)
    first.add(a)
    var second = UnitKeys(count: b.units.count)
    second.table = first.table
    second.add(b)
    (first.table, second.table) = ([:], [:])
    return (first, second)
  }

  private init(count: Int) {
    exact = Array(repeating: -1, count: count)
    fold = exact
  }

  private mutating func add(_ outline: Outline) {
    for index in outline.units.indices {
      let unit = outline.units[index]
      let words = Self.words(outline, index)
      var hash = Self.start(unit.kind, 1)
      Self.mix(UInt64(unit.frame), &hash)
      for name in outline.names[unit.names] { Self.mix(name, &hash) }
      for mark in outline.marks[unit.marks] { Self.mix(mark, &hash) }
      for token in outline.tokens[words] { Self.mix(UInt64(UInt32(bitPattern: token.id)), &hash) }
      exact[index] = key(hash)
      var folded = Self.start(unit.kind.isWording ? .paragraph : unit.kind, 2)
      for token in outline.tokens[words] where token.kind != .blank {
        Self.mix(UInt64(UInt32(bitPattern: token.fold)), &folded)
      }
      fold[index] = key(folded)
    }
  }

  /// The tokens of a unit; those of all its cells for a table.
  static func words(_ outline: Outline, _ index: Int) -> Range<Int> {
    guard outline.units[index].kind == .table, let rows = outline.tables[Int32(truncatingIfNeeded: index)]?.rows,
      let first = rows.first?.first, let last = rows.last(where: { !$0.isEmpty })?.last
    else { return outline.units[index].tokens }
    return outline.units[first].tokens.lowerBound..<outline.units[last].tokens.upperBound
  }

  private mutating func key(_ hash: UInt64) -> Int32 {
    if let known = table[hash] { return known }
    let next = Int32(truncatingIfNeeded: table.count)
    table[hash] = next
    return next
  }

  private static func start(_ kind: UnitKind, _ salt: UInt64) -> UInt64 {
    0xCBF2_9CE4_8422_2325 &+ UInt64(kind.rawValue) &* 0x1_0001 &+ salt
  }

  private static func mix(_ value: UInt64, _ hash: inout UInt64) {
    hash = (hash ^ value) &* 0x0000_0100_0000_01B3
    hash ^= hash >> 29
  }

  private static func mix(_ text: String, _ hash: inout UInt64) {
    for byte in text.utf8 { mix(UInt64(byte), &hash) }
    mix(0x100, &hash)
  }

  private static func mix(_ mark: Mark, _ hash: inout UInt64) {
    mix(UInt64(mark.kind.rawValue) << 32 | UInt64(UInt32(bitPattern: mark.start)), &hash)
    mix(mark.target, &hash)
  }
}

extension UnitKind {
  /// Whether it is wording in one of the forms that may turn into each other.
  var isWording: Bool { self == .step || self == .item || self == .paragraph }
}
