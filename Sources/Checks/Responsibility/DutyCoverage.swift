import Markdown
import Procedures

/// Which duties of a role show in the steps that it takes part in, judged by pairs of neighbouring characters.
struct DutyCoverage {
  private struct Pending {
    let duty: Duty
    var missing: Int
    var pairs: Set<UInt64>
  }

  private var pending: [Pending]
  /// The duties that hold a pair.
  private var byPair: [UInt64: [Int]] = [:]

  /// Prepares the duties of a role; of those with a rhythm everybody knows when to do them.
  init(_ article: Article) {
    pending = article.duties.filter { $0.time == nil && $0.every == nil && $0.due == nil }.compactMap { duty in
      let text = article.document.plainBytes(of: duty.text)
      if Self.rhythms.contains(where: { text.starts(with: $0) }) { return nil }
      let pairs = Set(Self.pairs(text))
      // One pair in common is a word in common. To ask for two gave twice the hints, most of them of duties that the
      // steps put in other words.
      return Pending(duty: duty, missing: min(1, pairs.count), pairs: pairs)
    }
    for (index, duty) in pending.enumerated() { for pair in duty.pairs { byPair[pair, default: []].append(index) } }
    openCount = pending.count { $0.missing > 0 }
  }

  private var openCount: Int

  private static let rhythms = ["每", "Every ", "every ", "Daily", "Weekly", "Monthly", "Yearly"].map { Array($0.utf8) }

  /// Whether every duty was seen.
  var isComplete: Bool { openCount == 0 }

  /// The duties that no step showed.
  var open: [Duty] { pending.filter { $0.missing > 0 }.map(\.duty) }

  /// Looks at a step of the role, and at the title of its document. Linear in their text.
  mutating func add(_ part: Part, _ handbook: Handbook) {
    let article = handbook[part.article]
    let step = article.steps[part.step]
    take(article.document.plainBytes(of: step.action))
    for box in step.boxes { take(article.document.plainBytes(of: box.text)) }
    for record in step.fields.records { take(Array(record.title.utf8)) }
    take(Array(article.title.utf8))
  }

  private mutating func take(_ bytes: [UInt8]) {
    if isComplete { return }
    for pair in Self.pairs(bytes) {
      guard let duties = byPair[pair] else { continue }
      for index in duties where pending[index].pairs.remove(pair) != nil {
        pending[index].missing -= 1
        if pending[index].missing == 0 { openCount -= 1 }
      }
    }
  }

  /// Neighbouring Han characters, and Latin words of four letters and more.
  static func pairs(_ bytes: [UInt8]) -> [UInt64] {
    var found: [UInt64] = []
    var last: UInt64 = 0
    var word: UInt64 = 0
    var length = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let value = UInt64(scalar.value)
      let isHan = (0x3400...0x9FFF).contains(value) || value >= 0x20000
      if isHan, last != 0 { found.append(last << 32 | value) }
      last = isHan ? value : 0
      let letter = value | 0x20
      if (0x61...0x7A).contains(letter) {
        word = word &* 31 &+ letter
        length += 1
      } else {
        if length >= 4 { found.append(word | 1 << 63) }
        (word, length) = (0, 0)
      }
    }
    if length >= 4 { found.append(word | 1 << 63) }
    return found
  }
}
