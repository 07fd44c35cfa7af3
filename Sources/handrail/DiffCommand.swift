import ArgumentParser
import Diagnostics
import Procedures
import Redlines
import Rendering
import Workspace

/// `handrail diff`: the redline of two versions (spec/versions.md 4).
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "比较两个版本：改了什么，谁要知道。 Compares two versions: what changed, and for whom.",
    discussion: """
      例 Examples:
        handrail diff 旧.md 新.md                 两个文件 · two files
        handrail diff 手册-2025 手册-2026          两本手册，按编号配对 · two handbooks, paired by code
        handrail diff 旧.md 新.md --view impact    每个岗位要知道什么 · what each role has to know
        handrail diff 旧.md 新.md --format html > redline.html

      退出码 Exit: 0 没有不同 · no difference; 1 有不同 · differences; 2 读不了 · it could not be read
      """)

  @OptionGroup var options: HandbookOptions

  @Argument(help: ArgumentHelp("旧版：文件或手册文件夹。 The old side: a file or a handbook's folder.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("新版。 The new side.", valueName: "new"))
  var new: String

  @Option(help: "结果的形式。 The form of the result.")
  var format: DiffFormat = .text

  @Option(
    help: ArgumentHelp(
      "全文、左右对照、摘要或按岗位。 The whole text, side by side, a summary, or by role.", valueName: "view"))
  var view: RedlineText.View = .inline

  func run() throws {
    let pairs = try ComparedSides(old: old, new: new, directory: options.directory)
    let console = options.console(pairs.settings)
    let redlines = pairs.redlines()
    let output = DiffOutput(language: console.language, view: view)
    Console.result(output.bytes(redlines, format, isFolder: pairs.isFolder))
    for notice in pairs.notices { console.say(notice) }
    if redlines.contains(where: { !$0.isEmpty }) { throw ExitCode(1) }
  }
}

extension DiffFormat: ExpressibleByArgument {}
extension RedlineText.View: ExpressibleByArgument {}
