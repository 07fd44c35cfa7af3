import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// A title in 《》 that names no document, or a quoted one that does.
  static let titleUnresolved = Rule(
    .titleUnresolved, .links, .always(.warning),
    summary: Localized(
      zh: "《》里写手册中有的文件名。",
      en: "《》 holds the title of a document of the handbook."),
    advice: Localized(
      zh: "《》会自动变成链接；手册里没有这份文件，读者就找不到。照提示改成最接近的名称；外部文件（法规、标准）列入“相关文件”就不再提示。",
      en:
        "《》 links itself; a title that the handbook does not have leads nowhere. Write the nearest title, or list documents of others under References."
    ),
    bad: Example(
      steps: "1. **店员** 填写《开店纪录》"),
    good: Example(
      steps: "1. **店员** 填写《开店记录》"),
    .document(findQuoted))

  /// “Quoted” titles that exist: 《》 would link them. Titles in 《》 that do not exist are found while names are linked.
  private static func findQuoted(_ inspection: inout Inspection) {
    var found: [(inline: Inline, range: Range<Int>, title: String)] = []
    inspection.forEachText { inline, bytes in
      for range in QuoteScan.ranges(bytes) {
        found.append(
          (inline, range, String(decoding: bytes[range.lowerBound + 3..<range.upperBound - 3], as: UTF8.self)))
      }
    }
    for (inline, range, title) in found {
      guard let id = inspection.handbook.articles(named: title).first, id != inspection.article.id else { continue }
      let other = inspection.handbook[id]
      guard other.kind.isControlled, other.title == title else { continue }
      let place = inspection.range(in: inline, range)
      inspection.report(
        place,
        Localized(
          zh: "“\(title)”是 \(other.name) 的名称，没有链接", en: "“\(title)” is the title of \(other.name) and is not linked"),
        help: Localized(zh: "写成《\(title)》", en: "write 《\(title)》"), fix: [Replacement(place, with: "《\(title)》")])
    }
  }
}

/// Finds short texts in Chinese quotes.
private enum QuoteScan {
  /// “…” with their quotes, of at most 64 Han characters. Linear.
  static func ranges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var index = 0
    while index + 2 < bytes.count {
      if bytes[index] == 0xE2, bytes[index + 1] == 0x80 {
        if bytes[index + 2] == 0x9C { start = index }
        if bytes[index + 2] == 0x9D, let open = start {
          if index > open + 3, index - open <= 195 { found.append(open..<index + 3) }
          start = nil
        }
      }
      index += 1
    }
    return found
  }
}
