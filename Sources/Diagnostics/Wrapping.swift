/// Breaks text into lines of some terminal cells: at blanks, and between Han characters, but never before a closing or
/// after an opening mark.
package enum Wrapping {
  private static let closing = Set("，。、；：？！）》”’】」』〉,.;:?!)]}%…".unicodeScalars)
  private static let opening = Set("（《“‘【「『〈([{".unicodeScalars)

  /// The lines of a text; line ends in it stay. Linear.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - width: the most cells of a line, of which a word that is longer takes more.
  package static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph(String($0), width: width) }
  }

  private static func paragraph(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var cells = 0
    for piece in pieces(text) {
      let size = CellWidth.of(piece)
      let tight = CellWidth.of(String(piece.reversed().drop { $0 == " " }))
      if cells > 0, cells + tight > width {
        lines.append(trimmed(line))
        (line, cells) = ("", 0)
      }
      line += piece
      cells += size
    }
    lines.append(trimmed(line))
    return lines
  }

  /// The parts that are not broken, blanks at their ends.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let last, isBreak(last, scalar) {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
      }
      piece.append(scalar)
      last = scalar
    }
    pieces.append(String(piece))
    return pieces
  }

  private static func isBreak(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    if b == " " || closing.contains(b) || opening.contains(a) { return false }
    return a == " " || CellWidth.of(a) == 2 || CellWidth.of(b) == 2
  }

  private static func trimmed(_ line: String) -> String { String(line.reversed().drop { $0 == " " }.reversed()) }
}
