import Diagnostics
import Redlines

/// Text with marks of what came and went, wrapped to the cells of a terminal.
struct StyledText {
  /// How a stretch looks.
  enum Style: Equatable {
    case plain, bold, dim, removed, added, moved, warning
  }

  /// A stretch of one style.
  struct Span {
    var text: String
    var style: Style
  }

  let usesColour: Bool

  /// Runs as spans; without colour the marks stand in the text.
  func spans(_ runs: [Run]) -> [Span] {
    runs.map { run in
      let text = Self.visible(run.text, showsLookalikes: run.change != .kept)
      switch run.change {
      case .kept: return Span(text: text, style: .plain)
      case .removed: return Span(text: usesColour ? text : "[-\(text)-]", style: .removed)
      case .added: return Span(text: usesColour ? text : "{+\(text)+}", style: .added)
      }
    }
  }

  /// The text with what cannot be seen, and in changes what looks like something else, as code points.
  static func visible(_ text: String, showsLookalikes: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isHidden =
        scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value)
        || isBidirectional(scalar.value)
      if isHidden && scalar != "\n" || showsLookalikes && Glyph.isDeceptive(scalar.value) {
        if !isHidden, scalar.properties.isAlphabetic { result.unicodeScalars.append(scalar) }
        result += "⟨\(Glyph.codePoint(scalar.value))⟩"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isBidirectional(_ scalar: UInt32) -> Bool {
    (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar)
  }

  /// Lines of at most some cells, each padded to nothing; every line begins and ends in the plain style.
  func lines(_ spans: [Span], width: Int) -> [String] {
    var lines: [[Span]] = [[]]
    var column = 0
    for span in spans {
      for word in Self.words(span.text) {
        if word == "\n" {
          lines.append([])
          column = 0
          continue
        }
        let cells = CellWidth.of(word)
        if column > 0, column + cells > width, !Self.clings(word) {
          lines.append([])
          column = 0
          if word == " " { continue }
        }
        for piece in Self.pieces(word, width) {
          let size = CellWidth.of(piece)
          if column > 0, column + size > width, !Self.clings(piece) {
            lines.append([])
            column = 0
          }
          append(piece, span.style, &lines[lines.count - 1])
          column += size
        }
      }
    }
    return lines.map { $0.map(painted).joined() }
  }

  /// Marks that do not begin a line.
  private static func clings(_ word: String) -> Bool {
    ["，", "。", "、", "；", "：", "）", "”", "》", "！", "？"].contains(word)
  }

  private func append(_ word: String, _ style: Style, _ line: inout [Span]) {
    if let last = line.indices.last, line[last].style == style {
      line[last].text += word
    } else {
      line.append(Span(text: word, style: style))
    }
  }

  /// Words that are too long for a line, cut.
  private static func pieces(_ word: String, _ width: Int) -> [String] {
    guard CellWidth.of(word) > width else { return [word] }
    var pieces: [String] = []
    var rest = word
    while !rest.isEmpty {
      let head = CellWidth.prefix(rest, max(width, 2))
      if head.isEmpty { break }
      pieces.append(head)
      rest = String(rest.dropFirst(head.count))
    }
    return pieces
  }

  /// Latin words and blanks whole, wide characters each.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      let isBreak = character == " " || character == "\n" || character.unicodeScalars.contains { CellWidth.of($0) == 2 }
      if isBreak {
        if !word.isEmpty { words.append(word) }
        word = ""
        words.append(String(character))
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private func painted(_ span: Span) -> String {
    guard usesColour else { return span.text }
    switch span.style {
    case .plain: return span.text
    case .bold: return "\u{1B}[1m\(span.text)\u{1B}[0m"
    case .dim: return "\u{1B}[2m\(span.text)\u{1B}[0m"
    case .removed: return "\u{1B}[31;9m\(span.text)\u{1B}[0m"
    case .added: return "\u{1B}[32;4m\(span.text)\u{1B}[0m"
    case .moved: return "\u{1B}[36m\(span.text)\u{1B}[0m"
    case .warning: return "\u{1B}[33m\(span.text)\u{1B}[0m"
    }
  }

  /// A text with one style.
  func paint(_ text: String, _ style: Style) -> String { painted(Span(text: text, style: style)) }

  /// The cells of a line without its colours.
  static func cells(_ line: String) -> Int {
    var count = 0
    var isEscape = false
    for scalar in line.unicodeScalars {
      if scalar == "\u{1B}" {
        isEscape = true
      } else if isEscape {
        isEscape = scalar != "m"
      } else {
        count += CellWidth.of(scalar)
      }
    }
    return count
  }
}
