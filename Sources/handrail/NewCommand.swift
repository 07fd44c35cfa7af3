import ArgumentParser
import Diagnostics
import Procedures
import Workspace

extension ArticleKind: ExpressibleByArgument {}

/// `handrail new`: a valid skeleton.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "新建一个文件：必填项填好，其余各项写着提示。 Makes a new file: what is required is filled in, the rest is explained.",
    discussion: """
      例 Examples:
        handrail new procedure --title 雨天防滑流程                     下一个编号，放进部门的文件夹 · the next code
        handrail new procedure --title 雨天防滑流程 --department 营运部
        handrail new role --title 夜班主管
        handrail new event --title 周年庆 --date 2026-12-12
        handrail new form --title "Patrol log" --lang en              英文的文件 · in English

      打印文件的路径；已有的文件不覆盖。 Prints the path; an existing file is never overwritten.
      """)

  @OptionGroup var options: HandbookOptions

  @Argument(
    help: ArgumentHelp("建什么。 What to make.", valueName: "procedure|policy|role|department|form|event"))
  var kind: ArticleKind

  @Option(help: ArgumentHelp("名称。 The title.", valueName: "name"))
  var title: String?

  @Option(help: ArgumentHelp("部门；默认第一个。 The department; by default the first.", valueName: "name"))
  var department: String?

  @Option(help: ArgumentHelp("活动的日期；默认今天。 The day of an event; by default today.", valueName: "YYYY-MM-DD"))
  var date: String?

  func run() throws {
    let loaded = try LoadedHandbook(reading: options.directory, allowingNone: true)
    let settings = loaded.handbook.settings
    let console = options.console(settings)
    // The file is in the handbook's language, whatever language the terminal speaks.
    let language = options.lang.flatMap(Language.init(tag:)) ?? settings.language
    let wish = Skeleton.Wish(
      kind, title: title, department: department, language: language,
      today: try Today.read(option: date, utcOffset: settings.utcOffset))
    let file = try NewFile.create(wish, in: loaded, root: options.directory)
    Console.result(Array((options.directory == "." ? file.path : options.path(file.path)).utf8) + [0x0A])
    console.say(
      Localized(
        zh: "填好后运行 handrail check；以 # 开头的行和 <!-- --> 里的提示不会发布，填写时删去",
        en: "fill it in and run handrail check; lines with # and hints in <!-- --> are not published"))
  }
}

extension HandbookOptions {
  /// A path below the handbook's folder, from the current folder.
  func path(_ path: String) -> String { directory.hasSuffix("/") ? directory + path : directory + "/" + path }
}
