import ArgumentParser
import Diagnostics
import Markdown
import Procedures
import Rendering
import Workspace

/// `handrail render`: one document's HTML on standard output.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "把一个文件变成 HTML，打印出来。 Prints one document as HTML.",
    discussion: """
      例 Examples:
        handrail render content/procedures/营运部/YY-001.md    整个页面 · the whole page
        handrail render --fragment notes.md                    只要 Markdown 正文 · the Markdown body alone
      """)

  @OptionGroup var options: HandbookOptions

  @Flag(help: "只要 Markdown 正文，不套模板。 The Markdown body alone, without a template.")
  var fragment = false

  @Argument(help: ArgumentHelp("文件。 The file.", valueName: "file"))
  var file: String

  func run() throws {
    if fragment { return try renderFragment() }
    let loaded = try LoadedHandbook(for: [file], in: options.directory)
    let console = options.console(loaded.handbook.settings)
    let name = LooseFile.path(file, below: options.directory) ?? file
    let theme = Theme(files: loaded.templates, settings: loaded.handbook.settings) { Digest($0).hex }
    let today = try Today.read(option: nil, utcOffset: loaded.handbook.settings.utcOffset)
    guard let id = loaded.handbook.articles(named: name).first else {
      throw WorkspaceError(.usage, path: file, message: Localized(zh: "手册里没有它", en: "the handbook has no such file"))
    }
    let findings = (loaded.diagnostics.filter { $0.path == name } + theme.diagnostics).filter { $0.severity == .error }
    console.report(findings, files: loaded.files)
    if theme.diagnostics.count(.error) > 0 { throw ExitCode(1) }
    let site = Site(
      loaded.handbook, theme: theme,
      facts: BuildFacts(today: today, generator: "Handrail " + Generator.version) { Digest($0).hex })
    let address = site.addresses.articles[Int(id.index)]
    guard let page = site.pages.firstIndex(where: { $0.address == address }) else {
      throw WorkspaceError(.usage, path: file, message: Localized(zh: "它没有页面", en: "it has no page"))
    }
    var bytes: [UInt8] = []
    var values = site.values
    site.render(page, &values, into: &bytes)
    Console.result(bytes)
    if !findings.isEmpty { throw ExitCode(1) }
  }

  private func renderFragment() throws {
    let source = SourceFile(path: file, bytes: try LooseFile.read(file))
    var findings: [Diagnostic] = []
    let document = Document(parsing: source, from: Header.bodyStart(in: source), diagnostics: &findings)
    var bytes: [UInt8] = []
    let writer = HTMLWriter(document)
    writer.write(document.blocks, into: &bytes)
    writer.writeFootnotes(into: &bytes)
    Console.result(bytes)
    options.console(nil).report(findings.filter { $0.severity == .error }, files: [source])
    if findings.count(.error) > 0 { throw ExitCode(1) }
  }
}
