package import Diagnostics

extension Header {
  /// Where the text begins in a file that need not have front matter: behind a block between `---` lines that holds keys,
  /// else at the start, because two `---` lines are also two rules or a heading of CommonMark.
  package static func bodyStart(in file: SourceFile) -> Int {
    var findings: [Diagnostic] = []
    let header = Header(parsing: file, diagnostics: &findings)
    return header.isComplete && !header.entries.isEmpty && header.range.start == 0 ? header.bodyStart : 0
  }
}
