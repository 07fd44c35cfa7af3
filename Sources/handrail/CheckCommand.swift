import ArgumentParser
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

      退出码 Exit: 0 没有错误 · no error; 1 有错误 · errors; 2 读不了 · it could not be read
      """)

  @OptionGroup var options: HandbookOptions

  @Argument(
    help: ArgumentHelp("只列出这些文件或文件夹里的问题。 Lists only what is found in these files or folders.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("今天是哪一天；默认 SOURCE_DATE_EPOCH，再默认系统日期。 The day that counts as today.", valueName: "YYYY-MM-DD"))
  var today: String?

  @Flag(help: "有警告也算不通过。 Warnings fail too.")
  var strict = false

  func run() throws {
    let loaded = try LoadedHandbook(reading: options.directory)
    let console = options.console(loaded.handbook.settings)
    let today = try Today.read(option: today, utcOffset: loaded.handbook.settings.utcOffset)
    let chosen = Examination(of: loaded, today: today).findings.filter { finding in
      paths.isEmpty || paths.contains { Self.isBelow(finding.path, $0) }
    }
    console.report(chosen, files: loaded.files)
    console.say(
      Localized(
        zh: "检查了 \(loaded.handbook.articles.count) 个文件：\(console.counts(chosen))",
        en: "checked \(loaded.handbook.articles.count) files: \(console.counts(chosen))"))
    let fails = chosen.count(.error) > 0 || (strict && chosen.count(.warning) > 0)
    if fails { throw ExitCode(1) }
  }

  private static func isBelow(_ path: String, _ chosen: String) -> Bool {
    var chosen = chosen.hasPrefix("./") ? String(chosen.dropFirst(2)) : chosen
    while chosen.hasSuffix("/") { chosen.removeLast() }
    return path == chosen || path.hasPrefix(chosen + "/")
  }
}
