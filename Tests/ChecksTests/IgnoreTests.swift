import Checks
import Diagnostics
import Testing

/// `<!-- handrail-ignore rule: reason -->` and `规则` in handbook.yml: what they silence, and what they may not.
@Suite struct IgnoreTests {
  private func rules(_ example: Example) throws -> [String] {
    // The steps of these examples name few of the frame's roles.
    try ExampleHandbook.findings(example).filter { $0.rule != .roleUnused }.map { "\($0.severity.word) \($0.rule)" }
  }

  private static let unresolved = "warning title-unresolved"
  private static let invalid = "warning ignore-invalid"

  @Test(arguments: [
    ("1. **店员** 读《甲》 <!-- handrail-ignore title-unresolved: 外来文件 -->", []),
    ("1. **店员** 读《甲》 <!-- handrail-ignore title-unresolved：外来文件 -->", []),
    ("1. **店员** 读《甲》 <!-- handrail-ignore title-unresolved -->", [unresolved, invalid]),
    ("1. **店员** 读《甲》 <!-- handrail-ignore title-unresolvd: 外来 -->", [unresolved, invalid]),
    ("1. **店员** 打扫 <!-- handrail-ignore title-unresolved: 外来 -->", [invalid]),
    // Another line is not meant.
    ("1. **店员** 打扫 <!-- handrail-ignore title-unresolved: 外来 -->\n2. **店员** 读《甲》", [invalid, unresolved]),
    // On its own line: the next block, and of a list the first item.
    ("<!-- handrail-ignore title-unresolved: 外来 -->\n1. **店员** 读《甲》\n   - 标准：《乙》", []),
    ("<!-- handrail-ignore title-unresolved: 外来 -->\n1. **店员** 打扫\n2. **店员** 读《甲》", [invalid, unresolved]),
    ("1. **店员** 打扫\n\n<!-- handrail-ignore title-unresolved: 外来 -->\n\n2. **店员** 读《甲》", []),
    ("1. **店员** 打扫\n\n   <!-- handrail-ignore title-unresolved: 外来 -->\n   读《甲》。", []),
    // Before a heading: all that stands under it.
    (
      "<!-- handrail-ignore title-unresolved: 外来 -->\n### 早上\n\n1. **店员** 读《甲》\n2. **店员** 读《乙》\n\n### 晚上\n\n3. **店员** 读《丙》",
      [unresolved]
    ),
    // Two comments for one block.
    (
      "<!-- handrail-ignore title-unresolved: 外来 -->\n<!-- handrail-ignore role-unknown: 还没定 -->\n1. **收银员** 读《甲》", []
    ),
    // What keeps the site sound cannot be silenced.
    (
      "1. **店员** 看![图](https://example.com/a.png) <!-- handrail-ignore image-remote: 好看 -->",
      ["error image-remote", invalid]
    ),
  ])
  func aCommentSilencesItsPlace(_ steps: String, _ expected: [String]) throws {
    #expect(try rules(Example(steps: steps)) == expected)
  }

  @Test func beforeTheFirstHeadingItHoldsForTheFile() throws {
    let text = Example(steps: "1. **店员** 读《甲》\n2. **店员** 读《乙》").procedure
    let head = text.replacing("\n## 适用范围", with: "\n<!-- handrail-ignore title-unresolved: 外来 -->\n\n## 适用范围")
    var example = Example(files: [:], others: [.init(Example.path, .text(head))])
    #expect(try rules(example).isEmpty)
    example = Example(files: [:], others: [.init(Example.path, .text(text))])
    #expect(try rules(example) == [Self.unresolved, Self.unresolved])
  }

  @Test(arguments: [
    ("title-unresolved: {级别: 关闭, 因为: 还没写完}", []),
    ("title-unresolved: 关闭", ["warning ignore-invalid"]),
    ("title-unresolved: {级别: 错误, 因为: 都写完了}", ["error title-unresolved"]),
    ("title-unresolved: {级别: 提示, 范围: [procedures/门店], 因为: 还没写完}", ["info title-unresolved"]),
    ("title-unresolved: {级别: 提示, 范围: [procedures/仓库], 因为: 还没写完}", ["warning title-unresolved"]),
    ("limit: {级别: 关闭, 因为: 太长}", ["warning ignore-invalid", "warning title-unresolved"]),
    ("title-unresolvd: 关闭", ["error config-unknown", "warning title-unresolved"]),
  ])
  func handbookYmlSetsTheWeight(_ setting: String, _ expected: [String]) throws {
    let example = Example(
      steps: "1. **店员** 读《甲》", files: ["content/handbook.yml": "名称: 门店手册\n规则:\n  \(setting)\n"])
    #expect(try rules(example) == expected)
  }

  /// A comment is no text of the page, and what stands before it is read as if it were not there.
  @Test func aCommentAtTheEndOfAFieldIsNoPartOfIt() throws {
    let comment = "<!-- handrail-ignore title-unresolved: 外来 -->"
    let steps = "1. 08:30 **店员** 读《甲》(可选) \(comment)\n   - 批准：店长 \(comment)\n   - 如果 不符：→ 步骤 1 \(comment)"
    #expect(try rules(Example(steps: steps)) == [Self.invalid, Self.invalid])
  }
}
