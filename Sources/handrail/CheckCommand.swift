import ArgumentParser
import Checks
import Diagnostics
import Procedures
import Workspace

/// `handrail check`: all rules, without writing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查手册，不写文件。 Checks the handbook without writing.",
    discussion: """
      例 Examples:
        handrail check                            整本手册 · the whole handbook
        handrail check content/procedures/营运部   只看这个文件夹的问题 · only what is found in this folder
        handrail check --strict                   警告也算不通过 · warnings fail too
        handrail check --explain step-no-owner    一条规则的说明 · the manual page of a rule
        handrail check --format sarif > out.sarif 给代码扫描 · for code scanning (json, github too)

      退出码 Exit: 0 没有错误 · no error; 1 有错误 · errors; 2 读不了 · it could not be read
      """)

  @OptionGroup var options: HandbookOptions
  @OptionGroup var reportOptions: ReportOptions

  @Argument(
    help: ArgumentHelp("只列出这些文件或文件夹里的问题。 Lists only what is found in these files or folders.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("今天是哪一天；默认 SOURCE_DATE_EPOCH，再默认系统日期。 The day that counts as today.", valueName: "YYYY-MM-DD"))
  var today: String?

  @Flag(help: "有警告也算不通过。 Warnings fail too.")
  var strict = false

  @Option(help: ArgumentHelp("显示一条规则的说明。 Shows the manual page of a rule.", valueName: "rule"))
  var explain: String?

  func run() throws {
    if let explain { return try show(ruleNamed: explain) }
    let wanted = try ChosenPaths(paths, handbook: options.directory)
    let loaded =
      try wanted.isLooseOnly
      ? LoadedHandbook(looseFiles: wanted.loose) : LoadedHandbook(reading: options.directory)
    let console = options.console(loaded.handbook.settings)
    let today = try Today.read(option: today, utcOffset: loaded.handbook.settings.utcOffset)
    let chosen = Examination(of: loaded, today: today).findings.filter { finding in
      wanted.isLooseOnly || wanted.holds(finding.path)
    }
    reportOptions.write(chosen, files: loaded.files, console, directory: options.directory)
    console.say(
      Localized(
        zh: "检查了 \(loaded.handbook.articles.count) 个文件：\(console.counts(chosen))",
        en: "checked \(loaded.handbook.articles.count) files: \(console.counts(chosen))"))
    console.sayRepairable(chosen)
    let fails = chosen.count(.error) > 0 || (strict && chosen.count(.warning) > 0)
    if fails { throw ExitCode(1) }
  }

  /// Prints the manual page of a rule.
  private func show(ruleNamed written: String) throws {
    guard let name = RuleName(rawValue: written.lowercased()) else {
      let near = EditDistance.suggestion(for: written, among: RuleName.allCases.map(\.rawValue))
      throw WorkspaceError(
        .usage, path: "--explain",
        message: near.map {
          Localized(zh: "没有规则“\(written)”；最接近的是“\($0)”", en: "there is no rule “\(written)”; the nearest is “\($0)”")
        }
          ?? Localized(
            zh: "没有规则“\(written)”；docs/rules.md 列出全部规则",
            en: "there is no rule “\(written)”; docs/rules.md lists them all"))
    }
    let page = ManualPage(Rule.named(name), language: options.language(nil))
    Console.result(Array(page.text.utf8))
  }
}
