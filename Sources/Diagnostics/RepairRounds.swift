/// Repairs texts in rounds, until no finding has a fix left.
///
/// A fix can bring the next one into sight (a list that is now one may be numbered wrongly), and two fixes that touch
/// wait for each other; so texts are looked at again after each round.
package struct RepairRounds: Sendable {
  /// What came of one text.
  package struct Outcome: Sendable {
    /// The text as it was.
    package let before: SourceFile
    /// The text as it should be; the same as before where nothing is to be repaired.
    package let after: SourceFile
    /// How many fixes were made.
    package let made: Int
    /// Why the text was left alone although it needs repair.
    package let obstacle: Diagnostic?

    /// Whether the text is to be written.
    package var isChanged: Bool { before != after }
  }

  /// Rules after whose errors nobody knows what the text means, so that it is left alone (spec/cli.md, format).
  private static let blinding: Set<RuleName> = [
    .encoding, .limit, .yamlInvalid, .yamlAlias, .frontMatterMissing, .frontMatterUnclosed, .unreadable,
  ]
  /// Rules whose fixes count what the others make, and so come when those are done.
  private static let last: Set<RuleName> = [.numberGap]
  /// The most rounds; real texts take two or three.
  private static let limit = 16

  /// Repairs texts.
  ///
  /// - Parameters:
  ///   - files: the texts.
  ///   - isChosen: whether the text at a path may be changed.
  ///   - find: everything that is found in some texts; called once for each round.
  /// - Returns: what came of the chosen texts, in their order.
  package static func run(
    _ files: [SourceFile], isChosen: (String) -> Bool, find: ([SourceFile]) -> [Diagnostic]
  ) -> [Outcome] {
    var texts = files
    var made: [String: Int] = [:]
    var obstacles: [String: Diagnostic] = [:]
    var open = Set(files.map(\.path).filter(isChosen))
    let originals = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for round in 0..<limit where !open.isEmpty {
      let findings = Dictionary(grouping: find(texts).inReadingOrder(), by: \.path)
      var next: Set<String> = []
      for index in texts.indices where open.contains(texts[index].path) {
        let path = texts[index].path
        let found = findings[path] ?? []
        let repairs = Repairs(fixes(found), to: texts[index].bytes)
        if let obstacle = found.first(where: isBlinding) ?? (round == limit - 1 ? found.first { !$0.fix.isEmpty } : nil)
        {
          obstacles[path] = obstacle
          texts[index] = originals[path] ?? texts[index]
        } else if repairs.made > 0, repairs.bytes != texts[index].bytes {
          made[path, default: 0] += repairs.made
          texts[index] = SourceFile(path: path, bytes: repairs.bytes)
          next.insert(path)
        }
      }
      open = next
    }
    return zip(files, texts).filter { isChosen($0.0.path) }.map { before, after in
      let obstacle = obstacles[before.path]
      return Outcome(
        before: before, after: after, made: obstacle == nil ? made[before.path] ?? 0 : 0, obstacle: obstacle)
    }
  }

  /// Whether a finding says that the text could not be read, and nothing repairs it.
  private static func isBlinding(_ finding: Diagnostic) -> Bool {
    finding.severity == .error && finding.fix.isEmpty && blinding.contains(finding.rule)
  }

  /// The fixes of a round in the order of the text.
  private static func fixes(_ findings: [Diagnostic]) -> [[Replacement]] {
    let all = findings.filter { !$0.fix.isEmpty }
    let first = all.filter { !last.contains($0.rule) }
    return (first.isEmpty ? all : first).map(\.fix)
  }
}
