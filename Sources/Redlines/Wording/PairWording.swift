/// What happened to the words of one unit, or of several that belong together.
struct PairWording {
  /// The kind of change, the least first.
  enum Change: Equatable {
    case equal
    /// Only width, quotes, dashes or blanks differ.
    case cosmetic
    /// Only numbers of steps differ, and they follow their steps.
    case renumbered
    /// Only times differ.
    case retimed(from: [String], to: [String])
    /// The same sentences in another order.
    case reordered
    case edited
    /// Most of it is new.
    case replaced
  }

  var change: Change = .equal
  var places: [ChangePlace] = []
  /// The tokens of both sides, units that belong together one after the other.
  let old: [Token]
  let new: [Token]

  /// Compares the words of some units of both versions.
  ///
  /// - Parameters:
  ///   - olds: units of the old version, in order.
  ///   - news: units of the new version, in order.
  ///   - follows: the tokens of both sides that are numbers of steps and follow their step.
  init(
    _ olds: [Int], _ a: Outline, _ news: [Int], _ b: Outline, follows: (old: Set<Int>, new: Set<Int>),
    _ budget: inout Budget
  ) {
    old = olds.flatMap { a.tokens[a.units[$0].tokens] }
    new = news.flatMap { b.tokens[b.units[$0].tokens] }
    budget.spend(old.count + new.count)
    if old.count == new.count, zip(old, new).allSatisfy({ $0.id == $1.id }) { return }
    if differsInBreaksOnly(olds, a, news, b) { return }
    let diff = WordingDiff(old, new, a.text, b.text, &budget)
    places = diff.places
    change = classify(a, b, follows)
    if case .edited = change {
      let cleanup = Cleanup(old, new, a.text, b.text)
      if cleanup.isMostlyNew(places) {
        change = .replaced
      } else if isReordered(a, b) {
        change = .reordered
      }
    }
  }

  /// Whether the texts differ only by blanks where the source breaks a line beside a wide character.
  private func differsInBreaksOnly(_ olds: [Int], _ a: Outline, _ news: [Int], _ b: Outline) -> Bool {
    guard olds.count == 1, news.count == 1, !(a.units[olds[0]].breaks.isEmpty && b.units[news[0]].breaks.isEmpty) else {
      return false
    }
    let breaks = { (outline: Outline, unit: Int) in
      Set(outline.breaks[outline.units[unit].breaks].map { Int($0) + outline.units[unit].text.lowerBound })
    }
    let (breaksA, breaksB) = (breaks(a, olds[0]), breaks(b, news[0]))
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i].id == new[j].id {
        (i, j) = (i + 1, j + 1)
      } else if i < old.count, old[i].kind == .blank, breaksB.contains(j < new.count ? Int(new[j].start) : -1) {
        i += 1
      } else if j < new.count, new[j].kind == .blank, breaksA.contains(i < old.count ? Int(old[i].start) : -1) {
        j += 1
      } else {
        return false
      }
    }
    return true
  }

  private func classify(_ a: Outline, _ b: Outline, _ follows: (old: Set<Int>, new: Set<Int>)) -> Change {
    let isCosmetic = old.lazy.filter { $0.kind != .blank }.map(\.fold)
      .elementsEqual(new.lazy.filter { $0.kind != .blank }.map(\.fold))
    if isCosmetic { return .cosmetic }
    let (x, y) = (Pattern(old, a.text, follows.old), Pattern(new, b.text, follows.new))
    guard x.atoms == y.atoms else { return .edited }
    let pairs = zip(x.times, y.times).filter { $0 != $1 }
    if pairs.isEmpty { return .renumbered }
    let told = pairs.map { Self.withoutAnchor($0.0, $0.1) }
    return .retimed(from: told.map(\.0), to: told.map(\.1))
  }

  /// Two times without the day that both count from: 前三天 and 前五天, 24小时内 and 48小时内.
  private static func withoutAnchor(_ from: String, _ to: String) -> (String, String) {
    for anchor in ["活动结束", "会议结束", "展会结束", "活动", "会议", "开业", "展会"] where from.hasPrefix(anchor) && to.hasPrefix(anchor)
    {
      let (x, y) = (from.dropFirst(anchor.count), to.dropFirst(anchor.count))
      let isClosed = x.hasSuffix("内") && y.hasSuffix("内") && x.hasPrefix("后") && y.hasPrefix("后")
      return (String(isClosed ? x.dropFirst() : x), String(isClosed ? y.dropFirst() : y))
    }
    return (from, to)
  }

  /// Whether both sides have the same sentences.
  private func isReordered(_ a: Outline, _ b: Outline) -> Bool {
    func sentences(_ tokens: [Token], _ bytes: [UInt8]) -> [[Int32]] {
      Sentences(tokens, bytes).ranges.map { range in tokens[range].filter { $0.kind != .blank }.map(\.id) }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    let x = sentences(old, a.text)
    return x.count > 1 && x == sentences(new, b.text)
  }

  /// A text with its times and the numbers that follow their steps left open.
  private struct Pattern {
    var atoms: [Int32] = []
    var times: [String] = []

    init(_ tokens: [Token], _ bytes: [UInt8], _ follows: Set<Int>) {
      bytes.withUnsafeBufferPointer { buffer in
        let text = TokenText(bytes: buffer, tokens: tokens[...])
        let ranges = TimeExpression.ranges(in: text)
        times = ranges.map { text.string($0) }
        var next = 0
        for index in tokens.indices {
          if next < ranges.count, ranges[next].contains(index) {
            if index == ranges[next].lowerBound { atoms.append(-1) }
            if index == ranges[next].upperBound - 1 { next += 1 }
          } else if tokens[index].kind != .blank {
            atoms.append(follows.contains(index) ? -2 : tokens[index].fold)
          }
        }
      }
    }
  }
}

extension PairWording {
  /// What was put for what, where there are at most three short phrases.
  func phrases(_ a: Outline, _ b: Outline) -> [(from: String, to: String)] {
    guard places.count <= 3 else { return [] }
    let found = places.map {
      (from: RunWriter.text(old, $0.old, a.text), to: RunWriter.text(new, $0.new, b.text))
    }
    return found.allSatisfy { $0.from.utf8.count + $0.to.utf8.count <= 150 } ? found : []
  }

  /// The runs of each of the units that the new side is made of; of the old side where there is one new unit.
  ///
  /// - Parameter counts: the tokens of each new unit.
  func runs(_ a: Outline, _ b: Outline, parts counts: [Int]) -> [[Run]] {
    var writer = RunWriter(old: old, new: new, bytesA: a.text, bytesB: b.text, counts: counts)
    if case .equal = change {
      writer.keepAll()
    } else {
      for place in places { writer.write(place) }
      writer.finish()
    }
    return writer.parts
  }
}

/// Writes runs, cut where a new unit ends.
private struct RunWriter {
  let old: [Token]
  let new: [Token]
  let bytesA: [UInt8]
  let bytesB: [UInt8]
  /// The tokens of each new unit that are still to come.
  var counts: [Int]
  var parts: [[Run]] = [[]]
  private var i = 0
  private var j = 0

  init(old: [Token], new: [Token], bytesA: [UInt8], bytesB: [UInt8], counts: [Int]) {
    (self.old, self.new, self.bytesA, self.bytesB, self.counts) = (old, new, bytesA, bytesB, counts)
  }

  mutating func keepAll() { add(.kept, 0..<new.count, new, bytesB) }

  mutating func write(_ place: ChangePlace) {
    add(.kept, j..<place.new.lowerBound, new, bytesB)
    if !place.old.isEmpty { parts[parts.count - 1].append(Run(.removed, Self.text(old, place.old, bytesA))) }
    add(.added, place.new, new, bytesB)
    (i, j) = (place.old.upperBound, place.new.upperBound)
  }

  mutating func finish() { add(.kept, j..<new.count, new, bytesB) }

  private mutating func add(_ change: Run.Change, _ range: Range<Int>, _ tokens: [Token], _ bytes: [UInt8]) {
    var start = range.lowerBound
    while start < range.upperBound {
      while counts.count > 1, counts[0] == 0 {
        counts.removeFirst()
        parts.append([])
      }
      let length = counts.count > 1 ? min(range.upperBound - start, counts[0]) : range.upperBound - start
      parts[parts.count - 1].append(Run(change, Self.text(tokens, start..<(start + length), bytes)))
      if !counts.isEmpty { counts[0] -= length }
      start += length
    }
  }

  static func text(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index + 1
      while end < range.upperBound, tokens[end].start == tokens[end - 1].end { end += 1 }
      result += bytes[Int(tokens[index].start)..<Int(tokens[end - 1].end)]
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }
}
