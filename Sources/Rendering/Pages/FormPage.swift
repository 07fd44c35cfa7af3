internal import Diagnostics
internal import Procedures
internal import Templates

/// The page of a form, which prints blank.
struct FormPage: Sendable {
  var code: String?
  var kindWord = ""
  var status: StatusView?
  var version: String?
  var lead: SafeHTML?
  var facts: [FieldView] = []
  var actions: [ActionView] = []
  var sections: [SectionView] = []
  var linkedFrom: [DocView] = []
  var sheet: SheetView?
  /// The versions; nil of what is not under control.
  var versions: VersionMenuView?
  var toc: [ContentsView] = []

  static let schema = Schema<FormPage>(
    "form",
    [
      .text("code", "The code.") { $0.code }, .text("kindWord", "Form, in a word.") { $0.kindWord },
      .record("status", StatusView.schema, "The state; nothing where it is not under control.") { $0.status },
      .text("version", "The version.") { $0.version }, .html("leadHtml", "The purpose in a sentence.") { $0.lead },
      .list("facts", FieldView.schema, "The values of the card.") { $0.facts },
      .flag("hasFacts", "Whether the card has values.") { !$0.facts.isEmpty },
      .list("actions", ActionView.schema, "Things to press.") { $0.actions },
      .list("sections", SectionView.schema, "The form itself.") { $0.sections },
      .list("linkedFrom", DocView.schema, "Documents that lead here.") { $0.linkedFrom },
      .flag("hasLinkedFrom", "Whether there are any.") { !$0.linkedFrom.isEmpty },
      .record("sheet", SheetView.schema, "What head and foot of the printed sheet say.") { $0.sheet },
      .record("versions", VersionMenuView.schema, "Its versions, where it is under control.") { $0.versions },
      .list("toc", ContentsView.schema, "The contents of the page.") { $0.toc },
    ])

  init(_ id: ArticleID, _ document: DocumentHead) {
    let view = document.view
    let prose = Prose(id, view)
    let builder = SectionBuilder(id, view, prose)
    let steps = StepBuilder(id, view, prose)
    code = document.article.code
    kindWord = view.strings[.form]
    status = document.status
    versions = document.menu
    version = document.card.version?.value.text
    facts = document.facts
    actions = [ActionView("print", view.strings[.printForm], command: "print", isPrimary: true)]
    sections = [builder.preamble].compactMap(\.self) + document.article.sections.indices.map { builder.section($0) }
    for (index, section) in document.article.sections.enumerated() where section.kind == .steps {
      sections[index + (builder.preamble == nil ? 0 : 1)].body = steps.plain(section)
    }
    sections += [builder.footnotes].compactMap(\.self)
    linkedFrom = document.linkedFrom
    sheet = document.sheet
    toc = sections.compactMap { section in
      section.title.flatMap { title in section.anchor.map { ContentsView(title, $0) } }
    }
  }
}

extension StepBuilder {
  /// The steps of a form as they were written: a form has no rail.
  func plain(_ section: Section) -> SafeHTML { prose.html(section.blocks) }
}

extension PageKind {
  /// The page of every form and of its versions.
  static let form = PageKind("form", FormPage.schema.shape, gathers: false) { site in
    site.articles(of: .form).map { id in
      PageJob(site.addresses.articles[Int(id.index)], site.language(of: id), of: id) { view in
        let document = DocumentHead(id, view)
        return Page(document.page(), FormPage.schema, FormPage(id, document))
      }
    } + FormPage.versionJobs(site)
  }
}
