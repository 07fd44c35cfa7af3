internal import Diagnostics
internal import Procedures
internal import Templates

/// The page that tells the history of a document.
struct HistoryView: Sendable {
  /// A version with what was recorded of it.
  struct Row: Sendable {
    var item: VersionView
    var issued: String
    var note: String?
    var remarks: [WordView]
    var approvals: [ApprovalView]
    var digest: String
    var comparison: String?
    var files: [LinkView]

    static let schema = Schema<Row>(
      "historyVersion",
      [
        .record("item", VersionView.schema, "The version.") { $0.item },
        .text("issued", "The day on which it was sealed.") { $0.issued },
        .text("note", "What changed and why.") { $0.note },
        .list("remarks", WordView.schema, "What else there is to know, such as that it was cancelled.") { $0.remarks },
        .list("approvals", ApprovalView.schema, "Who drafted, reviewed and approved it.") { $0.approvals },
        .flag("hasApprovals", "Whether anybody did.") { !$0.approvals.isEmpty },
        .text("hash", "The first eight digits of the SHA-256 of its text.") { String($0.digest.prefix(8)) },
        .text("digest", "The whole SHA-256 of its text.") { $0.digest },
        .text("compareHref", "What changed against the version before, where there is such a page.") { $0.comparison },
      ])
  }

  /// Something else that was recorded.
  struct Record: Sendable {
    var day: String
    var key: String
    var word: String
    var text: String
    var link: LinkView?

    static let schema = Schema<Record>(
      "historyRecord",
      [
        .text("day", "When.") { $0.day }, .text("key", "What, in English letters.") { $0.key },
        .text("word", "What, in a word.") { $0.word }, .text("text", "What was noted.") { $0.text },
        .record("link", LinkView.schema, "Where it leads, if anywhere.") { $0.link },
      ])
  }

  var code: String
  var kindWord: String
  var status: StatusView?
  var home: String
  var versions: [Row]
  var records: [Record]
  var pairs: String
  var older: String
  var newer: String

  static let schema = Schema<HistoryView>(
    "history",
    [
      .text("code", "The code.") { $0.code }, .text("kindWord", "What kind of document it is.") { $0.kindWord },
      .record("status", StatusView.schema, "The state on the day of the build.") { $0.status },
      .text("homeHref", "The page of what is in force.") { $0.home },
      .list("versions", Row.schema, "The versions, the newest first.") { $0.versions },
      .list("records", Record.schema, "Reviews, holds, withdrawals and copies, the newest first.") { $0.records },
      .flag("hasRecords", "Whether there are any.") { !$0.records.isEmpty },
      .flag("canCompare", "Whether any two versions have a page that compares them.") { !$0.pairs.isEmpty },
      .text("pairs", "The comparisons that there are: `OLD..NEW`, with blanks between them.") { $0.pairs },
      .text("older", "The version that is compared first.") { $0.older },
      .text("newer", "The version that it is compared with.") { $0.newer },
    ])
}

extension HistoryView {
  /// Gathers the history of a document.
  init(_ document: IssuedDocument, _ view: Viewpoint) {
    let day = view.site.facts.today
    code = document.record.code
    kindWord = view.strings[document.kind.word]
    home = view.href(document.home)
    let stand = document.timeline.document.last { $0.from <= day }
    status = stand.map {
      StatusView(StateKey($0.state), view.strings, detail: view.strings.phrase(.asOfDay, day.description))
    }
    let order = Array(document.record.versions.indices.reversed())
    versions = order.map { place in
      let before = document.pages.first { $0 < place }
      let pair = before.flatMap {
        document.comparison(
          of: document.record.versions[$0].version, with: document.record.versions[place].version)
      }
      return Row(document, place, comparison: pair.map { view.href($0) }, view)
    }
    let history = HistoryRecords(document, view)
    records = history.all
    let pages = document.pages
    pairs = pages.flatMap { newer in
      pages.filter { $0 < newer }.compactMap { older -> String? in
        let pair = (document.record.versions[older].version, document.record.versions[newer].version)
        return document.comparison(of: pair.0, with: pair.1) == nil ? nil : pair.0.pathText + ".." + pair.1.pathText
      }
    }.joined(separator: " ")
    newer = pages.first.map { document.record.versions[$0].version.pathText } ?? ""
    older = pages.dropFirst().first.map { document.record.versions[$0].version.pathText } ?? newer
  }
}

extension HistoryView.Row {
  /// Gathers what was recorded of a version.
  fileprivate init(_ document: IssuedDocument, _ place: Int, comparison: String?, _ view: Viewpoint) {
    let version = document.record.versions[place]
    item = document.item(place, view.site.facts.today, view)
    issued = version.event.at.day.description
    note = version.issuance.note
    digest = version.issuance.digest
    self.comparison = comparison
    files = []
    approvals = version.issuance.approvals.map { line in
      let action = Approval.Action(rawValue: line.action)
      return ApprovalView(
        action: action.map { $0.label[view.language] } ?? line.action,
        role: view.chip(.unknown(line.role)),
        person: view.site.facts.showsPeople ? line.person : nil, date: line.at)
    }
    var remarks: [String] = []
    if let one = version.cancellation {
      remarks.append(
        view.strings.phrase(.cancelledOn, one.event.at.day.description, one.withdrawal.reason))
    }
    if version.isSkipped, let next = version.successor { remarks.append(view.strings.phrase(.skipped, next.text)) }
    if let reason = version.event.backdated { remarks.append(view.strings.phrase(.backdated, reason)) }
    if version.issuance.title != document.title {
      remarks.append(view.strings.phrase(.titleThen, version.issuance.title))
    }
    self.remarks = remarks.map { WordView($0) }
  }
}

/// What was recorded of a document besides its versions.
private struct HistoryRecords {
  private var found: [(seq: Int, record: HistoryView.Record)] = []
  private let view: Viewpoint

  /// The newest first.
  var all: [HistoryView.Record] { found.sorted { $0.seq > $1.seq }.map(\.record) }

  init(_ document: IssuedDocument, _ view: Viewpoint) {
    self.view = view
    let people = view.site.facts.showsPeople
    for (event, review) in document.record.reviews {
      let by = people ? review.by : nil
      let parts = [view.strings[.version] + " " + review.version.text, by, review.outcome, review.note]
      add(event, "review", .reviewed, parts)
    }
    for (event, isHold, pause) in document.record.pauses {
      add(event, isHold ? "held" : "released", isHold ? .statusHeld : .released, [pause.reason])
    }
    for (event, withdrawal) in document.record.withdrawals {
      let day = view.strings.phrase(.fromDay, withdrawal.effective.description)
      add(event, "withdrawn", .withdrawn, [day, withdrawal.reason], document.successor(withdrawal, view))
    }
    for (event, handout) in document.record.handouts {
      let copies = handout.copies.map { people ? "\($0.number) \($0.holder)" : String($0.number) }
      let version = view.strings[.version] + " " + handout.version.text
      if !copies.isEmpty {
        add(event, "distributed", .distributed, [version, copies.joined(separator: view.strings[.listComma])])
      }
      if !handout.returned.isEmpty {
        let numbers = handout.returned.map(String.init).joined(separator: view.strings[.listComma])
        add(event, "returned", .returned, [version, numbers])
      }
    }
  }

  private mutating func add(
    _ event: LedgerEvent, _ key: String, _ word: Word, _ parts: [String?], _ link: LinkView? = nil
  ) {
    let text = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    found.append(
      (
        event.seq,
        HistoryView.Record(
          day: event.at.day.description, key: key, word: view.strings[word], text: text, link: link)
      ))
  }
}

extension PageKind {
  /// The history of every document that was issued.
  static let history = PageKind("history", HistoryView.schema.shape, gathers: false) { site in
    site.issued.map { document in
      PageJob(document.history, document.language) { view in
        var head = PageHead(view.strings.phrase(.historyOf, document.title), place: document.kind.place)
        head.crumbs = [
          LinkView(text: view.strings[document.kind.pluralWord], href: view.href(document.kind.place)),
          LinkView(text: document.record.code, href: view.href(document.home)),
          LinkView(text: view.strings[.history]),
        ]
        head.state = document.pageState(nil, root: "")
        return Page(head, HistoryView.schema, HistoryView(document, view))
      }
    }
  }
}
