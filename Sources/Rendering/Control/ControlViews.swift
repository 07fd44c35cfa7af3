internal import Diagnostics
internal import Procedures
internal import Templates

/// A version in a menu or list.
struct VersionView: Sendable {
  var version: String
  var href: String?
  var effective: String
  var status: StatusView
  var isShown = false

  static let schema = Schema<VersionView>(
    "versionItem",
    [
      .text("version", "The version.") { $0.version }, .text("href", "Its permanent page.") { $0.href },
      .text("effective", "Its first day.") { $0.effective },
      .record("status", StatusView.schema, "Its state on the day of the build.") { $0.status },
      .flag("shown", "Whether it is the version that the page shows.") { $0.isShown },
    ])
}

/// The versions of a document as its pages offer them.
struct VersionMenuView: Sendable {
  var shown: String
  var hash: String
  var items: [VersionView]
  var history: String
  var comparison: String?
  var current: String?

  static let schema = Schema<VersionMenuView>(
    "versions",
    [
      .text("shown", "The version that the page shows.") { $0.shown },
      .text("hash", "The first eight digits of the SHA-256 of its text.") { $0.hash },
      .list("items", VersionView.schema, "All versions, the newest first.") { $0.items },
      .text("historyHref", "The page of their history.") { $0.history },
      .text("compareHref", "What changed against the version before, where there is such a page.") { $0.comparison },
      .text("currentHref", "The page of what is in force, on pages of other versions.") { $0.current },
    ])
}

/// What scripts need to say how a page stands today.
struct PageState: Sendable {
  /// The code of the document; nil for lists.
  var code: String?
  /// The version that the page shows.
  var version: String?
  /// The way from the page to the folder of the document.
  var root = ""
  /// The state scripts.
  var scripts: [Address]
}

/// The same with the addresses that the page needs.
struct PageStateView: Sendable {
  let state: PageState
  let view: Viewpoint

  static let schema = Schema<PageStateView>(
    "state",
    [
      .text("code", "The code of the document.") { $0.state.code },
      .text("version", "The version that the page shows.") { $0.state.version },
      .text("root", "The way from the page to the folder of its document.") { $0.state.root },
      .text("built", "The day of the build.") { $0.view.site.facts.today.description },
      .number("zone", "The minutes east of UTC at which days begin.") { $0.view.site.settings.utcOffset },
      .list("scripts", LinkView.schema, "The state scripts.") { page in
        page.state.scripts.map { LinkView(text: "", href: page.view.href($0)) }
      },
    ])
}

extension StatusView {
  /// The state of a version in a word.
  init(_ key: StateKey, _ strings: Strings, detail: String? = nil) {
    self.init(key: key.rawValue, word: strings[key.word], detail: detail)
  }
}

extension IssuedDocument {
  /// The stretch of days that the build falls into, of a version.
  func span(of place: Int, on day: Day) -> Timeline.Span? { timeline.versions[place].last { $0.from <= day } }

  /// The state of a version on a day.
  func key(of place: Int, on day: Day) -> StateKey {
    let isCancelled = record.versions[place].cancellation != nil
    return span(of: place, on: day).map { StateKey($0.state, isCancelled: isCancelled) } ?? .scheduled
  }

  /// The version that people work by on a day, if any.
  func current(on day: Day) -> Int? {
    guard let span = timeline.document.last(where: { $0.from <= day }), span.state == .inForce || span.state == .held
    else { return nil }
    guard let place = place(of: span.version), record.versions[place].issuance.effective <= day else { return nil }
    return place
  }

  /// The versions as a page offers them.
  ///
  /// - Parameter shown: the version that the page shows; nil for a page of none.
  func menu(_ shown: Int?, _ view: Viewpoint) -> VersionMenuView {
    let day = view.site.facts.today
    let before = shown.flatMap { shown in pages.first { $0 < shown } }
    let compared = before.flatMap { before in
      shown.flatMap { comparison(of: record.versions[before].version, with: record.versions[$0].version) }
    }
    return VersionMenuView(
      shown: shown.map { record.versions[$0].version.text } ?? "",
      hash: shown.map { String(record.versions[$0].issuance.digest.prefix(8)) } ?? "",
      items: pages.map { item($0, isShown: $0 == shown, day, view) }, history: view.href(history),
      comparison: compared.map { view.href($0) }, current: view.address == home ? nil : view.href(home))
  }

  /// A version in a menu.
  func item(_ place: Int, isShown: Bool = false, _ day: Day, _ view: Viewpoint) -> VersionView {
    let version = record.versions[place]
    return VersionView(
      version: version.version.text, href: texts[place] == nil ? nil : view.href(page(of: version.version)),
      effective: version.issuance.effective.description, status: StatusView(key(of: place, on: day), view.strings),
      isShown: isShown)
  }

  /// What scripts need on a page of a version.
  func pageState(_ shown: Int?, root: String) -> PageState {
    PageState(
      code: record.code, version: shown.map { record.versions[$0].version.text }, root: root, scripts: [state])
  }
}
