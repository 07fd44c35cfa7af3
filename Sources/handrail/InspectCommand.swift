import ArgumentParser
import Diagnostics
import Procedures
import Rendering
import Workspace

/// `handrail inspect`: the model as JSON.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "把看懂的内容打印成 JSON。 Prints what was understood, as JSON.",
    discussion: """
      例 Examples:
        handrail inspect                     整本手册 · the whole handbook
        handrail inspect SC-001 市场总监      按编号或名称 · by code or name
        handrail inspect content/procedures/市场部/SC-001.md
      """)

  @OptionGroup var options: HandbookOptions

  @Argument(help: ArgumentHelp("编号、名称或文件。 Codes, names or files.", valueName: "name"))
  var names: [String] = []

  func run() throws {
    let model =
      try names.isEmpty ? LoadedHandbook(reading: options.directory) : LoadedHandbook(for: names, in: options.directory)
    let console = options.console(model.handbook.settings)
    let found = names.map { name in
      (name, model.handbook.articles(named: LooseFile.path(name, below: options.directory) ?? name))
    }
    if let (missing, _) = found.first(where: { $0.1.isEmpty }) {
      throw WorkspaceError(
        .usage, path: missing,
        message: model.handbook.nearestName(to: missing).map {
          Localized(zh: "手册里没有它；最接近的是“\($0)”", en: "the handbook has no such thing; the nearest is “\($0)”")
        } ?? Localized(zh: "手册里没有它", en: "the handbook has no such thing"))
    }
    Console.result(ModelJSON(model.handbook).bytes(names.isEmpty ? nil : found.flatMap(\.1)))
    let ids = Set(found.flatMap(\.1).map { model.handbook[$0].path })
    let findings = model.diagnostics.filter { $0.severity == .error && (names.isEmpty || ids.contains($0.path)) }
    console.report(findings, files: model.files)
    if !findings.isEmpty { throw ExitCode(1) }
  }
}
