internal import Diagnostics
internal import Procedures
internal import Templates

/// One kind of page: its template, what the template may name, and which pages of the kind a site has.
struct PageKind: Sendable {
  /// The name of the template; also the class of the page.
  let template: String
  /// What the template may name besides the frame that all pages share.
  let shape: Shape
  /// The pages of this kind, in a fixed order.
  let jobs: @Sendable (Site) -> [PageJob]
  /// Whether such a page gathers from the whole handbook, and so takes longer than others.
  let gathers: Bool

  /// Describes a kind of page.
  ///
  /// - Parameters:
  ///   - template: the name of the template.
  ///   - shape: the shape of the page's view.
  ///   - gathers: whether such a page gathers from the whole handbook.
  ///   - jobs: where its pages are and how each is made.
  init(_ template: String, _ shape: Shape, gathers: Bool = true, jobs: @escaping @Sendable (Site) -> [PageJob]) {
    self.template = template
    self.shape = shape
    self.gathers = gathers
    self.jobs = jobs
  }
}

/// One page that is to be made: where it goes and how its content is found.
package struct PageJob: Sendable {
  /// Where the page goes.
  package let address: Address
  /// The language of its interface.
  let language: Language
  /// Makes its content; pure, so that pages can be made in any order and side by side.
  let make: @Sendable (Viewpoint) -> Page
  /// The article that it shows; nil for lists.
  let article: ArticleID?
  /// The template, and whether the page gathers from the whole handbook; set by the kind.
  var template = ""
  var gathers = false

  /// Plans a page.
  init(
    _ address: Address, _ language: Language, of article: ArticleID? = nil,
    make: @escaping @Sendable (Viewpoint) -> Page
  ) {
    self.address = address
    self.language = language
    self.article = article
    self.make = make
  }
}

/// The content of a page: what its frame needs, and how the values of its own view are put behind those of the frame.
struct Page {
  /// What the frame shows of it.
  let head: PageHead
  /// How many slots its view takes.
  let size: Int
  /// Puts the values of its view into slots.
  let put: (_ slot: Int, _ values: inout Values) -> Void

  /// Pairs the two; the schema is that of the page's kind.
  init<View>(_ head: PageHead, _ schema: Schema<View>, _ view: View) {
    self.head = head
    size = schema.size
    put = { slot, values in schema.put(view, at: slot, into: &values) }
  }
}

/// What the frame around a page shows of it.
struct PageHead: Sendable {
  /// The heading.
  var heading: String
  /// The title of the window without the handbook's; nil for the heading.
  var title: String?
  /// One sentence for search engines.
  var description: String?
  /// The entry of the menu that it belongs to.
  var place: Place?
  /// The way to it from the home page, which is not part of it; the last one is the page itself and has no address.
  var crumbs: [LinkView] = []
  /// The same page in other languages.
  var languages: [LanguageView] = []
  /// What a reader must know before reading.
  var banner: BannerView?
  /// What scripts need to say how it stands today; nil for pages that time does not change.
  var state: PageState?

  /// A page under its heading.
  init(_ heading: String, place: Place? = nil, crumbs: [LinkView] = []) {
    self.heading = heading
    self.place = place
    self.crumbs = crumbs
  }
}
