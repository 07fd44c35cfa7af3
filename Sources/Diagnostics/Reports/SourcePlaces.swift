/// The texts that findings point into, with the lines of each counted once, when first asked for.
struct SourcePlaces {
  private let files: [String: SourceFile]
  private var tables: [String: LineTable] = [:]

  init(_ files: [SourceFile]) {
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The text of a path; nil for one that is not a text of the handbook.
  func file(_ path: String) -> SourceFile? { files[path] }

  /// The lines of a path's text.
  mutating func table(_ path: String) -> LineTable? {
    if let table = tables[path] { return table }
    guard let file = files[path] else { return nil }
    let table = LineTable(file)
    tables[path] = table
    return table
  }

  /// Where a range begins and ends; the first place of the file where its text is not known.
  mutating func span(_ path: String, _ range: SourceRange) -> Range<LineTable.Position> {
    guard let table = table(path) else { return .first }
    let start = table.position(of: Int(range.start))
    return start..<max(start, table.position(of: Int(range.end)))
  }

  /// The bytes of the line that a range begins in, without blanks around it.
  mutating func line(_ path: String, _ range: SourceRange) -> ArraySlice<UInt8> {
    guard let file = file(path), let table = table(path) else { return [] }
    var line = file.bytes[table.range(ofLine: table.position(of: Int(range.start)).line)]
    while let first = line.first, first == 0x20 || first == 0x09 { line = line.dropFirst() }
    while let last = line.last, last == 0x20 || last == 0x09 { line = line.dropLast() }
    return line
  }
}

extension LineTable.Position: Comparable {
  package static func < (a: LineTable.Position, b: LineTable.Position) -> Bool {
    a.line != b.line ? a.line < b.line : a.column < b.column
  }
}

extension Range<LineTable.Position> {
  fileprivate static var first: Self {
    let start = LineTable.Position(line: 1, column: 1)
    return start..<start
  }
}
