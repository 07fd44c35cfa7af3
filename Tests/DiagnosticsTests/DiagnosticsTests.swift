import Diagnostics
import Testing

/// One handbook of findings for all reports: Han, line ends, what must be escaped, an insertion, a removal.
enum Samples {
  static let text = "---\r\n名称：闭店\r\n---\r\n1. **收银主管** 清点备用金 😀 50%, 全部: {两人}\r\n"
  static let files = [
    SourceFile(path: "content/procedures/采购/到货 验收.md", bytes: Array(text.utf8)),
    SourceFile(path: "content/roles/收银.md", bytes: Array("# 收银\n".utf8)),
  ]

  static func range(of part: String, in text: String = text) -> SourceRange {
    let whole = Array(text.utf8)
    let part = Array(part.utf8)
    let start = whole.indices.first { whole[$0...].starts(with: part) } ?? 0
    return SourceRange(start, start + part.count)
  }

  static let findings = [
    Diagnostic(
      .error, .roleUnknown, path: files[0].path, range: range(of: "收银主管"),
      message: Localized(zh: "没有岗位“收银主管”", en: "there is no role “收银主管”"),
      notes: [
        .init(path: files[1].path, range: SourceRange(2, 8), message: Localized(zh: "已定义的岗位", en: "the role defined"))
      ],
      help: Localized(zh: "改为 {收银}", en: "write {收银}")),
    Diagnostic(
      .warning, .colonWidth, path: files[0].path, range: range(of: "："),
      message: Localized(zh: "全角冒号\n在 key 之后, 50%: [见](x)", en: "a full-width colon\nafter key, 50%: [see](x)"),
      fix: [Replacement(range(of: "："), with: ": ")]),
    Diagnostic(
      .info, .unknownField, path: files[0].path, range: range(of: "😀"), message: Localized(zh: "提示", en: "hint"),
      fix: [Replacement(SourceRange(0, 0), with: "<x>\n"), Replacement(range(of: "😀"), with: "")]),
  ]
}

@Suite struct TextReportTests {
  private func lines(_ findings: [Diagnostic], files: [SourceFile], width: Int = 80) -> [String] {
    var report = TextReport(files: files, language: .chinese, width: width)
    return report.text(findings).split(separator: "\n").map(String.init)
  }

  @Test func caretsStandUnderHanCharacters() {
    let lines = lines([Samples.findings[0]], files: Samples.files)
    #expect(lines[0] == "content/procedures/采购/到货 验收.md:4:6: error[role-unknown]: 没有岗位“收银主管”")
    #expect(lines[1] == " 4 | 1. **收银主管** 清点备用金 😀 50%, 全部: {两人}")
    #expect(lines[2] == "   |      ^^^^^^^^")
    #expect(lines[3] == " note: content/roles/收银.md:1:3: 已定义的岗位")
    #expect(lines[4] == " help: 改为 {收银}")
  }

  @Test(arguments: [0, 1, 30, 60, 90, 119])
  func longLinesAreWindowed(_ place: Int) {
    let text = String(repeating: "甲乙丙丁", count: 30)
    let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
    let finding = Diagnostic(
      .error, .limit, path: "a.md", range: SourceRange(place * 3, place * 3 + 3), message: Localized(zh: "", en: ""))
    let shown = lines([finding], files: [file])
    #expect(CellWidth.of(shown[1]) <= 80)
    let indent = shown[2].prefix { $0 != "^" }
    let lead = CellWidth.prefix(shown[1], CellWidth.of(String(indent)))
    let marked = shown[1].dropFirst(lead.count).prefix(1)
    #expect(CellWidth.of(lead) == CellWidth.of(String(indent)))
    #expect(marked == text.dropFirst(place).prefix(1))
    #expect(shown[1].contains("…"))
  }

  @Test func aMarkLongerThanTheTerminalIsCutToo() {
    let file = SourceFile(path: "a.md", bytes: Array(String(repeating: "长", count: 200).utf8))
    let finding = Diagnostic(
      .error, .limit, path: "a.md", range: SourceRange(30, 570), message: Localized(zh: "", en: ""))
    let shown = lines([finding], files: [file])
    #expect(CellWidth.of(shown[1]) <= 80 && CellWidth.of(shown[2]) <= 80)
  }

  @Test func errorsAreShownBeforeHintsWhenThereAreTooMany() {
    let bytes = Array(String(repeating: "x\n", count: 2000).utf8)
    let file = SourceFile(path: "a.md", bytes: bytes)
    let findings = (0..<2000).map { index in
      Diagnostic(
        index == 1999 ? .error : .info, index % 2 == 0 ? .limit : .encoding, path: "a.md",
        range: SourceRange(index * 2, index * 2 + 1),
        message: Localized(zh: "第 \(index)", en: "no \(index)"))
    }
    var report = TextReport(files: [file], language: .english)
    let text = report.text(findings)
    #expect(text.contains("a.md:2000:1: error[encoding]"))
    #expect(text.hasSuffix("a.md: 1950 more not shown\n"))
    #expect(report.summary(findings) == "  1000 × error[encoding]\n  1000 × info[limit]\n")
    #expect(report.summary(Array(findings.prefix(3))).isEmpty)
  }

  @Test func controlCharactersCannotReachTheTerminal() {
    let file = SourceFile(path: "a\u{1B}[2J.md", bytes: Array("x\u{1B}[31m\u{202E}".utf8))
    let finding = Diagnostic(
      .error, .limit, path: file.path, range: SourceRange(0, 1), message: Localized(zh: "\u{7}", en: "\u{7}"))
    let shown = lines([finding], files: [file]).joined()
    #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }

  @Test func aByteOrderMarkIsNoColumn() {
    let table = LineTable(SourceFile(path: "a", bytes: [0xEF, 0xBB, 0xBF] + Array("甲乙\n丙".utf8)))
    #expect(table.position(of: 0).column == 1 && table.position(of: 3).column == 1)
    #expect(table.position(of: 6).column == 2 && table.position(of: 10).line == 2 && table.position(of: 10).column == 1)
  }
}

@Suite struct GitHubReportTests {
  @Test func propertiesAndMessagesAreEscaped() {
    var report = GitHubReport(files: Samples.files, language: .english, root: "shop,1/")
    let lines = report.text(Samples.findings).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0]
        == "::warning file=shop%2C1/content/procedures/采购/到货 验收.md,line=2,col=3,endColumn=3,title=colon-width::"
        + "a full-width colon%0Aafter key, 50%25: [see](x)")
    #expect(lines[1].hasSuffix("::there is no role “收银主管”%0Acontent/roles/收银.md:1:3: the role defined%0Awrite {收银}"))
    #expect(lines[2].hasPrefix("::notice "))
  }

  @Test func aPathCannotBecomeAnotherCommand() {
    let path = "content/a\r\n::error::b:c.md"
    let finding = Diagnostic(
      .error, .limit, path: path, range: .start, message: Localized(zh: "", en: "a\r\n::set-output"))
    var report = GitHubReport(files: [], language: .english)
    let text = report.text([finding])
    #expect(
      text
        == "::error file=content/a%0D%0A%3A%3Aerror%3A%3Ab%3Ac.md,line=1,col=1,endColumn=1,title=limit::a%0D%0A::set-output\n"
    )
  }
}
