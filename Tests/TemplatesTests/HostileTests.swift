import Diagnostics
import Templates
import Testing

/// No template and no value stops the program: everything ends in a page or in a diagnostic.
@Suite struct HostileTests {
  @Test(arguments: [33, 2_000, 20_000])
  func refusesDeepNesting(depth: Int) {
    for tag in ["#title", "^title", "$title", "<page"] {
      let open = String(repeating: "{{\(tag)}}", count: depth)
      let library = Sample.library([("page", open + String(repeating: "{{/\(tag.dropFirst())}}", count: depth))])
      #expect(!library.diagnostics.isEmpty)
      #expect(library.diagnostics.count < 4)
    }
  }

  @Test func takesTheDeepestNesting() {
    let text = String(repeating: "{{#title}}", count: 31) + "x" + String(repeating: "{{/title}}", count: 31)
    #expect(Sample.render(text) == "x")
  }

  @Test(arguments: [31, 40, 3_000])
  func refusesLongChains(length: Int) {
    let chain = (0..<length).map { (name: "p\($0)", text: "{{>p\($0 + 1)}}") } + [(name: "p\(length)", text: "x")]
    let library = Sample.library([("page", "{{>p0}}")] + chain)
    #expect(
      library.diagnostics.map(\.message.en)
        == (length < 32 ? [] : ["templates are included more than 32 deep"]))
  }

  /// Every level doubles: 2^30 copies of the text if blocks were unfolded without a bound.
  @Test func boundsBlocksThatDouble() {
    let parts = (0..<30).map { level -> (name: String, text: String) in
      let (parent, block, twice) = ("p\(level + 1)", "b\(level + 1)", "{{$b\(level)}}{{/b\(level)}}")
      return ("p\(level)", "{{<\(parent)}}{{$\(block)}}\(twice)\(twice){{/\(block)}}{{/\(parent)}}")
    }
    let last = (name: "p30", text: "{{$b30}}{{/b30}}{{$b30}}{{/b30}}")
    let library = Sample.library([("page", "{{<p0}}{{$b0}}x{{/b0}}{{/p0}}")] + parts + [last])
    #expect(library.diagnostics.map(\.message.en).contains("the templates include each other too often"))
  }

  /// A tree deeper than any page is cut off, not followed into the end of the stack.
  @Test func boundsDeepTrees() {
    var branch = Record([.text("x"), .none])
    for _ in 0..<2_000 { branch = Record([.text("x"), .list([branch])]) }
    let library = Sample.library([
      ("page", "{{#nav}}{{>branch}}{{/nav}}"), ("branch", "{{label}}{{#branches}}{{>branch}}{{/branches}}"),
    ])
    #expect(library.diagnostics.isEmpty)
    let record = Record([.none, .none, .none, .none, .none, .list([branch]), .none])
    #expect(library.text("page", record).utf8.count == 100)
  }

  @Test func unclosedTagsAreReadOnce() {
    for text in ["{{", "{{{", "{{#", "{{!", "{{=", "{{> ", "{{<a}}{{$b}}", "{{/", "}}{{", "{{#a}}\n  {{/"] {
      let library = Sample.library([("page", String(repeating: text, count: 2_000))])
      #expect(library.diagnostics.count < 5_000)
    }
  }

  /// Random pieces of templates, put together with a fixed seed.
  @Test(arguments: UInt64(1)...8)
  func neverTraps(seed: UInt64) {
    let pieces = [
      "{{title}}", "{{#steps}}", "{{/steps}}", "{{^steps}}", "{{>part}}", "{{<page}}", "{{/page}}", "{{$b}}",
      "{{/b}}", "\n", "  ", "\r\n", "x", "字", "{{.}}", "{{=| |=}}", "|={{ }}=|", "{{!", "}}", "{{", "{{{text}}}",
      "{{>*layoutName}}", "{{<part}}", "{{/part}}", "{{#nav}}", "{{/nav}}", "{{#branches}}", "{{/branches}}",
      "\u{0}", "{{& title}}",
    ]
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<200 {
      let texts = (0..<2).map { _ in (0..<next(14)).map { _ in pieces[next(pieces.count)] }.joined() }
      let library = Sample.library([("page", texts[0]), ("part", texts[1]), ("plain", ""), ("boxed", "{{>part}}")])
      let size = texts.map(\.utf8.count).max() ?? 0
      for problem in library.diagnostics { #expect(problem.range.start >= 0 && problem.range.end <= size) }
      if library.diagnostics.isEmpty { _ = library.text("page", Sample.record) }
    }
  }
}
