internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

extension DocumentHead {
  /// What the ledger says of the document; nil of what was never issued.
  var issued: IssuedDocument? { code.flatMap { view.site.issued($0) } }

  /// The place of the version that the page shows; nil for a working copy.
  var shown: Int? {
    guard let standing, standing.state != .draft, let version = standing.version else { return nil }
    return issued?.place(of: version)
  }

  private var code: String? { view[view.site.addresses.sources[Int(id.index)] ?? id].code }
  private var standing: ArticleStanding? { code.flatMap { view.site.facts.standings[$0.lowercased()] } }

  /// The versions to go to; also a working copy leads to what is in force.
  var menu: VersionMenuView? { issued?.menu(shown, view) }

  /// The state, with the day that it is said of.
  var status: StatusView? {
    guard let issued, let shown else { return view.status(of: id) }
    let day = view.site.facts.today
    return StatusView(
      issued.key(of: shown, on: day), view.strings, detail: view.strings.phrase(.asOfDay, day.description))
  }

  /// What a reader must know before reading.
  var banner: BannerView? {
    if let issued, let shown { return issued.banner(shown, view) }
    var banner = view.controlBanner(of: id)
    if let issued, standing?.state == .draft, let current = issued.current(on: view.site.facts.today) {
      let version = issued.record.versions[current].version
      banner?.text = SafeHTML(escaping: view.strings.phrase(.draftText, ""))
      banner?.links = [
        LinkView(text: view.strings.phrase(.openCurrent, version.text), href: view.href(issued.page(of: version)))
      ]
    }
    return banner
  }

  /// The first eight digits of the SHA-256 of the text: of what was sealed, where it was.
  var hash: String {
    if let issued, let shown, view.site.addresses.sources[Int(id.index)] == nil {
      return String(issued.record.versions[shown].issuance.digest.prefix(8))
    }
    return String(view.site.facts.digest(article.document.source.bytes).prefix(8))
  }

  /// The word across sheets that nobody must work by.
  var watermark: String? {
    if let issued, let shown {
      let key = issued.key(of: shown, on: view.site.facts.today)
      return key == .effective ? nil : view.strings[key.word]
    }
    return view.facts(id).state == .draft ? view.strings[.statusDraft] : nil
  }
}
