import Diagnostics
import Foundation
import Procedures
import Testing
import Workspace

/// `rename` on small handbooks: every place the model knows, whole names only, all files or none.
@Suite struct RenameTests {
  private static let files: [(String, String)] = [
    ("handbook.yml", "部门:\n  - {名称: 甲部, 主管: 主管}\n  - {名称: 乙部, 上级: 甲部}\n"),
    ("roles/甲/主管.md", "---\n名称: 主管\n部门: 甲部\n---\n"),
    ("roles/甲/保安主管.md", "---\n名称: 保安主管\n部门: 甲部\n上级: 主管\n代理: \"主管\"\n---\n"),
    ("roles/乙/文员.md", "---\n名称: 文员\n别名: [书记]\n曾用名:\n  - 旧文员\n部门: 乙部\n上级: 主管\n---\n"),
    ("roles/甲/文员.md", "---\n名称: 文员\n部门: 甲部\n---\n"),
    ("roles/组.md", "---\n名称: 巡查组\n成员: [主管, 保安主管]\n---\n"),
    (
      "procedures/p.md",
      """
      ---
      编号: P-1
      名称: 例
      部门: 甲部
      版本: 1.0
      状态: 草稿
      负责人: 主管
      发放: [主管、保安主管, 乙部]
      审批:
        - 批准 主管 甲某 2026-01-01
      ---
      ## 步骤
      1. 08:20 **主管**、**保安主管** 开门
         - 协助：保安主管和主管、文员
         - 审核：主管 → 保安主管
         - [ ] ★ **主管** 门已开
         - 如果 超时：批准：主管
      2. **主管：** 由主管签字，见 [主管](../roles/甲/主管.md)，**主管**负责
      3. @主管 锁门

      ## 风险
      | 风险 | 控制 | 负责 |
      |---|---|---|
      | 门没锁 | 主管复查 | 主管、乙部/文员 |

      ## 名单
      | 姓名 | 岗位 |
      |---|---|
      | 甲某 | 主管 |

      """
    ),
    ("events/e.md", "---\n名称: 活动\n日期: 2026-12-01\n流程: [P-1]\n人员: {主管: 甲某 8001, 保安主管: 乙某}\n---\n"),
  ]

  private func handbook() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "handrail-test-\(UInt64.random(in: 0...(.max)))")
    for (path, text) in Self.files {
      let file = url.appending(path: "content/" + path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return url
  }

  private func text(_ root: URL, _ path: String) throws -> String {
    try String(contentsOf: root.appending(path: "content/" + path), encoding: .utf8)
  }

  @Test func aRoleIsRenamedWhereverTheModelKnowsIt() throws {
    let root = try handbook()
    defer { try? FileManager.default.removeItem(at: root) }
    let run = try RenameRun(role: true, "主管", to: "值班长", in: root.path)
    #expect(try text(root, "roles/甲/主管.md").contains("名称: 主管"), "nothing is written before it is agreed to")
    #expect(run.renaming.changes.first?.new.path == "content/roles/甲/主管.md")
    try run.write()
    #expect(try text(root, "roles/甲/主管.md") == "---\n名称: 值班长\n曾用名: 主管\n部门: 甲部\n---\n")
    #expect(try text(root, "roles/甲/保安主管.md").hasSuffix("上级: 值班长\n代理: \"值班长\"\n---\n"))
    #expect(try text(root, "roles/组.md").contains("[值班长, 保安主管]"))
    #expect(try text(root, "handbook.yml").contains("{名称: 甲部, 主管: 值班长}"))
    #expect(try text(root, "events/e.md").contains("{值班长: 甲某 8001, 保安主管: 乙某}"))
    let lines = try text(root, "procedures/p.md").split(separator: "\n").map(String.init)
    let wanted = [
      "负责人: 值班长", "发放: [值班长、保安主管, 乙部]", "  - 批准 值班长 甲某 2026-01-01", "1. 08:20 **值班长**、**保安主管** 开门",
      "   - 协助：保安主管和值班长、文员", "   - 审核：值班长 → 保安主管", "   - [ ] ★ **值班长** 门已开", "   - 如果 超时：批准：值班长",
      "2. **值班长：** 由主管签字，见 [值班长](../roles/甲/主管.md)，**值班长**负责", "3. @值班长 锁门",
      "| 门没锁 | 主管复查 | 值班长、乙部/文员 |", "| 甲某 | 值班长 |",
    ]
    for line in wanted { #expect(lines.contains(line), "\(line)") }
    #expect(run.renaming.left.count == 2)
    #expect(try LoadedHandbook(reading: root.path).diagnostics.count(.error) == 0)
    #expect(try RenameRun(role: true, "主管", to: "值班长", in: root.path).renaming.changes.isEmpty)
  }

  @Test func oneOfSeveralRolesOfANameIsRenamed() throws {
    let root = try handbook()
    defer { try? FileManager.default.removeItem(at: root) }
    #expect(throws: WorkspaceError.self) { try RenameRun(role: true, "文员", to: "资料员", in: root.path) }
    try RenameRun(role: true, "乙部/文员", to: "资料员", in: root.path).write()
    #expect(try text(root, "roles/乙/文员.md").contains("名称: 资料员\n别名: [书记]\n曾用名:\n  - 旧文员\n  - 文员\n"))
    #expect(try text(root, "roles/甲/文员.md").contains("名称: 文员"))
    let procedure = try text(root, "procedures/p.md")
    #expect(procedure.contains("乙部/资料员") && procedure.contains("保安主管和主管、文员"))
  }

  @Test func aDepartmentIsRenamed() throws {
    let root = try handbook()
    defer { try? FileManager.default.removeItem(at: root) }
    try RenameRun(role: false, "乙部", to: "丙部", in: root.path).write()
    #expect(try text(root, "handbook.yml").contains("{名称: 丙部, 上级: 甲部}"))
    #expect(try text(root, "departments/丙部.md") == "---\n名称: 丙部\n曾用名: 乙部\n---\n")
    #expect(try text(root, "roles/乙/文员.md").contains("部门: 丙部"))
    let procedure = try text(root, "procedures/p.md")
    #expect(procedure.contains("丙部/文员") && procedure.contains("保安主管, 丙部]"))
    #expect(try LoadedHandbook(reading: root.path).diagnostics.count(.error) == 0)
  }

  @Test(arguments: ["保安主管", "甲部", "", " 主管", "甲/乙", "甲、乙", "甲\n乙"])
  func aNameThatIsTakenOrNoneIsRefused(_ name: String) throws {
    let root = try handbook()
    defer { try? FileManager.default.removeItem(at: root) }
    #expect(throws: WorkspaceError.self) { try RenameRun(role: true, "主管", to: name, in: root.path) }
  }
}
