import Diagnostics
import Foundation
import Templates
import Testing

/// The folder with the specification's JSON files.
private let specFolder =
  (ProcessInfo.processInfo.environment["HANDRAIL_SPECS"] ?? "../shared/cases/specs") + "/mustache"

/// The official Mustache specification, run through the same strict engine that renders a handbook.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: specFolder)))
struct MustacheSpecTests {
  static let modules = [
    "comments", "delimiters", "dynamic-names", "inheritance", "interpolation", "inverted", "partials", "sections",
  ]

  struct Module: Decodable {
    let tests: [Case]
  }

  struct Case: Decodable {
    let name: String
    let desc: String
    let data: JSON
    let template: String
    let partials: [String: String]?
    let expected: String
  }

  @Test(arguments: modules)
  func passes(module: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(specFolder)/\(module).json"))
    let cases = try JSONDecoder().decode(Module.self, from: data).tests
    #expect(!cases.isEmpty)
    for test in cases { check(test) }
  }

  private func check(_ test: Case) {
    var sources = test.partials ?? [:]
    var tags = SpecTags(test.template)
    for (_, source) in sources { tags.add(source) }
    // A template that is missing is an error for us; the specification wants it to be empty.
    for name in tags.included where sources[name] == nil { sources[name] = "" }
    sources["main"] = test.template
    let files = sources.sorted { $0.key < $1.key }.map {
      SourceFile(path: "templates/\($0.key).mustache", bytes: Array($0.value.utf8))
    }
    let shapes = SpecShapes(tags: tags, templates: Set(sources.keys))
    let root = shapes.root(test.data)
    let library = Library(files, entries: [("main", root)])
    #expect(library.diagnostics.map(\.message.en) == [], "\(test.name): \(test.desc)")
    let text = library.text("main", shapes.record(test.data, root), root)
    #expect(text == test.expected, "\(test.name): \(test.template)")
  }
}
