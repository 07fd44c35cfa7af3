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
        handrail diff 旧.md 新.md               两个文件 · two files
        handrail diff 手册-2025 手册-2026       两本手册，按编号配对 · handbooks, by code
        handrail diff SC-001@current SC-001     现行版和工作稿 · in force and working copy
        handrail diff SC-001@1.0 SC-001@2.0     两个发行过的版本 · two issued versions
        handrail diff SC-001@2026-05-01 SC-001@current
                                                那天有效的和现行的 · a day and now
        handrail diff git:HEAD~3:content/procedures/SC-001.md SC-001
                                                git 里的文件 · a file at a revision
        handrail diff --git main..HEAD          两次提交之间改过的全部文件
                                                all that changed between revisions
        handrail diff 旧.md 新.md --view impact 每个岗位要知道什么 · what each role has
                                                to know
        handrail diff 旧.md 新.md --format html > redline.html

      一边可以是：文件、手册文件夹、编号或名称（工作稿）、编号@版本、编号@current、编号@日期、git:版本:路径。
      A side is a file, a handbook's folder, a code or title (the working copy), CODE@VERSION, CODE@current, \
      CODE@DATE, or git:REV:PATH.

      退出码 Exit: 0 没有不同 · no difference; 1 有不同 · differences; 2 读不了，没有这个版本 · it could not be read, \
      or there is no such version
      """)

  @OptionGroup var options: HandbookOptions

  @Argument(
    help: ArgumentHelp(
      "旧版：文件、文件夹、编号@版本、git:版本:路径。 The old side: a file, a folder, CODE@VERSION or git:REV:PATH.", valueName: "old"))
  var old: String?

  @Argument(help: ArgumentHelp("新版，写法相同。 The new side, written likewise.", valueName: "new"))
  var new: String?

  @Option(
    help: ArgumentHelp(
      "两次提交之间改过的全部文件；省略一边就是 HEAD。 Every document changed between two revisions.", valueName: "base..head"))
  var git: String?

  @Option(help: ArgumentHelp("@current 按哪一天；默认今天。 The day that @current is of.", valueName: "YYYY-MM-DD"))
  var today: String?

  @Option(help: "结果的形式。 The form of the result.")
  var format: DiffFormat = .text

  @Option(
    help: ArgumentHelp(
      "全文、左右对照、摘要或按岗位。 The whole text, side by side, a summary, or by role.", valueName: "view"))
  var view: RedlineText.View = .inline

  func validate() throws {
    if git != nil, old != nil {
      throw ValidationError("--git 已说明两边，不再写 old new。 --git names both sides; leave old and new out.")
    }
    if git == nil, new == nil {
      throw ValidationError("要写两边：old new，或 --git BASE..HEAD。 Name two sides, or --git BASE..HEAD.")
    }
  }

  private func sides() throws -> ComparedSides {
    if let git { return try ComparedSides(git: git, directory: options.directory) }
    return try ComparedSides(old: old ?? "", new: new ?? "", directory: options.directory, today: today)
  }

  func run() throws {
    let pairs = try sides()
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
