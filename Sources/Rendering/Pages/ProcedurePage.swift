internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// The page of a procedure or policy.
struct ProcedurePage: Sendable {
  /// A role that takes part, with in how many steps.
  struct RoleHere: Sendable {
    var place: Int
    var chip: ChipView
    var count: Int
    var letters: String

    static let schema = Schema<RoleHere>(
      "roleHere",
      [
        .text("text", "The name.") { $0.chip.text },
        .link("href", "Its page, if it has one.") { Link($0.chip.party, $0.chip.view) },
        .number("key", "Its number, which the steps name.") { $0.place },
        .number("count", "In how many steps it takes part.") { $0.count },
        .text("letters", "How it takes part, with counts, such as `主4 督1`.") { $0.letters },
      ])
  }

  var code: String?
  var kindWord = ""
  var status: StatusView?
  var version: String?
  var lead: SafeHTML?
  var facts: [FieldView] = []
  var actions: [ActionView] = []
  var checklistHref: String?
  var preamble: SafeHTML?
  var intro: [SectionView] = []
  var stepSections: [StepSectionView] = []
  var flow: FlowView?
  var matrix: MatrixView?
  var sections: [SectionView] = []
  var approvals: [ApprovalView] = []
  var linkedFrom: [DocView] = []
  var prev: LinkView?
  var next: LinkView?
  var toc: [ContentsView] = []
  var rolesHere: [RoleHere] = []
  var sheet: SheetView?
  /// The versions; nil of what is not under control.
  var versions: VersionMenuView?

  static let schema = Schema<ProcedurePage>("procedure", identity + body + surroundings)

  private static let identity: [Schema<ProcedurePage>.Entry] = [
    .text("code", "The code.") { $0.code }, .text("kindWord", "Procedure or policy, in a word.") { $0.kindWord },
    .record("status", StatusView.schema, "The state.") { $0.status },
    .text("version", "The version.") { $0.version }, .html("leadHtml", "The purpose in a sentence.") { $0.lead },
    .list("facts", FieldView.schema, "The values of the card.") { $0.facts },
    .flag("hasFacts", "Whether the card has values.") { !$0.facts.isEmpty },
    .list("actions", ActionView.schema, "Things to press.") { $0.actions },
    .text("checklistHref", "The address of the checklist.") { $0.checklistHref },
    .record("sheet", SheetView.schema, "What head and foot of the printed sheet say.") { $0.sheet },
    .record("versions", VersionMenuView.schema, "Its versions, where it is under control.") { $0.versions },
  ]

  private static let body: [Schema<ProcedurePage>.Entry] = [
    .html("preambleHtml", "What stands before the first section.") { $0.preamble },
    .list("intro", SectionView.schema, "Sections that come before the steps, folded.") { $0.intro },
    .list("stepSections", StepSectionView.schema, "The steps.") { $0.stepSections },
    .record("flow", FlowView.schema, "The flowchart.") { $0.flow },
    .record("matrix", MatrixView.schema, "The responsibility matrix.") { $0.matrix },
    .list("sections", SectionView.schema, "All other sections.") { $0.sections },
  ]

  private static let surroundings: [Schema<ProcedurePage>.Entry] = [
    .list("approvals", ApprovalView.schema, "Who approved it.") { $0.approvals },
    .flag("hasApprovals", "Whether there are approvals.") { !$0.approvals.isEmpty },
    .list("linkedFrom", DocView.schema, "Documents that lead here.") { $0.linkedFrom },
    .flag("hasLinkedFrom", "Whether there are any.") { !$0.linkedFrom.isEmpty },
    .record("prev", LinkView.schema, "The document before it in its department.") { $0.prev },
    .record("next", LinkView.schema, "The document after it in its department.") { $0.next },
    .list("toc", ContentsView.schema, "The contents of the page.") { $0.toc },
    .list("rolesHere", RoleHere.schema, "Everybody who takes part.") { $0.rolesHere },
    .flag("hasRolesHere", "Whether anybody takes part.") { !$0.rolesHere.isEmpty },
  ]
}

extension PageKind {
  /// The page of every procedure and policy, of their translations and of their versions.
  static let procedure = PageKind("procedure", ProcedurePage.schema.shape, gathers: false) { site in
    site.articles(of: .procedure, .policy).map { id in
      PageJob(site.addresses.articles[Int(id.index)], site.language(of: id), of: id) { view in
        let (head, page) = ProcedurePage.make(id, view)
        return Page(head, ProcedurePage.schema, page)
      }
    } + ProcedurePage.versionJobs(site)
  }
}
