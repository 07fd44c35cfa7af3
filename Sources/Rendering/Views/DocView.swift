internal import Diagnostics
internal import Procedures
internal import Templates

/// A document in a list.
struct DocView: Sendable {
  var code: String?
  var title = ""
  var link: Link?
  var kind: String?
  var kindWord: String?
  var version: String?
  var status: StatusView?
  var department: LinkView?
  var effective: String?
  var owner: LinkView?
  var review: String?
  var due: StatusView?
  var note: String?
  var date: String?

  /// The address of its page as a text, if it has one.
  var href: String? { link?.text }

  /// An empty line.
  init() {}

  static let schema = Schema<DocView>(
    "doc",
    [
      .text("code", "Its code.") { $0.code }, .text("title", "Its title.") { $0.title },
      .link("href", "Its page, if it has one.") { $0.link },
      .text("kind", "Its kind in English letters.") { $0.kind },
      .text("kindWord", "Its kind in a word.") { $0.kindWord },
      .text("version", "Its version.") { $0.version },
      .record("status", StatusView.schema, "Its state.") { $0.status },
      .text("department", "Its department.") { $0.department?.text },
      .text("departmentHref", "The department's page.") { $0.department?.href },
      .text("effective", "The first day of the version.") { $0.effective },
      .text("owner", "The role that answers for it.") { $0.owner?.text },
      .text("ownerHref", "That role's page.") { $0.owner?.href },
      .text("review", "The day of the next review.") { $0.review },
      .record("due", StatusView.schema, "How near the next review is, when it is near.") { $0.due },
      .text("note", "What is noted behind it.") { $0.note },
      .text("date", "The day that it stands for here.") { $0.date },
    ])
}

extension Viewpoint {
  /// A document in a few words: code, title, version and state.
  ///
  /// - Parameters:
  ///   - id: the document.
  ///   - version: a version that was pinned; nil for the one that is shown.
  ///   - note: what stands behind it.
  func doc(_ id: ArticleID, version: String? = nil, note: String? = nil) -> DocView {
    var view = DocView()
    view.link = leads(to: id) ? Link(id, "", self) : nil
    view.note = note
    view.title = facts(localized(id)).title
    let facts = facts(id)
    view.code = facts.code
    view.kind = facts.kind.rawValue
    view.kindWord = strings[facts.kind.word]
    view.version = version ?? facts.version
    view.status = facts.status.isEmpty ? nil : facts.status[language.place]
    return view
  }

  /// A document as the register shows it.
  func fullDoc(_ id: ArticleID) -> DocView {
    var view = doc(id)
    article(id) { article in
      view.department = article.card.department.map { LinkView(text: name($0), href: href($0)) }
      view.owner = article.card.owner.map { LinkView(text: name($0), href: href($0)) }
    }
    view.effective = facts(id).effective?.description
    view.review = nextReview(of: id)?.description
    view.due = reviewDue(of: id)
    return view
  }

  /// A mention as a line: the document, or the name that leads nowhere.
  func doc(_ reference: Reference, note: String? = nil) -> DocView {
    if let id = reference.article { return doc(id, version: reference.version?.text, note: note) }
    var view = DocView()
    view.title = reference.title
    view.version = reference.version?.text
    view.note = note
    return view
  }

  /// A role, department or name in a frame.
  func chip(_ party: Party) -> ChipView {
    ChipView(party: party, view: self)
  }
}

extension ArticleKind {
  /// The word for one of the kind.
  var word: Word {
    switch self {
    case .procedure: .procedure
    case .policy: .policy
    case .role: .role
    case .department: .department
    case .form: .form
    case .event: .event
    }
  }

  /// The word for all of the kind.
  var pluralWord: Word {
    switch self {
    case .procedure: .procedures
    case .policy: .policies
    case .role: .roles
    case .department: .departments
    case .form: .forms
    case .event: .events
    }
  }
}
