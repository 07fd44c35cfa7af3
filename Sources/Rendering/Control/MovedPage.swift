internal import Diagnostics
internal import Procedures
internal import Templates

/// The page that is left where something was: withdrawn, or known by another name now.
struct MovedView: Sendable {
  var code: String?
  var status: StatusView?
  var lead: SafeHTML
  var links: [LinkView]
  var versions: VersionMenuView?

  static let schema = Schema<MovedView>(
    "moved",
    [
      .text("code", "The code.") { $0.code }, .record("status", StatusView.schema, "The state.") { $0.status },
      .html("leadHtml", "What became of it.") { $0.lead },
      .list("links", LinkView.schema, "Where to go instead.") { $0.links },
      .record("versions", VersionMenuView.schema, "The versions of a withdrawn document.") { $0.versions },
    ])
}

extension MovedView {
  /// A document that is not in force any more, or not yet anything that is published.
  fileprivate init(withdrawn document: IssuedDocument, _ view: Viewpoint) {
    let day = view.site.facts.today
    code = document.record.code
    status = StatusView(.withdrawn, view.strings, detail: view.strings.phrase(.asOfDay, day.description))
    let withdrawal = document.standing.withdrawal
    let last = document.record.versions.last
    let cancelled = last?.cancellation.map {
      view.strings.phrase(.cancelledText, last?.version.text ?? "", $0.withdrawal.reason)
    }
    lead = SafeHTML(
      escaping: withdrawal.map { view.strings.phrase(.withdrawnText, $0.effective.description, $0.reason) }
        ?? cancelled ?? "")
    links = [document.successor(withdrawal, view)].compactMap(\.self)
    links.append(LinkView(text: view.strings[.history], href: view.href(document.history)))
    versions = document.menu(nil, view)
  }
}

/// A name that something had.
private struct FormerName {
  let name: String
  let id: ArticleID
  let address: Address
}

extension Site {
  /// The former names of everything that states them, where no page has the address now.
  fileprivate var formerNames: [FormerName] {
    var taken = Set((addresses.articles + addresses.departments + issued.map(\.home)).map { $0.path.lowercased() })
    return handbook.articles.filter { !$0.entry.isTranslation }.flatMap { article -> [FormerName] in
      let names =
        (article.entry.card.control?.formerly ?? []) + (article.entry.card.role?.formerly ?? [])
        + (article.entry.card.department?.formerly ?? [])
      return names.compactMap { name in
        let address = Address("\(article.kind.folder)/\(FileName.safe(name.text))/index.html")
        guard taken.insert(address.path.lowercased()).inserted else { return nil }
        return FormerName(name: name.text, id: article.id, address: address)
      }
    }
  }
}

extension PageKind {
  /// The pages of withdrawn documents, and those that former codes and names leave behind.
  static let moved = PageKind("moved", MovedView.schema.shape, gathers: false) { site in
    let withdrawn = site.issued.filter { $0.article == nil }.map { document in
      PageJob(document.home, document.language) { view in
        var head = PageHead(document.title, place: document.kind.place)
        head.crumbs = [
          LinkView(text: view.strings[document.kind.pluralWord], href: view.href(document.kind.place)),
          LinkView(text: document.record.code),
        ]
        head.state = document.pageState(nil, root: "")
        return Page(head, MovedView.schema, MovedView(withdrawn: document, view))
      }
    }
    let moved = site.formerNames.map { former in
      PageJob(former.address, site.language(of: former.id)) { view in
        let facts = view.facts(former.id)
        var head = PageHead(former.name, place: facts.kind.place)
        head.crumbs = [
          LinkView(text: view.strings[facts.kind.pluralWord], href: view.href(facts.kind.place)),
          LinkView(text: former.name),
        ]
        let name = [facts.code, facts.title].compactMap(\.self).joined(separator: " ")
        let shown = MovedView(
          code: nil, status: nil,
          lead: SafeHTML(escaping: view.strings.phrase(.movedText, former.name, name)),
          links: [LinkView(text: name, href: view.href(former.id))], versions: nil)
        return Page(head, MovedView.schema, shown)
      }
    }
    return withdrawn + moved
  }
}
