internal import Diagnostics

/// Where the front matter of a file begins and ends; looks at `---` lines only.
struct HeaderFence {
  /// The bytes between the fences.
  var content: Range<Int>
  /// The block with its fences.
  var range: SourceRange
  /// The first byte of the body.
  var bodyStart: Int
  /// Whether both fences stand where they should.
  var isSound: Bool

  /// Takes a whole file, without its byte order mark, as the block.
  init(whole file: SourceFile) {
    content = Self.textStart(of: file)..<file.bytes.count
    range = SourceRange(0, file.bytes.count)
    bodyStart = file.bytes.count
    isSound = true
  }

  /// Finds the fences of a document.
  ///
  /// Metadata under leading blank lines is an error, but still taken as front matter, so that it is never published as
  /// text of the body.
  init(in file: SourceFile, findings: inout [Diagnostic]) {
    let first = Self.textStart(of: file)
    let opening = Self.firstLine(of: file.bytes, from: first)
    guard let opening, Self.isFence(file.bytes, opening.line) else {
      self.init(content: first..<first, range: .start, bodyStart: first, isSound: false)
      findings.append(Self.missing(in: file.path, blanks: nil))
      return
    }
    let isAtStart = opening.line.lowerBound == first
    if !isAtStart {
      findings.append(Self.missing(in: file.path, blanks: SourceRange(first, opening.line.lowerBound)))
    }
    var lines = HeaderLines(bytes: file.bytes, next: opening.next)
    while let line = lines.line() {
      guard Self.isFence(file.bytes, line) else { continue }
      self.init(
        content: opening.next..<line.lowerBound, range: SourceRange(opening.line.lowerBound, line.upperBound),
        bodyStart: lines.next, isSound: isAtStart)
      return
    }
    let end = Self.likelyEnd(in: file.bytes, from: opening.next)
    self.init(
      content: opening.next..<end, range: SourceRange(opening.line.lowerBound, end), bodyStart: end, isSound: false)
    findings.append(Self.unclosed(in: file.path, at: opening.line))
  }

  private init(content: Range<Int>, range: SourceRange, bodyStart: Int, isSound: Bool) {
    self.content = content
    self.range = range
    self.bodyStart = bodyStart
    self.isSound = isSound
  }

  private static func textStart(of file: SourceFile) -> Int {
    file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func firstLine(of bytes: [UInt8], from start: Int) -> (line: Range<Int>, next: Int)? {
    var lines = HeaderLines(bytes: bytes, next: start)
    while let line = lines.line() {
      if !lines.isBlank(line) { return (line, lines.next) }
    }
    return nil
  }

  private static func isFence(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count >= 3, bytes[line].prefix(3).allSatisfy({ $0 == 0x2D }) else { return false }
    return bytes[line].dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Without a closing fence the first blank line or section heading is taken for the end.
  private static func likelyEnd(in bytes: [UInt8], from start: Int) -> Int {
    var lines = HeaderLines(bytes: bytes, next: start)
    while let line = lines.line() {
      if lines.isBlank(line) || bytes[line].starts(with: [0x23, 0x23]) { return line.lowerBound }
    }
    return bytes.count
  }

  private static func missing(in path: String, blanks: SourceRange?) -> Diagnostic {
    guard let blanks else {
      return Diagnostic(
        .error, .frontMatterMissing, path: path, range: .start,
        message: Localized(
          zh: "缺少文件头：第一行必须是 ---", en: "the front matter is missing: the first line must be ---"),
        help: Localized(
          zh: "在文件最前面写一行 ---，再写“名称: …”等各项，再写一行 ---",
          en: "begin the file with a line ---, then the keys such as `title: …`, then another line ---"))
    }
    return Diagnostic(
      .error, .frontMatterMissing, path: path, range: .start,
      message: Localized(
        zh: "文件头前面有空行：--- 必须在第一行，否则各项会被当作正文",
        en: "blank lines before the front matter: --- must be the first line, or its keys would read as text"),
      help: Localized(zh: "删去 --- 前面的空行", en: "remove the blank lines before ---"),
      fix: [Replacement(blanks, with: "")])
  }

  private static func unclosed(in path: String, at line: Range<Int>) -> Diagnostic {
    Diagnostic(
      .error, .frontMatterUnclosed, path: path, range: SourceRange(line.lowerBound, line.upperBound),
      message: Localized(
        zh: "文件头没有结束：缺少第二行 ---", en: "the front matter is not closed: the second line --- is missing"),
      help: Localized(
        zh: "在最后一项下面写一行 ---（前面不要空格）", en: "write a line --- below the last key, without blanks before it"))
  }
}

/// Walks over the lines of some bytes; LF, CR LF and a lone CR end a line.
struct HeaderLines {
  let bytes: [UInt8]
  /// The first byte of the line that comes next.
  var next: Int

  /// The next line without its end, or nil after the last one.
  mutating func line() -> Range<Int>? {
    guard next < bytes.count else { return nil }
    let start = next
    while next < bytes.count, bytes[next] != 0x0A, bytes[next] != 0x0D { next += 1 }
    let end = next
    if next < bytes.count { next += bytes[next] == 0x0D && next + 1 < bytes.count && bytes[next + 1] == 0x0A ? 2 : 1 }
    return start..<end
  }

  /// Whether a line holds blanks only.
  func isBlank(_ line: Range<Int>) -> Bool {
    bytes[line].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
