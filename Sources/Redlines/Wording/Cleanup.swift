/// Makes differences of tokens readable: merges over short equal islands, slides insertions to where clauses begin, and
/// tells a text that is mostly new as one replacement.
struct Cleanup {
  let a: [Token]
  let b: [Token]
  let bytesA: [UInt8]
  let bytesB: [UInt8]

  init(_ a: [Token], _ b: [Token], _ bytesA: [UInt8], _ bytesB: [UInt8]) {
    (self.a, self.b, self.bytesA, self.bytesB) = (a, b, bytesA, bytesB)
  }

  /// The same differences as a person would mark them. Linear.
  func tidied(_ places: [ChangePlace]) -> [ChangePlace] {
    var places = merged(places)
    for _ in 0..<3 {
      let slid = slid(places)
      if slid == places { break }
      places = merged(slid)
    }
    places = merged(replacedSentences(places))
    return isMostlyNew(places) && places.count > 1 ? [whole(places)] : places
  }

  // MARK: Islands

  /// Merges neighbours over islands that are too short to be read as kept.
  func merged(_ places: [ChangePlace]) -> [ChangePlace] {
    var result: [ChangePlace] = []
    for place in places {
      var next = place
      while let last = result.last, isIsland(between: last, next) {
        result.removeLast()
        next = ChangePlace(
          old: last.old.lowerBound..<next.old.upperBound, new: last.new.lowerBound..<next.new.upperBound)
      }
      result.append(next)
    }
    return result
  }

  /// Whether what is kept between two places is no more than an island.
  func isIsland(between x: ChangePlace, _ y: ChangePlace) -> Bool {
    let kept = x.old.upperBound..<y.old.lowerBound
    if kept.isEmpty { return true }
    if kept.count > 12 || kept.contains(where: { a[$0].kind == .term }) { return false }
    let isBlank = kept.allSatisfy { a[$0].kind == .blank }
    if !isBlank, x.old.isEmpty && y.old.isEmpty || x.new.isEmpty && y.new.isEmpty { return false }
    let width = kept.reduce(0) { $0 + self.width(a[$1]) }
    let (left, right) = (size(x), size(y))
    if width > 6, kept.contains(where: { Sentences.isEnd(a, $0, bytesA) }) { return false }
    if width <= 2 { return isBlank || !isCosmetic(x) && !isCosmetic(y) }
    if width <= 4 { return left >= 4 && right >= 4 }
    return width <= 8 && width * 2 <= min(left, right)
  }

  /// Whether a change is of punctuation alone, which does not spread.
  private func isCosmetic(_ place: ChangePlace) -> Bool {
    place.old.allSatisfy { !a[$0].isText } && place.new.allSatisfy { !b[$0].isText }
  }

  /// The width of a token in half cells: two for a Han character, one for a Latin letter, none for a blank.
  private func width(_ token: Token) -> Int {
    if token.kind == .blank { return 0 }
    let bytes = Int(token.end - token.start)
    return token.kind == .word || token.kind == .number
      ? bytes : token.kind == .mark && bytes == 1 ? 1 : max(1, bytes * 2 / 3)
  }

  private func size(_ place: ChangePlace) -> Int {
    max(place.old.reduce(0) { $0 + width(a[$1]) }, place.new.reduce(0) { $0 + width(b[$1]) })
  }

  // MARK: Sliding

  /// Moves what only came or only went along equal tokens to where it reads best.
  private func slid(_ places: [ChangePlace]) -> [ChangePlace] {
    var result = places
    for index in places.indices where places[index].isPure {
      let before = index > 0 ? result[index - 1] : ChangePlace(old: 0..<0, new: 0..<0)
      let after =
        index + 1 < places.count ? places[index + 1] : ChangePlace(old: a.count..<a.count, new: b.count..<b.count)
      let isAddition = places[index].old.isEmpty
      let room =
        isAddition ? before.new.upperBound..<after.new.lowerBound : before.old.upperBound..<after.old.lowerBound
      let range = isAddition ? places[index].new : places[index].old
      let shift = bestShift(isAddition ? b : a, isAddition ? bytesB : bytesA, range, in: room)
      if shift == 0 { continue }
      let moved = { (range: Range<Int>) in (range.lowerBound + shift)..<(range.upperBound + shift) }
      result[index] = ChangePlace(old: moved(places[index].old), new: moved(places[index].new))
    }
    return result
  }

  /// How far a range moves; equal tokens at its ends let it, and it looks at most 200 tokens far.
  private func bestShift(_ tokens: [Token], _ bytes: [UInt8], _ range: Range<Int>, in room: Range<Int>) -> Int {
    var (best, bestScore) = (0, score(tokens, bytes, range))
    for direction in [-1, 1] {
      var shift = 0
      while abs(shift) < 200 {
        let (start, end) = (range.lowerBound + shift, range.upperBound + shift)
        if direction < 0 {
          guard start > room.lowerBound, tokens[start - 1].id == tokens[end - 1].id else { break }
        } else {
          guard end < room.upperBound, tokens[start].id == tokens[end].id else { break }
        }
        shift += direction
        let score = score(tokens, bytes, (range.lowerBound + shift)..<(range.upperBound + shift))
        if score > bestScore { (best, bestScore) = (shift, score) }
      }
    }
    return best
  }

  /// How well a phrase reads: a whole sentence, `xxx，` behind a clause, `，xxx` before an end, words at blanks.
  private func score(_ tokens: [Token], _ bytes: [UInt8], _ range: Range<Int>) -> Int {
    let (start, end) = (range.lowerBound, range.upperBound)
    let beforeEnds = start == 0 || Sentences.isEnd(tokens, start - 1, bytes)
    let ends = end == tokens.count || Sentences.isEnd(tokens, end - 1, bytes)
    if beforeEnds && ends { return 8 }
    let afterStops = end == tokens.count || isStop(tokens[end], bytes)
    if isStop(tokens[start], bytes), afterStops { return 6 }
    let beforeStops = start == 0 || isStop(tokens[start - 1], bytes)
    if beforeStops, isStop(tokens[end - 1], bytes) { return 5 }
    if beforeStops || afterStops { return 3 }
    return tokens[start].kind == .blank ? 1 : start > 0 && tokens[start - 1].kind == .blank ? 2 : 0
  }

  /// A mark between clauses or at the end of a sentence.
  private func isStop(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.kind == .mark else { return false }
    let text = bytes[Int(token.start)..<Int(token.end)]
    return ["，", "、", "；", "：", "。", "！", "？", ",", ";", ".", "）", "”", "》"].contains { text.elementsEqual($0.utf8) }
  }

  // MARK: Replacement

  /// Whether less than 35 % of the text is kept, in more than pieces of a longer one.
  func isMostlyNew(_ places: [ChangePlace]) -> Bool {
    isMostlyNew(places, in: 0..<a.count, 0..<b.count)
  }

  private func isMostlyNew(_ places: [ChangePlace], in x: Range<Int>, _ y: Range<Int>) -> Bool {
    let textWidth = { (tokens: [Token], range: Range<Int>) in
      range.reduce(0) { $0 + (tokens[$1].isText ? width(tokens[$1]) : 0) }
    }
    let (old, new) = (textWidth(a, x), textWidth(b, y))
    let gone = places.reduce(0) { $0 + textWidth(a, $1.old) }
    let kept = old - gone
    if old == 0 || new == 0 { return false }
    return kept * 200 < 35 * (old + new) && kept * 100 < 75 * min(old, new)
  }

  /// Sentences that are mostly new are replaced each as a whole, so that no kept character floats in them.
  private func replacedSentences(_ places: [ChangePlace]) -> [ChangePlace] {
    var result: [ChangePlace] = []
    var group: [ChangePlace] = []
    func close() {
      if group.count > 1, isMostlyNew(group, in: span(group).old, span(group).new) {
        result.append(span(group))
      } else {
        result += group
      }
      group = []
    }
    for place in places {
      if let last = group.last,
        (last.old.upperBound..<place.old.lowerBound).contains(where: { Sentences.isEnd(a, $0, bytesA) })
      {
        close()
      }
      group.append(place)
    }
    close()
    return result
  }

  private func span(_ places: [ChangePlace]) -> ChangePlace {
    guard let first = places.first, let last = places.last else { return ChangePlace(old: 0..<0, new: 0..<0) }
    return ChangePlace(
      old: first.old.lowerBound..<last.old.upperBound, new: first.new.lowerBound..<last.new.upperBound)
  }

  /// Everything between the common ends.
  private func whole(_ places: [ChangePlace]) -> ChangePlace { span(places) }
}
