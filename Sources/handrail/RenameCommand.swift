import ArgumentParser
import Diagnostics
import Foundation
import Procedures
import Workspace

/// `handrail rename`: a new name through all working files.
struct RenameCommand: ParsableCommand {
  enum Kind: String, ExpressibleByArgument, CaseIterable { case role, department }

  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "给岗位或部门改名，改遍所有工作文件。 Gives a role or department a new name in all working files.",
    discussion: """
      例 Examples:
        handrail rename role 收银主管 收银组长            先看改哪些行，再问一声 · shows the lines, then asks
        handrail rename department 会务部 会议服务部 --yes   不问，直接改 · without asking
        handrail rename role 市场部/文员 市场专员          同名岗位写上部门 · one of several of that name

      改：步骤的岗位、字段、文件头、表格、粗体、链接文字、handbook.yml 和岗位自己的文件；不改正文里的普通文字。
      旧名称留在“曾用名”里，照样认得。要么全部改好，要么一个也不改。已发布的版本不动。
      The old name stays as a former name and is still understood. All files or none. Issued versions stay as they are.
      """)

  @OptionGroup var options: HandbookOptions

  @Argument(help: ArgumentHelp("岗位还是部门。 A role or a department.", valueName: "role|department"))
  var kind: Kind

  @Argument(help: ArgumentHelp("现在的名称。 The name it has.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("新的名称。 The name it gets.", valueName: "new"))
  var new: String

  @Flag(help: "不问，直接改。 Change without asking.")
  var yes = false

  func run() throws {
    let run = try RenameRun(role: kind == .role, old, to: new, in: options.directory)
    let console = options.console(run.settings)
    let renaming = run.renaming
    if renaming.changes.isEmpty && renaming.created == nil {
      return console.say(Localized(zh: "没有要改的", en: "there is nothing to change"))
    }
    show(renaming)
    let files = renaming.changes.count + (renaming.created == nil ? 0 : 1)
    console.say(
      Localized(zh: "\(files) 个文件，\(renaming.count) 处", en: "\(files) files, \(renaming.count) places"))
    sayLeft(renaming, console)
    guard yes || confirm(console) else {
      console.say(Localized(zh: "没有改；加 --yes 直接改", en: "nothing was changed; --yes changes without asking"))
      throw ExitCode(1)
    }
    try run.write()
    console.say(Localized(zh: "已改名为“\(new)”", en: "renamed to “\(new)”"))
  }

  /// Says where the old name stands in running text, which a person has to judge.
  private func sayLeft(_ renaming: Renaming, _ console: Console) {
    guard !renaming.left.isEmpty else { return }
    let shown = renaming.left.prefix(20).map { "  \($0.path):\($0.line)" }.joined(separator: "\n")
    let more = renaming.left.count > 20 ? "\n  …" : ""
    console.say(
      Localized(
        zh: "正文里还有 \(renaming.left.count) 处旧名称是普通文字，没有改，请看一看：\n\(shown)\(more)",
        en: "the old name stays in \(renaming.left.count) places of running text; have a look:\n\(shown)\(more)"))
  }

  private func show(_ renaming: Renaming) {
    let usesColour = Terminal.standardOutput.hasColour
    for change in renaming.changes {
      let diff = UnifiedDiff(change.old.bytes, change.new.bytes)
      Console.result(Array(diff.text(change.new.path, usesColour: usesColour).utf8))
    }
    if let created = renaming.created {
      Console.result(Array(UnifiedDiff([], created.bytes).text(created.path, usesColour: usesColour).utf8))
    }
  }

  /// Asks on a terminal; elsewhere nobody can answer.
  private func confirm(_ console: Console) -> Bool {
    guard Terminal.standardError.isTerminal, isatty(STDIN_FILENO) == 1 else { return false }
    console.write(Localized(zh: "改吗？[y/N] ", en: "change them? [y/N] ")[console.language])
    let answer = readLine()?.lowercased() ?? ""
    return ["y", "yes", "是"].contains(answer)
  }
}
