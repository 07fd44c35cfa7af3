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
  }

  /// The party that a whole text names; nil when the handbook knows none.
  func party(named text: String) -> Found? { party(Array(text.utf8)[...]) }

  /// The parties of a text with several names (spec/format.md 4.4): the whole as one name first, then the longest
  /// known names, split at punctuation and joining words. Linear in the text times the names in it.
  func parties(in text: String) -> [Found] { parties(in: Array(text.utf8)[...]) }

  /// The same over bytes; ranges are indices of the slice.
  func parties(in text: ArraySlice<UInt8>) -> [Found] {
    let text = trimmed(text)
    if text.isEmpty { return [] }
    if let whole = party(text) { return [whole] }
    return Joiner.punctuation.split(text).flatMap { names(in: $0) }
  }

  /// The names in a piece without separating punctuation. Words such as 和 may stand inside a name, so they split
  /// only where at least one side is known.
  private func names(in piece: ArraySlice<UInt8>) -> [Found] {
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
  private func longestName(_ text: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Found?) {
    let ends = Joiner.words.starts(in: text) + [text.endIndex]
    for end in ends.reversed() {
      let name = trimmed(text[..<end])
      if let known = party(name) { return (text[..<end], known) }
    }
    return (text[..<(ends.first ?? text.endIndex)], nil)
  }

  private func unknown(_ name: ArraySlice<UInt8>) -> Found {
    let name = trimmed(name)
    return Found(party: .unknown(String(decoding: name, as: UTF8.self)), range: name.indices, rivals: [])
  }

  /// A name without the remark in brackets behind it, such as 保安员（两名）.
  private func withoutRemark(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard text.ends(with: ")") || text.ends(with: "）") else { return nil }
    var index = text.endIndex
    while index > text.startIndex {
      index -= 1
      if text[index] == UInt8(ascii: "(") || text[index...].begins(with: "（") { return trimmed(text[..<index]) }
    }
    return nil
  }

  private func party(_ text: ArraySlice<UInt8>) -> Found? {
    if text.isEmpty || text.count > 300 { return nil }
    if let slash = text.lastIndex(of: UInt8(ascii: "/")), let role = qualified(text, slash) {
      return Found(party: .role(role), range: text.indices, rivals: [])
    }
    let key = NameKey(text)
    let roles = register.roles(named: key)
    if let own = roles.first(where: { department != nil && register.roles[Int($0.index)].department == department }) {
      return Found(party: .role(own), range: text.indices, rivals: [])
    }
    if let role = roles.first { return Found(party: .role(role), range: text.indices, rivals: Array(roles.dropFirst())) }
    if let department = register.department(named: key) {
      return Found(party: .department(department), range: text.indices, rivals: [])
    }
    return builtIn(key, text)
  }

  /// `市场部/文员`: the role of that name in that department.
  private func qualified(_ text: ArraySlice<UInt8>, _ slash: Int) -> RoleID? {
    guard let department = register.department(named: NameKey(text[..<slash])) else { return nil }
    return register.roles(named: NameKey(text[(slash + 1)...])).first {
      register.roles[Int($0.index)].department == department
    }
  }

  private static let everyone = Set(["全体", "全体人员", "全体员工", "everyone", "all staff"].map { NameKey($0) })
  private static let allDepartments = Set(["各部门", "all departments"].map { NameKey($0) })

  private func builtIn(_ key: NameKey, _ text: ArraySlice<UInt8>) -> Found? {
    let written = String(decoding: text, as: UTF8.self)
    if Self.everyone.contains(key) { return Found(party: .everyone(written: written), range: text.indices, rivals: []) }
    return Self.allDepartments.contains(key)
      ? Found(party: .allDepartments(written: written), range: text.indices, rivals: []) : nil
  }
}

/// The marks and words that may join names (spec/format.md 4.4).
enum Joiner {
  /// 、 ， ; & and the like.
  case punctuation
  /// 会同 和 与 及 同 / and.
  case words

  /// How many bytes the joiner at an index takes; 0 where there is none.
  func length(at index: Int, in text: ArraySlice<UInt8>) -> Int {
    let byte = text[index]
    switch self {
    case .punctuation:
      if byte == 0x2C || byte == 0x3B || byte == 0x26 { return 1 }
      guard byte == 0xE3 || byte == 0xEF else { return 0 }
      let rest = text[index...]
      return rest.begins(with: "、") || rest.begins(with: "，") || rest.begins(with: "；") || rest.begins(with: "＆") ? 3 : 0
    case .words:
      if byte == 0x2F { return 1 }
      if byte == 0x61 { return latinLength(index, text) }
      guard byte >= 0xE4 else { return 0 }
      let rest = text[index...]
      if rest.begins(with: "会同") { return 6 }
      let isWord = rest.begins(with: "和") || rest.begins(with: "与") || rest.begins(with: "及") || rest.begins(with: "同")
      return isWord || rest.begins(with: "／") ? 3 : 0
    }
  }

  /// `and` joins only between blanks.
  private func latinLength(_ index: Int, _ text: ArraySlice<UInt8>) -> Int {
    let end = index + 3
    let isAlone = index > text.startIndex && text[index - 1] == 0x20 && end < text.endIndex && text[end] == 0x20
    return isAlone && text[index...].begins(with: "and") ? 3 : 0
  }

  /// Where joiners begin, after the first byte of the text.
  func starts(in text: ArraySlice<UInt8>) -> [Int] {
    text.indices.dropFirst().filter { length(at: $0, in: text) > 0 }
  }

  /// The pieces between the joiners.
  func split(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
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
  func dropping(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
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
