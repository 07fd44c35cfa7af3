import ArgumentParser
import Diagnostics
import Workspace

/// `handrail format`: repairs what has a fix.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "修好能自动修的写法，其余一个字节也不动。 Repairs what a machine can repair; every other byte stays.",
    discussion: """
      例 Examples:
        handrail format                            整本手册 · the whole handbook
        handrail format content/procedures/营运部   只改这个文件夹 · only this folder
        handrail format --check                    只列出要改的文件，有则退出码 1 · list what would change; exit 1 if any
        handrail format --check --verbose          还列出改哪几行 · with the lines that would change

      修什么 What it repairs: 重排步骤编号和“→ 步骤 N”；“1、”“1.文字”“(1)”“①”“第一步”改成列表；没缩进的字段；
      “##标题”补空格；粗体里的标点移出；键后的全角冒号；2026年3月1日、V1.0、全角数字；BOM。
      读不懂的文件不动，并说明原因。 A file that cannot be read is left alone, with the reason.
      """)

  @OptionGroup var options: HandbookOptions

  @Argument(help: ArgumentHelp("只改这些文件或文件夹。 Only these files or folders.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "只列出要改的文件，不写。 Lists the files that would change and writes nothing.")
  var check = false

  func run() throws {
    let format = try Format(paths, handbook: options.directory)
    let console = options.console(format.settings)
    if check {
      for change in format.changes {
        Console.result(Array("\(change.before.path)\n".utf8))
        console.detail(change)
      }
    } else {
      try format.write { change in
        console.say(
          Localized(
            zh: "\(change.before.path)：修好 \(change.made) 处", en: "\(change.before.path): \(change.made) repaired"))
        console.detail(change)
      }
    }
    console.report(format.obstacles, files: format.outcomes.map(\.before))
    console.say(summary(format))
    if !format.obstacles.isEmpty || (check && !format.changes.isEmpty) { throw ExitCode(1) }
  }

  private func summary(_ format: Format) -> Localized {
    let (all, changed, left) = (format.outcomes.count, format.changes.count, format.obstacles.count)
    let leftZh = left == 0 ? "" : "，\(left) 个读不懂，没有动"
    let leftEn = left == 0 ? "" : ", \(left) left alone because they cannot be read"
    return check
      ? Localized(
        zh: "看了 \(all) 个文件，\(changed) 个需要改\(leftZh)", en: "\(all) files, \(changed) would change\(leftEn)")
      : Localized(zh: "看了 \(all) 个文件，改了 \(changed) 个\(leftZh)", en: "\(all) files, \(changed) changed\(leftEn)")
  }
}

extension Console {
  /// Shows the lines of a change, with `--verbose`.
  fileprivate func detail(_ change: RepairRounds.Outcome) {
    guard isVerbose else { return }
    let diff = UnifiedDiff(change.before.bytes, change.after.bytes)
    write(diff.text(change.before.path, usesColour: Terminal.standardError.hasColour))
  }
}
