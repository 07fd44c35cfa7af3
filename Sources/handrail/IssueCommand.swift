import ArgumentParser
import Diagnostics
import Procedures
import Redlines
import Rendering
import Workspace

/// `handrail issue`: seals working copies as issued versions.
struct IssueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "发行：把工作稿密封成版本，记入台账。 Seals working copies as issued versions.",
    discussion: """
      例 Examples:
        handrail issue SC-001                     发行一份 · issue one document
        handrail issue SC-001 YY-002 --dry-run    先看能不能发行、改了什么
                                                  see first whether they can be, and what changed
        handrail issue SC-001 --note "按复审意见修改第 3 步"
        handrail issue SC-001 --at 2025-02-10     补录旧版本，按时间先后 · bring in older history, oldest first

      条件 Conditions: 检查没有错误；状态是批准或生效；有这一版的审核和批准；写明生效日期；第二版起写修订说明；\
      版本高于发行过的所有版本；内容与上一版不同。几份一起发行时，全部成功或全部不写。
      No errors; approved, with reviewed and approved lines of this version; an effective date; from the second \
      version on a change note; a version above all that were issued; a text that differs. All documents or none.

      以后只有发行过的版本才会发布；content/issued/ 里的文件不要改动，要备份。
      From then on only issued versions are published. Never change content/issued/, and keep a backup of it.
      """)

  @OptionGroup var options: EventOptions

  @Option(help: ArgumentHelp("改了什么、为什么改；代替文件里的“修订说明”。 What changed and why.", valueName: "text"))
  var note: String?

  @Argument(help: ArgumentHelp("编号。 Codes.", valueName: "code"))
  var codes: [String]

  func validate() throws {
    if codes.isEmpty { throw ValidationError("编号 code") }
  }

  func run() throws {
    try options.run { control throws(WorkspaceError) in try control.issue(codes, note: note) }
    if options.dryRun { try showChanges() }
  }

  /// What would be issued, against the version before it; a first version has none.
  private func showChanges() throws {
    let directory = options.handbook.directory
    let texts = try VersionTexts(directory)
    var redlines: [Redline] = []
    for code in codes {
      guard let last = texts.record(code)?.newest else { continue }
      let sides = try ComparedSides(old: "\(last.issuance.code)@\(last.version)", new: code, directory: directory)
      redlines += sides.redlines()
    }
    if redlines.isEmpty { return }
    let console = options.handbook.console(try Settings.read(handbook: directory))
    let output = DiffOutput(language: console.language, view: .summary)
    Console.result(Array("\n".utf8) + output.bytes(redlines, .text, isFolder: false))
  }
}
