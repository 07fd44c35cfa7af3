/// What names stand for: a table by the folded forms of the names, asked with bytes as they stand in a text, so that a
/// look-up makes no key.
struct NameTable<Value: Sendable>: Sendable {
  private var table = ByteTable<Value>()

  /// What a name stands for. Linear in the name.
  subscript(_ name: Bytes) -> Value? {
    // Captured by a closure, the table would be copied.
    get { NameKey.needsFolding(name) ? NameKey.withFolded(name) { table[$0] } : table[name] }
    set { NameKey.withFolded(name) { table[$0] = newValue } }
  }

  /// What a folded name stands for.
  func value(folded name: Bytes) -> Value? { table[name] }

  /// What a name stands for.
  subscript(_ name: String) -> Value? {
    get { name.withBytes { self[$0] } }
    set { name.withBytes { self[$0] = newValue } }
  }
}

/// A hash table by bytes. What was entered can be replaced, but stays.
struct ByteTable<Value: Sendable>: Sendable {
  private struct Slot {
    var hash: UInt64 = 0
    var start: Int32 = 0
    /// The length of the key; -1 while the slot is free.
    var count: Int32 = -1
    var value: Value?
  }

  /// By hash, the next free one where two meet. Their number is a power of two, at least twice that of the keys.
  private var slots: [Slot] = []
  private var count = 0
  /// All keys, one behind the other.
  private var keys: [UInt8] = []

  /// The value of a key. Linear in the key.
  subscript(_ key: Bytes) -> Value? {
    get { slots.isEmpty ? nil : slots[slot(of: key, ByteHash.hash(key))].value }
    set {
      if slots.isEmpty { keys.reserveCapacity(256) }
      if (count + 1) * 2 > slots.count { grow() }
      let hash = ByteHash.hash(key)
      let slot = slot(of: key, hash)
      if slots[slot].count < 0 {
        slots[slot].hash = hash
        slots[slot].start = Int32(truncatingIfNeeded: keys.count)
        slots[slot].count = Int32(truncatingIfNeeded: key.count)
        keys.append(contentsOf: key.buffer)
        count += 1
      }
      slots[slot].value = newValue
    }
  }

  /// The slot of a key, or the free one that it would take.
  private func slot(of key: Bytes, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].count >= 0 {
      if slots[slot].hash == hash, slots[slot].count == key.count, isKey(slot, key) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isKey(_ slot: Int, _ key: Bytes) -> Bool {
    let start = Int(slots[slot].start)
    return keys.withUnsafeBufferPointer { keys in
      let mine = UnsafeBufferPointer(rebasing: keys[start..<(start + Int(slots[slot].count))])
      return Bytes(mine).equals(key)
    }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: Swift.max(32, old.count * 2))
    let mask = slots.count - 1
    for entry in old where entry.count >= 0 {
      var slot = Int(truncatingIfNeeded: entry.hash) & mask
      while slots[slot].count >= 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}

/// The hash of names. Its seed differs from run to run, so that no text can be made to collide; nothing that is put out
/// depends on it.
enum ByteHash {
  private static let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  /// Multiplies and folds eight bytes at a time.
  static func hash(_ text: Bytes) -> UInt64 {
    let buffer = UnsafeRawBufferPointer(text.buffer)
    let seed = seed
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
