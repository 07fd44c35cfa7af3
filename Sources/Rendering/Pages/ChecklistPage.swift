internal import Diagnostics
internal import Procedures
internal import Templates

/// A checklist: to tick on the screen, and to print first of all.
struct ChecklistPage: Sendable {
  var code: String?
  /// What the list is of: the title of the procedure, or the role.
  var subject = ""
  var status: StatusView?
  var version: String?
  var sheet: SheetView?
  var mode: String?
  /// What ticks are kept under on the device; another version has another one.
  var storeKey = ""
  var facts: [FieldView] = []
  var actions: [ActionView] = []
  var blocks: [StageView] = []
  var signatures: [String] = []

  /// An empty list.
  init() {}

  /// How many items there are to tick.
  var total: Int { blocks.reduce(0) { $0 + $1.steps.reduce(0) { $0 + 1 + $1.boxes.count } } }

  private static let signature = Schema<String>("signature", [.text("label", "Who signs.") { $0 }])

  static let schema = Schema<ChecklistPage>(
    "checklist",
    [
      .text("code", "The code.") { $0.code }, .text("subject", "What the list is of.") { $0.subject },
      .record("status", StatusView.schema, "The state.") { $0.status }, .text("version", "The version.") { $0.version },
      .record("sheet", SheetView.schema, "What head and foot of the sheet say.") { $0.sheet },
      .text("mode", "How the list is used.") { $0.mode },
      .text("storeKey", "What ticks are kept under on the device.") { $0.storeKey },
      .number("total", "How many items there are.") { $0.total },
      .list("facts", FieldView.schema, "What else there is to say.") { $0.facts },
      .flag("hasFacts", "Whether there is anything.") { !$0.facts.isEmpty },
      .list("actions", ActionView.schema, "Things to press.") { $0.actions },
      .list("blocks", StageView.schema, "The items, by stage.") { $0.blocks },
      .list("signatures", signature, "Who signs at the end.") { $0.signatures },
    ])

  /// Where the checklist of a page is: `checklist.html` beside it, in the same language.
  static func address(_ page: Address) -> Address {
    let name = page.path.split(separator: "/").last ?? ""
    return page.sibling("checklist" + name.dropFirst("index".count))
  }
}

extension ChecklistPage {
  /// Gathers the checklist of a procedure.
  init(_ id: ArticleID, _ document: DocumentHead) {
    let (article, view) = (document.article, document.view)
    let steps = StepBuilder(id, view, Prose(id, view), isAlone: true)
    code = view.facts(id).code
    subject = view.facts(id).title
    status = document.status
    version = document.card.version?.value.text
    sheet = document.sheet
    mode = article.entry.card.mode?.label[view.language]
    storeKey = view.facts(id).name + "@" + (version ?? "")
    actions = [
      ActionView("print", view.strings[.printChecklist], command: "print", isPrimary: true),
      ActionView("rail", view.strings[.viewProcedure], href: view.href(id)),
    ]
    for (index, section) in article.sections.enumerated() where section.kind == .steps {
      blocks += steps.section(index).stages
    }
    signatures = [view.strings[.done], view.strings[.checked]]
  }
}

extension PageKind {
  /// The checklist of every procedure and policy with steps, and of their translations.
  static let checklist = PageKind("checklist", ChecklistPage.schema.shape, gathers: false) { site in
    site.articles(of: .procedure, .policy).filter { !site.handbook.articles[Int($0.index)].steps.isEmpty }.map { id in
      let page = site.addresses.articles[Int(id.index)]
      return PageJob(ChecklistPage.address(page), site.language(of: id), of: id) { view in
        let document = DocumentHead(id, view)
        var head = document.page()
        head.heading += " · " + view.strings[.checklist]
        if !head.crumbs.isEmpty { head.crumbs[head.crumbs.count - 1].href = view.href(id) }
        head.crumbs.append(LinkView(text: view.strings[.checklist]))
        head.languages = view.languages(of: id, page: ChecklistPage.address)
        return Page(head, ChecklistPage.schema, ChecklistPage(id, document))
      }
    } + ChecklistPage.versionJobs(site)
  }
}
