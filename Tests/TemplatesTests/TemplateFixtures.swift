import Diagnostics
import Templates

/// A small theme's shapes.
enum Sample {
  static let step = Shape(
    "step",
    [
      .init("text", .html, "步骤的文字。"),
      .init("minutes", .text, "需要的分钟数。"),
      .init("isCritical", .flag, "是否为关键步骤。"),
    ])

  static let branch = Shape(
    "branch",
    [.init("label", .text, "显示的文字。"), .init("branches", .listOfEnclosing("branch"), "下一级。")])

  static let page = Shape(
    "page",
    [
      .init("title", .text, "标题。"),
      .init("code", .text, "编号，例如 `YY-001`。"),
      .init("steps", .list(step), "步骤，按顺序。"),
      .init("tags", .list(.word("tag", "标签。")), "标签。"),
      .init("owner", .record(Shape("role", [.init("name", .text, "岗位名称。")])), "负责的岗位。"),
      .init("nav", .list(branch), "目录。"),
      .init("layoutName", .choice(["plain", "boxed"]), "页面的版式。"),
    ])

  static let record = Record([
    .text("到货 & 验收"), .text("YY-001"),
    .list([
      Record([.html(SafeHTML(literal: "<em>点数</em>")), .number(5), .flag(true)]),
      Record([.html(SafeHTML(escaping: "<签字>")), .none, .flag(false)]),
    ]),
    .list([Record([.text("采购")]), Record([.text("仓库")])]),
    .record(Record([.text("收货员")])),
    .list([
      Record([.text("一"), .list([Record([.text("一之一"), .list([])])])]),
      Record([.text("二"), .none]),
    ]),
    .text("boxed"),
  ])

  static func library(_ sources: [(name: String, text: String)]) -> Library {
    Library(
      sources.map { SourceFile(path: "templates/\($0.name).mustache", bytes: Array($0.text.utf8)) },
      entries: [("page", page)])
  }

  /// Renders the sample record; the diagnostics as text when there are any.
  static func render(_ page: String, _ others: [(name: String, text: String)] = []) -> String {
    let library = library([("page", page)] + others)
    if !library.diagnostics.isEmpty { return report(library).joined(separator: "\n") }
    return library.text("page", record)
  }

  /// The diagnostics as `path:line:column-column: message [help]`, against the sources `name` to `text`.
  static func report(_ library: Library, _ sources: [(name: String, text: String)] = []) -> [String] {
    library.diagnostics.map { problem in
      let source = sources.first { "templates/\($0.name).mustache" == problem.path }?.text ?? ""
      let table = LineTable(SourceFile(path: problem.path, bytes: Array(source.utf8)))
      let (start, end) = (
        table.position(of: Int(problem.range.start)), table.position(of: Int(problem.range.end))
      )
      let help = problem.help.map { " [\($0.en)]" } ?? ""
      let name = problem.path.split(separator: "/").last ?? ""
      return "\(name):\(start.line):\(start.column)-\(end.column): \(problem.message.en)\(help)"
    }
  }
}
