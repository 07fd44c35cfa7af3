/// A piece of text that is never cut.
struct Token {
  /// What it is made of.
  enum Kind: UInt8 { case han, numeral, word, number, blank, mark, invisible, term }

  /// Its bytes in the text of its outline.
  var start: Int32
  var end: Int32
  /// Equal for equal bytes, in both versions.
  var id: Int32
  /// Equal where only width, quotes and dashes differ.
  var fold: Int32
  var kind: Kind

  /// Whether it counts as text where similarity is asked for: no blanks and punctuation.
  var isText: Bool {
    switch kind {
    case .han, .numeral, .word, .number, .term: true
    case .blank, .mark, .invisible: false
    }
  }
}

/// Small numbers for texts: equal numbers for equal bytes. Shared by both versions of one comparison.
struct Vocabulary {
  private var pool: [UInt8] = []
  private var starts: [Int32] = [0]
  private var folds: [Int32] = []
  private var slots: [Int32] = Array(repeating: -1, count: 1024)
  private var hashes: [UInt32] = []
  /// Characters of three bytes, by scalar: nearly every token of a Chinese text is one.
  private var characters: [Int32] = Array(repeating: -1, count: 0x10000)

  /// The number of different texts so far.
  var count: Int { folds.count }

  /// The number of a text and of its folded form.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> (id: Int32, fold: Int32) {
    guard bytes.count == 3, bytes[0] >= 0xE0, bytes[0] < 0xF0 else {
      let id = find(bytes)
      return (id, folds[Int(id)])
    }
    let scalar = Int(bytes[0] & 15) << 12 | Int(bytes[1] & 63) << 6 | Int(bytes[2] & 63)
    if characters[scalar] < 0 { characters[scalar] = find(bytes) }
    let id = characters[scalar]
    return (id, folds[Int(id)])
  }

  private mutating func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(bytes)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if hashes[Int(slots[slot])] == hash, equals(Int(slots[slot]), bytes) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = Int32(truncatingIfNeeded: folds.count)
    slots[slot] = id
    hashes.append(hash)
    pool.append(contentsOf: bytes)
    starts.append(Int32(truncatingIfNeeded: pool.count))
    folds.append(id)
    if folds.count * 2 > slots.count { grow() }
    let folded = Self.folded(bytes)
    if !folded.elementsEqual(bytes) { folds[Int(id)] = folded.withUnsafeBufferPointer { find($0) } }
    return id
  }

  private func equals(_ id: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, end) = (Int(starts[id]), Int(starts[id + 1]))
    return end - start == bytes.count && pool[start..<end].elementsEqual(bytes)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for id in hashes.indices {
      var slot = Int(hashes[id]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: id)
    }
  }

  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let (scalar, length) = Glyph.decode(bytes, index)
      let folded = Glyph.folded(scalar)
      if folded == scalar {
        result += bytes[index..<(index + length)]
      } else {
        Glyph.append(folded, to: &result)
      }
      index += length
    }
    return result
  }

  /// FNV-1a: the same in every process, unlike the standard library's.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}
