extension Word {
  /// All words of all lists.
  static let all: [Word] =
    vagueTimes + vagueRhythms + vagueExtents + openLists + modals + passives + doubleNegatives + variants

  /// All words, made ready for searching.
  static let table = WordTable(all.map(\.text))
}
