import Diagnostics
import Markdown

/// The front of a step, box or stage heading: its time, who, and where the rest begins (spec/format.md 4.1, 4.2).
struct StepHead {
  /// The time phrase with what is wrong with it.
  var time: Moment.Reading?
  /// The bytes of the time phrase.
  var timeRange: Range<Int> = 0..<0
  /// Who, in order.
  var parties: [PartyFinder.Found] = []
  /// Names that are neither known nor like a role: bold that is only emphasis.
  var emphasis: Range<Int>?
  /// Where the text begins.
  var rest = 0

  /// Reads time and who in either order, each at most once.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - start: the first byte to read.
  ///   - anchors: the anchors of the document; nil reads no time.
  ///   - finder: knows the names.
  ///   - readsWho: whether names are read; a stage heading has only a time.
  init(_ line: Line, from start: Int = 0, anchors: AnchorTable?, finder: PartyFinder, readsWho: Bool = true) {
    rest = line.skippingBlanks(start)
    var hasTime = false
    var hasWho = !readsWho
    for _ in 0..<2 {
      if !hasTime, takeTime(line, anchors) {
        hasTime = true
        continue
      }
      if hasWho { break }
      hasWho = takeWho(line, finder)
      if !hasWho { break }
    }
    if hasTime || !parties.isEmpty { rest = Self.skippingColon(line, rest) }
  }

  private mutating func takeTime(_ line: Line, _ anchors: AnchorTable?) -> Bool {
    guard let anchors, let segment = line.segment(at: rest), segment.origin == .plain,
      anchors.mayStart(line.bytes[rest..<segment.range.upperBound]),
      let reading = Moment.leading(in: line.bytes[rest..<segment.range.upperBound], anchors: anchors)
    else { return false }
    time = reading
    timeRange = rest..<(rest + reading.length)
    rest = Self.skippingColon(line, timeRange.upperBound)
    return true
  }

  private mutating func takeWho(_ line: Line, _ finder: PartyFinder) -> Bool {
    guard let first = Self.whoName(line, at: rest) else { return false }
    var found = finder.parties(in: line.bytes[first.text])
    var last = first
    while let next = Self.whoName(line, at: Self.skippingJoiner(line, last.end)) {
      found += finder.parties(in: line.bytes[next.text])
      last = next
    }
    let isKnown = found.contains { if case .unknown = $0.party { false } else { true } }
    guard isKnown || found.contains(where: { finder.isLikeParty(line.bytes[$0.range]) }) else {
      emphasis = first.text.lowerBound..<last.text.upperBound
      return false
    }
    parties = found
    rest = Self.skippingColon(line, last.end)
    return true
  }

  /// A bold run or an @name at an index that is followed by a blank, a colon, a joiner or the end.
  private static func whoName(_ line: Line, at index: Int) -> (text: Range<Int>, end: Int)? {
    guard let segment = line.segment(at: index) else { return nil }
    if segment.origin == .strong, segment.range.lowerBound == index { return boldName(line, segment.range) }
    guard segment.origin == .plain, line.bytes[index] == UInt8(ascii: "@") else { return nil }
    let text = line.bytes[(index + 1)..<segment.range.upperBound]
    let end = text.indices.first { isBoundary(text, $0) } ?? text.endIndex
    return end > index + 1 ? ((index + 1)..<end, end) : nil
  }

  private static func boldName(_ line: Line, _ range: Range<Int>) -> (text: Range<Int>, end: Int)? {
    var name = trimmed(line.bytes[range])
    var hasColon = false
    if name.ends(with: ":") || name.ends(with: "：") {
      name = trimmed(name.dropLast(name.ends(with: ":") ? 1 : 3))
      hasColon = true
    }
    let end = range.upperBound
    let isFollowed = hasColon || end == line.bytes.count || isBoundary(line.bytes[end...], end)
    return isFollowed && !name.isEmpty ? (name.indices, end) : nil
  }

  /// Whether a name ends before an index: at a blank, a colon or a joiner.
  private static func isBoundary(_ text: Bytes, _ index: Int) -> Bool {
    let byte = text[index]
    if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == UInt8(ascii: ":") { return true }
    if byte >= 0xE3, text[index...].begins(with: "：") || text[index...].begins(with: "\u{3000}") { return true }
    return Joiner.punctuation.length(at: index, in: text) > 0 || Joiner.words.length(at: index, in: text) > 0
  }

  private static func skippingJoiner(_ line: Line, _ index: Int) -> Int {
    var next = line.skippingBlanks(index)
    guard next < line.bytes.count else { return next }
    let rest = line.bytes[next...]
    let isAnd = rest.begins(with: "and ")
    next += isAnd ? 3 : max(Joiner.punctuation.length(at: next, in: rest), Joiner.words.length(at: next, in: rest))
    return line.skippingBlanks(next)
  }

  private static func skippingColon(_ line: Line, _ index: Int) -> Int {
    let next = line.skippingBlanks(index)
    if line.bytes.holds(":", at: next) { return line.skippingBlanks(next + 1) }
    return line.bytes.holds("：", at: next) ? line.skippingBlanks(next + 3) : next
  }
}

extension PartyFinder {
  private static let roleEndings: [StaticString] = ["员", "长", "经理", "主管", "总监", "专员", "组", "部", "科", "室", "人", "师"]

  /// Whether an unknown name is meant as a role: it ends like one, or is nearly a known name (spec/format.md 4.2).
  func isLikeParty(_ name: Bytes) -> Bool {
    let name = trimmed(name)
    if register.isLoose { return true }
    if name.count > 60 || name.isEmpty { return false }
    if Self.roleEndings.contains(where: { name.ends(with: $0) }) { return true }
    return nearest(to: name.string) != nil
  }

  /// The known name that is nearest to an unknown one, if any is near.
  func nearest(to name: String) -> String? { EditDistance.nearest(name, among: register.partyNames) }

  /// The known name that an unknown one most likely means.
  func suggestion(for name: String) -> String? { EditDistance.suggestion(for: name, among: register.partyNames) }
}
