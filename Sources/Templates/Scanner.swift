internal import Diagnostics

/// Cuts a template into tags and pieces of text, in one pass over its bytes.
struct Scanner {
  private let path: String
  private let bytes: [UInt8]
  private var position = 0
  private var startsLine = true
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)

  private(set) var tokens: [Token] = []
  private(set) var problems: [Diagnostic] = []

  /// Scans a whole template; after a tag that is not closed the rest is left out.
  init(_ file: SourceFile) {
    path = file.path
    bytes = file.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    checkEncoding()
    while problems.isEmpty, let start = find(opening, from: position) {
      scanText(to: start)
      scanTag(at: start)
    }
    if problems.isEmpty { scanText(to: bytes.count) }
  }

  private mutating func checkEncoding() {
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return
      case .error(let length):
        return report(offset..<offset + length, zh: "这里不是有效的 UTF-8", en: "this is not valid UTF-8")
      }
    }
  }

  private mutating func scanText(to end: Int) {
    var start = position
    var blank = true
    for index in position..<max(position, end) {
      switch bytes[index] {
      case 0x0A:
        addText(start..<index + 1, blank: blank, endsLine: true)
        start = index + 1
        blank = true
      case 0x0D where index + 1 < end && bytes[index + 1] == 0x0A: break
      case 0x20, 0x09: break
      default: blank = false
      }
    }
    addText(start..<max(start, end), blank: blank, endsLine: false)
    position = max(position, end)
  }

  private mutating func addText(_ range: Range<Int>, blank: Bool, endsLine: Bool) {
    if range.isEmpty { return }
    add(.text(blank: blank, endsLine: endsLine), range, name: range)
    startsLine = endsLine
  }

  private mutating func scanTag(at start: Int) {
    var content = start + opening.count
    while content < bytes.count, isSpace(bytes[content]) { content += 1 }
    let first = content < bytes.count ? bytes[content] : nil
    let sigil = Sigil(first)
    if sigil != .value { content += 1 }
    var end = closing
    if first == UInt8(ascii: "{") { end.insert(UInt8(ascii: "}"), at: 0) }
    if sigil == .delimiters { end.insert(UInt8(ascii: "="), at: 0) }
    guard let stop = find(end, from: content) else { return reportUnclosed(start) }
    let name = trimmed(content..<stop)
    position = stop + end.count
    if sigil == .delimiters { setDelimiters(name, tag: start..<position) }
    add(.tag(sigil), start..<position, name: name)
    startsLine = false
  }

  private mutating func add(_ kind: Token.Kind, _ range: Range<Int>, name: Range<Int>) {
    tokens.append(Token(kind: kind, range: range, name: name, startsLine: startsLine))
  }

  private mutating func setDelimiters(_ content: Range<Int>, tag: Range<Int>) {
    let words = bytes[content].split(whereSeparator: isSpace)
    let isSound = words.count == 2 && words.allSatisfy { $0.count <= 16 && !$0.contains(UInt8(ascii: "=")) }
    if isSound {
      opening = Array(words[0])
      closing = Array(words[1])
    } else {
      report(tag, zh: "新的标记符号应写成 {{=<% %>=}}", en: "new delimiters are written {{=<% %>=}}")
    }
  }

  private mutating func reportUnclosed(_ start: Int) {
    let lineEnd = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    report(
      start..<lineEnd, zh: "这个标记没有结束", en: "this tag is not closed",
      help: Localized(zh: "补上“\(closing.shown)”", en: "add “\(closing.shown)”"))
  }

  private mutating func report(_ range: Range<Int>, zh: String, en: String, help: Localized? = nil) {
    problems.append(.template(path, range, zh: zh, en: en, help: help))
  }

  private func find(_ needle: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + needle.count <= bytes.count {
      var matched = 0
      while matched < needle.count, bytes[index + matched] == needle[matched] { matched += 1 }
      if matched == needle.count { return index }
      index += 1
    }
    return nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, isSpace(bytes[low]) { low += 1 }
    while low < high, isSpace(bytes[high - 1]) { high -= 1 }
    return low..<high
  }
}

/// Whether a byte parts words in a tag.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
