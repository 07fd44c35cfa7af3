import ArgumentParser
import Checks
import Diagnostics
import Workspace

extension ReportFormat: ExpressibleByArgument {}

/// How findings are written where they are the result of a command.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "怎样列出问题：text 给人看，json 给脚本，sarif 给代码扫描，github 给工作流。 How findings are written.",
      valueName: "text|json|sarif|github"))
  var format = ReportFormat.text

  /// Writes findings: as text on standard error, else on standard output.
  ///
  /// - Parameters:
  ///   - findings: what was found.
  ///   - files: the texts that they point into.
  ///   - console: says it.
  ///   - directory: the handbook's folder, as it was given.
  func write(_ findings: [Diagnostic], files: [SourceFile], _ console: Console, directory: String) {
    let (language, root) = (console.language, Self.root(directory))
    switch format {
    case .text: console.report(findings, files: files)
    case .json:
      var report = JSONReport(files: files, language: language, generator: "Handrail " + Generator.version)
      Console.result(report.bytes(findings))
    case .sarif:
      var report = SARIFReport(
        files: files, rules: Rule.all.map { RuleNote($0.name, summary: $0.summary, advice: $0.advice) },
        language: language,
        version: Generator.version, root: root)
      Console.result(report.bytes(findings))
    case .github:
      var report = GitHubReport(files: files, language: language, root: root)
      Console.result(Array(report.text(findings).utf8))
    }
  }

  /// The handbook's folder below the folder in which the command runs, which in a workflow is the repository.
  private static func root(_ directory: String) -> String {
    var path = directory[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    while path.hasSuffix("/") { path = path.dropLast() }
    return path.isEmpty || path == "." || path.hasPrefix("/") || path.hasPrefix("..") ? "" : path + "/"
  }
}
