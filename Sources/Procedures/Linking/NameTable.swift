/// What names stand for: a table by the folded forms of the names, asked with bytes as they stand in a text, so that a
/// look-up makes no key.
struct NameTable<Value: Sendable>: Sendable {
  private struct Name {
    let hash: UInt64
    let start: Int
    let count: Int
  }

  /// Places in `names` plus one, by hash; 0 is free. Its count is a power of two, at least twice that of the names.
  private var slots: [Int32] = []
  private var names: [Name] = []
  private var values: [Value] = []
  /// All folded names, one behind the other.
  private var bytes: [UInt8] = []

  /// What a name stands for. Linear in the name.
  subscript(_ name: Bytes) -> Value? {
    get { NameKey.withFolded(name) { place(of: $0, NameHash.hash($0)) }.map { values[$0] } }
    set {
      guard let newValue else { return }
      NameKey.withFolded(name) { set($0, newValue) }
    }
  }

  /// What a name stands for.
  subscript(_ name: String) -> Value? {
    get { name.withBytes { self[$0] } }
    set { name.withBytes { self[$0] = newValue } }
  }

  private func place(of folded: Bytes, _ hash: UInt64) -> Int? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if names[place].hash == hash, isEqual(names[place], folded) { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func isEqual(_ name: Name, _ folded: Bytes) -> Bool {
    bytes.withBytes { $0[name.start..<(name.start + name.count)].equals(folded) }
  }

  private mutating func set(_ folded: Bytes, _ value: Value) {
    let hash = NameHash.hash(folded)
    if let place = place(of: folded, hash) {
      values[place] = value
      return
    }
    if names.count * 2 >= slots.count { grow() }
    names.append(Name(hash: hash, start: bytes.count, count: folded.count))
    values.append(value)
    bytes.append(contentsOf: folded.buffer)
    enter(names.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: Swift.max(16, slots.count * 2))
    for place in names.indices { enter(place) }
  }

  private mutating func enter(_ place: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: names[place].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(truncatingIfNeeded: place + 1)
  }
}

/// The hash of names. Its seed differs from run to run, so that no text can be made to collide; nothing that is put out
/// depends on it.
enum NameHash {
  private static let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  /// Multiplies and folds eight bytes at a time.
  static func hash(_ text: Bytes) -> UInt64 {
    let buffer = UnsafeRawBufferPointer(text.buffer)
    var hash = seed ^ UInt64(truncatingIfNeeded: buffer.count)
    var index = 0
    while index + 8 <= buffer.count {
      hash = mix(hash ^ buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < buffer.count {
      rest = rest << 8 | UInt64(buffer[index])
      index += 1
    }
    return mix(mix(hash ^ rest) ^ seed)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
