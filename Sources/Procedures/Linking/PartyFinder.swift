/// Finds the parties that a text names, from the place where it stands: one department's names win over the others'.
struct PartyFinder {
  let register: Register
  let department: DepartmentID?

  /// A name that was found, where it stands in the text, and whether it is sure.
  struct Found {
    /// What it stands for.
    let party: Party
    /// The bytes of the name within the text.
    let range: Range<Int>
    /// Roles of other departments that bear the same name.
    let rivals: [RoleID]

    /// Whether it is unknown or one of several.
    var isDoubtful: Bool { if case .unknown = party { true } else { !rivals.isEmpty } }
  }

  /// The party that a whole text names; nil when the handbook knows none.
  func party(named text: String) -> Found? { text.withBytes { party($0) } }

  /// The parties of a text with several names (spec/format.md 4.4): the whole as one name first, then the longest
  /// known names, split at punctuation and joining words. Linear in the text times the names in it.
  func parties(in text: String) -> [Found] { text.withBytes { parties(in: $0) } }

  /// The same over bytes; ranges are indices of the slice.
  func parties(in text: Bytes) -> [Found] {
    let text = trimmed(text)
    if text.isEmpty { return [] }
    if let whole = party(text) { return [whole] }
    return Joiner.punctuation.split(text).flatMap { names(in: $0) }
  }

  /// The names in a piece without separating punctuation. Words such as 和 may stand inside a name, so they split
  /// only where at least one side is known.
  private func names(in piece: Bytes) -> [Found] {
    let piece = trimmed(piece)
    if piece.isEmpty { return [] }
    if let whole = party(piece) { return [whole] }
    if let bare = withoutRemark(piece), let known = party(bare) { return [known] }
    var found: [Found] = []
    var isKnown = false
    var rest = piece
    while !rest.isEmpty {
      let (name, known) = longestName(rest)
      isKnown = isKnown || known != nil
      found.append(known ?? unknown(name))
      rest = Joiner.words.dropping(rest[name.endIndex...])
    }
    return isKnown ? found : [unknown(piece)]
  }

  /// The longest known name at the start that ends where a joining word begins; else all up to the first such word.
  private func longestName(_ text: Bytes) -> (Bytes, Found?) {
    let ends = Joiner.words.starts(in: text) + [text.endIndex]
    for end in ends.reversed() {
      let name = trimmed(text[..<end])
      if let known = party(name) { return (text[..<end], known) }
    }
    return (text[..<(ends.first ?? text.endIndex)], nil)
  }

  private func unknown(_ name: Bytes) -> Found {
    let name = trimmed(name)
    return Found(party: .unknown(name.string), range: name.indices, rivals: [])
  }

  /// A name without the remark in brackets behind it, such as 保安员（两名）.
  private func withoutRemark(_ text: Bytes) -> Bytes? {
    guard text.ends(with: ")") || text.ends(with: "）") else { return nil }
    var index = text.endIndex
    while index > text.startIndex {
      index -= 1
      if text[index] == UInt8(ascii: "(") || text[index...].begins(with: "（") { return trimmed(text[..<index]) }
    }
    return nil
  }

  /// The party that a whole text names; nil when the handbook knows none.
  func party(_ text: Bytes) -> Found? {
    if text.isEmpty || text.count > 300 { return nil }
    if let slash = text.lastIndex(of: UInt8(ascii: "/")), let role = qualified(text, slash) {
      return Found(party: .role(role), range: text.indices, rivals: [])
    }
    guard let known = register.named(text, from: department) else { return Self.builtIn(text) }
    if let role = known.roles.first {
      let rivals = known.roles.count > 1 ? Array(known.roles.dropFirst()) : []
      return Found(party: .role(role), range: text.indices, rivals: rivals)
    }
    return known.department.map { Found(party: .department($0), range: text.indices, rivals: []) }
  }

  /// `市场部/文员`: the role of that name in that department.
  private func qualified(_ text: Bytes, _ slash: Int) -> RoleID? {
    guard let department = register.department(named: text[..<slash]) else { return nil }
    return register.roles(named: text[(slash + 1)...]).first {
      register.department(of: $0) == department
    }
  }

  /// The names that stand for all, and whether they mean everybody.
  private static let forAll: NameTable<Bool> = {
    var table = NameTable<Bool>()
    for name in ["全体", "全体人员", "全体员工", "everyone", "all staff"] { table[name] = true }
    for name in ["各部门", "all departments"] { table[name] = false }
    return table
  }()

  private static func builtIn(_ text: Bytes) -> Found? {
    guard let isEveryone = forAll[text] else { return nil }
    let party: Party = isEveryone ? .everyone(written: text.string) : .allDepartments(written: text.string)
    return Found(party: party, range: text.indices, rivals: [])
  }
}

/// The marks and words that may join names (spec/format.md 4.4).
enum Joiner {
  /// 、 ， ; & and the like.
  case punctuation
  /// 会同 和 与 及 同 / and.
  case words

  /// How many bytes the joiner at an index takes; 0 where there is none.
  func length(at index: Int, in text: Bytes) -> Int {
    let byte = text[index]
    switch self {
    case .punctuation:
      if byte == 0x2C || byte == 0x3B || byte == 0x26 { return 1 }
      guard byte == 0xE3 || byte == 0xEF else { return 0 }
      let isMark = text.holds("、", at: index) || text.holds("，", at: index) || text.holds("；", at: index)
      return isMark || text.holds("＆", at: index) ? 3 : 0
    case .words:
      if byte == 0x2F { return 1 }
      if byte == 0x61 { return latinLength(index, text) }
      guard byte >= 0xE4 else { return 0 }
      if text.holds("会同", at: index) { return 6 }
      let isWord = text.holds("和", at: index) || text.holds("与", at: index) || text.holds("及", at: index)
      return isWord || text.holds("同", at: index) || text.holds("／", at: index) ? 3 : 0
    }
  }

  /// `and` joins only between blanks.
  private func latinLength(_ index: Int, _ text: Bytes) -> Int {
    let end = index + 3
    let isAlone = index > text.startIndex && text[index - 1] == 0x20 && end < text.endIndex && text[end] == 0x20
    return isAlone && text[index...].begins(with: "and") ? 3 : 0
  }

  /// Where joiners begin, after the first byte of the text.
  func starts(in text: Bytes) -> [Int] {
    text.indices.dropFirst().filter { length(at: $0, in: text) > 0 }
  }

  /// The pieces between the joiners.
  func split(_ text: Bytes) -> [Bytes] {
    var pieces: [Bytes] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let length = length(at: index, in: text)
      if length > 0 {
        pieces.append(text[start..<index])
        index += length
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(text[start...])
    return pieces
  }

  /// The text without blanks and joiners at its start.
  func dropping(_ text: Bytes) -> Bytes {
    var rest = trimmed(text)
    while !rest.isEmpty {
      // A Latin joiner stands between blanks; the one before it was trimmed.
      let length = rest.begins(with: "and ") ? 3 : length(at: rest.startIndex, in: rest)
      if length == 0 { return rest }
      rest = trimmed(rest[(rest.startIndex + length)...])
    }
    return rest
  }
}
