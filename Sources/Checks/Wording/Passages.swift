import Diagnostics
import Markdown
import Procedures

/// The passages of an article with the words that were found in them: read once, used by all wording rules.
struct Passages: Sendable {
  /// The texts of all passages, each ended by a line feed.
  private(set) var bytes: [UInt8] = []
  /// The passages, in the order of the text within each part of the article.
  private(set) var all: [Passage] = []
  /// The clauses of what instructions say.
  private(set) var clauses: [Clause] = []
  /// The words of the lists, in the order of the passages.
  private(set) var hits: [Hit] = []
  /// The first passage of each step, and the end of the last one's: indices into `all`.
  private var stepStarts: [Int] = []
  private var stepsEnd = 0
  private let document: Document

  /// Reads an article. Linear.
  init(_ article: Article, _ view: DocumentView) {
    document = article.document
    var reader = PassageReader(article, view)
    reader.read { place, phrase in add(place, phrase, view) }
  }

  private mutating func add(_ place: Passage.Place, _ phrase: Phrase, _ view: DocumentView) {
    guard let first = phrase.first else { return }
    let start = bytes.count
    if phrase.last == first, view.kind(of: first) == .text {
      let text = view.bytes(of: first)
      let low = min(max(Int(phrase.start), 0), text.count)
      bytes += text[low..<min(max(Int(phrase.end), low), text.count)]
    } else {
      bytes += document.plainBytes(of: phrase)
    }
    let range = start..<bytes.count
    guard !range.isEmpty else { return }
    bytes.append(0x0A)
    let firstClause = clauses.count
    if place.isInstruction || place == .warning { clauses += Clause.split(bytes, range) }
    let index = all.count
    if let step = place.step {
      while stepStarts.count <= step { stepStarts.append(index) }
      stepsEnd = index + 1
    }
    all.append(Passage(place: place, phrase: phrase, range: range, clauses: firstClause..<clauses.count))
    Word.table.forEachMatch(in: bytes, range) { match in
      if Word.all[match.word].counts(in: bytes, match.range) {
        hits.append(Hit(passage: index, word: match.word, range: match.range))
      }
    }
  }

  /// The words of one kind with the passages that they stand in.
  func hits(_ kind: Word.Kind) -> [(word: Word, range: Range<Int>, passage: Passage)] {
    hits.compactMap { hit in
      let word = Word.all[hit.word]
      return word.kind == kind ? (word, hit.range, all[hit.passage]) : nil
    }
  }

  /// The clauses of an instruction.
  func clauses(of passage: Passage) -> ArraySlice<Clause> { clauses[passage.clauses] }

  /// A part of the texts as a string.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Where a part of a passage stands in the source. Linear in the passage.
  func source(_ range: Range<Int>, of passage: Passage) -> SourceRange {
    let low = max(range.lowerBound - passage.range.lowerBound, 0)
    let high = max(min(range.upperBound, passage.range.upperBound) - passage.range.lowerBound, low)
    return document.range(of: document.subphrase(of: passage.phrase, low..<high))
  }

  /// The end of the title before a colon, as in “培训：每月组织…”; the start of the passage where there is none.
  func titleEnd(of passage: Passage) -> Int {
    var index = passage.range.lowerBound
    let end = min(passage.range.upperBound, index + 39)
    while index < end {
      if bytes.holdsAny(["：", ":"], at: index) { return index }
      if bytes.holdsAny(["，", "。", "；", ",", ";", "、"], at: index) { break }
      index += TextMeasure.length(bytes, at: index)
    }
    return passage.range.lowerBound
  }

  /// The sentence around a part of a passage, cut at 。！？ and line ends.
  func sentence(around range: Range<Int>, of passage: Passage) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low > passage.range.lowerBound, !isStop(endingAt: low) { low -= 1 }
    while high < passage.range.upperBound, !isStop(endingAt: high) { high += 1 }
    return low..<high
  }

  private func isStop(endingAt index: Int) -> Bool {
    guard index > 0 else { return false }
    if bytes[index - 1] == 0x0A { return true }
    // Only the last byte of a stop is looked at first.
    guard bytes[index - 1] == 0x82 || bytes[index - 1] == 0x81 || bytes[index - 1] == 0x9F else { return false }
    return bytes.holdsAny(["。", "！", "？"], endingAt: index)
  }
}

extension Passages {
  /// The end of a number of characters from an index, within a passage.
  func characters(_ count: Int, from index: Int, in passage: Passage) -> Int {
    var end = index
    for _ in 0..<count where end < passage.range.upperBound { end += TextMeasure.length(bytes, at: end) }
    return min(end, passage.range.upperBound)
  }

  /// A part of the texts for a message: its beginning, where it is long.
  func excerpt(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<bytes.count)
    var (end, cells) = (range.lowerBound, 0)
    while end < range.upperBound {
      let length = TextMeasure.length(bytes, at: end)
      cells += length > 2 ? 2 : 1
      if cells > 24 { break }
      end += length
    }
    end = min(end, range.upperBound)
    return text(range.lowerBound..<end) + (end < range.upperBound ? "…" : "")
  }
}

extension Passages {
  /// The passages of some neighbouring steps.
  func passages(ofSteps steps: ClosedRange<Int>) -> ArraySlice<Passage> {
    let first = stepStarts.indices.contains(steps.lowerBound) ? stepStarts[steps.lowerBound] : all.count
    let next = steps.upperBound + 1
    let end = stepStarts.indices.contains(next) ? stepStarts[next] : stepsEnd
    return first < end ? all[first..<end] : []
  }
}
