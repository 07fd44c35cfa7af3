/// Where a term stands in the glossary: by the first letter of its sound, then by its characters.
///
/// Letters and common characters stand together, a term in Latin letters before one in Chinese; digits and signs come
/// first, characters whose sound is not known last. A character with several sounds has its most usual one.
struct TermOrder: Comparable {
  /// The heading that it stands under.
  let letter: String
  private let key: [UInt32]

  /// Finds the place of a term.
  init(_ term: String) {
    var key: [UInt32] = []
    for scalar in term.unicodeScalars.prefix(64) { key.append(Self.weight(scalar)) }
    self.key = key
    letter = Self.title(of: key.first ?? 0)
  }

  static func < (a: TermOrder, b: TermOrder) -> Bool { a.key.lexicographicallyPrecedes(b.key) }

  /// One letter's share of the weights; a character's rank within its letter is smaller.
  private static let share: UInt32 = 0x1000
  /// The weight from which the sound of characters is not known.
  private static let unknown = share * 27

  private static func weight(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar {
    case "a"..."z": return (scalar.value - 0x60) * share
    case "A"..."Z": return (scalar.value - 0x40) * share
    case "Ａ"..."Ｚ": return (scalar.value - 0xFF20) * share
    case "ａ"..."ｚ": return (scalar.value - 0xFF40) * share
    default: break
    }
    if let weight = weights[scalar.value] { return weight }
    return scalar.value < share ? scalar.value : unknown + scalar.value
  }

  /// Only read by key.
  private static let weights: [UInt32: UInt32] = {
    var weights: [UInt32: UInt32] = [:]
    for (letter, characters) in CommonHan.byLetter {
      let start = (UInt32(letter.asciiValue ?? 0x40) - 0x40) * share
      for (rank, scalar) in characters.unicodeScalars.enumerated() { weights[scalar.value] = start + UInt32(rank) + 1 }
    }
    return weights
  }()

  private static func title(of weight: UInt32) -> String {
    if weight < share { return "0–9" }
    guard weight < unknown, let scalar = Unicode.Scalar(weight / share + 0x40) else { return "…" }
    return String(Character(scalar))
  }
}
