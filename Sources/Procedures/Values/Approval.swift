package import Diagnostics

/// One line of 审批: who did what to this version, and when (spec/format.md 2).
package struct Approval: Sendable, Hashable {
  /// What was done.
  package enum Action: String, WordSet {
    case drafted, consulted, reviewed, approved, published

    package var words: (zh: [String], en: [String]) {
      switch self {
      case .drafted: (["编制"], ["drafted"])
      case .consulted: (["征求意见"], ["consulted"])
      case .reviewed: (["审核", "会签"], ["reviewed"])
      case .approved: (["批准"], ["approved"])
      case .published: (["发布"], ["published"])
      }
    }

    private static let byWord: ByteTable<Action> = {
      var table = ByteTable<Action>()
      for action in allCases { for word in action.words.zh + action.words.en { word.withBytes { table[$0] = action } } }
      return table
    }()

    /// Reads one of the spellings; most lines have it as it is listed.
    fileprivate init?(word: String) {
      guard let action = word.withBytes({ Self.byWord[$0] }) ?? Action(parsing: word) else { return nil }
      self = action
    }
  }

  /// What was done.
  package let action: Action
  /// The role or department, as written; empty where the line names none.
  package let role: Named
  /// The person, as written; empty where the line names none.
  package let person: String
  /// The day.
  package let day: Day
  /// The time of that day, where it was written.
  package let clock: Clock?
  /// The bytes of the whole line.
  package let range: SourceRange

  /// Day and time as written in data: `2024-05-01` or `2024-05-01 14:00`.
  package var at: String { clock.map { "\(day) \($0)" } ?? day.description }

  /// Reads `动作 岗位 姓名 日期[ 时间]` from its end.
  ///
  /// - Parameters:
  ///   - line: the line with its place.
  ///   - knownNames: whether a name is one of a role or department; the longest known one after the action is the role.
  /// - Returns: nil when the action or the date cannot be read; `fault(in:)` says which.
  package init?(parsing line: Named, knownNames: (String) -> Bool) {
    self.init(parsing: line, known: { knownNames($0.string) })
  }

  /// The same with a register that is asked with bytes; blanks between the words of a name are as they were written.
  init?(parsing line: Named, known: (Bytes) -> Bool) {
    let parts = ApprovalLine(line)
    guard let action = parts.action, let day = parts.day else { return nil }
    self.action = action
    self.day = day
    clock = parts.clock
    range = line.range
    let count = line.text.withBytes { Self.roleLength(parts.middle, $0, known) }
    if count > 0 || parts.middle.isEmpty {
      role = parts.named(parts.middle.prefix(count))
      person = parts.named(parts.middle.dropFirst(count)).text
      return
    }
    let word = parts.named(parts.middle.prefix(1))
    let glued = Self.gluedRole(word.text, known)
    role = Named(text: glued.role, range: word.range)
    let others = parts.named(parts.middle.dropFirst()).text
    person = [glued.person, others].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// How many words the longest known name at the start has; 0 when none is known.
  private static func roleLength(_ words: ArraySlice<Range<Int>>, _ line: Bytes, _ known: (Bytes) -> Bool) -> Int {
    guard let first = words.first else { return 0 }
    for count in stride(from: min(words.count, 8), to: 0, by: -1) {
      let end = words[words.startIndex + count - 1].upperBound
      if known(line[first.lowerBound..<end]) { return count }
    }
    return 0
  }

  /// A known name without a blank before the person (`店长甲某`); an unknown first word counts as the role.
  private static func gluedRole(_ word: String, _ known: (Bytes) -> Bool) -> (role: String, person: String) {
    let scalars = Array(word.unicodeScalars.prefix(40))
    for count in stride(from: scalars.count - 1, to: 0, by: -1) {
      let head = String(String.UnicodeScalarView(scalars[..<count]))
      if head.withBytes(known) { return (head, String(word.unicodeScalars.dropFirst(count))) }
    }
    return (word, "")
  }
}

/// The words of an approval line: first the action, last the date and perhaps a time.
struct ApprovalLine {
  let action: Approval.Action?
  let day: Day?
  let clock: Clock?
  private let line: Named
  private let words: [Range<Int>]
  /// The words between the action and the date, as places in `words`.
  private let between: Range<Int>
  private let hasDate: Bool

  init(_ line: Named) {
    self.line = line
    words = line.text.withBytes(Self.spans)
    var (first, end) = (0, words.count)
    action = words.first.flatMap { word in line.text.withBytes { Approval.Action(word: $0[word].string) } }
    if action != nil { first = 1 }
    clock = end - first > 1 ? Self.clock(line.text, words[end - 1]) : nil
    if clock != nil { end -= 1 }
    let date = end > first ? words[end - 1] : nil
    hasDate = date != nil
    day = date.flatMap { word in line.text.withBytes { Day(parsing: $0[word].string) } }
    between = first..<(day == nil ? end : end - 1)
  }

  private static func clock(_ text: String, _ word: Range<Int>) -> Clock? {
    text.withBytes { holdsColon($0[word]) ? Clock(parsing: $0[word].string) : nil }
  }

  /// The word where the date should be.
  var dateWord: Named? {
    let index = day == nil ? between.upperBound - 1 : between.upperBound
    return hasDate ? named(words[index...index]) : nil
  }

  /// The words between the action and the date.
  var middle: ArraySlice<Range<Int>> { words[between] }

  /// Some words, one blank between them, with their place; the whole line's where there are none, or where the line
  /// stands in quotes with escapes.
  func named(_ words: ArraySlice<Range<Int>>) -> Named {
    guard let first = words.first, let last = words.last else { return Named(text: "", range: line.range) }
    let start = Int(line.range.start)
    let isExact = Int(line.range.end) - start == line.text.utf8.count
    let range = isExact ? SourceRange(start + first.lowerBound, start + last.upperBound) : line.range
    let text = line.text.withBytes { bytes in
      words.count == 1 ? bytes[first].string : words.map { bytes[$0].string }.joined(separator: " ")
    }
    return Named(text: text, range: range)
  }

  private static func holdsColon(_ word: Bytes) -> Bool {
    word.indices.contains { word[$0] == 0x3A || (word[$0] == 0xEF && word.holds("：", at: $0)) }
  }

  /// How many bytes part words at an index.
  private static func gap(_ bytes: Bytes, _ index: Int, isFirst: Bool) -> Int {
    switch bytes[index] {
    case 0x20, 0x09: 1
    case 0x3A: isFirst ? 1 : 0
    case 0xE3: bytes.holds("\u{3000}", at: index) ? 3 : 0
    case 0xEF: isFirst && bytes.holds("：", at: index) ? 3 : 0
    default: 0
    }
  }

  /// Words between blanks of either width; a colon right after the first word ends it too.
  private static func spans(of bytes: Bytes) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    spans.reserveCapacity(6)
    var start = 0
    var index = 0
    func close(_ end: Int) { if end > start { spans.append(start..<end) } }
    while index < bytes.count {
      let width = gap(bytes, index, isFirst: spans.isEmpty)
      guard width > 0 else {
        index += 1
        continue
      }
      close(index)
      index += width
      start = index
    }
    close(bytes.count)
    return spans
  }
}
