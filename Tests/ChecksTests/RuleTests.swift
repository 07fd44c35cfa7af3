import Checks
import Diagnostics
import Foundation
import Testing

/// What holds for the list of rules as a whole.
@Suite struct RuleTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func everyNameHasItsRuleInTheOrderOfTheManual() {
    #expect(Rule.all.map(\.name) == RuleName.allCases)
    let groups = Rule.all.map(\.group)
    let runs = groups.indices.filter { $0 == 0 || groups[$0] != groups[$0 - 1] }.map { groups[$0] }
    #expect(runs == RuleGroup.allCases.filter { runs.contains($0) }, "rules of one group stand together, in order")
  }

  /// One rule, one file, named after it.
  @Test func everyRuleHasItsFile() {
    let base = Self.root.appending(path: "Sources/Checks")
    let files = Set(
      (FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []).map {
        ($0 as NSString).lastPathComponent
      })
    for rule in Rule.all {
      let words = rule.name.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      #expect(files.contains(words.joined() + ".swift"), "\(rule.name)")
    }
  }

  @Test func everyRuleIsExplainedInBothLanguages() {
    for rule in Rule.all {
      #expect(rule.summary.zh.hasSuffix("。") && rule.summary.en.hasSuffix("."), "\(rule.name)")
      #expect(rule.advice.zh.count > 20 && rule.advice.en.count > 40, "\(rule.name)")
      #expect(!rule.bad.shown.isEmpty && !rule.good.shown.isEmpty, "\(rule.name)")
    }
  }

  /// Rules about wording are matters of taste, so each was measured, is right nine times of ten, and never an error.
  @Test func rulesOfWordingAreMeasured() throws {
    for rule in Rule.all where rule.group == .wording {
      let measured = try #require(rule.measured, "\(rule.name)")
      #expect(measured.suffices && measured.worth <= measured.judged && measured.judged <= measured.found)
      guard case .always(let severity) = rule.weight else { return #expect(Bool(false), "\(rule.name)") }
      #expect(severity != .error)
    }
  }
}
