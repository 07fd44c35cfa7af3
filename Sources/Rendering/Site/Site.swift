package import Diagnostics
package import Procedures
internal import Templates

/// A handbook as a site: which pages it has, and each of them rendered on demand.
///
/// Rendering is pure: pages can be rendered in any order and side by side, and one at a time is in memory.
package struct Site: Sendable {
  /// What is published.
  package let handbook: Handbook
  /// How pages look.
  package let theme: Theme
  /// What the build knows besides.
  package let facts: BuildFacts
  /// Where the pages are.
  package let addresses: Addresses
  /// The handbook's language, then the others that it has articles in; each has list pages of its own.
  package let languages: [Language]
  /// What roles, departments and articles are called in each language.
  let names: Names
  private let roles: [ArticleID: RoleID]
  private let departments: [ArticleID: DepartmentID]
  /// All pages, in a fixed order.
  package private(set) var pages: [PageJob] = []

  /// Plans a site.
  ///
  /// - Parameters:
  ///   - handbook: what is published.
  ///   - theme: how pages look.
  ///   - facts: what the build knows besides.
  package init(_ handbook: Handbook, theme: Theme, facts: BuildFacts) {
    self.handbook = handbook
    self.theme = theme
    self.facts = facts
    addresses = Addresses(handbook)
    names = Names(handbook, addresses)
    languages = Self.languages(handbook)
    roles = Dictionary(
      handbook.roles.enumerated().map { ($1.article, RoleID($0)) }, uniquingKeysWith: { first, _ in first })
    departments = Dictionary(
      handbook.departments.enumerated().compactMap { index, department in
        department.article.map { ($0, DepartmentID(index)) }
      }, uniquingKeysWith: { first, _ in first })
    var pages: [PageJob] = []
    for kind in PageKind.all {
      for var job in kind.jobs(self) {
        job.template = kind.template
        pages.append(job)
      }
    }
    self.pages = pages
  }

  /// Renders one page at the end of some bytes.
  ///
  /// - Parameters:
  ///   - index: a place in `pages`.
  ///   - out: where the page is appended.
  package func render(_ index: Int, into out: inout [UInt8]) {
    let job = pages[index]
    let (record, template) = record(of: job)
    theme.library.render(template, record, into: &out)
  }

  /// The record of a page: the values of the frame, then those of the page.
  func record(of job: PageJob) -> (record: Record, template: String) {
    let view = Viewpoint(self, address: job.address, language: job.language)
    let page = job.make(view)
    let frame = Frame(page.head, kind: job.template, view)
    return (Record(Frame.record(frame).values + page.record.values), job.template)
  }

  /// The language of an article: its own, else the handbook's.
  package func language(of id: ArticleID) -> Language {
    handbook.articles[Int(id.index)].entry.language.flatMap { Language(tag: $0) } ?? handbook.settings.language
  }

  /// The role that an article, or the article that it translates, describes.
  package func role(of id: ArticleID) -> RoleID? { roles[addresses.sources[Int(id.index)] ?? id] }

  /// The department that an article, or the article that it translates, describes.
  package func department(of id: ArticleID) -> DepartmentID? {
    departments[addresses.sources[Int(id.index)] ?? id]
  }

  /// Articles of some kinds in the order of the handbook, translations too.
  package func articles(of kinds: ArticleKind...) -> [ArticleID] {
    handbook.articles.filter { kinds.contains($0.kind) }.map(\.id)
  }
}
