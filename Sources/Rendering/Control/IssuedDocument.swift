internal import Diagnostics
internal import Procedures

/// A document of the ledger as pages and scripts speak of it: what was recorded, and where its pages are.
struct IssuedDocument: Sendable {
  /// What was recorded of it by the day of the build.
  let record: DocumentRecord
  /// How it stands from day to day.
  let timeline: Timeline
  /// How it stands on the day of the build.
  let standing: Standing
  /// What kind of document it is.
  let kind: ArticleKind
  /// The page of what is in force; of a withdrawn document the page that says so.
  let home: Address
  /// What stands there; nil of a withdrawn document.
  let article: ArticleID?
  /// The language of its newest version.
  let language: Language
  /// The place of the text of each version among `SealedTexts.texts`; nil where the text is not at hand.
  let texts: [Int?]
  /// The pairs of versions that are compared, the older one first.
  var comparisons: [(older: Int, newer: Int)] = []

  /// The title that it bears now, or bore last.
  var title: String { (standing.version ?? record.versions.last)?.issuance.title ?? record.code }
  /// The versions that have a page, newest first.
  var pages: [Int] { texts.indices.reversed().filter { texts[$0] != nil } }
  /// The page of its history.
  var history: Address { home.sibling("history.html") }
  /// The script that says how its versions stand.
  var state: Address { home.sibling("state.js") }

  /// The permanent page of a version.
  func page(of version: Version) -> Address { Address(home.folder + version.pathText + "/index.html") }

  /// The permanent page of a version, from the folder of the document.
  static func path(of version: Version) -> String { version.pathText + "/index.html" }

  /// The place of a version; nil where it has no page.
  func place(of version: Version) -> Int? {
    record.versions.firstIndex { $0.version == version }.flatMap { texts[$0] == nil ? nil : $0 }
  }

  /// The page that compares two versions; nil where there is none.
  func comparison(of older: Version, with newer: Version) -> Address? {
    guard let old = place(of: older), let new = place(of: newer),
      comparisons.contains(where: { $0.older == old && $0.newer == new })
    else { return nil }
    return home.sibling(Self.comparisonPath(of: older, with: newer))
  }

  /// The page of a comparison, from the folder of the document.
  static func comparisonPath(of older: Version, with newer: Version) -> String {
    "compare/\(older.pathText)..\(newer.pathText).html"
  }
}

extension Site {
  /// What department a document belongs to; of one that is not published any more the one that was sealed last.
  func department(of document: IssuedDocument) -> String {
    if let id = document.article {
      let article = handbook.articles[Int(id.index)]
      return article.card.department.map { handbook.name(of: $0) } ?? ""
    }
    guard let text = document.pages.first.flatMap({ document.texts[$0] }).map({ facts.sealed.texts[$0] }) else {
      return ""
    }
    let names = facts.sealed.names[text.names].handbook
    let code = document.record.code.lowercased()
    return names.articles.first { $0.code?.lowercased() == code }?.card.department.map { names.name(of: $0) } ?? ""
  }

  /// The documents of the ledger on a day, in the order of their codes. n log n in the events.
  static func issued(_ facts: BuildFacts, _ handbook: Handbook, _ addresses: Addresses) -> [IssuedDocument] {
    guard let ledger = facts.ledger(on: facts.today) else { return [] }
    var articles: [String: ArticleID] = [:]
    for article in handbook.articles where article.kind.isControlled && !article.entry.isTranslation {
      if let code = article.code { articles[code.lowercased()] = article.id }
    }
    var texts: [String: [(Version, Int)]] = [:]
    for (place, text) in facts.sealed.texts.enumerated() {
      texts[text.code.lowercased(), default: []].append((text.version, place))
    }
    return ledger.documents.compactMap { record in
      guard let last = record.versions.last?.issuance else { return nil }
      let article = articles[record.code.lowercased()]
      let own = texts[record.code.lowercased()] ?? []
      var document = IssuedDocument(
        record: record, timeline: record.timeline, standing: record.standing(on: facts.today), kind: last.kind,
        home: article.map { addresses.articles[Int($0.index)] }
          ?? Address("\(last.kind.folder)/\(FileName.safe(record.code))/index.html"),
        article: article, language: Language(tag: last.language) ?? handbook.settings.language,
        texts: record.versions.map { version in own.first { $0.0 == version.version }?.1 })
      // A redline shows the lines of approval and the record of revisions, which name people.
      if facts.showsPeople {
        document.comparisons = IssuedDocument.pairs(
          of: document.pages.reversed(), current: document.current(on: facts.today),
          limit: handbook.settings.publish.compareLimit)
      }
      return document
    }
  }
}

extension BuildFacts {
  /// What was recorded by the end of a day.
  func ledger(on day: Day) -> Ledger? {
    guard let ledger else { return nil }
    return ledger.events.contains { $0.at.day > day } ? Ledger(ledger.events.filter { $0.at.day <= day }) : ledger
  }
}

/// The state of a version in the English letters that templates, styles and scripts know it by.
enum StateKey: String, Sendable {
  case draft, scheduled, effective, superseded, held, withdrawn, cancelled

  /// The letters of a state.
  init(_ state: VersionState, isCancelled: Bool = false) {
    switch state {
    case .scheduled: self = .scheduled
    case .inForce: self = .effective
    case .superseded: self = .superseded
    case .held: self = .held
    case .withdrawn: self = isCancelled ? .cancelled : .withdrawn
    }
  }

  /// The word of the state.
  var word: Word {
    switch self {
    case .draft: .statusDraft
    case .scheduled: .statusScheduled
    case .effective: .statusEffective
    case .superseded: .statusSuperseded
    case .held: .statusHeld
    case .withdrawn: .statusWithdrawn
    case .cancelled: .statusCancelled
    }
  }
}
