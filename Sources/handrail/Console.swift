import Diagnostics
import Foundation
import Workspace

/// What the command says to people: findings and summaries on standard error, results on standard output.
struct Console {
  let language: Language
  let isQuiet: Bool
  let isVerbose: Bool

  /// The language of the environment (`LANG`), if it is one that Handrail speaks.
  static var environmentLanguage: Language? {
    ProcessInfo.processInfo.environment["LANG"].flatMap(Language.init(tag:))
  }

  /// Prints findings as text, and how many there are.
  func report(_ diagnostics: [Diagnostic], files: [SourceFile]) {
    if diagnostics.isEmpty { return }
    let terminal = Terminal.standardError
    var report = TextReport(
      files: files, language: language, usesColour: terminal.hasColour,
      width: terminal.isTerminal ? terminal.width : 100)
    let shown = isQuiet ? diagnostics.filter { $0.severity != .info } : diagnostics
    write(report.text(shown) + report.summary(shown))
  }

  /// Says how many of some findings `handrail format` can repair.
  func sayRepairable(_ diagnostics: [Diagnostic]) {
    let count = diagnostics.count { !$0.fix.isEmpty }
    if count == 0 { return }
    say(
      Localized(
        zh: "其中 \(count) 处可以用 handrail format 修好", en: "\(count) of them can be repaired with handrail format"))
  }

  /// How many findings there are, in words.
  func counts(_ diagnostics: [Diagnostic]) -> String {
    let (errors, warnings, infos) = (diagnostics.count(.error), diagnostics.count(.warning), diagnostics.count(.info))
    return Localized(
      zh: "\(errors) 个错误，\(warnings) 个警告，\(infos) 条提示",
      en:
        "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s"), \(infos) hint\(infos == 1 ? "" : "s")"
    )[
      language]
  }

  /// Says something that is no problem; `--quiet` keeps it back.
  func say(_ text: Localized) { if !isQuiet { write(text[language] + "\n") } }

  /// Writes on standard error.
  func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// Writes a result on standard output.
  static func result(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

  /// Tells that something could not be done, and ends with its exit code.
  static func fail(_ error: WorkspaceError) -> Never {
    let language = environmentLanguage ?? .chinese
    FileHandle.standardError.write(
      Data("\(error.path):1:1: error[\(error.kind.rawValue)]: \(error.message[language])\n".utf8))
    exit(error.exitCode)
  }
}

/// Who made the pages.
enum Generator {
  /// The version of the program.
  static let version = "0.1.0"
}
