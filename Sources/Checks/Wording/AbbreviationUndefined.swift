import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// Capitals that the document, its glossary and common knowledge leave without a meaning; each once.
  ///
  /// Measured (see `Precision`): 14 found, 14 judged, 13 worth a writer's time; what was not: the second half of a
  /// product’s name.
  static let abbreviationUndefined = Rule(
    .abbreviationUndefined, .wording, .always(.info), measured: Precision(found: 14, judged: 14, worth: 13),
    summary: Localized(zh: "缩写在“术语”里说明，或第一次出现时写全称。", en: "Abbreviations are defined, or written in full at first use."),
    advice: Localized(
      zh: "新员工不知道 GMV 是什么。在“术语”里加一条，或第一次写“商品交易总额（GMV）”。人人认得的（VIP、PDF、A4 等）和书名号里的不提示；每个缩写每个文件只提示一次。",
      en:
        "A new colleague does not know what GMV is. Add it under Definitions, or write “gross merchandise value (GMV)” at first use. Those that everybody knows (VIP, PDF, GPS) and those inside titles are passed over; each is reported once in a document."
    ),
    bad: Example(
      steps: """
        1. **店员** 清点货架
        2. **店长** 上报当日 GMV
        """),
    good: Example(
      steps: """
        1. **店员** 清点货架
        2. **店长** 上报当日商品交易总额（GMV）
        """),
    .document { inspection in
      let passages = inspection.passages
      var seen: [Range<Int>] = []
      for passage in passages.all {
        for range in Abbreviation.all(in: passages.bytes, passage.range) {
          let isKnown = seen.contains { passages.bytes[$0] == passages.bytes[range] }
          if isKnown { continue }
          seen.append(range)
          let text = passages.text(range)
          if Abbreviation.isExplained(passages.bytes, range) || inspection.defines(text) { continue }
          inspection.report(
            passages.source(range, of: passage),
            Localized(zh: "缩写“\(text)”没有说明", en: "the abbreviation “\(text)” is not defined"),
            help: Localized(
              zh: "在“术语”里加“- **\(text)**：…”，或在这里写“全称（\(text)）”",
              en: "add “- **\(text)**: …” under Definitions, or write “full name (\(text))” here"))
        }
      }
    })
}

extension Inspection {
  /// Whether the document defines an abbreviation, or the glossary does and the text was linked to it.
  fileprivate func defines(_ abbreviation: String) -> Bool {
    article.definitions.contains {
      holds($0.term, abbreviation) || holds(document.plainText(of: $0.text), abbreviation)
    }
      || article.mentions.contains {
        if case .term(let term, _) = $0.target { holds(term, abbreviation) } else { false }
      }
  }

  private func holds(_ text: String, _ abbreviation: String) -> Bool {
    let bytes = Array(text.utf8)
    return Abbreviation.all(in: bytes, 0..<bytes.count, withKnown: true).contains {
      bytes[$0].elementsEqual(abbreviation.utf8)
    }
  }
}

/// Two to six capitals that stand alone.
enum Abbreviation {
  /// On every sign, form and machine, so that explaining them would waste the reader's time.
  private static let known = WordTable([
    "vip", "pdf", "usb", "led", "lcd", "gps", "atm", "pos", "sms", "app", "wifi", "it", "id", "ok", "am", "pm", "tv",
    "cd", "dvd", "pc",
    "ppt", "xls", "doc", "qq", "wps", "www", "url", "http", "https", "ktv", "ip", "no", "iso", "gb", "cctv", "ups",
    "cpu", "logo", "diy", "xx",
    "xxx", "xxxx", "todo", "tbd", "not", "and", "or", "if",
  ])

  /// All that are not known to everybody. Linear.
  static func all(in bytes: [UInt8], _ range: Range<Int>, withKnown: Bool = false) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var titles = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0xE3, bytes.holds("《", at: index) { titles += 1 }
      if byte == 0xE3, bytes.holds("》", at: index) { titles = 0 }
      guard byte >= 0x41, byte <= 0x5A else {
        index += 1
        continue
      }
      var end = index
      while end < range.upperBound, bytes[end] >= 0x41, bytes[end] <= 0x5A { end += 1 }
      let alone = !isGlue(bytes, index - 1, range) && !isGlue(bytes, end, range)
      if alone, titles == 0, (2...6).contains(end - index), withKnown || known.match(bytes, at: index) == nil {
        found.append(index..<end)
      }
      index = end
      while index < range.upperBound, isGlue(bytes, index, range) { index += 1 }
    }
    return found
  }

  /// Whether a byte makes one word, code or address with letters beside it.
  private static func isGlue(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
    guard range.contains(index) else { return false }
    switch bytes[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x40, 0x2F, 0x23, 0x26, 0x2E, 0x2A, 0x27, 0x2B: return true
    default: return false
    }
  }

  /// Whether the full name stands beside it: 全称（GMV） or GMV（全称）.
  static func isExplained(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.holdsAny(["（", "(", " ("], at: range.upperBound)
      || bytes.holdsAny(["（", "("], endingAt: range.lowerBound)
        && bytes.holdsAny(["）", ")", "，", ","], at: range.upperBound)
      || isSpelledOut(bytes, range.upperBound)
      || bytes.holdsAny(["简称", "简称“", "以下简称", "即", "缩写为"], endingAt: range.lowerBound)
  }

  /// Whether what it is made of follows at once: SWOT分析，包括优势…
  private static func isSpelledOut(_ bytes: [UInt8], _ end: Int) -> Bool {
    var index = end
    while index < bytes.count, index < end + 15, bytes[index] != 0x0A {
      if bytes.holdsAny(["包括", "是指", "即", "指的是"], at: index) { return true }
      index += TextMeasure.length(bytes, at: index)
    }
    return false
  }
}
