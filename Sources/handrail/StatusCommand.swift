import ArgumentParser
import Diagnostics
import Procedures
import Workspace

/// `handrail status`: what is due.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "该办的事：待生效、待复审、没发行的工作稿、没培训的岗位。 What is due: reviews, trainings, drafts, scheduled.",
    discussion: """
      例 Examples:
        handrail status
        handrail status --today 2026-12-31    到那天会怎样 · how it will be on that day

      培训记录在 content/records/training.csv，列名：编号,版本,姓名,岗位,日期,结果；电子表格另存的 CSV \
      （GBK、UTF-8、UTF-16，逗号、分号或制表符）放到这里就能读。
      Training records are read from content/records/training.csv as any spreadsheet saves it.
      """)

  @OptionGroup var options: HandbookOptions

  @Option(help: ArgumentHelp("哪一天；默认今天。 The day; by default today.", valueName: "YYYY-MM-DD"))
  var today: String?

  func run() throws {
    let console = options.console(try Settings.read(handbook: options.directory))
    let report: StatusReport
    do throws(PublishedHandbook.Failure) {
      report = try StatusReport(options.directory, today: today)
    } catch {
      switch error {
      case .workspace(let error): throw error
      case .broken(let findings, let ledger): throw console.broken(findings, ledger)
      }
    }
    for notice in report.notices { console.say(notice) }
    console.report(report.findings, files: [])
    Console.result(Array(StatusText(report: report, language: console.language).text.utf8))
  }
}

/// The report for a terminal of 80 columns.
struct StatusText {
  let report: StatusReport
  let language: Language

  private func say(_ zh: String, _ en: String) -> String { Localized(zh: zh, en: en)[language] }

  /// The text; parts in which nothing is due are left out.
  var text: String {
    var parts: [String] = [head]
    func add(_ title: String, _ lines: [String]) {
      if !lines.isEmpty { parts.append(([title + " \(lines.count)"] + lines).joined(separator: "\n")) }
    }
    add(
      say("暂停使用", "On hold"),
      report.held.map { line($0, day: say("\($0.day?.description ?? "") 起", "since \($0.day?.description ?? "")")) })
    add(say("待生效", "Scheduled"), report.scheduled.map { line($0, day: distance($0.day)) })
    add(say("复审", "Reviews due"), report.reviews.map { line($0, day: distance($0.day)) })
    add(say("没有发行的工作稿", "Working copies not issued"), report.drafts.map { line($0, day: "") })
    add(
      say("过期的受控副本", "Controlled copies out of date"),
      report.copies.map { item, copy in
        "  " + Columns.cell(item.code, 10) + Columns.cell(item.version?.text ?? "", 7)
          + Columns.cell(say("\(copy.number) 号", "no. \(copy.number)"), 9) + copy.holder
      })
    add(say("没有培训的岗位", "Roles not trained"), gaps)
    if parts.count == 1 { parts.append(say("没有到期的事。", "Nothing is due.")) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var head: String {
    guard report.isControlled else {
      return say(
        "\(report.day)：还没有发行过任何文件，整本手册未受控；用 handrail issue 发行第一份",
        "\(report.day): nothing was ever issued; handrail issue begins document control")
    }
    return say("\(report.day)：现行有效 \(report.inForce) 份", "\(report.day): \(report.inForce) documents in force")
  }

  private func line(_ item: StatusReport.Item, day: String) -> String {
    let note = item.note?[language] ?? ""
    let first =
      "  " + Columns.cell(item.code, 10) + Columns.cell(item.version?.text ?? "", 7)
      + (day.isEmpty ? "" : Columns.cell(day, 24))
    let rest = [item.title, note].filter { !$0.isEmpty }.joined(separator: say("：", ": "))
    return first + CellWidth.prefix(rest, max(0, 79 - CellWidth.of(first)))
  }

  private func distance(_ day: Day?) -> String {
    guard let day else { return "" }
    let left = day.daysSinceEpoch - report.day.daysSinceEpoch
    if left < 0 { return say("\(day) 逾期 \(-left) 天", "\(day) \(-left) days late") }
    return left == 0 ? say("\(day) 今天", "\(day) today") : say("\(day) 还有 \(left) 天", "\(day) in \(left) days")
  }

  /// One line for each document; the roles with the people who are missing.
  private var gaps: [String] {
    var lines: [String] = []
    var index = 0
    while index < report.training.count {
      let first = report.training[index]
      let same = report.training[index...].prefix { $0.code == first.code && $0.version == first.version }
      let roles = same.map { gap in
        gap.people.isEmpty ? gap.role : "\(gap.role)（\(gap.people.joined(separator: "、"))）"
      }
      let head = "  " + Columns.cell(first.code, 10) + Columns.cell(first.version.text, 7)
      let text = Columns.wrapped(roles.joined(separator: say("、", ", ")), indent: 19, width: 79)
      lines.append(head + text.drop { $0 == " " })
      index += same.count
    }
    return lines
  }
}
