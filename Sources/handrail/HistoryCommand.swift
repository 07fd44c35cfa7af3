import ArgumentParser
import Diagnostics
import Procedures
import Workspace

/// `handrail history`: the versions of one document.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "一份文件的全部版本和记录。 All versions of one document and what was recorded of it.",
    discussion: """
      例 Examples:
        handrail history SC-001
        handrail history SC-001 --today 2026-05-01   那天看到的状态 · as it stood that day

      散列值是密封文件 SHA-256 的前 8 位，印在每一页上。
      The hash is the first 8 digits of the SHA-256 of the sealed document; it is printed on every page.
      """)

  @OptionGroup var options: HandbookOptions

  @Option(help: ArgumentHelp("按哪一天说状态；默认今天。 The day that the states are of.", valueName: "YYYY-MM-DD"))
  var today: String?

  @Argument(help: ArgumentHelp("编号。 A code.", valueName: "code"))
  var code: String

  func run() throws {
    let settings = try Settings.read(handbook: options.directory)
    let console = options.console(settings)
    let day = try Today.read(option: today, utcOffset: settings.utcOffset)
    guard let archive = try Archive.open(options.directory, for: .reading), !archive.isEmpty else {
      throw WorkspaceError(
        .usage, path: code, message: Localized(zh: "还没有发行过任何文件", en: "nothing was ever issued"))
    }
    for notice in archive.notices { console.say(notice) }
    if !archive.faults.isEmpty { throw console.broken(archive.faults, archive.ledgerFile) }
    guard let record = archive.ledger[code] else {
      throw WorkspaceError(
        .usage, path: code,
        message: Localized(zh: "没有发行过这个编号的文件", en: "no document with this code was ever issued"))
    }
    let text = HistoryText(record: record, day: day, language: console.language).text
    Console.result(Array(text.utf8))
  }
}

/// The history of a document for a terminal of 80 columns.
struct HistoryText {
  let record: DocumentRecord
  let day: Day
  let language: Language

  /// The text: the newest version first, then reviews, holds and withdrawals.
  var text: String {
    var lines: [String] = []
    let standing = record.standing(on: day)
    let title = (standing.version ?? record.newest)?.issuance.title ?? ""
    let state = standing.state?.label[language] ?? Localized(zh: "尚未发行", en: "not issued yet")[language]
    lines.append("\(record.code) \(title)")
    lines.append(
      Localized(zh: "\(day)：\(state)", en: "\(day): \(state)")[language]
        + (standing.version.map { " " + $0.version.text } ?? ""))
    for version in record.versions.reversed() { lines += self.lines(of: version) }
    let others = self.others
    if !others.isEmpty {
      lines.append("")
      lines += others
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of version: IssuedVersion) -> [String] {
    let issuance = version.issuance
    var lines = [""]
    let since = Localized(zh: "\(issuance.effective) 起", en: "from \(issuance.effective)")[language]
    let issued = Localized(zh: "发行 \(version.event.at.day)", en: "issued \(version.event.at.day)")[language]
    lines.append(
      Columns.cell(issuance.version.text, 8) + Columns.cell(stateWord(version), 14) + Columns.cell(since, 18)
        + Columns.cell(issued, 20) + issuance.digest.prefix(8))
    let people = issuance.approvals.map { line in
      let action = Approval.Action(rawValue: line.action)?.label[language] ?? line.action
      return [action, line.role, line.person, line.at].filter { !$0.isEmpty }.joined(separator: " ")
    }
    for line in people { lines.append(Columns.wrapped(line, indent: 8, width: 80)) }
    if let note = issuance.note { lines.append(Columns.wrapped(note, indent: 8, width: 80)) }
    if let late = version.event.backdated {
      lines.append(
        Columns.wrapped(Localized(zh: "补录：\(late)", en: "backdated: \(late)")[language], indent: 8, width: 80))
    }
    return lines
  }

  private func stateWord(_ version: IssuedVersion) -> String {
    if version.event.at.day > day { return Localized(zh: "尚未发行", en: "not issued yet")[language] }
    if version.cancellation.map({ $0.event.at.day <= day }) ?? false {
      return Localized(zh: "已取消", en: "cancelled")[language]
    }
    let state = record.state(of: version.version, on: day)
    if state == .superseded, version.isSkipped { return Localized(zh: "未曾生效", en: "skipped")[language] }
    return state?.label[language] ?? ""
  }

  /// Everything that is no version, in order.
  private var others: [String] {
    let events =
      record.reviews.map(\.event) + record.withdrawals.map(\.event) + record.pauses.map(\.event)
      + record.handouts.map(\.event) + record.versions.compactMap { $0.cancellation?.event }
    return events.sorted { $0.seq < $1.seq }.map { event in
      let sentence = EventLine(event).text[language]
      let first = Columns.wrapped(sentence, indent: 12, width: 80)
      return "\(event.at.day)  " + first.drop { $0 == " " }
    }
  }
}
