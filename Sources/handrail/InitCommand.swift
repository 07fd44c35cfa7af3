import ArgumentParser
import Diagnostics
import Workspace

/// `handrail init`: a new handbook.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "新建一本手册：两份规程演示写法，马上可以发布。 Makes a new handbook: two procedures show the syntax, and it builds at once.",
    discussion: """
      例 Examples:
        handrail init 手册             新文件夹里的中文手册 · a handbook in Chinese
        handrail init shop --lang en   英文的手册 · a handbook in English
        cd 手册 && handrail build      发布 · publish it

      已有 content/ 的文件夹不动。 A folder that has content/ is left alone.
      """)

  @Argument(help: ArgumentHelp("手册的文件夹。 The handbook's folder.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("手册的语言 zh-CN 或 en。 The language of the handbook.", valueName: "zh-CN|en"))
  var lang: String?

  @Flag(help: "不列出文件。 Do not list the files.")
  var quiet = false

  func validate() throws {
    if let lang, Language(tag: lang) == nil { throw ValidationError("--lang: zh-CN | en") }
  }

  func run() throws {
    let language = lang.flatMap(Language.init(tag:)) ?? Console.environmentLanguage ?? .chinese
    let console = Console(language: language, isQuiet: quiet, isVerbose: false)
    let files = try Starter.create(at: folder, language)
    if !quiet { for file in files { Console.result(Array("\(folder)/\(file.path)\n".utf8)) } }
    console.say(
      Localized(
        zh: "新手册在 \(folder)。接下来：handrail build -C \(folder)，再打开 \(folder)/public/index.html",
        en: "the new handbook is in \(folder). Next: handrail build -C \(folder), then open \(folder)/public/index.html"
      ))
  }
}
