import Foundation
import Markdown
import Testing

/// One example of a public specification.
struct Example: Decodable, Sendable, CustomTestStringConvertible {
  let example: Int
  let section: String
  let markdown: String
  let html: String
  let source: String?

  var testDescription: String { "\(section) \(example)" }

  static let folder = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["HANDRAIL_SPECS"] ?? "../shared/cases/specs")
  static let exists = FileManager.default.fileExists(atPath: folder.appending(path: "commonmark-0.30.json").path)

  static func read(_ name: String) -> [Example] {
    guard exists, let data = try? Data(contentsOf: folder.appending(path: name)) else { return [] }
    return (try? JSONDecoder().decode([Example].self, from: data)) ?? []
  }
}

@Suite(.enabled(if: Example.exists)) struct SpecTests {
  @Test func allExamplesAreThere() {
    #expect(Example.read("commonmark-0.30.json").count == 652)
    #expect(Example.read("gfm-extensions.json").count == 34)
  }

  /// libcmark gives what the specification says, and the writer what libcmark gives once Handrail's differences are
  /// made on libcmark's tree (see `Oracle`).
  @Test(arguments: Example.read("commonmark-0.30.json"))
  func commonMark(_ example: Example) {
    #expect(Oracle.plain(example.markdown) == example.html)
    #expect(html(example.markdown) == Oracle.differing(example.markdown))
  }

  @Test(arguments: Example.read("gfm-extensions.json"))
  func extensions(_ example: Example) {
    var expected = example.html
    // The GFM specification and cmark-gfm write the attributes of boxes in different order; cmark-gfm's holds here.
    expected = expected.replacing(
      "<input disabled=\"\" type=\"checkbox\">", with: "<input type=\"checkbox\" disabled=\"\" />"
    )
    .replacing(
      "<input checked=\"\" disabled=\"\" type=\"checkbox\">",
      with: "<input type=\"checkbox\" checked=\"\" disabled=\"\" />")
    if example.section == "Embedded HTML" {
      expected = expected.replacing("<strong>hello</strong>", with: "&lt;strong&gt;hello&lt;/strong&gt;")
        .replacing("ok <br> sure", with: "ok <br />\n sure")
    }
    #expect(html(example.markdown) == expected)
  }
}
