internal import Procedures
internal import Templates

/// The documents of one kind that a department owns.
struct DocGroupView: Sendable {
  var title: String
  var docs: [DocView]
  var count: Int

  static let schema = Schema<DocGroupView>(
    "docGroup",
    [
      .text("title", "The kind, in a word.") { $0.title }, .number("count", "How many there are.") { $0.count },
      .list("docs", DocView.schema, "The documents.") { $0.docs },
    ])
}

/// The page of a department.
struct DepartmentView: Sendable {
  var code: String?
  var kindWord = ""
  var lead: SafeHTML?
  var facts: [FieldView] = []
  var actions: [ActionView] = []
  var docs: [DocGroupView] = []
  var moreDocs: LinkView?
  var roles: [RoleRowView] = []
  var matrix: MatrixView?
  var matrixNote: String?
  var rhythm: [StageView] = []
  var rhythmNote: String?
  var duties: [DutyView] = []
  var dutiesAnchor = "Duties"
  var dutiesText: SafeHTML?
  var sections: [SectionView] = []
  var children: [LinkView] = []
  var partners: [DocView] = []
  var partnersNote: String?
  var toc: [ContentsView] = []

  static let schema = Schema<DepartmentView>("department", identity + work + body)

  private static let identity: [Schema<DepartmentView>.Entry] = [
    .text("code", "The code.") { $0.code }, .text("kindWord", "Department, in a word.") { $0.kindWord },
    .record("status", StatusView.schema, "Nothing: a department is not under control.") { _ in nil },
    .html("leadHtml", "What the department is for, in a sentence.") { $0.lead },
    .list("facts", FieldView.schema, "The values of the card.") { $0.facts },
    .flag("hasFacts", "Whether the card has values.") { !$0.facts.isEmpty },
    .list("actions", ActionView.schema, "Things to press.") { $0.actions },
    .list("toc", ContentsView.schema, "The contents of the page.") { $0.toc },
  ]

  private static let work: [Schema<DepartmentView>.Entry] = [
    .list("docs", DocGroupView.schema, "Its documents by kind.") { $0.docs },
    .flag("hasDocs", "Whether it has any.") { !$0.docs.isEmpty },
    .record("moreDocs", LinkView.schema, "How many are not listed, with where they are.") { $0.moreDocs },
    .list("roles", RoleRowView.schema, "Its roles.") { $0.roles },
    .flag("hasRoles", "Whether it has any.") { !$0.roles.isEmpty },
    .record("matrix", MatrixView.schema, "Its documents against its roles.") { $0.matrix },
    .text("matrixNote", "What is left out of the matrix, if anything.") { $0.matrixNote },
    .list("rhythm", StageView.schema, "What its roles do at which time of the day.") { $0.rhythm },
    .flag("hasRhythm", "Whether they do anything at a time.") { !$0.rhythm.isEmpty },
    .text("rhythmNote", "What is left out of the day, if anything.") { $0.rhythmNote },
    .list("partners", DocView.schema, "Documents of other departments in which its roles take part.") { $0.partners },
    .flag("hasPartners", "Whether there are any.") { !$0.partners.isEmpty },
    .text("partnersNote", "How many of them are not listed, if any.") { $0.partnersNote },
  ]

  private static let body: [Schema<DepartmentView>.Entry] = [
    .list("duties", DutyView.schema, "The duties.") { $0.duties },
    .flag("hasDuties", "Whether there are any.") { !$0.duties.isEmpty },
    .text("dutiesAnchor", "The place of the duties in the page.") { $0.dutiesAnchor },
    .html("dutiesHtml", "What stands among the duties besides.") { $0.dutiesText },
    .list("sections", SectionView.schema, "All other sections.") { $0.sections },
    .list("children", LinkView.schema, "The departments below it.") { $0.children },
    .flag("hasChildren", "Whether there are any.") { !$0.children.isEmpty },
  ]
}

extension PageKind {
  /// The page of every department, with an article or without one, and of their translations.
  static let department = PageKind("department", DepartmentView.schema.shape) { site in
    let written = site.articles(of: .department).map { id in
      PageJob(site.addresses.articles[Int(id.index)], site.language(of: id), of: id) { view in
        DepartmentView.page(view.site.department(of: id), id, view)
      }
    }
    let named = site.handbook.departments.indices.filter { site.handbook.departments[$0].article == nil }
    return written
      + named.map { index in
        PageJob(site.addresses.departments[index], site.handbook.settings.language) { view in
          DepartmentView.page(DepartmentID(index), nil, view)
        }
      }
  }
}
