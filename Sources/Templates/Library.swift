package import Diagnostics

/// All templates of a theme, checked and compiled.
///
/// The language is Mustache with inheritance and dynamic names, without lambdas. What a template may name is known
/// when it is loaded, so a wrong name, a missing partial or an endless inclusion is an error then and not an empty
/// place on a page.
package struct Library: Sendable {
  /// What is wrong with the templates, by path and place; while there is anything, nothing is rendered.
  package let diagnostics: [Diagnostic]
  /// The names of the templates that no entry reaches, sorted; a handbook's own file among them has no effect.
  package let unused: [String]
  private let program: Program
  private let entries: [String: (routine: Int, size: Int)]

  /// Compiles the templates that the entries need; all of them are parsed.
  ///
  /// - Parameters:
  ///   - files: the `.mustache` files, others are passed over; a file replaces an earlier one of the same name.
  ///   - entries: the templates that are rendered, each with what it may name.
  package init(_ files: [SourceFile], entries: [(template: String, shape: Shape)]) {
    var pool = TextPool()
    var problems: [Diagnostic] = []
    let templates = Library.latest(files).map { name, file in
      let parsed = Parser.parse(file, pool: &pool)
      problems += parsed.problems
      return Template(name: name, path: file.path, nodes: parsed.nodes, isBroken: !parsed.problems.isEmpty)
    }
    var compiler = Compiler(templates)
    var numbers: [String: (routine: Int, size: Int)] = [:]
    for entry in entries {
      guard let routine = compiler.entry(entry.template, shape: entry.shape) else { continue }
      numbers[entry.template] = (routine, entry.shape.fields.count)
    }
    compiler.run(judgingBlocks: problems.isEmpty)
    compiler.program.text = pool.bytes
    program = compiler.program
    self.entries = numbers
    unused = compiler.unreached.sorted()
    diagnostics = (problems + compiler.problems).sorted {
      ($0.path, $0.range.start, $0.message.en) < ($1.path, $1.range.start, $1.message.en)
    }
  }

  /// The name of a template: the name of its file without the extension, in whatever folder it lies.
  ///
  /// - Returns: nil for a file that is no template.
  package static func name(of path: String) -> String? {
    let suffix = ".mustache"
    guard path.hasSuffix(suffix) else { return nil }
    return path.dropLast(suffix.count).split(separator: "/", omittingEmptySubsequences: false).last.map(String.init)
  }

  private static func latest(_ files: [SourceFile]) -> [(name: [UInt8], file: SourceFile)] {
    var places: [[UInt8]: Int] = [:]
    var found: [(name: [UInt8], file: SourceFile)] = []
    for file in files {
      guard let name = name(of: file.path).map({ Array($0.utf8) }) else { continue }
      if let place = places[name] {
        found[place].file = file
      } else {
        places[name] = found.count
        found.append((name, file))
      }
    }
    return found
  }

  /// Whether a template can be rendered: it is an entry, its file exists, and the library has no errors.
  package func holds(_ entry: String) -> Bool { diagnostics.isEmpty && entries[entry] != nil }

  /// Renders an entry at the end of some bytes; an unknown entry writes nothing, and so does a library with errors,
  /// because a template that includes itself without end takes longer than anyone can wait.
  ///
  /// A template that includes itself goes at most 200 levels deep; what lies deeper is left out.
  ///
  /// - Parameters:
  ///   - entry: the name of a template that was given as an entry.
  ///   - values: the values of the page.
  ///   - slot: the first slot of the entry's record, which a schema of the entry's shape put there.
  ///   - out: where the page is appended.
  package func render(_ entry: String, _ values: Values, at slot: Int, into out: inout [UInt8]) {
    guard diagnostics.isEmpty, let entry = entries[entry], slot + entry.size <= values.slots.count else { return }
    Renderer.render(program, routine: entry.routine, values, at: slot, into: &out)
  }
}
