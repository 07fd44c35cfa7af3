internal import Procedures
internal import Templates

/// The page that a server shows where there is none.
struct NotFoundView: Sendable {
  var lead: SafeHTML
  var links: [LinkView]

  static let schema = Schema<NotFoundView>(
    "notfound",
    [
      .html("leadHtml", "What may have happened.") { $0.lead },
      .list("links", LinkView.schema, "Where to go on.") { $0.links },
    ])
}

extension PageKind {
  /// The page for addresses that do not exist; its links begin at the root of the site where handbook.yml says where it is.
  static let notFound = PageKind("notfound", NotFoundView.schema.shape) { site in
    let job = PageJob(Place.notFound.address, site.handbook.settings.language) { view in
      let places: [(Place, Word)] = [
        (.register, .register), (.procedures, .procedures), (.roles, .roles), (.home, .home),
      ]
      var head = PageHead(view.strings[.notFound])
      head.crumbs = [LinkView(text: head.heading)]
      let shown = NotFoundView(
        lead: SafeHTML(escaping: view.strings[.notFoundText]),
        links: places.map { LinkView(text: view.strings[$1], href: view.href($0)) })
      return Page(head, NotFoundView.schema, shown)
    }
    return [job]
  }
}
