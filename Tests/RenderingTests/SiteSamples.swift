import Diagnostics
import Foundation
import Procedures
import Testing

@testable import Rendering

/// A handbook around the article of `Tests/Fixtures/pages/full.md`, which has everything that an article can have.
enum SiteSamples {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/pages")

  static func bytes(_ name: String) -> [UInt8] { (try? Array(Data(contentsOf: folder.appending(path: name)))) ?? [] }

  static let digest: @Sendable ([UInt8]) -> String = { bytes in
    let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  static let others: [(path: String, text: String)] = [
    ("content/policies/ZD-001.md", "---\n编号: ZD-001\n名称: 行为规范\n部门: 营运部\n---\n## 适用范围\n全体。\n"),
    ("content/roles/值班主管.md", "---\n名称: 值班主管\n部门: 营运部\n别名: [Duty manager]\n---\n1. 值班。\n"),
    ("content/roles/保安员.md", "---\n名称: 保安员\n部门: 营运部\n---\n1. 巡逻。\n"),
    ("content/roles/电工.md", "---\n名称: 电工\n部门: 营运部\n---\n1. 检修。\n"),
    (
      "content/forms/BD-001.md", "---\n编号: BD-001\n名称: 巡场记录表\n保管期限: 3年\n---\n每次一行。\n\n| 时间 | 签名 |\n|---|---|\n|  |  |\n"
    ),
    ("content/events/2026-05-01-开业.md", "---\n名称: 开业\n日期: 2026-05-01\n流程: [YY-001]\n---\n## 步骤\n1. T日 **保安员** 开门\n"),
  ]

  /// A site of some files; theirs win over the sample's of the same path.
  static func site(
    _ own: [(path: String, text: String)] = [], templates: [SourceFile] = [], settings: Settings = Settings(),
    today: String = "2026-04-20", attachments: Set<String> = ["content/图/a b%.png"]
  ) -> Site {
    var texts = Dictionary(uniqueKeysWithValues: others.map { ($0.path, Array($0.text.utf8)) })
    texts["content/procedures/YY-001.md"] = bytes("full.md")
    for file in own { texts[file.path] = Array(file.text.utf8) }
    return site(
      texts.keys.sorted().map { SourceFile(path: $0, bytes: texts[$0] ?? []) }, templates, settings, today, attachments)
  }

  static func site(
    _ files: [SourceFile], _ templates: [SourceFile] = [], _ settings: Settings = Settings(),
    _ today: String = "2026-04-20", _ attachments: Set<String> = []
  ) -> Site {
    var found: [Diagnostic] = []
    let entries = files.compactMap { file in
      ArticleKind(path: file.path).map { Entry(reading: file, as: $0, diagnostics: &found) }
    }
    let handbook = Handbook(
      linking: Register(entries, settings: settings), attachments: attachments, diagnostics: &found,
      map: { count, body in (0..<count).map(body) })
    let theme = Theme(files: templates, settings: settings, digest: digest)
    let facts = BuildFacts(
      today: Day(parsing: today) ?? handbook.articles.count.sampleDay, generator: "Handrail", digest: digest)
    return Site(handbook, theme: theme, facts: facts)
  }

  /// A page of a site as text; empty when there is none at the path.
  static func page(_ path: String, of site: Site) -> String {
    guard let index = site.pages.firstIndex(where: { $0.address.path == path }) else { return "" }
    var bytes: [UInt8] = []
    var values = site.values
    site.render(index, &values, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Int {
  /// Some day, for the types' sake.
  fileprivate var sampleDay: Day {
    guard let day = Day(daysSinceEpoch: 20_000 + self % 1000) else { preconditionFailure("no such day") }
    return day
  }
}
