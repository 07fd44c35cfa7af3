import Diagnostics
import Foundation
import Procedures
import Testing

@testable import Workspace

/// A small handbook under document control, in a folder that lives as long as one test.
struct ArchiveSample {
  let scratch = Scratch()
  var path: String { scratch.path }

  init() {
    scratch.write("content/handbook.yml", "名称: 试\n部门: [营运部]\n复审周期: 12个月\n")
    scratch.write("content/roles/店长.md", "---\n名称: 店长\n部门: 营运部\n任职: [甲某]\n---\n")
    scratch.write("content/roles/店员.md", "---\n名称: 店员\n部门: 营运部\n---\n")
    scratch.write("content/assets/图.txt", "平面图")
  }

  /// A copy of another sample, which is much faster than making it again.
  init(copying other: ArchiveSample) throws {
    try FileManager.default.removeItem(atPath: scratch.path + "/content")
    try FileManager.default.copyItem(atPath: other.path + "/content", toPath: scratch.path + "/content")
    try FileManager.default.copyItem(atPath: other.path + "/.gitattributes", toPath: scratch.path + "/.gitattributes")
  }

  /// Writes the working copy of a document.
  func document(
    _ code: String = "T-001", version: String, day: String, effective: String? = nil, status: String = "批准",
    step: String? = nil, extra: String = "", note: String? = "改了一步"
  ) {
    let note = note.map { "修订说明: \($0)\n" } ?? ""
    scratch.write(
      "content/procedures/\(code).md",
      """
      ---
      编号: \(code)
      名称: 流程\(code)
      部门: 营运部
      负责人: 店长
      版本: \(version)
      状态: \(status)
      生效日期: \(effective ?? day)
      \(extra)审批:
        - 编制 店员 乙某 \(day)
        - 审核 店长 甲某 \(day)
        - 批准 店长 甲某 \(day)
      \(note)---
      ## 适用范围
      门店，见[图](../assets/图.txt)。

      ## 术语
      无

      ## 步骤
      1. **店员** \(step ?? "做第 \(version) 版的事")

      ## 风险
      无

      ## 相关文件
      无

      ## 修订记录
      - \(version) \(day) 乙某：改了一步

      """)
  }

  /// - Parameter patience: in milliseconds; not nothing, because a program that another test starts holds a copy of the
  ///   lock until it runs.
  func control(
    _ at: String, backdated: String? = nil, disk: Disk = Disk(), patience: Int = 10_000
  ) throws -> DocumentControl {
    let recording = try Recording(at: at, backdated: backdated, utcOffset: 480, now: 1_800_000_000)
    var control = DocumentControl(root: path, recording: recording)
    control.disk = disk
    control.patience = patience
    return control
  }

  /// Issues the working copy on the day of its approvals; gives the rules of the findings back.
  @discardableResult
  func issue(_ codes: String..., at: String, backdated: String? = nil, note: String? = nil) throws -> [String] {
    try rules(control(at, backdated: backdated).issue(codes, note: note))
  }

  func rules(_ outcome: DocumentControl.Outcome) -> [String] {
    switch outcome {
    case .recorded: []
    case .refused(let findings, _), .broken(let findings, _): findings.map(\.rule.rawValue)
    }
  }

  /// A document with two versions, and one that was withdrawn.
  func history() throws {
    document(version: "1.0", day: "2026-01-05")
    try #expect(issue("T-001", at: "2026-01-05") == [])
    document(version: "1.1", day: "2026-02-05")
    try #expect(issue("T-001", at: "2026-02-05") == [])
    document("T-002", version: "A/0", day: "2026-02-06")
    try #expect(issue("T-002", at: "2026-02-06") == [])
    try #expect(rules(control("2026-03-01").edition("春季", note: nil)) == [])
    try #expect(
      rules(
        control("2026-03-02").withdraw(
          try #require(PinnedCode(parsing: "T-002")), reason: "并入", successor: "T-001", effective: nil)) == [])
  }

  /// The archive as a reader finds it, no longer locked.
  func archive() throws -> Archive {
    let archive = try #require(try Archive.open(path, for: .reading, patience: 10_000))
    archive.unlock()
    return archive
  }

  /// Everything below `content/issued` that counts, with its text.
  var tree: [String] { scratch.tree("content/issued").filter { !$0.contains("/.pending-") } }
}
