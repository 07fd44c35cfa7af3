import Diagnostics
import Procedures

extension Rule {
  /// A word in its other spelling; one finding for each word of a document.
  ///
  /// Measured (see `Precision`): 7 found, 7 judged, 7 worth a writer's time.
  static let termVariant = Rule(
    .termVariant, .wording, .always(.info), measured: Precision(found: 7, judged: 7, worth: 7),
    summary: Localized(zh: "一个词只用一种写法。", en: "A word has one spelling."),
    advice: Localized(
      zh:
        "“帐号”和“账号”、“App”和“APP”混着写，搜索会漏，读者会以为是两样东西。规范写法见《第一批异形词整理表》。本来没有错的两种写法（其它/其他，App/APP），同一个文件里混用才提示；每个词每个文件只提示一次。",
      en:
        "With “App” in one line and “APP” in the next a search misses half, and a reader looks for two things. Two sound spellings are reported only where one document mixes them; each word once in a document."
    ),
    bad: Example(
      steps: """
        1. **店员** 登陆收银系统
        2. **店长** 检查店面
        """),
    good: Example(
      steps: """
        1. **店员** 登录收银系统
        2. **店长** 检查店面
        """),
    .document { inspection in
      let passages = inspection.passages
      var found: [(word: Word, range: Range<Int>, passage: Passage, count: Int)] = []
      for (word, range, passage) in passages.hits(.variant) {
        if let place = found.firstIndex(where: { $0.word.text == word.text }) {
          found[place].count += 1
        } else {
          found.append((word, range, passage, 1))
        }
      }
      for (word, range, passage, count) in found {
        let instead = word.instead ?? ""
        inspection.report(
          passages.source(range, of: passage),
          Localized(
            zh: "“\(word.text)”应写“\(instead)”（\(word.why)）\(count > 1 ? "，本文有 \(count) 处" : "")",
            en: "“\(word.text)” is written “\(instead)”\(count > 1 ? "; it stands \(count) times here" : "")"),
          help: Localized(zh: "改为“\(instead)”", en: "write “\(instead)”"))
      }
      for mixed in passages.mixedSpellings(word: .mixedVariant) + passages.mixedLetters() {
        let (one, other) = (passages.text(mixed.first.range), passages.text(mixed.second.range))
        inspection.report(
          passages.source(mixed.second.range, of: mixed.second.passage),
          Localized(zh: "“\(other)”在本文里也写作“\(one)”", en: "“\(other)” is also written “\(one)” in this document"),
          help: Localized(zh: "选定一种写法", en: "choose one spelling"),
          notes: [
            .init(
              path: inspection.article.path, range: passages.source(mixed.first.range, of: mixed.first.passage),
              message: Localized(zh: "这里写“\(one)”", en: "it is “\(one)” here"))
          ])
      }
    })
}

extension Passages {
  /// Two spellings of one word, each with its first place.
  struct Mixed {
    let first: (range: Range<Int>, passage: Passage)
    let second: (range: Range<Int>, passage: Passage)
  }

  /// Words whose two spellings are both sound and both stand here.
  fileprivate func mixedSpellings(word kind: Word.Kind) -> [Mixed] {
    let all = hits(kind)
    var found: [Mixed] = []
    for (word, range, passage) in all {
      let isSeen = found.contains { text($0.second.range) == word.text || text($0.first.range) == word.text }
      guard !isSeen, let other = all.first(where: { $0.word.text == word.instead }) else { continue }
      found.append(Mixed(first: (other.range, other.passage), second: (range, passage)))
    }
    return found
  }

  /// Latin words among Han characters that differ only in the case of their letters. Linear, but for the words' sorting.
  fileprivate func mixedLetters() -> [Mixed] {
    var spellings: [String: (range: Range<Int>, passage: Passage)] = [:]
    var reported: Set<String> = []
    var found: [Mixed] = []
    for passage in all {
      for range in latinWords(passage.range) {
        let text = self.text(range)
        let key = text.lowercased()
        guard let first = spellings[key] else {
          spellings[key] = (range, passage)
          continue
        }
        guard bytes[first.range] != bytes[range], reported.insert(key).inserted else { continue }
        found.append(Mixed(first: first, second: (range, passage)))
      }
    }
    return found
  }

  /// Words of two letters or more with a Han character before or behind them, which are no part of a code.
  private func latinWords(_ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard Self.isWordByte(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      var isPlain = true
      while end < range.upperBound, Self.isWordByte(bytes[end]) || bytes[end] == 0x2D {
        isPlain = isPlain && (bytes[end] | 0x20) >= 0x61 && (bytes[end] | 0x20) <= 0x7A
        end += 1
      }
      let touchesHan =
        index > range.lowerBound && bytes[index - 1] >= 0x80 || end < range.upperBound && bytes[end] >= 0x80
      if isPlain, end - index > 1, touchesHan { found.append(index..<end) }
      index = end
    }
    return found
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}
