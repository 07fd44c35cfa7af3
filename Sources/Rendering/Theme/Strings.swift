package import Diagnostics
package import Templates

/// The words of the interface in one language, as `templates/strings/LANGUAGE.txt` has them.
package struct Strings: Sendable {
  /// Which language it is.
  package let language: Language
  /// What templates may name as `t.…`: every key of the built-in file.
  package let shape: Shape
  /// Where the words are among the values of all pages, in the order of the shape.
  let slot: Int
  /// The words that views use, by their place in `Word.allCases`.
  private let words: [String]

  /// Pairs keys with their words and puts these where templates find them.
  init(_ language: Language, keys: [String], words found: [String: String], into values: inout Values) {
    self.language = language
    shape = Shape("strings", keys.map { Shape.Field($0, .text, "A word of the interface, from templates/strings.") })
    slot = values.open(keys.count)
    for (index, key) in keys.enumerated() {
      values.move(to: slot + index)
      values.text(found[key] ?? "")
    }
    words = Word.allCases.map { found[$0.key] ?? "" }
  }

  /// A word of the interface.
  package subscript(word: Word) -> String { words[word.rawValue] }

  /// A word with values in the places `{1}`, `{2}` … of it.
  package func phrase(_ word: Word, _ values: String...) -> String {
    let pattern = Array(self[word].utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pattern.count + 32)
    var index = 0
    while index < pattern.count {
      let digit = index + 2 < pattern.count ? Int(pattern[index + 1]) - 0x31 : -1
      if pattern[index] == UInt8(ascii: "{"), values.indices.contains(digit), pattern[index + 2] == UInt8(ascii: "}") {
        bytes += values[digit].utf8
        index += 3
      } else {
        bytes.append(pattern[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The lines `key = words` of a file of strings.
struct StringsFile {
  /// One line.
  struct Line {
    let key: String
    let words: String
    let range: SourceRange
  }

  let path: String
  let lines: [Line]
  let end: SourceRange

  /// Reads a file; blank lines and lines that start with `#` are passed over. Words in `"…"` keep their outer blanks.
  init(_ file: SourceFile, problems: inout [Diagnostic]) {
    path = file.path
    end = SourceRange(file.bytes.count, file.bytes.count)
    var lines: [Line] = []
    var start = 0
    for line in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let range = SourceRange(start, start + line.count)
      start += line.count + 1
      let text = Self.trimmed(line)
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      guard let sign = text.firstIndex(of: UInt8(ascii: "=")) else {
        problems.append(Self.problem(path, range, zh: "这一行没有“=”", en: "this line has no `=`"))
        continue
      }
      let (key, words) = (Self.trimmed(text[..<sign]), Self.unquoted(Self.trimmed(text[(sign + 1)...])))
      lines.append(
        Line(key: String(decoding: key, as: UTF8.self), words: String(decoding: words, as: UTF8.self), range: range))
    }
    self.lines = lines
  }

  /// The words by key; keys that are unknown, double or missing are reported.
  func words(keys: [String], problems: inout [Diagnostic]) -> [String: String] {
    let known = Set(keys)
    var found: [String: String] = [:]
    for line in lines {
      if !known.contains(line.key) {
        let near = EditDistance.nearest(line.key, among: keys)
        problems.append(
          Self.problem(
            path, line.range, zh: "没有“\(line.key)”这个词条", en: "there is no string `\(line.key)`",
            help: near.map { Localized(zh: "最接近的是“\($0)”", en: "the nearest is `\($0)`") }))
      } else if found.updateValue(line.words, forKey: line.key) != nil {
        problems.append(
          Self.problem(path, line.range, zh: "“\(line.key)”写了两次", en: "`\(line.key)` stands twice"))
      }
    }
    let missing = keys.filter { found[$0] == nil }
    if !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      problems.append(Self.problem(path, end, zh: "缺少词条：\(list)", en: "missing strings: \(list)"))
    }
    return found
  }

  private static func problem(
    _ path: String, _ range: SourceRange, zh: String, en: String, help: Localized? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, .templateInvalid, path: path, range: range, message: Localized(zh: zh, en: en), help: help)
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let quote = UInt8(ascii: "\"")
    return bytes.count > 1 && bytes.first == quote && bytes.last == quote ? bytes.dropFirst().dropLast() : bytes
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
  }
}
