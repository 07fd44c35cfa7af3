import Diagnostics

/// Lines for a terminal: Han characters take two cells, and nothing is wider than it may be.
enum Columns {
  /// A text filled up with blanks; one that is too long is cut with `…`.
  static func cell(_ text: String, _ width: Int) -> String {
    let cells = CellWidth.of(text)
    if cells <= width { return text + String(repeating: " ", count: width - cells) }
    let cut = CellWidth.prefix(text, max(0, width - 1)) + "…"
    return cut + String(repeating: " ", count: max(0, width - CellWidth.of(cut)))
  }

  /// A text over as many lines as it takes; Latin words stay whole where they fit.
  ///
  /// - Parameters:
  ///   - indent: the blanks before each line.
  ///   - width: the most cells of a line.
  static func wrapped(_ text: String, indent: Int, width: Int) -> String {
    let room = max(20, width - indent)
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      var line = Substring(CellWidth.prefix(String(rest), room))
      if line.isEmpty { break }
      let next = rest.dropFirst(line.count).first
      if let next, next.isASCII, next != " ", line.last?.isASCII == true, let blank = line.lastIndex(of: " ") {
        line = line[..<blank]
      }
      lines.append(String(line))
      rest = rest.dropFirst(line.count).drop { $0 == " " }
    }
    return lines.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
  }
}
