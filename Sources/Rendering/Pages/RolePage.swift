internal import Procedures
internal import Templates

/// What changed for a role with a version of a document.
struct NewsView: Sendable {
  /// One change.
  struct Item: Sendable {
    var kindWord: String
    var text: SafeHTML

    static let schema = Schema<Item>(
      "newsItem",
      [
        .text("kindWord", "What kind of change it is.") { $0.kindWord }, .html("textHtml", "What changed.") { $0.text },
      ])
  }

  var date: String
  var version: String
  var source: DocView
  var href: String
  var items: [Item]

  static let schema = Schema<NewsView>(
    "news",
    [
      .text("date", "The first day of the version.") { $0.date }, .text("version", "The version.") { $0.version },
      .record("source", DocView.schema, "The document.") { $0.source },
      .text("href", "The comparison with the version before.") { $0.href },
      .list("items", Item.schema, "The changes.") { $0.items },
    ])
}

/// The page of a role or group.
struct RoleView: Sendable {
  var code: String?
  var kindWord = ""
  var lead: SafeHTML?
  var facts: [FieldView] = []
  var aliases: [WordView] = []
  var rhythm: [StageView] = []
  var takes: [TakeView] = []
  var table: TakesTable?
  var duties: [DutyView] = []
  var dutiesAnchor = "Duties"
  var dutiesText: SafeHTML?
  var sections: [SectionView] = []
  var reporting: ReportingView?
  var changes: [NewsView] = []
  var actions: [ActionView] = []
  var checklistHref: String?
  var toc: [ContentsView] = []

  static let schema = Schema<RoleView>("role", identity + body + surroundings)

  private static let identity: [Schema<RoleView>.Entry] = [
    .text("code", "The code.") { $0.code }, .text("kindWord", "Role, in a word.") { $0.kindWord },
    .record("status", StatusView.schema, "Nothing: a role is not under control.") { _ in nil },
    .html("leadHtml", "What the role is for, in a sentence.") { $0.lead },
    .list("facts", FieldView.schema, "The values of the card.") { $0.facts },
    .flag("hasFacts", "Whether the card has values.") { !$0.facts.isEmpty },
    .list("aliases", WordView.schema, "Other names of the role.") { $0.aliases },
    .flag("hasAliases", "Whether there are any.") { !$0.aliases.isEmpty },
    .list("actions", ActionView.schema, "Things to press.") { $0.actions },
    .text("checklistHref", "The address of the role's checklist.") { $0.checklistHref },
  ]

  private static let body: [Schema<RoleView>.Entry] = [
    .list("rhythm", StageView.schema, "The steps of the day, then of the week and longer, in the order of time.") {
      $0.rhythm
    },
    .flag("hasRhythm", "Whether there are any.") { !$0.rhythm.isEmpty },
    .list("takes", TakeView.schema, "All steps, by how the role takes part; empty where there are too many.") {
      $0.takes
    },
    .flag("hasTakes", "Whether there are any.") { !$0.takes.isEmpty },
    .record("table", TakesTable.schema, "The documents with step numbers, where there are too many steps.") {
      $0.table
    },
    .list("duties", DutyView.schema, "The duties.") { $0.duties },
    .flag("hasDuties", "Whether there are any.") { !$0.duties.isEmpty },
    .text("dutiesAnchor", "The place of the duties in the page.") { $0.dutiesAnchor },
    .html("dutiesHtml", "What stands among the duties besides.") { $0.dutiesText },
    .list("sections", SectionView.schema, "All other sections.") { $0.sections },
  ]

  private static let surroundings: [Schema<RoleView>.Entry] = [
    .record("reporting", ReportingView.schema, "Who is above and below.") { $0.reporting },
    .list("changes", NewsView.schema, "What changed for the role.") { $0.changes },
    .flag("hasChanges", "Whether anything did.") { !$0.changes.isEmpty },
    .list("toc", ContentsView.schema, "The contents of the page.") { $0.toc },
  ]
}

extension PageKind {
  /// The page of every role and group, and of their translations.
  static let role = PageKind("role", RoleView.schema.shape) { site in
    let network = RoleNetwork(site.handbook)
    return site.articles(of: .role).map { id in
      PageJob(site.addresses.articles[Int(id.index)], site.language(of: id), of: id) { view in
        let (head, page) = RoleView.make(id, network, view)
        return Page(head, RoleView.schema, page)
      }
    }
  }
}
