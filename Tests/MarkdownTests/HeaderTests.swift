import Diagnostics
import Testing

@testable import Markdown

/// Reads one header and says what it holds in one line, so that a case is a pair of texts.
private func read(_ text: String, whole: Bool = false) -> (header: Header, findings: [Diagnostic]) {
  var findings: [Diagnostic] = []
  let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
  let header =
    whole ? Header(parsingWhole: file, diagnostics: &findings) : Header(parsing: file, diagnostics: &findings)
  return (header, findings)
}

private func show(_ value: Header.Value) -> String {
  switch value {
  case .empty: "∅"
  case .scalar(let scalar): scalar.text
  case .list(let items, _): "[" + items.map(show).joined(separator: "|") + "]"
  case .map(let entries, _): "{" + show(entries) + "}"
  }
}

private func show(_ entries: [Header.Entry]) -> String {
  entries.map { $0.key.text + "=" + show($0.value) }.joined(separator: ";")
}

private func rules(_ findings: [Diagnostic]) -> String {
  findings.map { "\($0.rule)@\($0.range.start)" }.joined(separator: " ")
}

private func slice(_ text: String, _ range: SourceRange) -> String {
  let bytes = Array(text.utf8)
  return String(decoding: bytes[range.clamped(to: bytes.count)], as: UTF8.self)
}

@Suite struct HeaderTests {
  @Test(arguments: [
    ("版本: 1.10", "版本=1.10"), ("a: 21:30", "a=21:30"), ("a: 003", "a=003"), ("a: no", "a=no"), ("a: 08", "a=08"),
    ("a: 0012", "a=0012"), ("a: 2024-13-45", "a=2024-13-45"), ("a: ~", "a=∅"), ("a:", "a=∅"), ("a: \"~\"", "a=~"),
    ("a: [甲, 乙]", "a=[甲|乙]"), ("a:\n- 甲\n- 乙\nb: 1", "a=[甲|乙];b=1"),
    ("a: {开门: 09:00, 关门: 21:30}", "a={开门=09:00;关门=21:30}"),
    ("a: |\n  一\n  二\nb: x", "a=一\n二\n;b=x"), ("# 注释\na: 1\n  # 注释\nb: 2", "a=1;b=2"), ("", ""),
    ("a: SC-###", "a=SC-###"),
    ("a: \"A #1\"", "a=A #1"), ("a: 'x' # y", "a=x"), ("a: # y\n  - 1", "a=[1]"), ("a: 甲\r\nb: 乙\r\n", "a=甲;b=乙"),
    ("a: 甲\rb: 乙\r", "a=甲;b=乙"), ("? a\n: b", "a=b"), ("a: é𠮷", "a=é𠮷"),
    ("a:\n  b:\n    c:\n      d: 1", "a={b={c={d=1}}}"),
  ])
  func keepsTheText(yaml: String, expected: String) {
    let (header, findings) = read("---\n\(yaml)\n---\n正文\n")
    #expect(show(header.entries) == expected)
    #expect(findings.isEmpty)
    #expect(header.isComplete)
  }

  @Test(arguments: [
    ("# 没有\n", "front-matter-missing@0"), ("", "front-matter-missing@0"),
    ("\n\n---\na: 1\n---\n", "front-matter-missing@0"),
    ("---\na: 1\n\n正文\n", "front-matter-unclosed@0"), ("---\n- a\n- b\n---\n", "yaml-invalid@4"),
    ("---\nhello\n---\n", "yaml-invalid@4"), ("---\nt:\n\t- 甲\n---\n", "yaml-invalid@7"),
    ("---\na: *闭店*\n---\n", "yaml-invalid@7"), ("---\na: @夜班\n---\n", "yaml-invalid@7"),
    ("---\na: %x\n---\n", "yaml-invalid@7"),
    ("---\nid: 1\nid: 2\n---\n", "key-duplicate@10"), ("---\na: {b: 1, b: 2}\n---\n", "key-duplicate@14"),
    ("---\n? {a: 1}\n: x\n---\n", "yaml-alias@6"), ("---\n? [a]\n: x\n---\n", "yaml-alias@6"),
    ("---\nx: &x [*x]\n---\n", "yaml-alias@7 yaml-alias@11"), ("---\na: !!binary aGk=\n---\n", "yaml-alias@7"),
    ("---\na: 1\n<<: {b: 1}\n---\n", "yaml-alias@9"), ("---\n名称: A #1 方案\n---\n", "yaml-comment@12"),
    ("---\na: #1 方案\nb: 2\n---\n", "yaml-comment@6"), ("---\na: \"\\ud800\"\n---\n", "yaml-invalid@7"),
    ("---\na: \"\\e[2J\"\n---\n", "encoding@7"), ("---\n名称:闭店\nb: 1\n---\n", "yaml-invalid@4"),
    ("---\n名称:闭店\n---\n", "yaml-invalid@4"), ("---\na: b: c\n---\n", "yaml-invalid@8"),
    ("---\na: [[[[1]]]]\n---\n", "limit@10"), ("---\na: [1\nb: 2\n---\n", "yaml-invalid@11"),
    ("---\na: \"x\nb: 2\n---\n", "yaml-invalid@7"), ("---\na: 1\n...\nb: 2\n---\n", "yaml-invalid@13"),
  ])
  func reports(text: String, expected: String) {
    let (_, findings) = read(text)
    #expect(rules(findings) == expected)
    for finding in findings {
      #expect(finding.severity == .error)
      #expect(!finding.message.zh.isEmpty && !finding.message.en.isEmpty)
    }
  }

  @Test func goesOnAfterAFault() {
    let (header, findings) = read("---\na: @x\nb: 1\nc: *y\nd:\n\t- 甲\ne: 5\n---\n")
    #expect(show(header.entries).hasSuffix("b=1;c=∅;e=5"))
    #expect(findings.count == 3)
    #expect(!header.isComplete)
  }

  @Test func metadataNeverLeaksIntoTheBody() {
    for text in [
      "\n\n---\na: 1\n---\n正文\n", "---\na: 1\n\n正文\n", "\u{FEFF}---\na: 1\n---\n正文\n", "---\na: 1\n---  \n正文\n",
    ] {
      let (header, _) = read(text)
      #expect(show(header.entries) == "a=1")
      #expect(slice(text, SourceRange(header.bodyStart, 1000)).contains("正文"))
      #expect(!slice(text, SourceRange(header.bodyStart, 1000)).contains("a: 1"))
    }
  }

  @Test func rangesAreBytes() throws {
    let text = "\u{FEFF}---\n名称：𠮷店\n锚点: {开门: \"09:00\", 关门: 21:30}\n列表:\n  - 甲\n  - 乙\n\n版本: 1.10\n---\n"
    let (header, findings) = read(text)
    #expect(findings.map(\.rule.rawValue) == ["colon-width"])
    #expect(findings.allSatisfy { $0.severity == .warning && $0.fix.map(\.text) == [": "] })
    #expect(slice(text, findings[0].range) == "：")
    #expect(header.entries.map { slice(text, $0.key.range) } == ["名称", "锚点", "列表", "版本"])
    #expect(
      header.entries.map { slice(text, $0.value.range) }
        == ["𠮷店", "{开门: \"09:00\", 关门: 21:30}", "- 甲\n  - 乙", "1.10"])
    guard case .map(let anchors, _) = header.entries[1].value, case .scalar(let open) = anchors[0].value else {
      throw Unexpected()
    }
    #expect(open.text == "09:00" && open.quoted && slice(text, open.range) == "\"09:00\"")
    #expect(slice(text, header.range).hasPrefix("---") && slice(text, header.range).hasSuffix("---"))
    #expect(header.bodyStart == text.utf8.count)
  }

  @Test(arguments: [
    ("名称：", "名称=∅", ":"), ("名称： x", "名称=x", ":"), ("网址：https://a", "网址=https://a", ": "),
    ("说明: 甲：乙", "说明=甲：乙", ""), ("a：b: c", "", ": "), ("锚点：{a: 1}", "锚点={a=1}", ": "),
  ])
  func fullWidthColon(yaml: String, expected: String, fix: String) {
    let (header, findings) = read("---\n\(yaml)\n---\n")
    #expect(show(header.entries) == expected)
    #expect(findings.flatMap(\.fix).map(\.text).joined() == fix)
  }

  @Test func tightColonHasAFix() throws {
    let text = "---\na: 1\n名称:闭店\n版本: 1\n---\n"
    let (header, findings) = read(text)
    #expect(show(header.entries) == "a=1;版本=1")
    let fix = try #require(findings.first?.fix.first)
    #expect(fix.text == " " && slice(text, SourceRange(9, Int(fix.range.start))) == "名称:")
  }

  @Test func wholeFile() {
    #expect(show(read("名称: 手册\n假日: [2026-01-01]\n", whole: true).header.entries) == "名称=手册;假日=[2026-01-01]")
    #expect(show(read("---\n名称: 手册\n", whole: true).header.entries) == "名称=手册")
    for text in ["", "# 空\n", "\u{FEFF}"] {
      let (header, findings) = read(text, whole: true)
      #expect(header.entries.isEmpty && findings.isEmpty && header.isComplete)
    }
  }

  @Test func findingsAreBounded() {
    let many = "---\n" + String(repeating: "a: *x\n", count: 5000) + "---\n"
    let (_, findings) = read(many)
    #expect(findings.count == 21)
    #expect(findings.last?.rule == .limit && findings.last?.severity == .error)
    let faults = "---\n" + String(repeating: "a: @x\n", count: 5000) + "---\n"
    #expect(read(faults).findings.count == 21)
  }

  @Test func hugeInputsEndSoon() {
    let keys = (0..<100_000).map { "k\($0): 1\n" }.joined()
    let deep = "x: " + String(repeating: "[", count: 100_000) + "\n"
    let nested = "x: " + String(repeating: "[", count: 60_000) + "\n"
    let fit = (0..<6_000).map { "k\($0): 1\n" }.joined()
    let quotes = String(repeating: "a: \"x\n", count: 10_000)
    for (yaml, expected) in [(keys, "limit"), (deep, "limit"), (nested, "limit"), (quotes, "yaml-invalid")] {
      #expect(read("---\n\(yaml)---\n").findings.first?.rule.rawValue == expected)
    }
    #expect(read("---\n\(fit)---\n").header.entries.count == 6_000)
  }

  @Test func randomBytesNeverTrap() {
    var state: UInt64 = 88_172_645_463_325_252
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let pieces = [
      "---\n", "a: ", "名称：", "- ", "\n", "\r\n", "\r", "[", "]", "{", "}", "\"", "'", "#", " #", "|\n", ">\n", "&a ",
      "*a",
      "!t ", "<<: ", "? ", ": ", ",", "  ", "\t", "~", "\u{FEFF}", "\u{2028}", "\u{85}", "\\ud800", "\\e",
      "%YAML 1.1\n", "...\n",
      "甲", "𠮷", "@", "`", "\0",
    ].map { Array($0.utf8) }
    for round in 0..<4_000 {
      var bytes: [UInt8] = round % 2 == 0 ? Array("---\n".utf8) : []
      for _ in 0..<next(40) {
        if next(8) == 0 { bytes.append(UInt8(next(256))) } else { bytes += pieces[next(pieces.count)] }
      }
      if next(2) == 0 { bytes += Array("\n---\n".utf8) }
      var findings: [Diagnostic] = []
      let file = SourceFile(path: "a.md", bytes: bytes)
      let header = Header(parsing: file, diagnostics: &findings)
      #expect(header.bodyStart <= bytes.count && findings.count <= 21)
      for finding in findings { #expect(Int(finding.range.end) <= bytes.count) }
      _ = Header(parsingWhole: file, diagnostics: &findings)
    }
  }
}

private struct Unexpected: Error {}

/// Front matter in plain words is read without libyaml; both ways must say the same of any text.
@Suite struct PlainHeaderTests {
  private static let pieces = [
    "a: ", "键: ", "名称: ", "b:\n", "c: [", "], ", "]\n", "{", "}", "}\n", "  - ", "- ", "    - ", "甲", "乙 丙", "x y",
    ", ", ",", ": ",
    ":", "09:00", "1.10", "A/0", "SC-001", "“甲”", "，", "：", "～", "\u{3000}", "\u{2028}", "\u{85}", "é", "𠮷", "#", " #",
    " ", "  ", "\n",
    "\n", "\n\n", "\r\n", "\t", "~", "'q'", "\"q\"", "|", ">", "?", "!", "&", "*", "<<: ", "%", "@", "`", "---", "...",
    "x", "2026-03-01",
    "（一）", "(b)", "; ", "=", "+", "《丁》", "x-note: ", "7", "\u{FEFF}", "b: [甲, 乙]\n", "d: {开门: 09:00, 关门: 21:30}\n",
    "e: {f: [A类, B类]}\n", "批准 店长 甲某 2026-03-01\n", "g:\n  - 甲\n  - 乙 丙\n",
  ]

  private static func header(_ bytes: [UInt8], isPlainAllowed: Bool) -> HeaderReader {
    var reader = HeaderReader(
      file: SourceFile(path: "a.md", bytes: bytes), block: 0..<bytes.count, findings: [], isPlainAllowed: isPlainAllowed
    )
    reader.read()
    return reader
  }

  /// Whole lines that are as plain as most files.
  private static let lines = [
    "a: 甲\n", "键: 1.10\n", "b: [甲, 乙 丙]\n", "c: {开门: 09:00, 关门: 21:30}\n", "d: {e: [A类, B类]}\n",
    "f:\n  - 批准 店长 甲某 2026-03-01\n  - 乙\n", "g: x, y; z (w)\n", "名称: “甲”（一）\n",
  ]

  @Test func readsAsLibyamlDoes() {
    var dice = Dice(state: 7)
    var taken = 0
    for _ in 0..<6_000 {
      let count = 1 + dice.roll(9)
      let text = (0..<count).map { _ in dice.roll(3) > 0 ? dice.pick(Self.lines) : dice.pick(Self.pieces) }.joined()
      let bytes = Array(text.utf8)
      let (plain, yaml) = (Self.header(bytes, isPlainAllowed: true), Self.header(bytes, isPlainAllowed: false))
      let isSame =
        plain.entries == yaml.entries && plain.findings == yaml.findings && plain.isComplete == yaml.isComplete
      #expect(isSame, "\(text.debugDescription)")
      if bytes.withUnsafeBufferPointer({ PlainHeader.entries($0, base: 0) }) != nil { taken += 1 }
    }
    #expect(taken > 300)
  }

  @Test(arguments: [
    "a: 甲\nb: [甲, 乙 丙]\nc: {开门: 09:00, 关门: 21:30}\nd: {e: [A类, B类]}\nf:\n  - 编制 总经理 甲某 2021-01-10\n  - 乙\ng: 1.10\n",
    "a: [[b], {c: d}]", "a: b, c; d (e)\n", "k: x:y\n", "a:\n - b\n - c\n",
  ])
  func takesWhatFilesMostlyHave(text: String) {
    let isTaken = Array(text.utf8).withUnsafeBufferPointer { PlainHeader.entries($0, base: 0) } != nil
    #expect(isTaken == !text.contains("x:y"))
  }
}
