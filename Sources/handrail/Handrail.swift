import ArgumentParser
import Diagnostics
import Workspace

/// The command: a thin layer over the modules (spec/cli.md).
@main
struct Handrail: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handrail",
    abstract: "把写成 Markdown 的规程发布成手册和检查清单。 Publishes procedures written in Markdown as a handbook with checklists.",
    discussion: """
      第一步 Start here:
        handrail build              把 content/ 发布到 public/ · publish content/ into public/
        handrail check              只检查，不写文件 · check without writing
        handrail format             修好能自动修的写法 · repair what a machine can repair
        handrail inspect SC-001     看懂了什么（JSON）· what was understood, as JSON
      """,
    version: Generator.version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, FormatCommand.self, DiffCommand.self, RenderCommand.self,
      InspectCommand.self, NewCommand.self, InitCommand.self, RenameCommand.self, IssueCommand.self,
      WithdrawCommand.self, HoldCommand.self, ReleaseCommand.self, ReviewCommand.self, EditionCommand.self,
      DistributeCommand.self, VerifyCommand.self, HistoryCommand.self, StatusCommand.self,
    ])

  /// Runs the command; a failure of the environment is told in one line, never by a trap.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as WorkspaceError {
      Console.fail(error)
    } catch {
      exit(withError: error)
    }
  }
}
