import ArgumentParser
import Procedures
import Workspace

/// `handrail withdraw`: a document, or a version that is not yet in force, no longer holds.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "作废一份文件，或取消还没生效的版本。 Withdraws a document, or cancels a version before its day.",
    discussion: """
      例 Examples:
        handrail withdraw SC-005 --reason "并入 SC-001" --successor SC-001
        handrail withdraw SC-005 --reason "业务停止" --effective 2026-12-31   到那一天为止有效 · withdrawn as of that day
        handrail withdraw SC-001@2.1 --reason "方案取消"                      取消待生效的版本 · cancel a scheduled version

      作废的文件保留旧地址和全部版本；再发行更高的版本就恢复。
      A withdrawn document keeps its address and its versions; issuing a higher version revives it.
      """)

  @OptionGroup var options: EventOptions

  @Option(help: ArgumentHelp("原因。 Why.", valueName: "text"))
  var reason: String

  @Option(help: ArgumentHelp("替代它的文件的编号。 The code of the document that takes its place.", valueName: "code"))
  var successor: String?

  @Option(help: ArgumentHelp("从哪天起不再有效；默认记录的那天。 The first day on which it no longer holds.", valueName: "YYYY-MM-DD"))
  var effective: String?

  @Argument(help: ArgumentHelp("编号，或编号@版本。 A code, or a code with a version.", valueName: "code[@version]"))
  var target: String

  func validate() throws {
    if PinnedCode(parsing: target) == nil { throw ValidationError("\(target): CODE | CODE@VERSION") }
    if let effective, Day(parsing: effective) == nil { throw ValidationError("--effective: YYYY-MM-DD") }
  }

  func run() throws {
    guard let target = PinnedCode(parsing: target) else { return }
    let day = effective.flatMap { Day(parsing: $0) }
    try options.run { control throws(WorkspaceError) in
      try control.withdraw(target, reason: reason, successor: successor, effective: day)
    }
  }
}

/// `handrail hold`: a document must not be used for the time being.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "暂停使用一份文件，网页上立即显示。 Puts a document on hold; its pages say so at once.",
    discussion: """
      例 Example:
        handrail hold AQ-002 --reason "消防泵检修，按临时方案执行"
        handrail build                                           发布出去 · publish it
        handrail release AQ-002                                  恢复使用 · may be used again
      """)

  @OptionGroup var options: EventOptions

  @Option(help: ArgumentHelp("原因。 Why.", valueName: "text"))
  var reason: String

  @Argument(help: ArgumentHelp("编号。 A code.", valueName: "code"))
  var code: String

  func run() throws {
    try options.run { control throws(WorkspaceError) in try control.hold(code, reason: reason) }
  }
}

/// `handrail release`: a document on hold may be used again.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "恢复使用暂停的文件。 Releases a document from hold.",
    discussion: """
      例 Example:
        handrail release AQ-002 --reason "消防泵已修复并试运行"
      """)

  @OptionGroup var options: EventOptions

  @Option(help: ArgumentHelp("说明。 Why.", valueName: "text"))
  var reason: String?

  @Argument(help: ArgumentHelp("编号。 A code.", valueName: "code"))
  var code: String

  func run() throws {
    try options.run { control throws(WorkspaceError) in try control.release(code, reason: reason) }
  }
}

/// `handrail review`: a document was looked at again and stays as it is.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "记录一次没有改动的复审，复审期限重新计算。 Records a review without change; the cycle starts anew.",
    discussion: """
      例 Example:
        handrail review YY-001 --by "营运部经理 己某" --outcome "继续有效" --note "对照全年巡场记录"

      要改动的复审，改好之后发行新版本。
      A review that leads to a change is the issue of a new version.
      """)

  @OptionGroup var options: EventOptions

  @Option(help: ArgumentHelp("谁复审的。 Who looked.", valueName: "name"))
  var by: String

  @Option(help: ArgumentHelp("结论。 What came of it.", valueName: "text"))
  var outcome: String

  @Option(help: ArgumentHelp("看了什么。 What was looked at.", valueName: "text"))
  var note: String?

  @Argument(help: ArgumentHelp("编号。 A code.", valueName: "code"))
  var code: String

  func run() throws {
    try options.run { control throws(WorkspaceError) in
      try control.review(code, by: by, outcome: outcome, note: note)
    }
  }
}

/// `handrail edition`: a name for the versions in force.
struct EditionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edition",
    abstract: "定版：给现行有效的全部版本一个名称。 Names the set of versions in force.",
    discussion: """
      例 Example:
        handrail edition 2026年上半年版 --note "年中复审后"
      """)

  @OptionGroup var options: EventOptions

  @Option(help: ArgumentHelp("说明。 What is said of it.", valueName: "text"))
  var note: String?

  @Argument(help: ArgumentHelp("版名，不能重复。 The name; none is used twice.", valueName: "name"))
  var name: String

  func run() throws {
    try options.run { control throws(WorkspaceError) in try control.edition(name, note: note) }
  }
}

/// `handrail distribute`: numbered copies are handed out or come back.
struct DistributeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distribute",
    abstract: "登记受控副本的发放和收回。 Records controlled copies that are handed out or come back.",
    discussion: """
      例 Examples:
        handrail distribute AQ-002 --to 消防监控室 --to 总服务台    编号自动接续 · numbers go on by themselves
        handrail distribute AQ-002 --returned 3                     收回 3 号 · copy 3 came back
        handrail status                                             哪些副本该换 · which copies are out of date
      """)

  @OptionGroup var options: EventOptions

  @Option(name: .customLong("to"), help: ArgumentHelp("发给谁；可以写多次。 Who holds it; may be repeated.", valueName: "holder"))
  var holders: [String] = []

  @Option(help: ArgumentHelp("收回的副本号；可以写多次。 The number of a copy that came back; may be repeated.", valueName: "n"))
  var returned: [Int] = []

  @Argument(help: ArgumentHelp("编号。 A code.", valueName: "code"))
  var code: String

  func validate() throws {
    if holders.isEmpty, returned.isEmpty { throw ValidationError("--to | --returned") }
  }

  func run() throws {
    try options.run { control throws(WorkspaceError) in
      try control.distribute(code, to: holders, returned: returned)
    }
  }
}
