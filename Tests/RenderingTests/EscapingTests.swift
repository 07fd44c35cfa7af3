import Diagnostics
import Procedures
import Testing

@testable import Rendering

/// What an author writes is text: markup and schemes in any field stay inert on every page.
@Suite struct EscapingTests {
  static let evil = "<script>alert(1)</script>\"'><img src=x onerror=y>"
  static let quoted = "\"<script>alert(1)</script>\\\"'><img src=x onerror=y>\""

  static let procedure = """
    ---
    编号: YY-009
    名称: \(quoted)
    部门: \(quoted)
    版本: "1.0"
    状态: 生效
    生效日期: 2026-03-01
    负责人: \(quoted)
    锚点: {\(quoted): "09:00"}
    班次: [\(quoted)]
    审批:
      - \(quoted)
    修订说明: \(quoted)
    ---
    ## 目的
    \(evil) [a](javascript:alert(1))
    ## \(evil)
    \(evil)
    ## 步骤
    ### 检查点：\(evil)
    1. 08:00 **\(evil)主管** \(evil) → 步骤 9
       - [ ] ★ \(evil)
       - 如果 \(evil)：\(evil) → \(evil)
       - 交接：\(evil) → \(evil)
       - \(evil)：\(evil)
       - 记录：《\(evil)》
    ## 术语
    - **\(evil)**：\(evil)
    ## 物资
    - \(evil) 2个 \(evil)
    ## 修订记录
    - 1.0 2026-01-01 \(evil)：\(evil)
    """

  @Test func everywhere() {
    let site = SiteSamples.site([
      ("content/procedures/YY-009.md", Self.procedure),
      ("content/roles/x.md", "---\n名称: \(Self.quoted)\n上级: \(Self.quoted)\n---\n1. \(Self.evil)\n"),
    ])
    for job in site.pages {
      let page = SiteSamples.page(job.address.path, of: site)
      #expect(!page.contains("<script>alert"), "\(job.address.path)")
      #expect(!page.contains("<img src=x"), "\(job.address.path)")
      #expect(!page.contains("href=\"javascript:"), "\(job.address.path)")
      #expect(!page.contains("style=\""), "\(job.address.path)")
    }
  }

  /// Cut, doubled and shuffled text must neither trap nor break a page.
  @Test func randomEdits() {
    let source = SiteSamples.bytes("full.md")
    var random = Seeded(state: 7)
    for _ in 0..<60 {
      var bytes = source
      for _ in 0..<random.next(6) + 1 {
        let start = random.next(bytes.count)
        let end = min(bytes.count, start + random.next(80))
        switch random.next(3) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: random.next(bytes.count))
        default: if start < bytes.count { bytes[start] = UInt8(random.next(256)) }
        }
      }
      let site = SiteSamples.site([SourceFile(path: "content/procedures/YY-001.md", bytes: bytes)])
      var values = site.values
      for index in site.pages.indices {
        var out: [UInt8] = []
        site.render(index, &values, into: &out)
        #expect(out.suffix(8).elementsEqual(Array("</html>\n".utf8)))
      }
    }
  }
}
