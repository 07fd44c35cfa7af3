internal import Diagnostics
internal import Procedures
internal import Redlines
internal import Templates

/// The page that compares two issued versions of a document.
struct CompareView: Sendable {
  var code: String
  var older: VersionView
  var newer: VersionView
  var home: String
  var history: String
  var redline: SafeHTML

  static let schema = Schema<CompareView>(
    "compare",
    [
      .text("code", "The code of the document.") { $0.code },
      .record("older", VersionView.schema, "The older version.") { $0.older },
      .record("newer", VersionView.schema, "The newer version.") { $0.newer },
      .text("homeHref", "The page of what is in force.") { $0.home },
      .text("historyHref", "The page of its history.") { $0.history },
      .html("redlineHtml", "What changed, who has to know, and the text with its changes.") { $0.redline },
    ])
}

extension IssuedDocument {
  /// The pairs of versions that have a page of comparison, the older one first (spec/versions.md 4): neighbours and each
  /// version with the one in force; all pairs of a document with few versions.
  ///
  /// - Parameters:
  ///   - places: the versions that have a page, the oldest first.
  ///   - current: the version in force, if it is one of them.
  ///   - limit: up to how many versions all pairs are compared.
  /// - Complexity: quadratic in the versions up to the limit of handbook.yml, linear beyond it.
  static func pairs(of places: [Int], current: Int?, limit: Int) -> [(older: Int, newer: Int)] {
    if places.count <= limit {
      return places.indices.flatMap { newer in places[..<newer].map { (older: $0, newer: places[newer]) } }
    }
    return places.indices.dropFirst().flatMap { index -> [(older: Int, newer: Int)] in
      let (before, place) = (places[index - 1], places[index])
      // The version in force is compared with all that went before it, a later one with it.
      if current == place { return places[..<index].map { (older: $0, newer: place) } }
      let base = current.flatMap { $0 < before ? $0 : nil }
      return ([base].compactMap(\.self) + [before]).map { (older: $0, newer: place) }
    }
  }
}

extension PageKind {
  /// What changed between issued versions.
  static let compare = PageKind("compare", CompareView.schema.shape, gathers: false) { site in
    site.issued.flatMap { document in
      document.comparisons.map { pair in
        let versions = (document.record.versions[pair.older].version, document.record.versions[pair.newer].version)
        let address = document.home.sibling(IssuedDocument.comparisonPath(of: versions.0, with: versions.1))
        return PageJob(address, document.language) { view in
          Page(CompareView.head(document, pair, view), CompareView.schema, CompareView(document, pair, view))
        }
      }
    }
  }
}

extension CompareView {
  fileprivate static func head(_ document: IssuedDocument, _ pair: (older: Int, newer: Int), _ view: Viewpoint)
    -> PageHead
  {
    let (older, newer) = (document.record.versions[pair.older].version, document.record.versions[pair.newer].version)
    let title = view.strings.phrase(.comparisonOf, document.title, older.text, newer.text)
    var head = PageHead(title, place: document.kind.place)
    head.crumbs = [
      LinkView(text: view.strings[document.kind.pluralWord], href: view.href(document.kind.place)),
      LinkView(text: document.record.code, href: view.href(document.home)),
      LinkView(text: view.strings[.history], href: view.href(document.history)),
      LinkView(text: "\(older.text) → \(newer.text)"),
    ]
    return head
  }

  /// Compares the sealed texts, each with what its names meant.
  fileprivate init(_ document: IssuedDocument, _ pair: (older: Int, newer: Int), _ view: Viewpoint) {
    let day = view.site.facts.today
    code = document.record.code
    older = document.item(pair.older, day, view)
    newer = document.item(pair.newer, day, view)
    home = view.href(document.home)
    history = view.href(document.history)
    let sealed = view.site.facts.sealed
    let texts = [pair.older, pair.newer].compactMap { document.texts[$0] }.map { sealed.texts[$0] }
    guard texts.count == 2, let old = texts[0].files.first, let new = texts[1].files.first else {
      redline = SafeHTML()
      return
    }
    let names = texts[0].names == texts[1].names ? [texts[1].names] : [texts[1].names, texts[0].names]
    let parties = PartyNames(of: names.map { sealed.names[$0].handbook })
    let read = { (file: SourceFile) in
      var ignored: [Diagnostic] = []
      return ComparedText(Entry(reading: file, as: document.kind, diagnostics: &ignored), parties: parties)
    }
    redline = RedlineHTML.fragment(
      Redline(from: read(old), to: read(new)), view: .inline, language: view.language)
  }
}
