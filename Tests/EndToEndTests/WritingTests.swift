import Diagnostics
import Foundation
import Procedures
import Testing
import Workspace

/// The page that writers read first: each of its examples stands in the sample handbook without a finding.
@Suite struct WritingTests {
  private static let examples: [String] = {
    let page = BuildTests.root.appending(path: "docs/writing.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```markdown\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }()

  /// A step or two as a whole procedure.
  private static func procedure(_ example: String) -> String {
    if example.hasPrefix("---\n") { return example }
    return """
      ---
      编号: YY-099
      名称: 例子
      部门: 营运部
      负责人: 营运部经理
      版本: 1.0
      状态: 草稿
      用法: 边读边做
      锚点: {开门: 09:00, 关门: 21:30}
      ---
      ## 适用范围
      各楼层。

      ## 术语
      无

      ## 步骤
      \(example)

      ## 风险
      无

      ## 相关文件
      无
      """
  }

  @Test func thereIsOneOfEachKind() {
    #expect(Self.examples.count == 6)
    #expect(Self.examples.last?.hasPrefix("---\n") == true)
  }

  @Test(arguments: examples)
  func anExampleStandsInTheSampleHandbook(_ example: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "handrail-writing-\(UInt64.random(in: 0...(.max)))")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let content = folder.appending(path: "content")
    try FileManager.default.copyItem(at: BuildTests.root.appending(path: "content"), to: content)
    let path = "procedures/营运部/YY-099-例子.md"
    try Data((Self.procedure(example) + "\n").utf8).write(to: content.appending(path: path))
    let loaded = try LoadedHandbook(reading: folder.path)
    let today = try #require(Day(year: 2026, month: 11, day: 20))
    let findings = Examination(of: loaded, today: today).findings.filter { $0.path == "content/" + path }
    #expect(findings.isEmpty, "\(findings.map { "\($0.rule) \($0.message.zh)" })")
  }
}
