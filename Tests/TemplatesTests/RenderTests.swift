import Diagnostics
import Templates
import Testing

@Suite struct RenderTests {
  @Test(arguments: [
    ("{{title}}|{{code}}", "到货 &amp; 验收|YY-001"),
    (
      "{{#steps}}{{text}}{{#minutes}} {{.}} min{{/minutes}}{{#isCritical}}!{{/isCritical}};{{/steps}}",
      "<em>点数</em> 5 min!;&lt;签字&gt;;"
    ),
    ("{{#steps}}{{{text}}}{{&text}}{{/steps}}", "<em>点数</em><em>点数</em>&lt;签字&gt;&lt;签字&gt;"),
    ("{{#steps}}{{^isCritical}}{{code}}{{/isCritical}}{{/steps}}", "YY-001"),
    ("{{#tags}}[{{.}}]{{/tags}}", "[采购][仓库]"),
    ("{{owner.name}} {{#owner}}{{name}}{{/owner}}{{^owner}}no{{/owner}}", "收货员 收货员"),
    ("{{^steps}}none{{/steps}}{{#code}}{{.}}{{/code}}", "YY-001"),
    ("{{#title}}\nx\n{{/title}}  ", "x\n"),
    ("", ""), ("只有文字\r\n第二行", "只有文字\r\n第二行"), ("\u{FEFF}x", "x"),
  ])
  func writesValues(template: String, expected: String) {
    #expect(Sample.render(template) == expected)
  }

  @Test func goesDownATree() {
    let branch = "<li>{{label}}{{#branches}}<ul>{{>branch}}</ul>{{/branches}}</li>"
    #expect(
      Sample.render("{{#nav}}{{>branch}}{{/nav}}", [("branch", branch)])
        == "<li>一<ul><li>一之一</li></ul></li><li>二</li>")
  }

  @Test func indentsNestedPartialsButNotValues() {
    let page = "<ul>\n  {{#nav}}\n  {{>branch}}\n  {{/nav}}\n</ul>\n"
    let branch = "<li>{{label}}\n  {{#branches}}\n  {{>branch}}\n  {{/branches}}\n</li>\n"
    let expected = """
      <ul>
        <li>一
          <li>一之一
          </li>
        </li>
        <li>二
        </li>
      </ul>

      """
    #expect(Sample.render(page, [("branch", branch)]) == expected)
  }

  @Test func fillsALayout() {
    let layout = "<title>{{$title}}{{code}}{{/title}}</title>\n<main>\n  {{$main}}\n  {{/main}}\n</main>\n"
    let page = "{{<layout}}\n{{$main}}\n<h1>{{title}}</h1>\n{{>tags}}\n{{/main}}\n{{/layout}}\n"
    #expect(
      Sample.render(page, [("layout", layout), ("tags", "{{#tags}}\n<b>{{.}}</b>\n{{/tags}}\n")])
        == "<title>YY-001</title>\n<main>\n  <h1>到货 &amp; 验收</h1>\n  <b>采购</b>\n  <b>仓库</b>\n</main>\n")
  }

  /// A block inside a replacement belongs to the template in which it is written, so it cannot replace itself.
  @Test func aReplacementDoesNotReplaceItself() {
    let page = "{{<layout}}{{$a}}[{{$a}}own{{/a}}]{{/a}}{{/layout}}"
    #expect(Sample.render(page, [("layout", "({{$a}}{{/a}})")]) == "([own])")
  }

  @Test func choosesATemplateByAWord() {
    #expect(
      Sample.render("{{>*layoutName}}", [("plain", "plain"), ("boxed", "[{{title}}]")]) == "[到货 &amp; 验收]")
  }

  @Test func aLaterFileReplacesAnEarlierOne() {
    let library = Library(
      [
        SourceFile(path: "templates/page.mustache", bytes: Array("built in".utf8)),
        SourceFile(path: "templates/style.css", bytes: Array("{{".utf8)),
        SourceFile(path: "handbook/templates/page.mustache", bytes: Array("own {{code}}".utf8)),
        SourceFile(path: "handbook/templates/parts/foot.mustache", bytes: []),
      ], entries: [("page", Sample.page)])
    #expect(library.diagnostics.isEmpty)
    #expect(library.unused == ["foot"])
    #expect(library.text("page", Sample.record) == "own YY-001")
  }

  @Test(arguments: [0, -1, 7, 1_234_567_890, Int.min, Int.max])
  func writesNumbers(number: Int) {
    let shape = Shape("n", [.init("n", .text, "")])
    let library = Library(
      [SourceFile(path: "templates/n.mustache", bytes: Array("<{{n}}>".utf8))], entries: [("n", shape)])
    #expect(library.text("n", Record([.number(number)]), shape) == "<\(number)>")
  }

  /// Values that nobody put in are empty; a record that is cut off is not followed out of the row.
  @Test func whatIsNotThereWritesNothing() {
    let library = Sample.library([("page", "{{title}}{{#steps}}{{text}}{{/steps}}{{owner.name}}.")])
    #expect(library.text("page", Record([])) == ".")
    #expect(library.text("unknown", Sample.record).isEmpty)
    #expect(library.holds("page") && !library.holds("unknown"))
    var out: [UInt8] = []
    library.render("page", Values(), at: 0, into: &out)
    #expect(out.isEmpty)
  }

  /// A page after another one has its own values and those that are kept.
  @Test func valuesAreKeptFromPageToPage() {
    var values = Values()
    let shared = values.open(1)
    values.move(to: shared)
    values.text("<kept>")
    values.keep()
    let word = Shape("word", [.init("text", .text, "")])
    let shape = Shape("page", [.init("n", .text, ""), .init("word", .record(word), "")])
    let library = Library(
      [SourceFile(path: "templates/page.mustache", bytes: Array("{{n}} {{word.text}};".utf8))],
      entries: [("page", shape)])
    var out: [UInt8] = []
    for number in 1...3 {
      values.reset()
      let slot = values.open(2)
      values.move(to: slot)
      values.number(number)
      values.move(to: slot + 1)
      values.record(at: shared)
      library.render("page", values, at: slot, into: &out)
    }
    #expect(String(decoding: out, as: UTF8.self) == "1 &lt;kept&gt;;2 &lt;kept&gt;;3 &lt;kept&gt;;")
  }

  @Test func printsTheReference() {
    let text = ContextReference.markdown([("page", Sample.page)], language: .chinese)
    #expect(text.hasPrefix("## page.mustache\n\n| 名称 | 内容 | 说明 |\n| --- | --- | --- |\n| `title` | 文本 | 标题。 |\n"))
    #expect(text.contains("| `steps` | 列表：step | 步骤，按顺序。 |\n"))
    #expect(text.contains("| `layoutName` | `plain`、`boxed` | 页面的版式。 |\n"))
    #expect(text.contains("### branch\n\n| 名称 | 内容 | 说明 |\n| --- | --- | --- |\n| `label` | 文本 | 显示的文字。 |\n"))
    #expect(text.contains("| `branches` | 列表：branch | 下一级。 |\n"))
    #expect(text.components(of: "### step\n") == 1)
    #expect(ContextReference.markdown([("page", Sample.page)], language: .english).contains("list of step"))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
