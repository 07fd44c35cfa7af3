package import Diagnostics
package import Procedures
package import Rendering

/// A handbook as it is published: what is in force from sealed texts, everything else from the working copy
/// (spec/versions.md 2).
package struct PublishedHandbook: Sendable {
  /// What is published, read and linked.
  package let loaded: LoadedHandbook
  /// What is found in it, as far as it can still be mended, weighed and in reading order.
  package let findings: [Diagnostic]
  /// How it looks.
  package let theme: Theme
  /// What the archive says, as far as the audience may know; nil in a handbook in which nothing was ever issued.
  package let ledger: Ledger?
  /// How each published document stands, by its code in small letters.
  package let standings: [String: ArticleStanding]
  /// The attachments of sealed versions: the path that they are published from and their digest.
  let sealedAttachments: [String: String]
  let archive: Archive?
  let filter: AudienceFilter
  /// The codes that the audience must not see, in small letters.
  let hidden: Set<String>
  /// What the user should know.
  package internal(set) var notices: [Localized]
  /// The day that counts as today.
  package let day: Day

  /// The hash of the last line that counts on the day; nil in a handbook in which nothing was ever issued.
  var head: String? {
    guard let archive, !archive.isEmpty else { return nil }
    return archive.ledger.events.last { $0.at.day <= day }?.hash ?? LedgerEvent.origin
  }

  /// Why a handbook cannot be published.
  package enum Failure: Error, Sendable {
    case workspace(WorkspaceError)
    /// The archive is not as it was written.
    case broken([Diagnostic], ledger: SourceFile)
  }

  /// Reads what is published of a handbook.
  ///
  /// - Parameters:
  ///   - root: the handbook's folder.
  ///   - scope: which texts, for whom.
  ///   - today: the value of `--today`; a day of `asOf` comes before it.
  package init(
    reading root: String, scope: PublishedScope, today: (Settings) throws(WorkspaceError) -> Day,
    jobs: Int = Parallel.processors
  ) throws(Failure) {
    let archive: Archive?
    var content: Content
    let day: Day
    let filter: AudienceFilter
    do {
      archive = try Archive.open(root, for: .reading)
      content = try ContentFolder.read(handbook: root, jobs: jobs)
      var settings = content.parsedSettings
      if case .asOf(let date) = scope.texts {
        day = date
        content = try content.asOf(date, archive)
        settings = content.parsedSettings
      } else {
        day = try today(settings)
      }
      filter = try AudienceFilter(scope.audience, settings, isOff: scope.ignoresAudience)
    } catch {
      throw .workspace(error)
    }
    try Self.refuseBroken(archive, jobs: jobs)
    do {
      self = try Self(content, archive, scope.texts, on: day, filter, jobs: jobs)
    } catch {
      throw .workspace(error)
    }
  }

  private static func refuseBroken(_ archive: Archive?, jobs: Int) throws(Failure) {
    guard let archive else { return }
    let inspection: Inspection
    do {
      inspection = try archive.inspect(jobs: jobs)
    } catch {
      throw .workspace(error)
    }
    if !inspection.faults.isEmpty { throw .broken(inspection.faults, ledger: archive.ledgerFile) }
  }

  private init(
    _ content: Content, _ archive: Archive?, _ texts: PublishedScope.Texts, on day: Day, _ filter: AudienceFilter,
    jobs: Int
  ) throws(WorkspaceError) {
    self.archive = archive
    self.filter = filter
    self.day = day
    var selection = Selection(content, day: day, filter: filter)
    if let archive, !archive.isEmpty {
      try selection.select(archive, texts)
      notices = archive.notices
      if case .asOf = texts {} else { notices += Self.later(archive.ledger, day) }
    } else {
      selection.selectEverything()
      notices = archive?.notices ?? []
    }
    (loaded, findings, theme) = selection.load(jobs: jobs)
    standings = selection.standings
    sealedAttachments = selection.sealedAttachments
    hidden = selection.hidden
    ledger = archive.flatMap { $0.isEmpty ? nil : $0.ledger.visible(without: selection.hidden) }
    notices += selection.notices
    // A preview lives for hours; nobody waits for it to end before issuing.
    archive?.unlock()
  }

  private static func later(_ ledger: Ledger, _ day: Day) -> [Localized] {
    let count = ledger.events.count { $0.at.day > day }
    if count == 0 { return [] }
    return [
      Localized(
        zh: "台账里有 \(count) 条记录晚于今天（\(day)），没有算入；检查系统时钟或 --today",
        en:
          "\(count) event\(count == 1 ? " of the ledger is" : "s of the ledger are") dated after today (\(day)) and not "
          + "counted; check the clock or --today")
    ]
  }

  /// The ledger as this audience may have it.
  func publicLedger() -> [UInt8] {
    guard let archive else { return [] }
    return archive.ledger.publicLines { event in
      archive.ledger.isVisible(event, without: hidden) && (filter.showsPeople || !event.namesPeople)
    }
  }
}

extension Ledger {
  /// Whether an event speaks of nothing hidden.
  func isVisible(_ event: LedgerEvent, without hidden: Set<String>) -> Bool {
    switch event.action {
    case .edition(let one): !one.versions.contains { hidden.contains($0.code.lowercased()) }
    case .withdraw(let one):
      !hidden.contains(one.code.lowercased()) && !(one.successor.map { hidden.contains($0.lowercased()) } ?? false)
    case .issue, .review, .hold, .release, .distribute:
      !(event.action.code.map { hidden.contains($0.lowercased()) } ?? false)
    }
  }

  /// The ledger without documents that must not be seen. What was withdrawn in favour of one stays withdrawn.
  func visible(without hidden: Set<String>) -> Ledger {
    if hidden.isEmpty { return self }
    return Ledger(events.compactMap { event in event.visible { hidden.contains($0.lowercased()) } })
  }
}

extension LedgerEvent {
  /// Whether the line holds names of people.
  var namesPeople: Bool {
    switch action {
    case .issue(let one): one.approvals.contains { !$0.person.isEmpty }
    case .review, .distribute: true
    case .withdraw, .hold, .release, .edition: false
    }
  }
}

extension Content {
  /// The settings, without what is wrong with them.
  var parsedSettings: Settings {
    var ignored: [Diagnostic] = []
    return settings.map { Settings(parsing: $0, diagnostics: &ignored) } ?? Settings()
  }

  /// The roles, departments and settings as they were sealed last by the end of a day, instead of the working copy.
  func asOf(_ day: Day, _ archive: Archive?) throws(WorkspaceError) -> Content {
    let issues = (archive?.ledger.events ?? []).compactMap { event -> (at: Instant, context: String)? in
      if case .issue(let one) = event.action { (event.at, one.context) } else { nil }
    }
    guard let archive, let last = issues.last(where: { $0.at.day <= day }) else {
      let first = issues.first?.at.day
      throw WorkspaceError(
        .usage, path: "--as-of",
        message: Localized(
          zh: first.map { "\(day) 时还没有发行任何文件；第一次发行在 \($0)" } ?? "还没有发行过任何文件",
          en: first.map { "nothing had been issued by \(day); the first issue was on \($0)" }
            ?? "nothing was ever issued"))
    }
    var documents: [SourceFile] = []
    var settings: SourceFile?
    for file in try archive.context(last.context).files {
      let source = SourceFile(path: "content/" + file.path, bytes: try archive.object(file.digest))
      if source.path == ContentPlace.settingsPath { settings = source } else { documents.append(source) }
    }
    return Content(
      documents: documents, settings: settings, attachments: attachments, records: records, issued: issued,
      templates: templates, diagnostics: [], root: root)
  }
}
