import Foundation
import Testing

/// Rules of the house that no compiler holds: who may import whom, what may be named where, and that lists are current.
@Suite struct TidyTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What each module may import besides the standard library; ARCHITECTURE.md prints the same table.
  static let imports: [String: Set<String>] = [
    "Diagnostics": [],
    "Markdown": ["Diagnostics", "CCMark", "CYAML", "Glibc"],
    "Templates": ["Diagnostics"],
    "Procedures": ["Diagnostics", "Markdown"],
    "Checks": ["Diagnostics", "Markdown", "Procedures"],
    "Redlines": ["Diagnostics", "Markdown", "Procedures"],
    "Rendering": ["Diagnostics", "Markdown", "Procedures", "Redlines", "Templates", "CTemplates"],
    "Workspace": [
      "Diagnostics", "Markdown", "Procedures", "Checks", "Redlines", "Templates", "Rendering", "CCrypto", "CSystem",
      "Glibc",
      "Synchronization",
    ],
    "handrail": [
      "Diagnostics", "Markdown", "Procedures", "Checks", "Redlines", "Templates", "Rendering", "Workspace",
      "ArgumentParser",
      "Foundation",
    ],
  ]

  static func sources(_ folder: String) -> [(path: String, text: String)] {
    let base = root.appending(path: folder)
    let files = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      ("\(folder)/\(path)", (try? String(contentsOf: base.appending(path: path), encoding: .utf8)) ?? "")
    }
  }

  @Test(arguments: imports.keys.sorted())
  func modulesImportOnlyWhatTheTableAllows(_ module: String) {
    let files = Self.sources("Sources/\(module)")
    #expect(!files.isEmpty)
    for (path, text) in files {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count else { continue }
        guard index == 0 || ["internal", "package", "public", "private"].contains(String(words[0])) else { continue }
        let name = String(words[index + 1])
        #expect(Self.imports[module]?.contains(name) == true, "\(path) imports \(name)")
      }
    }
  }

  /// Clocks, locales, files and processes belong to the edges.
  @Test func thePureModulesReachForNothingOutside() {
    let forbidden = [
      "FileManager", "ProcessInfo", "Date", "Locale", "Calendar", "hashValue", "UUID", "localizedCompare", "getenv",
      "@unchecked Sendable",
    ]
    for module in ["Diagnostics", "Markdown", "Templates", "Procedures", "Checks", "Redlines", "Rendering"] {
      for (path, text) in Self.sources("Sources/\(module)") {
        let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
        for word in forbidden where Self.names(code, word) { Issue.record("\(path) names \(word)") }
        if !path.contains("/CMark/"), Self.names(code, "OpaquePointer") { Issue.record("\(path) names OpaquePointer") }
      }
    }
  }

  /// Whether a word stands in code by itself, not as a part of a longer name.
  private static func names(_ code: String, _ word: String) -> Bool {
    let pattern = "(?<![A-Za-z0-9_.])" + NSRegularExpression.escapedPattern(for: word) + "(?![A-Za-z0-9_])"
    return code.range(of: pattern, options: .regularExpression) != nil
  }

  @Test func filesStayShort() {
    for module in Self.imports.keys.sorted() {
      for (path, text) in Self.sources("Sources/\(module)") {
        let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(count <= 401, "\(path)")
      }
    }
  }

  @Test func theListOfBuiltInTemplatesIsCurrent() throws {
    let base = Self.root.appending(path: "templates")
    let files = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    let wanted = files.filter { name in
      let url = base.appending(path: name)
      let isFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
      return !isFolder && !name.hasSuffix(".md") && !(name.split(separator: "/").last?.hasPrefix(".") ?? true)
    }
    let list = try String(contentsOf: Self.root.appending(path: "Sources/CTemplates/templates.c"), encoding: .utf8)
    for name in wanted { #expect(list.contains("{\"templates/\(name)\","), "run Scripts/embed-templates: \(name)") }
    #expect(list.components(separatedBy: "{\"templates/").count - 1 == wanted.count, "run Scripts/embed-templates")
  }

  /// A recorded result must not depend on the machine that recorded it.
  @Test func recordedResultsNameNoMachine() {
    let base = Self.root.appending(path: "Tests/Fixtures")
    let files = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    for file in files {
      guard let text = try? String(contentsOf: base.appending(path: file), encoding: .utf8) else { continue }
      #expect(!text.contains("/tmp/") && !text.contains("/home/") && !text.contains(Self.root.path), "\(file)")
    }
  }
}
