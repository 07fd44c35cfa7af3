package import Diagnostics
package import Procedures
package import Templates

/// A handbook as a site: which pages it has, and each of them rendered on demand.
///
/// Rendering is pure: pages can be rendered in any order and side by side, and one at a time is in memory.
package struct Site: Sendable {
  private struct Plan: Sendable {
    var handbook: Handbook
    let theme: Theme
    let facts: BuildFacts
    var addresses: Addresses
    let languages: [Language]
    var names: Names
    var roles: [ArticleID: RoleID]
    var departments: [ArticleID: DepartmentID]
    var docs: [DocFacts]
    /// Where each term of today is in the glossary, as an attribute has it.
    let termPlaces: [String: [UInt8]]
    /// What frames say of the handbook; a sealed version has settings of its own.
    let settings: Settings
    /// The documents of the ledger, by code.
    let issued: [IssuedDocument]
    let issuedPlaces: [String: Int]
    /// The site as each set of sealed names sees it.
    var sealedSites: [Site] = []
    /// The fixed pages in each language, by the place of the language in `Language.allCases`.
    var places: [[Place: Address]] = []
  }

  /// One element: every page holds the site, and so its copy is one reference.
  private var plan: [Plan]
  /// All pages, in a fixed order.
  package private(set) var pages: [PageJob] = []

  /// What is published, lent without a copy.
  package var handbook: Handbook { _read { yield plan[0].handbook } }
  /// How pages look.
  package var theme: Theme { _read { yield plan[0].theme } }
  /// What the build knows besides.
  package var facts: BuildFacts { _read { yield plan[0].facts } }
  /// Where the pages are.
  package var addresses: Addresses { _read { yield plan[0].addresses } }
  /// The handbook's language, then the others that it has articles in; each has list pages of its own.
  package var languages: [Language] { _read { yield plan[0].languages } }
  /// What roles, departments and articles are called in each language.
  var names: Names { _read { yield plan[0].names } }
  /// What lists say of each article.
  var docs: [DocFacts] { _read { yield plan[0].docs } }
  /// What frames say of the handbook.
  var settings: Settings { _read { yield plan[0].settings } }
  /// The documents of the ledger, by code; none where nothing was ever issued.
  var issued: [IssuedDocument] { _read { yield plan[0].issued } }
  /// The site as each set of sealed names sees it.
  var sealedSites: [Site] { _read { yield plan[0].sealedSites } }

  /// The document of the ledger with a code.
  func issued(_ code: String) -> IssuedDocument? { plan[0].issuedPlaces[code.lowercased()].map { plan[0].issued[$0] } }

  /// Where each term is in the glossary of today, as an attribute has it; a sealed version may use one that it has no
  /// more. Only read by key.
  var termPlaces: [String: [UInt8]] { _read { yield plan[0].termPlaces } }

  /// Plans a site.
  ///
  /// - Parameters:
  ///   - handbook: what is published.
  ///   - theme: how pages look.
  ///   - facts: what the build knows besides.
  ///   - map: finds what there is to say of each article, in their order; may do so on several threads.
  package init(
    _ handbook: Handbook, theme: Theme, facts: BuildFacts,
    map: (Int, @Sendable (Int) -> DocFacts) -> [DocFacts] = { count, body in (0..<count).map(body) }
  ) {
    let addresses = Addresses(handbook)
    let issued = Self.issued(facts, handbook, addresses)
    plan = [
      Plan(
        handbook: handbook, theme: theme, facts: facts, addresses: addresses, languages: Self.languages(handbook),
        names: Names(handbook, addresses), roles: Self.roles(handbook), departments: Self.departments(handbook),
        docs: map(handbook.articles.count) {
          DocFacts(handbook.articles[$0], in: handbook, theme: theme, facts: facts)
        }, termPlaces: Self.termPlaces(handbook), settings: handbook.settings, issued: issued,
        issuedPlaces: Dictionary(
          issued.enumerated().map { ($1.record.code.lowercased(), $0) }, uniquingKeysWith: { first, _ in first }))
    ]
    var site = self
    let places = Language.allCases.map { language in
      Dictionary(uniqueKeysWithValues: Place.allCases.map { ($0, site.address(of: $0, in: language)) })
    }
    plan[0].places = places
    site = self
    let homes = PartyAddresses(handbook, addresses, issued)
    plan[0].sealedSites = facts.sealed.names.map { site.sealed($0, homes: homes) }
    pages = plannedPages
  }

  private static func termPlaces(_ handbook: Handbook) -> [String: [UInt8]] {
    var places: [String: [UInt8]] = [:]
    places.reserveCapacity(handbook.glossary.count)
    for term in handbook.glossary {
      var place: [UInt8] = []
      Escape.html(Address.encoded(Viewpoint.glossaryAnchor(term.term)), into: &place)
      places[term.term] = place
    }
    return places
  }

  private static func roles(_ handbook: Handbook) -> [ArticleID: RoleID] {
    Dictionary(handbook.roles.enumerated().map { ($1.article, RoleID($0)) }) { first, _ in first }
  }

  private static func departments(_ handbook: Handbook) -> [ArticleID: DepartmentID] {
    let found = handbook.departments.enumerated().compactMap { index, department in
      department.article.map { ($0, DepartmentID(index)) }
    }
    return Dictionary(found) { first, _ in first }
  }

  /// Replaces the handbook by one of sealed names.
  mutating func look(through handbook: Handbook, at addresses: Addresses, names: Names) {
    plan[0].handbook = handbook
    plan[0].addresses = addresses
    plan[0].names = names
    plan[0].roles = Self.roles(handbook)
    plan[0].departments = Self.departments(handbook)
    plan[0].docs = handbook.articles.map { sealedFacts($0, in: handbook) }
  }

  /// Puts a sealed text in its place.
  mutating func look(at handbook: Handbook, _ id: ArticleID, _ address: Address) {
    plan[0].handbook = handbook
    plan[0].addresses.articles[Int(id.index)] = address
    plan[0].docs[Int(id.index)] = sealedFacts(handbook.articles[Int(id.index)], in: handbook)
  }

  private func sealedFacts(_ article: Article, in handbook: Handbook) -> DocFacts {
    DocFacts(article, in: handbook, theme: theme, facts: facts, isSealed: true)
  }

  private var plannedPages: [PageJob] {
    PageKind.all.flatMap { kind in
      kind.jobs(self).map { job in
        var job = job
        job.template = kind.template
        job.gathers = kind.gathers
        return job
      }
    }
  }

  /// Where a fixed page is in a language: what `address(of:in:page:)` says of its first part.
  func place(_ place: Place, in language: Language) -> Address {
    plan[0].places[language.place][place] ?? place.address
  }

  /// The places of all pages with those first that gather from the whole handbook, and how many of these there are.
  package var gatheringFirst: (order: [Int], gathering: Int) {
    let first = pages.indices.filter { pages[$0].gathers }
    return (first + pages.indices.filter { !pages[$0].gathers }, first.count)
  }

  /// The pages of each article, in the order of the articles. Linear.
  var pagesOfArticles: [[Address]] {
    var found: [[Address]] = Array(repeating: [], count: handbook.articles.count)
    for page in pages { if let id = page.article { found[Int(id.index)].append(page.address) } }
    return found
  }

  /// What pages are made from, to be used for one page after the other by one thread.
  package var values: Values { theme.values }

  /// Renders one page at the end of some bytes.
  ///
  /// - Parameters:
  ///   - index: a place in `pages`.
  ///   - values: `values`, as it is or as another page left it.
  ///   - out: where the page is appended.
  package func render(_ index: Int, _ values: inout Values, into out: inout [UInt8]) {
    let job = pages[index]
    let view = Viewpoint(self, address: job.address, language: job.language)
    let page = job.make(view)
    values.reset()
    let slot = values.open(Frame.size + page.size)
    Frame(page.head, kind: job.template, view).put(at: slot, into: &values)
    page.put(slot + Frame.size, &values)
    theme.library.render(job.template, values, at: slot, into: &out)
  }

  /// The language of an article: its own, else the handbook's.
  package func language(of id: ArticleID) -> Language {
    handbook.articles[Int(id.index)].entry.language.flatMap { Language(tag: $0) } ?? handbook.settings.language
  }

  /// The role that an article, or the article that it translates, describes.
  package func role(of id: ArticleID) -> RoleID? { plan[0].roles[addresses.sources[Int(id.index)] ?? id] }

  /// The department that an article, or the article that it translates, describes.
  package func department(of id: ArticleID) -> DepartmentID? {
    plan[0].departments[addresses.sources[Int(id.index)] ?? id]
  }

  /// Articles of some kinds in the order of the handbook, translations too.
  package func articles(of kinds: ArticleKind...) -> [ArticleID] {
    handbook.articles.filter { kinds.contains($0.kind) }.map(\.id)
  }
}

extension Language {
  /// Its place in `Language.allCases`.
  var place: Int {
    switch self {
    case .chinese: 0
    case .english: 1
    }
  }
}
