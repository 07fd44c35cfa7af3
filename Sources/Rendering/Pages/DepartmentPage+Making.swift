internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

extension DepartmentView {
  /// The page of a department.
  ///
  /// - Parameters:
  ///   - id: the department; nil for an article of a department whose name another one took.
  ///   - article: its article, or the translation of it; nil for a department that others only name.
  static func page(_ id: DepartmentID?, _ article: ArticleID?, _ view: Viewpoint) -> Page {
    var page = DepartmentView()
    let text = article.map { CardText($0, view) }
    page.kindWord = view.strings[.department]
    if let text { page.add(text) }
    if let id { page.add(view.handbook.departments[Int(id.index)], id, view) }
    page.actions = [ActionView("print", view.strings[.print], command: "print")]
    page.toc = page.contents(view.strings)
    var head = article.map(view.cardHead) ?? PageHead(id.map { view.name(.department($0)) } ?? "")
    if article == nil {
      head.place = .departments
      head.crumbs = [
        LinkView(text: view.strings[.departments], href: view.href(.departments)), LinkView(text: head.heading),
      ]
    }
    head.description = text?.description
    return Page(head, schema, page)
  }

  private mutating func add(_ text: CardText) {
    lead = text.lead
    (duties, dutiesAnchor, dutiesText) = (text.duties, text.dutiesAnchor, text.dutiesText)
    sections = text.sections
  }

  private mutating func add(_ department: Department, _ id: DepartmentID, _ view: Viewpoint) {
    code = department.code
    addFacts(department, view)
    addDocuments(department, view)
    roles = department.roles.map(view.roleRow)
    children = view.handbook.departments.indices.filter { view.handbook.departments[$0].parent == id }
      .map { LinkView(text: view.name(.department(DepartmentID($0))), href: view.href(DepartmentID($0))) }
    let work = DepartmentWork(department, id, view)
    (matrix, matrixNote) = work.matrix
    (rhythm, rhythmNote) = work.day
    (partners, partnersNote) = work.partners
  }

  private mutating func addFacts(_ department: Department, _ view: Viewpoint) {
    func add(_ word: Word, _ value: SafeHTML) { facts.append(FieldView(word.key, view.strings[word], value)) }
    if let head = department.head { add(.head, view.names([.role(head)])) }
    if let parent = department.parent { add(.parent, view.names([.department(parent)])) }
    let formerly = department.article.flatMap { id in view.article(id) { $0.entry.card.department?.formerly } } ?? []
    if !formerly.isEmpty {
      add(.formerNames, SafeHTML(escaping: formerly.map(\.text).joined(separator: view.strings[.listComma])))
    }
    if !department.roles.isEmpty { add(.roles, SafeHTML(escaping: String(department.roles.count))) }
    if !department.articles.isEmpty { add(.documents, SafeHTML(escaping: String(department.articles.count))) }
  }

  private mutating func addDocuments(_ department: Department, _ view: Viewpoint) {
    var left = Site.rowsPerPage
    for kind in ArticleKind.allCases {
      let all = department.articles.filter { id in view.article(id) { $0.kind } == kind }
      if all.isEmpty { continue }
      let shown = all.prefix(left)
      left -= shown.count
      docs.append(
        DocGroupView(title: view.strings[kind.pluralWord], docs: shown.map { view.fullDoc($0) }, count: all.count))
    }
    let rest = department.articles.count - Site.rowsPerPage
    if rest > 0 {
      moreDocs = LinkView(text: view.strings.phrase(.moreDocuments, String(rest)), href: view.href(.register))
    }
  }

  private func contents(_ strings: Strings) -> [ContentsView] {
    var found: [ContentsView] = []
    func add(_ isThere: Bool, _ word: Word, _ anchor: String) {
      if isThere { found.append(ContentsView(strings[word], anchor)) }
    }
    add(!docs.isEmpty, .documents, "Documents")
    add(!roles.isEmpty, .roles, "Roles")
    add(!rhythm.isEmpty, .oneDay, "Day")
    add(!duties.isEmpty, .duties, dutiesAnchor)
    for section in sections {
      if let title = section.title, let anchor = section.anchor { found.append(ContentsView(title, anchor)) }
    }
    add(matrix != nil, .matrix, "Matrix")
    add(!partners.isEmpty, .takesPart, "Partners")
    add(!children.isEmpty, .subDepartments, "Children")
    return found
  }
}
