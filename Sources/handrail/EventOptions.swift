import ArgumentParser
import Diagnostics
import Procedures
import Workspace

/// The options of every command that writes to the ledger.
struct EventOptions: ParsableArguments {
  @OptionGroup var handbook: HandbookOptions

  @Option(
    help: ArgumentHelp(
      "何时记录的；默认现在。用来补录旧历史：不早于台账最后一行，不晚于现在。 When it was recorded; by default now.", valueName: "time"))
  var at: String?

  @Option(
    help: ArgumentHelp("为什么补录（会记入台账并显示）。 Why it is recorded after the fact; kept and shown.", valueName: "reason"))
  var backdated: String?

  @Flag(help: "只说会写什么，不写。 Says what would be written, and writes nothing.")
  var dryRun = false

  /// Runs a command and tells what came of it.
  func run(
    _ body: (DocumentControl) throws(WorkspaceError) -> DocumentControl.Outcome
  ) throws {
    let settings = try Settings.read(handbook: handbook.directory)
    let console = handbook.console(settings)
    let recording = try Recording(at: at, backdated: backdated, utcOffset: settings.utcOffset)
    var control = DocumentControl(root: handbook.directory, recording: recording)
    control.isDryRun = dryRun
    switch try body(control) {
    case .broken(let findings, let ledger): throw console.broken(findings, ledger)
    case .refused(let findings, let files):
      console.report(findings, files: files)
      console.write(
        Localized(
          zh: "什么都没有写入：\(console.counts(findings))\n", en: "nothing was written: \(console.counts(findings))\n")[
            console.language])
      throw ExitCode(1)
    case .recorded(let events, let notices):
      for notice in notices { console.say(notice) }
      let lines = events.map { EventLine($0).text[console.language] }
      Console.result(Array((lines.joined(separator: "\n") + "\n").utf8))
      if let last = events.last {
        console.say(
          dryRun
            ? Localized(zh: "只是预演，什么都没有写入", en: "a dry run: nothing was written")
            : Localized(
              zh: "已记入台账第 \(last.seq) 行，记录时间 \(last.at)；台账头 \(last.hash.prefix(12))",
              en: "recorded as line \(last.seq) of the ledger at \(last.at); its head is \(last.hash.prefix(12))"))
      }
    }
  }
}

extension Console {
  /// Reports an archive that is not as it was written; the command ends with 2.
  func broken(_ findings: [Diagnostic], _ ledger: SourceFile) -> ExitCode {
    report(findings, files: [ledger])
    write(
      Localized(
        zh: "发行档案与台账不符：\(findings.count) 处；没有写入任何东西\n",
        en:
          "the archive of issued versions is not as it was written: \(findings.count) fault\(findings.count == 1 ? "" : "s"); "
          + "nothing was written\n")[language])
    return ExitCode(2)
  }
}

/// An event in one sentence.
struct EventLine {
  let event: LedgerEvent

  init(_ event: LedgerEvent) { self.event = event }

  /// The sentence.
  var text: Localized {
    let late = event.backdated
    let text = plain
    guard let late else { return text }
    return Localized(zh: text.zh + "（补录：\(late)）", en: text.en + " (backdated: \(late))")
  }

  private var plain: Localized {
    switch event.action {
    case .issue(let one):
      Localized(
        zh: "发行 \(one.code) \(one.version)《\(one.title)》，\(one.effective) 起生效" + (one.note.map { "：\($0)" } ?? ""),
        en: "issued \(one.code) \(one.version) “\(one.title)”, in force from \(one.effective)"
          + (one.note.map { ": \($0)" } ?? ""))
    case .review(let one):
      Localized(
        zh: "复审 \(one.code) \(one.version)：\(one.by)，\(one.outcome)" + (one.note.map { "（\($0)）" } ?? ""),
        en: "reviewed \(one.code) \(one.version): \(one.by), \(one.outcome)" + (one.note.map { " (\($0))" } ?? ""))
    case .withdraw(let one): withdrawal(one)
    case .hold(let one):
      Localized(zh: "暂停使用 \(one.code)：\(one.reason ?? "")", en: "put \(one.code) on hold: \(one.reason ?? "")")
    case .release(let one):
      Localized(
        zh: "恢复使用 \(one.code)" + (one.reason.map { "：\($0)" } ?? ""),
        en: "released \(one.code)" + (one.reason.map { ": \($0)" } ?? ""))
    case .edition(let one):
      Localized(
        zh: "定版“\(one.name)”，\(one.versions.count) 份文件", en: "edition “\(one.name)” of \(one.versions.count) documents")
    case .distribute(let one): handout(one)
    }
  }

  private func withdrawal(_ one: Withdrawal) -> Localized {
    if let version = one.version {
      return Localized(
        zh: "取消 \(one.code) \(version)，它不会生效：\(one.reason)",
        en: "cancelled \(one.code) \(version) before its day: \(one.reason)")
    }
    return Localized(
      zh: "作废 \(one.code)，\(one.effective) 起：\(one.reason)" + (one.successor.map { "；由 \($0) 替代" } ?? ""),
      en: "withdrew \(one.code) as of \(one.effective): \(one.reason)" + (one.successor.map { "; see \($0)" } ?? ""))
  }

  private func handout(_ one: Handout) -> Localized {
    let out = one.copies.map { "\($0.number) \($0.holder)" }.joined(separator: "、")
    let back = one.returned.map(String.init).joined(separator: "、")
    return Localized(
      zh: "\(one.code) \(one.version)" + (out.isEmpty ? "" : "，发出受控副本 \(out)") + (back.isEmpty ? "" : "，收回 \(back) 号"),
      en: "\(one.code) \(one.version)" + (out.isEmpty ? "" : ", copies out: \(out)")
        + (back.isEmpty ? "" : ", back: \(back)"))
  }
}
