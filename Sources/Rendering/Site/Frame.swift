internal import Diagnostics
internal import Procedures
internal import Templates

/// What surrounds every page: head, menu, banner, foot.
struct Frame: Sendable {
  let head: PageHead
  let kind: String
  let view: Viewpoint

  init(_ head: PageHead, kind: String, _ view: Viewpoint) {
    self.head = head
    self.kind = kind
    self.view = view
  }

  /// What a template may name of the frame.
  ///
  /// - Parameter strings: the shape of the words, which the theme has.
  static func shape(strings: Shape) -> Shape {
    Shape("page", schema.shape.fields + [.init("t", .record(strings), "The words of the interface.")])
  }

  /// How many slots the frame takes.
  static let size = schema.size + 1

  /// Puts the values of the frame into slots, in the order of the shape.
  func put(at slot: Int, into values: inout Values) {
    Self.schema.put(self, at: slot, into: &values)
    values.move(to: slot + Self.schema.size)
    values.record(at: view.strings.slot)
  }

  private static let schema = Schema<Frame>(
    "page",
    [
      .text("lang", "The language of the page, such as `zh-CN`.") { $0.view.language.rawValue },
      .text("kind", "The kind of page, which is the name of its template.") { $0.kind },
      .text("title", "The title of the window.") { $0.windowTitle },
      .text("heading", "The heading.") { $0.head.heading },
      .text("description", "One sentence for search engines.") { $0.head.description },
      .record("site", site, "The handbook.") { $0 },
      .init(.init("assets", .record(Assets.shape), "The addresses of styles, script and icon.")) { frame, values in
        frame.view.site.theme.assets.put(up: frame.view.up, into: &values)
      },
      .list("nav", MenuView.schema, "The main menu.") { $0.menu },
      .list("crumbs", LinkView.schema, "The way here; the last one has no address.") { $0.crumbs },
      .list("languages", LanguageView.schema, "The same page in other languages.") { $0.head.languages },
      .record("banner", BannerView.schema, "What a reader must know before reading.") { $0.head.banner },
      .record("state", PageStateView.schema, "What scripts need to say how the page stands today.") { frame in
        frame.head.state.map { PageStateView(state: $0, view: frame.view) }
      },
      .text("feedHref", "The feed of changes, where anything was issued.") { frame in
        frame.view.site.facts.isControlled ? frame.view.href(Feed.address) : nil
      },
      .record("build", build, "This build.") { $0 },
    ])

  private static let site = Schema<Frame>(
    "site",
    [
      .text("title", "The title of the handbook.") { $0.siteTitle },
      .text("organisation", "The organisation that it is of.") { $0.view.site.settings.organisation?.text },
      .text("footer", "The text at the foot of pages.") { $0.view.site.settings.theme.footer?.text },
      .text("logo", "The address of the picture in the head of pages.") { frame in
        frame.view.site.settings.theme.logo.map { frame.view.href(attachment: $0.text) }
      },
      .text("href", "The address of the home page.") { $0.view.href(.home) },
    ])

  private static let build = Schema<Frame>(
    "build",
    [
      .text("href", "The address of the page about this build.") { $0.view.href(.about) },
      .text("date", "The day that the build took for today.") { $0.view.site.facts.today.description },
      .text("edition", "The newest edition.") { $0.view.site.facts.edition },
      .text("head", "The first digits of the hash of the ledger's last line.") {
        $0.view.site.facts.ledgerHead.map { String($0.prefix(12)) }
      },
      .text("generator", "The program and its version.") { $0.view.site.facts.generator },
    ])

  private var siteTitle: String { view.site.settings.title?.text ?? view.strings[.handbook] }

  private var windowTitle: String {
    head.place == .home ? siteTitle : (head.title ?? head.heading) + " · " + siteTitle
  }

  private var crumbs: [LinkView] {
    if head.crumbs.isEmpty { return [] }
    return [LinkView(text: view.strings[.home], href: view.href(.home))] + head.crumbs
  }

  private static let entries: [(Place, Word)] = [
    (.home, .home), (.procedures, .procedures), (.policies, .policies), (.roles, .roles), (.departments, .departments),
    (.events, .events), (.forms, .forms), (.register, .register), (.changes, .changes), (.glossary, .glossary),
  ]

  private var menu: [MenuView] {
    Self.entries.filter { $0.0 != .changes || view.site.facts.isControlled }.map { place, word in
      MenuView(text: view.strings[word], href: view.href(place), isCurrent: head.place == place)
    }
  }
}

/// An entry of the main menu.
struct MenuView: Sendable {
  let text: String
  let href: String
  let isCurrent: Bool

  static let schema = Schema<MenuView>(
    "entry",
    [
      .text("text", "Its words.") { $0.text }, .text("href", "Where it leads.") { $0.href },
      .flag("current", "Whether the page belongs to it.") { $0.isCurrent },
    ])
}
