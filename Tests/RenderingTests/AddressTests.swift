import Diagnostics
import Procedures
import Testing

@testable import Rendering

@Suite struct AddressTests {
  @Test(arguments: [
    ("SC-001", "SC-001"), ("楼层主管", "楼层主管"), ("Floor manager", "Floor-manager"), ("a/b\\c", "a-b-c"), ("..", "-"),
    ("", "-"), (".hidden.", "hidden"), ("CON", "CON-"), ("com1.txt", "com1.txt-"), ("a%20b#c?d", "a-20b-c-d"),
    ("cafe\u{301}", "caf\u{e9}"), ("a\u{202E}b\u{0}c", "a-b-c"), ("市场部/文员", "市场部-文员"),
  ])
  func safeNames(_ name: String, _ expected: String) { #expect(FileName.safe(name) == expected) }

  /// Seeded names of hostile characters: safe, short, and unique in whatever case or normal form.
  @Test func properties() {
    var random = Seeded(state: 42)
    var register = NameRegister(reserved: ["index.html"])
    var seen: Set<String> = []
    let alphabet = Array("aAbé岗位.-_/\\:*?\"<>|#% \u{301}\u{0}\u{200B}\u{1F600}con".unicodeScalars)
    for _ in 0..<4000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<random.next(12) { view.append(alphabet[random.next(alphabet.count)]) }
      let name = register.take(String(view))
      #expect(!name.isEmpty && name != "." && name != ".." && name.utf8.count <= 200)
      #expect(!name.unicodeScalars.contains { "/\\:*?\"<>|#% \0".unicodeScalars.contains($0) })
      #expect(!name.hasPrefix("."))
      #expect(seen.insert(name.lowercased()).inserted)
    }
  }

  @Test func manyEqualNamesAreNotQuadratic() {
    var register = NameRegister(reserved: [])
    let names = (0..<20_000).map { _ in register.take("同名") }
    #expect(names.last == "同名-20000")
  }

  @Test func encoding() {
    #expect(Address.encoded("楼层/a b%\"<x>#?") == "楼层/a%20b%25%22%3Cx%3E%23%3F")
    #expect(Address("procedures/A/index.html").translated("en").path == "procedures/A/index.en.html")
    #expect(ChecklistPage.address(Address("procedures/A/index.en.html")).path == "procedures/A/checklist.en.html")
    #expect(Addresses.attachment("content/图/a.png").path == "attachments/图/a.png")
  }

  @Test func pagesAreUnique() {
    let site = SiteSamples.site([
      ("content/roles/x/保安员.md", "---\n名称: 保安员\n部门: 市场部\n---\n1. a\n"),
      ("content/procedures/i.md", "---\n编号: index.html\n名称: 甲\n---\n## 步骤\n1. a\n"),
      ("content/procedures/j.md", "---\n编号: checklist\n名称: 乙\n---\n## 步骤\n1. a\n"),
    ])
    let paths = site.pages.map { $0.address.path.lowercased() }
    #expect(Set(paths).count == paths.count)
    #expect(paths.contains("roles/保安员-2/index.html"))
    #expect(paths.contains("procedures/index.html-2/index.html"))
  }

  @Test func relativeLinks() {
    let site = SiteSamples.site()
    let view = Viewpoint(site, address: Address("procedures/YY-001/index.html"), language: .chinese)
    #expect(view.href(.home) == "../../index.html")
    #expect(view.href(Address("procedures/YY-001/checklist.html")) == "checklist.html")
    let top = Viewpoint(site, address: Place.register.address, language: .chinese)
    #expect(top.href(.procedures) == "procedures/index.html")
  }
}

/// A small generator with a seed, so that a failing case comes again.
struct Seeded {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(bound, 1)
  }
}
