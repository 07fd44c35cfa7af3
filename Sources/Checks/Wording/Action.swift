/// Something that a text tells its reader to do.
struct Action: Hashable, Sendable {
  /// Its bytes, from the verb or from what leads to it, to the end of its part of the sentence.
  let range: Range<Int>
  /// Whether it is to be done only under a condition that the text names: such a part belongs into a branch.
  let isConditional: Bool
}

extension Action {
  /// The actions of a text in order. Linear.
  ///
  /// The first clause that holds a verb is an action; a later one, or a part behind 并, 然后, 再, 同时, “and”, “then”, only
  /// when it begins with a verb of `ActionVerbs`. Titles before a colon, circumstances (…后，…时，) and purposes are none.
  static func all(in bytes: [UInt8], _ clauses: ArraySlice<Clause>) -> [Action] {
    var reader = ActionReader(bytes: bytes)
    for index in clauses.indices {
      let clause = clauses[index]
      let isTitle =
        index == clauses.startIndex && clause.mark == .colon && index + 1 < clauses.endIndex
        && TextMeasure(bytes, clause.range).han <= 12
      // A colon at the very end announces a list.
      let announces = clause.mark == .colon && index + 1 == clauses.endIndex && index > clauses.startIndex
      if !isTitle, !announces { reader.read(clause) }
    }
    return reader.actions
  }
}

/// Reads clauses one after the other.
private struct ActionReader {
  let bytes: [UInt8]
  private(set) var actions: [Action] = []
  private var sentence = -1
  /// Whether the sentence has named a condition whose consequence is still to come.
  private var isUnderCondition = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func read(_ clause: Clause) {
    if clause.sentence != sentence {
      sentence = clause.sentence
      isUnderCondition = false
    }
    let opensCondition = bytes.holdsAny(ActionWords.conditions, at: clause.range.lowerBound)
    if opensCondition {
      // A condition before everything else is that of the whole step.
      isUnderCondition = !actions.isEmpty
      if !hasConsequence(clause) { return }
    } else if clause.mark == .comma, bytes.holdsAny(ActionWords.circumstanceEnds, endingAt: clause.range.upperBound) {
      return
    }
    let parts = split(clause.range)
    for (index, part) in parts.enumerated() {
      let isAction =
        index == 0
        ? (actions.isEmpty
          ? isFirst(part) : opensCondition || begins(part.lowerBound, part.upperBound) && !isSaidAgain(part))
        : true
      if isAction { actions.append(Action(range: part, isConditional: isUnderCondition)) }
    }
  }

  /// Whether a clause that opens with a condition also says what is done then, as in 如有异常立即上报.
  private func hasConsequence(_ clause: Clause) -> Bool {
    let range = clause.range
    guard bytes.holdsAny(ActionWords.findings, at: range.lowerBound) else { return false }
    let rest = range.lowerBound + 6..<max(range.lowerBound + 6, range.upperBound)
    guard ActionVerbs.stands(in: bytes, rest) else { return false }
    // Before a comma 如有修改 is the condition alone, unless a word such as 立即 goes on.
    return clause.mark != .comma || rest.contains { bytes.holdsAny(ActionWords.consequences, at: $0) }
  }

  /// Whether the first clause acts: it begins with a verb, or a verb with an object stands in it. One that ends in a verb
  /// without an object is a title (公众号维护), unless 进行 or its like makes an action of it.
  private func isFirst(_ range: Range<Int>) -> Bool {
    if bytes.holdsAny(ActionWords.noActions, at: range.lowerBound) { return false }
    if begins(range.lowerBound, range.upperBound) { return true }
    let start = skippingLeads(range.lowerBound, range.upperBound)
    if start < range.upperBound, bytes[start] < 0x80, ActionVerbs.match(bytes, at: start) != nil { return true }
    var index = range.lowerBound
    while index < range.upperBound {
      if let verb = ActionVerbs.match(bytes, at: index), verb.upperBound <= range.upperBound {
        let isAction =
          verb.upperBound == range.upperBound
          ? bytes.holdsAny(ActionWords.carriers, endingAt: index)
          : ActionVerbs.isImperative(bytes, verb, range.upperBound)
        if isAction { return true }
        index = verb.upperBound
      } else {
        index += TextMeasure.length(bytes, at: index)
      }
    }
    return false
  }

  /// Whether an action begins at an index: a verb, or 将 and its like with a verb behind.
  private func begins(_ index: Int, _ end: Int) -> Bool {
    let start = skippingLeads(index, end)
    if let verb = ActionVerbs.match(bytes, at: start), verb.upperBound <= end {
      return ActionVerbs.isImperative(bytes, verb, end)
    }
    guard bytes.holdsAny(ActionWords.objectMarks, at: start) else { return false }
    return holdsImperative(start..<end)
  }

  /// Whether a verb that tells to do something stands in a range, with its object or behind 进行 and its like.
  private func holdsImperative(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if let verb = ActionVerbs.match(bytes, at: index), verb.upperBound <= range.upperBound {
        if ActionVerbs.isImperative(bytes, verb, range.upperBound) { return true }
        index = verb.upperBound
      } else {
        index += TextMeasure.length(bytes, at: index)
      }
    }
    return false
  }

  private func skippingLeads(_ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end {
      if bytes[index] == 0x20 {
        index += 1
      } else if let lead = ActionWords.leads.match(bytes, at: index) {
        index = lead.range.upperBound
      } else {
        break
      }
    }
    return min(index, end)
  }

  /// Cuts a clause before each joiner that an action follows.
  private func split(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let length = TextMeasure.length(bytes, at: index)
      if index > start, let joiner = joiner(at: index, range.upperBound) {
        let next = skippingLeads(index + joiner, range.upperBound)
        let isOneAct = bytes.holdsAny(ActionWords.checks, at: next) || sharesObject(start..<index, next)
        if !isOneAct, begins(index + joiner, range.upperBound) {
          parts.append(start..<index)
          start = skippingBlanks(index + joiner)
        }
        index += joiner
      } else {
        index += length
      }
    }
    return parts + [start..<max(start, range.upperBound)]
  }

  /// Whether a part says again what the action before did: 进行总结，总结经验教训.
  private func isSaidAgain(_ part: Range<Int>) -> Bool {
    let start = skippingLeads(part.lowerBound, part.upperBound)
    guard let verb = ActionVerbs.match(bytes, at: start), let last = actions.last else { return false }
    let again = "进行" + String(decoding: bytes[verb], as: UTF8.self)
    return last.range.contains { bytes.holds(again, at: $0) }
  }

  /// Whether the part before a joiner is a bare verb with the object still to come, as in 搜集并分析行业信息: one thing is
  /// done to one object. A record or a signature is an act of its own all the same.
  private func sharesObject(_ part: Range<Int>, _ next: Int) -> Bool {
    guard part.count >= 6, ActionVerbs.match(bytes, at: part.upperBound - 6)?.upperBound == part.upperBound else {
      return false
    }
    return !bytes.holdsAny(ActionWords.records, at: next)
  }

  private func skippingBlanks(_ index: Int) -> Int {
    var index = index
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index
  }

  /// How many bytes the joiner at an index takes; nil where there is none.
  private func joiner(at index: Int, _ end: Int) -> Int? {
    guard let joiner = ActionWords.joiners.match(bytes, at: index)?.range else { return nil }
    // 合并, 一并, 再次 and the like are other words.
    if bytes.holdsAny(ActionWords.notJoinersAfter, endingAt: index) { return nil }
    return joiner.upperBound <= end ? joiner.count : nil
  }
}
