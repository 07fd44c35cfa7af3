import ArgumentParser
import Diagnostics
import Procedures
import Workspace

/// `handrail build`: publishes the handbook.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "发布手册。 Publishes the handbook.",
    discussion: """
      例 Examples:
        handrail build                       把 content/ 发布到 public/ · publish content/ into public/
        handrail build -C shop -o /srv/www   别的手册，别的文件夹 · another handbook, another folder
        handrail build --today 2026-05-01    当作那一天 · as if it were that day
        handrail build --review              连同没有发行的工作稿，发布到 public-review/ · with drafts
        handrail build --as-of 2026-05-01    那天有效的文件，发布到 public-2026-05-01/ · as it stood that day
        handrail build --audience 内部       连同这一密级，发布到 public-内部/ · up to this audience

      有错误时什么都不改；成功时整套网页一次换上。
      With errors nothing changes; a good build takes its place in one step.
      """)

  @OptionGroup var options: HandbookOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("发布到哪里；默认手册里的 public/。 Where to publish; by default public/ in the handbook.", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp("今天是哪一天；默认 SOURCE_DATE_EPOCH，再默认系统日期。 The day that counts as today.", valueName: "YYYY-MM-DD"))
  var today: String?

  @Option(help: ArgumentHelp("用几个线程；默认有几个用几个。 How many threads; by default all.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "连同没有发行的工作稿，加水印。 With working copies that were not issued, watermarked.")
  var review = false

  @Option(help: ArgumentHelp("那天有效的文件。 What was in force on that day.", valueName: "YYYY-MM-DD"))
  var asOf: String?

  @Option(
    help: ArgumentHelp("给哪一密级看；默认只发布最公开的。 The audience; by default the most open one.", valueName: "name"))
  var audience: String?

  func validate() throws {
    if let asOf, Day(parsing: asOf) == nil { throw ValidationError("--as-of: YYYY-MM-DD") }
    if review, asOf != nil { throw ValidationError("--review | --as-of") }
    if asOf != nil, today != nil { throw ValidationError("--as-of | --today") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs: 1–256") }
  }

  func run() throws {
    let folder = options.directory.hasSuffix("/") ? options.directory : options.directory + "/"
    let day = asOf.flatMap { Day(parsing: $0) }
    let scope = PublishedScope(day.map { .asOf($0) } ?? (review ? .review : .inForce), audience: audience)
    var build = Build(
      root: options.directory, output: output ?? folder + scope.folder, today: today,
      generator: "Handrail " + Generator.version)
    build.scope = scope
    if let jobs { build.jobs = jobs }
    let clock = ContinuousClock()
    let start = clock.now
    let language = options.language(nil)
    let outcome = try build.run { count in
      let label = Localized(zh: "生成页面", en: "pages")[language]
      return options.quiet ? nil : Progress(label, total: count, terminal: .standardError)
    }
    switch outcome {
    case .refused(let loaded, let findings):
      let console = options.console(loaded.handbook.settings)
      console.report(findings, files: loaded.files)
      console.write(
        Localized(
          zh: "没有发布：\(console.counts(findings))。\(build.output) 保持原样。\n",
          en: "not published: \(console.counts(findings)). \(build.output) is as it was.\n")[console.language])
      throw ExitCode(1)
    case .broken(let findings, let ledger):
      let console = options.console(try? Settings.read(handbook: options.directory))
      throw console.broken(findings, ledger)
    case .published(let published, let summary, let pages):
      let loaded = published.loaded
      let console = options.console(loaded.handbook.settings)
      console.report(published.findings, files: loaded.files)
      for notice in published.notices + summary.notices { console.say(notice) }
      console.say(
        Self.summary(
          loaded, published.findings, summary, pages, published.day,
          seconds: start.duration(to: clock.now) / .seconds(1), build, console))
    }
  }

  private static func summary(
    _ loaded: LoadedHandbook, _ findings: [Diagnostic], _ summary: Publication.Summary, _ pages: Int, _ today: Day,
    seconds: Double,
    _ build: Build, _ console: Console
  ) -> Localized {
    let articles = loaded.handbook.articles
    func count(_ kind: ArticleKind) -> Int { articles.count { $0.kind == kind && !$0.entry.isTranslation } }
    let time = "\(Int(seconds * 10) / 10).\(Int(seconds * 10) % 10)"
    let size = "\(summary.bytes / 1_000_000).\(summary.bytes / 100_000 % 10) MB"
    return Localized(
      zh: """
        规程 \(count(.procedure)) · 制度 \(count(.policy)) · 岗位 \(count(.role)) · 部门 \(loaded.handbook.departments.count) \
        · 表单 \(count(.form)) · 活动 \(count(.event))
        \(pages) 个页面，\(summary.files) 个文件，\(size)，其中 \(summary.unchanged) 个没有变化；日期 \(today)；\(console.counts(findings))
        已发布到 \(build.output)，用时 \(time) 秒
        """,
      en: """
        procedures \(count(.procedure)) · policies \(count(.policy)) · roles \(count(.role)) · departments \
        \(loaded.handbook.departments.count) · forms \(count(.form)) · events \(count(.event))
        \(pages) pages, \(summary.files) files, \(size), \(summary.unchanged) of them unchanged; today is \(today); \
        \(console.counts(findings))
        published into \(build.output) in \(time) s
        """)
  }
}
