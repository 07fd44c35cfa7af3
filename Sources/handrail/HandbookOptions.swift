import ArgumentParser
import Diagnostics
import Procedures
import Workspace

/// The options that every command takes.
struct HandbookOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("directory")],
    help: ArgumentHelp("手册的文件夹，其中有 content/。 The handbook's folder; it holds content/.", valueName: "dir"))
  var directory = "."

  @Option(help: ArgumentHelp("消息的语言 zh-CN 或 en。 The language of messages.", valueName: "zh-CN|en"))
  var lang: String?

  @Flag(help: "只说问题。 Say only what is wrong.")
  var quiet = false

  @Flag(help: "多说一些：各阶段用时。 Say more: the time of each stage.")
  var verbose = false

  func validate() throws {
    if let lang, Language(tag: lang) == nil {
      throw ValidationError("--lang: zh-CN | en")
    }
  }

  /// The language of messages: `--lang`, else `LANG`, else the handbook's.
  func language(_ settings: Settings?) -> Language {
    lang.flatMap(Language.init(tag:)) ?? Console.environmentLanguage ?? settings?.language ?? .chinese
  }

  /// Where what is said goes, in the language of a handbook.
  func console(_ settings: Settings?) -> Console {
    Console(language: language(settings), isQuiet: quiet, isVerbose: verbose)
  }
}
