import Diagnostics
import Foundation
import Procedures
import Rendering
import Testing
import Workspace

/// What holds for `handrail format` on any text: twice is once, nothing traps, and the meaning stays but for what the
/// fixes say.
@Suite struct FormatPropertyTests {
  /// Every Markdown file of the repository's tests and of the sample handbook.
  static let corpus: [(name: String, file: SourceFile)] = {
    let root = BuildTests.root
    let folders = ["Tests/Fixtures", "Tests/BadInputs", "content", "docs"]
    return folders.flatMap { folder -> [(String, SourceFile)] in
      let base = root.appending(path: folder)
      let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
      return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
        let place = "/\(folder)/\(name)".range(of: "/content/").map {
          "content/" + "/\(folder)/\(name)"[$0.upperBound...]
        }
        return (try? Data(contentsOf: base.appending(path: name))).map {
          ("\(folder)/\(name)", SourceFile(path: place ?? Formatting.path, bytes: Array($0)))
        }
      }
    }
    .filter { $0.1.bytes.count < 100_000 }
  }()

  @Test func theCorpusIsFormattedOnce() throws {
    #expect(Self.corpus.count > 150)
    for (name, file) in Self.corpus {
      let once = try #require(Formatting.outcome(file))
      let twice = try #require(Formatting.outcome(once.after))
      #expect(!twice.isChanged, "\(name)")
      if once.isChanged { try expectMeaning(file.bytes, once.after.bytes, name) }
    }
  }

  /// The words of the text are the same: all that a fix may touch is markers, numbers, blanks, stars and punctuation.
  private func expectMeaning(_ before: [UInt8], _ after: [UInt8], _ name: String) throws {
    let isSame = Self.words(before) == Self.words(after)
    #expect(isSame, "\(name)")
    let (old, new) = (Self.steps(before), Self.steps(after))
    #expect(old <= new, "\(name): \(old) steps became \(new)")
  }

  /// The letters and Han characters without those that stand for numbers.
  static func words(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).precomposedStringWithCompatibilityMapping.unicodeScalars.filter { scalar in
      scalar.properties.isAlphabetic && !"一二三四五六七八九十第步年月日Vv版次".unicodeScalars.contains(scalar)
    }
  }

  private static func steps(_ bytes: [UInt8]) -> Int {
    LoadedHandbook(loose: [SourceFile(path: Formatting.path, bytes: bytes)]).handbook.articles.first?.steps.count ?? 0
  }

  /// Rules whose fixes change how a text is written and nothing of what it means.
  private static let faithful: Set<RuleName> = [.stepIndent, .numberGap, .colonWidth]

  @Test func faithfulFixesKeepTheModel() throws {
    var count = 0
    for (name, file) in Self.corpus {
      let bytes = file.bytes
      let findings = Formatting.findings([file])
      for finding in findings where Self.faithful.contains(finding.rule) && !finding.fix.isEmpty {
        let repaired = Repairs([finding.fix], to: bytes)
        // A second sibling of the same wrong indentation may wait for the first.
        let isAlone = findings.count { $0.rule == .stepIndent } <= 1 || finding.rule != .stepIndent
        guard isAlone else { continue }
        count += 1
        let isSame = Self.model(bytes) == Self.model(repaired.bytes)
        #expect(isSame, "\(name): \(finding.rule) changes the model")
      }
    }
    #expect(count >= 7)
  }

  /// What is understood of a text, without digits and blanks: the source of a section is part of it, and references are
  /// rewritten where they stand in text as well.
  private static func model(_ bytes: [UInt8]) -> [UInt8] {
    let loaded = LoadedHandbook(loose: [SourceFile(path: Formatting.path, bytes: bytes)])
    return ModelJSON(loaded.handbook).bytes().filter { !(0x30...0x39).contains($0) && $0 != 0x20 }
  }

  @Test(arguments: 0..<16)
  func randomTextsAreFormattedOnce(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let bytes = Self.mutated(&random)
      let once = try #require(Formatting.outcome(SourceFile(path: Formatting.path, bytes: bytes)))
      let twice = try #require(Formatting.outcome(once.after))
      let isStable = !twice.isChanged
      #expect(isStable, "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  private static let pieces = [
    "1、", "2、", "3.", "（1）", "①", "第一步：", "一、", "- ", "-", "   ", "\t", "\n", "\n\n", "\r\n", "**", "**注意：**", "请",
    "##",
    "## ", "## 步骤\n", "### ", "1. ", "10. ", "2. **店员** 开门\n", "→ 步骤 2", "返回步骤 1", "- 时间：08:20\n", "---\n", "文字", "。",
    "：", "> ",
    "```\n", "| a | b |\n|---|---|\n", "<b>", "`", "\\", "名称：", "版本: V1.0\n", "2026年3月1日", "\u{3000}", "[x](y)", "*",
    "_",
  ]

  /// A text of the corpus with pieces put in and cut out, or pieces alone.
  private static func mutated(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = random.next() % 3 == 0 ? Array("---\n编号: X-1\n名称: 例\n---\n## 步骤\n".utf8) : fixture(&random)
    for _ in 0..<(1 + Int(random.next() % 12)) {
      let place = bytes.isEmpty ? 0 : Int(random.next() % UInt64(bytes.count + 1))
      if random.next() % 4 == 0 {
        bytes.removeSubrange(place..<min(bytes.count, place + Int(random.next() % 8)))
      } else {
        bytes.insert(contentsOf: pieces[Int(random.next() % UInt64(pieces.count))].utf8, at: place)
      }
    }
    return bytes
  }

  private static func fixture(_ random: inout SeededGenerator) -> [UInt8] {
    let names = FormatFixtureTests.cases
    let name = names[Int(random.next() % UInt64(max(1, names.count)))]
    let file = FormatFixtureTests.folder.appending(path: "\(name)/before.md")
    return (try? Data(contentsOf: file)).map { Array($0) } ?? []
  }
}

/// The same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
