import Diagnostics
import Templates
import Testing

/// The messages, with the place they point at; a test fails when one changes, so that nobody changes one unseen.
@Suite struct LoadErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let page: String
    var others: [String: String] = [:]
    let expected: [String]
    var testDescription: String { page }
  }

  static let names: [Case] = [
    Case(
      page: "标题：{{titel}}",
      expected: ["page.mustache:1:6-11: “page” has no field “titel” [did you mean “title”?]"]),
    Case(
      page: "\n{{#steps}}{{txet}}{{/steps}}",
      expected: ["page.mustache:2:13-17: “step” has no field “txet” [did you mean “text”?]"]),
    Case(
      page: "{{owner.nmae}}",
      expected: ["page.mustache:1:3-13: “role” has no field “nmae” [did you mean “name”?]"]),
    Case(
      page: "{{owner.zzzzzz}}",
      expected: ["page.mustache:1:3-15: “role” has no field “zzzzzz” [known names: name]"]),
    Case(page: "{{title.x}}", expected: ["page.mustache:1:3-10: “title.x”: the value before “x” has no fields"]),
    Case(page: "{{.}}", expected: ["page.mustache:1:3-4: “page” has no value of its own [name one of its fields]"]),
    Case(page: "{{a..b}}", expected: ["page.mustache:1:3-7: the name “a..b” has an empty part"]),
    Case(page: "{{ a b }}", expected: ["page.mustache:1:4-7: a name cannot hold blanks"]),
    Case(page: "{{}}", expected: ["page.mustache:1:3-3: the tag holds no name"]),
    Case(
      page: "{{{title}}}",
      expected: ["page.mustache:1:4-9: “title” is text and cannot be written unescaped [write {{title}}]"]),
    Case(
      page: "{{steps}}",
      expected: ["page.mustache:1:3-8: “steps” is a list and cannot be written [use {{#steps}}…{{/steps}}]"]),
    Case(
      page: "{{#steps}}{{isCritical}}{{/steps}}",
      expected: [
        "page.mustache:1:13-23: “isCritical” is a yes or no and cannot be written "
          + "[use {{#isCritical}}…{{/isCritical}}]"
      ]),
    Case(
      page: "{{>*title}}",
      expected: ["page.mustache:1:5-10: “title” does not hold the name of a template"]),
  ]

  static let nesting: [Case] = [
    Case(page: "a\n  {{#steps}}", expected: ["page.mustache:2:3-13: {{#steps}} is not closed [add {{/steps}}]"]),
    Case(page: "{{/steps}}", expected: ["page.mustache:1:1-11: {{/steps}} closes nothing"]),
    Case(
      page: "{{#steps}}{{/step}}{{/steps}}",
      expected: ["page.mustache:1:11-20: {{/step}} closes nothing [{{/steps}} is expected here]"]),
    Case(
      page: "{{#steps}}{{#tags}}{{/steps}}",
      expected: ["page.mustache:1:11-20: {{#tags}} is not closed [add {{/tags}}]"]),
    Case(page: "{{title}} {{title\nx", expected: ["page.mustache:1:11-18: this tag is not closed [add “}}”]"]),
    Case(page: "{{=<%=}}", expected: ["page.mustache:1:1-9: new delimiters are written {{=<% %>=}}"]),
    Case(
      page: "{{<layout}}{{title}}{{/layout}}", others: ["layout": ""],
      expected: [
        "page.mustache:1:12-21: {{title}} has no effect directly in {{<layout}} [put it into a block: {{$name}}…{{/name}}]"
      ]),
    Case(
      page: "{{<layout}}{{$a}}{{/a}}{{$a}}{{/a}}{{/layout}}", others: ["layout": "{{$a}}{{/a}}"],
      expected: ["page.mustache:1:27-28: the block “a” is given twice"]),
  ]

  static let includes: [Case] = [
    Case(
      page: "{{>naw}}", others: ["nav": ""],
      expected: ["page.mustache:1:4-7: there is no template “naw” [did you mean “nav”?]"]),
    Case(
      page: "{{<layout}}{{$titel}}x{{/titel}}{{/layout}}", others: ["layout": "{{$title}}{{/title}}"],
      expected: ["page.mustache:1:15-20: “layout” has no block “titel” [did you mean “title”?]"]),
    Case(
      page: "{{>page}}",
      expected: [
        "page.mustache:1:4-8: the template “page” includes itself without end "
          + "[include it again only inside a list of the record it is in]"
      ]),
    Case(
      page: "{{#title}}{{>other}}{{/title}}", others: ["other": "{{<page}}{{/page}}"],
      expected: [
        "page.mustache:1:14-19: the template “other” includes itself without end "
          + "[include it again only inside a list of the record it is in]"
      ]),
    // The steps are those of the page again, not of a step: the list never becomes shorter.
    Case(
      page: "{{#steps}}{{>part}}{{/steps}}", others: ["part": "{{#steps}}{{>part}}{{/steps}}"],
      expected: [
        "part.mustache:1:14-18: the template “part” includes itself without end "
          + "[include it again only inside a list of the record it is in]"
      ]),
    Case(
      page: "{{>*layoutName}}", others: ["plain": ""],
      expected: ["page.mustache:1:5-15: there is no template “boxed” [known names: page, plain]"]),
    Case(
      page: "{{>part}}{{#steps}}{{>part}}{{/steps}}", others: ["part": "{{minutes}}"],
      expected: [
        "part.mustache:1:3-10: “page” has no field “minutes” "
          + "[known names: title, code, steps, tags, owner, nav, layoutName]"
      ]),
  ]

  @Test(arguments: names) func reportsNames(test: Case) { check(test) }
  @Test(arguments: nesting) func reportsNesting(test: Case) { check(test) }
  @Test(arguments: includes) func reportsIncludes(test: Case) { check(test) }

  private func check(_ test: Case) {
    let sources = [("page", test.page)] + test.others.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let library = Sample.library(sources)
    #expect(Sample.report(library, sources) == test.expected)
    #expect(library.diagnostics.allSatisfy { $0.rule == .templateInvalid && $0.severity == .error })
    #expect(library.diagnostics.allSatisfy { $0.message.zh.unicodeScalars.contains { $0.value > 0x2000 } })
    #expect(library.text("page", Sample.record).isEmpty)
  }

  @Test func reportsEverythingAtOnce() {
    let library = Sample.library([("page", "{{a1}}{{>b1}}{{#c1}}{{/c1}}"), ("broken", "{{#x}}")])
    #expect(
      library.diagnostics.map(\.path).map { $0.split(separator: "/").last } == [
        "broken.mustache", "page.mustache", "page.mustache", "page.mustache",
      ])
  }

  @Test func reportsAMissingEntry() {
    let library = Sample.library([("pages", "")])
    #expect(library.diagnostics.map(\.message.en) == ["the template “page” is missing"])
    #expect(library.diagnostics.map(\.help?.en) == ["did you mean “pages”?"])
    #expect(library.diagnostics.map(\.path) == ["templates/page.mustache"])
  }

  @Test func reportsBytesThatAreNoText() {
    let library = Library(
      [.init(path: "templates/page.mustache", bytes: Array("标题".utf8) + [0xFF] + Array("{{x}}".utf8))],
      entries: [("page", Sample.page)])
    #expect(library.diagnostics.map(\.message.en) == ["this is not valid UTF-8"])
    #expect(library.diagnostics.map(\.range.start) == [6])
  }
}
